import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { day, type Language, type Text } from '@hemicycle/kernel';
import { validateXML } from 'xmllint-wasm';
import { akomaNtosoExtractOf, akomaNtosoOf, type ExchangedRecord } from './akoma-ntoso.js';
import { minutesMarkdown, type MinutesContent, minutesTitle } from './compose.js';
import { extractMarkdown, extractTitle, partsOf } from './extract.js';
import type { ItemFact, MeetingFacts, PresidentFact, SeatFact } from './meeting-facts.js';
import { pdfOf } from './pdf.js';
import { typstOf } from './typst.js';

const RATIFICATION = 'b7a0a1f2-0000-4000-8000-000000000001';
const ELECTION = 'b7a0a1f2-0000-4000-8000-000000000002';

const FACTS: MeetingFacts = {
  number: 1,
  body: 'PLENARY',
  group: null,
  on: day('2024-06-20'),
  timeZone: 'Europe/Paris',
  openedAt: '2024-06-20T12:05:00.000Z',
  closedAt: '2024-06-20T15:30:00.000Z',
  place: 'Palais d’Iéna',
  online: true,
  presidents: [
    { name: 'Ana *Martin*', ofSecretariat: false, from: '2024-06-20T12:05:00.000Z', itemId: null },
  ],
  quorumRequired: true,
  seats: [
    {
      number: 1,
      name: 'Ana *Martin*',
      organisation: { fr: 'Ministère des [liens]', en: 'Ministry of [links]' },
      college: 'GOVERNMENT',
      mode: 'IN_ROOM',
      alternate: null,
      proxyHolder: null,
    },
    {
      number: 2,
      name: 'Léa <b>',
      organisation: { fr: 'Direction & Cie', en: 'Directorate & Co' },
      college: 'GOVERNMENT',
      mode: 'REPRESENTED',
      alternate: null,
      proxyHolder: 'Ana *Martin*',
    },
    {
      number: 3,
      name: 'Tomáš Γ',
      organisation: { fr: 'Association', en: 'Association' },
      college: 'CIVIL_SOCIETY',
      mode: 'ONLINE',
      leftEarly: true,
      alternate: 'Zoé',
      proxyHolder: null,
    },
  ],
  attendees: [
    { name: 'Greffe', organisation: null, capacity: 'SECRETARIAT' },
    { name: 'Noor _Haddad_', organisation: 'Université de Lyon', capacity: 'EXPERT' },
    { name: 'Otto # Lind', organisation: null, capacity: 'GUEST' },
    { name: 'Ines', organisation: 'OGP', capacity: 'EXPERT' },
  ],
  quorum: [
    {
      at: '2024-06-20T12:05:00.000Z',
      colleges: [
        { college: 'GOVERNMENT', present: 2, members: 2, needed: 1 },
        { college: 'CIVIL_SOCIETY', present: 1, members: 1, needed: 1 },
      ],
    },
  ],
  items: [
    {
      itemId: RATIFICATION,
      kind: 'DECISION',
      title: { fr: 'Ratification : les règles', en: 'Ratification: the rules' },
      presentsResults: false,
      papers: [
        {
          title: { fr: 'Projet [de règles]', en: 'Draft [rules]' },
          address: 'https://forum.example/papers/1/2',
          format: 'PDF',
          size: 1_200_000,
          fingerprint: 'ab'.repeat(32),
        },
      ],
      recused: ['Léa <b>'],
      postponed: null,
      decisions: [
        {
          reference: '2024-1',
          way: 'VOTE',
          wording: { fr: 'Les règles sont ratifiées.', en: 'The rules are ratified.' },
          effect: { fr: 'Elles restent en vigueur.', en: 'They stay in force.' },
          objections: [],
          state: 'ADOPTED',
          arithmetic: [{ fr: 'La décision est adoptée.', en: 'The decision is adopted.' }],
          votes: [
            { name: 'Ana *Martin*', college: 'GOVERNMENT', holder: null, capacity: 'MEMBER', choice: 'FOR' },
            {
              name: 'Léa <b>',
              college: 'GOVERNMENT',
              holder: 'Ana *Martin*',
              capacity: 'PROXY',
              choice: 'FOR',
            },
            { name: 'Tomáš Γ', college: 'CIVIL_SOCIETY', holder: 'Zoé', capacity: 'ALTERNATE', choice: null },
          ],
        },
        {
          reference: '2024-2',
          way: 'CONSENSUS',
          wording: { fr: 'Le forum se réunit à Lyon.', en: 'The forum meets in Lyon.' },
          effect: null,
          objections: [
            { name: 'Tomáš Γ', words: 'C’est loin.' },
            { name: null, words: 'Et cher !' },
          ],
          state: 'ADOPTED',
          arithmetic: [],
          votes: [],
        },
      ],
      elections: [],
    },
    {
      itemId: ELECTION,
      kind: 'ELECTION',
      title: { fr: 'Élection', en: 'Election' },
      presentsResults: false,
      recused: [],
      postponed: null,
      decisions: [],
      elections: [
        {
          office: 'CO_CHAIR',
          college: 'GOVERNMENT',
          state: 'PROCLAIMED',
          candidates: ['Ana *Martin*'],
          rounds: [{ number: 1, ballots: 2, underFloor: true, arithmetic: [], votes: null }],
          proclaimed: [{ name: 'Ana *Martin*', on: day('2024-06-20') }],
          conclusion: null,
        },
      ],
    },
  ],
};

const CONTENT: MinutesContent = {
  language: 'fr',
  facts: FACTS,
  texts: [
    {
      key: RATIFICATION,
      text: 'Le texte dit : « oui ».\n\n### Débat\n\nUn _mot_, un **autre** et un [lien](https://example.org/a?b=1&c=2).  \nLigne `code`.\n\n- un\n  1. deux\n\n> - Cité\n\n#### Suite\n\nFin #"; \\ $x$ @a.',
    },
  ],
  comments: [
    {
      name: 'Tomáš Γ',
      organisation: { fr: 'Association', en: 'Association' },
      on: day('2024-06-25'),
      section: RATIFICATION,
      text: 'Une remarque.\n\n- Deux <i>lignes</i>.',
      ruling: null,
    },
  ],
  edition: 1,
  reason: null,
};

describe('the file of minutes', () => {
  it('says who was there, what was found, decided and elected, then what the rapporteur and members wrote', () => {
    expect(minutesMarkdown(CONTENT)).toBe(
      readFileSync(new URL('./documents.spec.expected.md', import.meta.url), 'utf8'),
    );
  });

  it('says the same in English', () => {
    const markdown = minutesMarkdown({ ...CONTENT, language: 'en', edition: 2, reason: 'A *name*.' });
    expect(markdown).toContain('# Minutes of plenary no. 1, 20 June 2024\n');
    expect(markdown).toContain('**Version 2, corrected.** Reason for the correction: A \\*name\\*.');
    expect(markdown).toContain('- Léa \\<b\\> (Directorate \\& Co), proxy to Ana \\*Martin\\*');
    expect(markdown).toContain('The scrutineers keep them.'.slice(4));
  });
});

describe('who presided', () => {
  it('is said one after the other, since when and over which item, and the last one decides on comments', () => {
    const [opened] = FACTS.presidents as [PresidentFact];
    const presidents = [
      opened,
      { name: 'Zoé', ofSecretariat: true, from: '2024-06-20T13:10:00.000Z', itemId: ELECTION },
      { name: 'Tomáš Γ', ofSecretariat: false, from: '2024-06-20T15:30:00.000Z', itemId: null },
    ];
    const ruling = { takenIn: true, reason: 'Oui.' };
    const comments = CONTENT.comments.map((comment) => ({ ...comment, ruling }));
    const content = { ...CONTENT, facts: { ...FACTS, presidents }, comments };
    const french = minutesMarkdown(content);
    expect(french).toContain(
      [
        '- Présidence\u202f:',
        '  - Ana \\*Martin\\*, à l’ouverture',
        '  - Zoé, personne du secrétariat, aucun membre ne pouvant présider, à partir du 20 juin 2024 à 15\u00a0h\u00a010, dès le point 2',
        '  - Tomáš Γ, à partir du 20 juin 2024 à 17\u00a0h\u00a030, à la clôture',
      ].join('\n'),
    );
    expect(french).toContain('Tomáš Γ a statué sur chacune.');
    expect(minutesMarkdown({ ...content, language: 'en' })).toContain(
      'from 20 June 2024 at 15:10, beginning with item 2',
    );
  });
});

describe('the capacity of whoever was there', () => {
  it('is the office held, begun or ended that day, or done after its term', () => {
    const [ana, lea, tomas] = FACTS.seats as [SeatFact, SeatFact, SeatFact];
    const seats: SeatFact[] = [
      { ...ana, offices: [{ office: 'CO_CHAIR', standing: 'ENDED' }] },
      { ...lea, offices: [{ office: 'CO_CHAIR', standing: 'BEGINS' }] },
      {
        ...tomas,
        offices: [
          { office: 'COMMITTEE_MEMBER', standing: 'ACTS' },
          { office: 'FACILITATOR', standing: 'HOLDS' },
        ],
      },
    ];
    const content = { ...CONTENT, facts: { ...FACTS, seats } };
    const french = minutesMarkdown(content);
    expect(french).toContain('- Ana \\*Martin\\* (Ministère des \\[liens\\]), coprésident·e sortant·e\n');
    expect(french).toContain('coprésident·e à compter de ce jour, procuration à Ana');
    expect(french).toContain(
      'membre du comité de direction pour les affaires courantes, animateur·rice, siège tenu par Zoé',
    );
    expect(minutesMarkdown({ ...content, language: 'en' })).toContain(
      'acting member of the management committee, facilitator, Zoé sat in',
    );
  });
});

describe('an election that gave nobody the seat', () => {
  const told = (state: 'CANCELLED' | 'FAILED', conclusion: Text, language: Language): string => {
    const [ratification, item] = FACTS.items as [ItemFact, ItemFact];
    const elections = item.elections.map((election) => ({ ...election, state, conclusion, proclaimed: [] }));
    const facts = { ...FACTS, items: [ratification, { ...item, elections }] };
    return minutesMarkdown({ ...CONTENT, language, facts });
  };

  it('is said to be cancelled, or to have failed, with the reason', () => {
    const test = { fr: 'Essai', en: 'Essai' };
    expect(told('CANCELLED', test, 'fr')).toContain(
      '**Scrutin interrompu, sans résultat.** Motif\u202f: Essai\n',
    );
    expect(told('CANCELLED', test, 'en')).toContain(
      '**Election cancelled, without a result.** Reason: Essai\n',
    );
    const failure = { fr: 'Aucun suffrage n’a été exprimé.', en: 'No valid vote was cast.' };
    expect(told('FAILED', failure, 'en')).toContain('**Election failed.** Reason: No valid vote was cast.\n');
  });
});

describe('the printed minutes', () => {
  const record = {
    markdown: minutesMarkdown(CONTENT),
    language: 'fr' as const,
    title: minutesTitle(FACTS, 'fr'),
    running: 'Forum du gouvernement ouvert',
    colophon: ['Approuvé.', 'Empreinte : 0123'],
  };

  it('carry nothing that people wrote as Typst’s own markup', () => {
    const source = typstOf(record);
    expect(source).toContain('Fin #\\"; \\\\ $x$ @a.');
    const outside = source.replace(/"(?:[^"\\]|\\.)*"/gu, '');
    expect(outside).not.toMatch(/\$|@/u);
  });

  it('keep what announces a list on the page of that list', () => {
    expect(typstOf(record)).toMatch(/#block\(sticky: true, below: 0\.7em\)\[#"Pour[^"]*";\]\s+#list\(/u);
  });

  it('are a tagged PDF/UA-1 with a title and a language, also in other alphabets', () => {
    const pdf = pdfOf(record).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u);
    expect(pdf).toMatch(/\/Marked true/u);
    expect(pdf).toMatch(/\/Lang ?\(fr-FR\)/u);
    expect(pdf).toMatch(/\/DisplayDocTitle true/u);
    for (const tag of ['H1', 'H2', 'L', 'LI', 'Link', 'BlockQuote'])
      expect(pdf).toMatch(new RegExp(`/S ?/${tag}\\b`, 'u'));
  });
});

describe('a sign that no font has', () => {
  it('is named by its code in the printed minutes', () => {
    const printed = (text: string): Buffer =>
      pdfOf({ markdown: `# T\n\n${text}\n`, language: 'en', title: 'T', running: 'R', colophon: [] });
    expect(printed('Party \u{1f389}\u{10fffd}\u0007').toString('latin1').slice(0, 5)).toBe('%PDF-');
  });
});

describe('an extract of the minutes', () => {
  const markdown = minutesMarkdown(CONTENT);
  const origin = {
    title: minutesTitle(FACTS, 'fr'),
    url: 'https://forum.example/minutes/1?edition=1',
    edition: 1,
    standing: 'Compte rendu approuvé, les observations en annexe, publié le 9 juillet 2024.',
    sha256: '0'.repeat(64),
    signatures: ['Signé par Ada *Nin*, présidence, le 10 juillet 2024.', 'Non signé : Grace, rapporteur.'],
  };

  it('holds the head, the item, the comments on it and the attendance sign for sign, then where they come from', () => {
    const extract = extractMarkdown(markdown, 'fr', { item: 0, comments: [0] }, origin);
    const [head = '', attendance = '', item = '', election = '', comments = ''] = partsOf(markdown, 2);
    expect([head, attendance, item, election, comments].join('\n\n')).toBe(markdown.trimEnd());
    const taken = extract.slice(extract.indexOf('\n\n'), extract.indexOf('\n\n## Origine'));
    expect(taken).toBe([head.slice(head.indexOf('\n\n')), item, comments, attendance].join('\n\n'));
    expect(extract.split('\n')[0]).toBe(
      '# Extrait du compte rendu de la séance plénière n° 1 du 20 juin 2024',
    );
    expect(extract.slice(extract.indexOf('## Origine'))).toBe(
      [
        '## Origine de cet extrait',
        '',
        '- Compte rendu\u202f: [Compte rendu de la séance plénière n° 1 du 20 juin 2024](https://forum.example/minutes/1?edition=1)',
        '- Version 1',
        '- Compte rendu approuvé, les observations en annexe, publié le 9 juillet 2024.',
        `- Empreinte SHA-256 du fichier Markdown du compte rendu\u202f: \`${'0'.repeat(64)}\``,
        '- Signé par Ada \\*Nin\\*, présidence, le 10 juillet 2024.',
        '- Non signé : Grace, rapporteur.',
        '',
        'Le titre excepté, ce qui précède en est repris signe pour signe.',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what was commented on other items', () => {
    const extract = extractMarkdown(markdown, 'fr', { item: 1, comments: [] }, origin);
    expect(extract).toContain('## 2. Élection\n');
    expect(extract).not.toContain('Observations des membres');
    expect(extract).not.toContain('Décision 2024-1');
    expect(() => extractMarkdown(markdown, 'fr', { item: 9, comments: [] }, origin)).toThrow(RangeError);
  });

  it('is printed like the minutes, under its own title', () => {
    const title = extractTitle(origin.title, 'fr');
    const extract = extractMarkdown(markdown, 'fr', { item: 0, comments: [0] }, origin);
    const pdf = pdfOf({ markdown: extract, language: 'fr', title, running: 'R', colophon: [] });
    expect(pdf.toString('latin1')).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u);
  });
});

describe('the exchanged minutes', () => {
  const record: ExchangedRecord = {
    markdown: minutesMarkdown(CONTENT),
    language: 'fr',
    number: 1,
    body: 'PLENARY' as const,
    groupId: null,
    on: FACTS.on,
    madeOn: day('2024-06-25'),
    edition: 1,
    present: ['Ana *Martin*', 'Zoé'],
    president: 'Ana *Martin*',
    signatures: [
      {
        capacity: 'PRESIDENT',
        name: 'Ana *Martin*',
        signedOn: day('2024-07-04'),
        inWords: 'Signé le 4 juillet',
      },
      { capacity: 'RAPPORTEUR', name: 'Grace', signedOn: null, inWords: 'Non signé : Grace' },
    ],
    fileUrl: '/minutes/1.md?edition=1',
    sha256: '0'.repeat(64),
  };
  const xml = akomaNtosoOf(record);
  const extract = akomaNtosoExtractOf(record, { item: 0, comments: [0] });

  it('hold the same words', () => {
    expect(xml).toContain('<heading>1. Ratification\u202f: les règles</heading>');
    expect(xml).toContain('<a href="https://example.org/a?b=1&amp;c=2">lien</a>');
    expect(xml).toContain('showAs="Ana *Martin*"');
  });

  it('end with their signatures, given or not', () => {
    expect(xml).toContain('<signature refersTo="#person_1"><person refersTo="#person_1" as="#president">');
    expect(xml).toContain('<p class="unsigned">Non signé : Grace</p>');
    expect(akomaNtosoOf({ ...record, signatures: [] })).not.toContain('<conclusions');
    expect(extract).not.toContain('<conclusions');
    expect(extract).toContain('<hcontainer name="signatures" eId="signatures">');
    expect(extract).toContain('<p class="unsigned">Non signé : Grace</p>');
    const unsigned = akomaNtosoExtractOf({ ...record, signatures: [] }, { item: 0, comments: [] });
    expect(unsigned).not.toContain('signatures');
  });

  it('are had by item, as a portion whose sections keep their eId', () => {
    expect(extract).toContain('<portion includedIn="#file">');
    expect(extract).toContain('<FRBRthis value="/akn/fr/doc/minutes/2024-06-20/1/!main~sec_2"/>');
    const sections = (of: string): string[] => of.match(/<section .*<\/section>/gu) ?? [];
    const [attendance, item, , comments] = sections(xml);
    expect(sections(extract)).toEqual([item, comments, attendance]);
    expect(akomaNtosoExtractOf(record, { item: 1, comments: [] })).not.toContain('sec_4');
  });

  const schemas = new URL('../../../../../shared/schemas/akoma-ntoso-3.0/', import.meta.url);
  const itIfSchemas = existsSync(schemas) ? it : it.skip;

  itIfSchemas(
    'are valid against the XSD of Akoma Ntoso 3.0, whole and by item (SKIPPED where ../shared/schemas/akoma-ntoso-3.0 is absent)',
    async () => {
      const contents = (name: string): string => readFileSync(new URL(name, schemas), 'utf8');
      const { valid, errors } = await validateXML({
        xml: [
          { fileName: 'minutes.xml', contents: xml },
          { fileName: 'extract.xml', contents: extract },
        ],
        schema: [contents('akomantoso30.xsd')],
        preload: [{ fileName: 'xml.xsd', contents: contents('xml.xsd') }],
      });
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    },
  );
});
