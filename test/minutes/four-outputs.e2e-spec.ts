import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { frenchSpaces } from '@hemicycle/kernel';
import type { Json, MemberVoice } from '../support/forum.js';
import '../support/matchers.js';
import { upload } from '../support/papers.js';
import { linesOfPdf, outOfOrder } from '../support/pdf.js';
import { done, Plenary } from '../support/plenary.js';

const BEES = { kind: 'DECISION', titleFr: 'Sujets prioritaires', titleEn: 'Priority subjects' };
const GRANT = { kind: 'DECISION', titleFr: 'Subvention', titleEn: 'Grant' };

/** What a plenary says of each of its acts, in French, as words without marks. */
const CONSENSUS = [
  'Décision 2024-2 : adoptée, par consensus.',
  'Le climat d’abord.',
  'CIVIL_SOCIETY 2 : Pas sans calendrier.',
];
const VOTE = [
  'Intérêt déclaré, sans part à ce point : GOVERNMENT 2',
  'Décision 2024-3 : adoptée.',
  'Double majorité',
  'Acteurs publics : 3 pour, 1 contre, 0 abstention',
  'Société civile : 3 pour, 0 contre, 1 abstention',
  'GOVERNMENT 4 (par Alternate, suppléance)',
  'CIVIL_SOCIETY 5 (par CIVIL_SOCIETY 4, procuration)',
];
/** With accents, ligatures, an elision, and the spaces of French before its marks and within its quotation marks. */
const OPENING = 'L’affichage officiel rappelle « l’œuvre commune » : effets, flux et fin ; à Noël !';
const PAPER = { titleFr: 'Budget prévu', titleEn: 'Expected budget', fileName: 'budget.md' };
const ATTENDANCE = ['siège tenu par Alternate, en suppléance', 'procuration à CIVIL_SOCIETY 4'];

/** Words alone, whatever marks them: signs of Markdown, elements, entities, and what spaces there are. */
const words = (text: string): string =>
  frenchSpaces(
    text
      .replace(/<[^>]*>/gu, ' ')
      .replaceAll('&amp;', '&')
      .replace(/\*\*|\\|^[ \t]*- |`/gmu, ' ')
      .replace(/\s+/gu, ' '),
  )
    .replace(/\s+/gu, ' ')
    .replaceAll('CIVIL SOCIETY', 'CIVIL_SOCIETY')
    .replaceAll('CIVIL _SOCIETY', 'CIVIL_SOCIETY')
    .replace(/ (?=[.,)])|(?<=\() /gu, '');

const says = (text: string, expected: readonly string[]): void => {
  for (const sentence of expected) expect(words(text)).toContain(words(sentence));
};

describe('one plenary, as its page, files and extracts tell of it', () => {
  let plenary: Plenary;
  let id: string;
  let markdown: string;
  let bees: string;
  let grant: string;
  const government = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const civil = (place: number): MemberVoice => plenary.member('CIVIL_SOCIETY', place);
  const file = async (name: string): Promise<Buffer> => {
    const answer = await fetch(`${plenary.forum.url}/minutes/${name}`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };

  beforeAll(async () => {
    plenary = await (await Plenary.planned()).held();
    await plenary.goTo('2024-11-20');
    plenary = await plenary.another('2024-12-12');
    const { secretary } = plenary;
    const alternate = await plenary.alternateOf(government(4));
    done(await secretary.does('draftAgenda', { meetingId: plenary.id, items: [BEES, GRANT] }));
    const { meeting: drafted } = await secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { agenda { items { id } } } }',
      { id: plenary.id },
    );
    const paper = { ...PAPER, meetingId: plenary.id, itemId: drafted.agenda.items[1].id };
    await upload(plenary.forum.url, 'attach', secretary, paper, Buffer.from('Neuf euros.'));
    await plenary.keys([government(3), civil(3)]);
    done(await secretary.does('conveneMeeting', { meetingId: plenary.id }));
    const { meeting } = await secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
      { id: plenary.id },
    );
    [bees, grant] = meeting.publishedAgenda.items.map((item: Json) => item.id);
    const interest = { meetingId: plenary.id, itemId: grant, memberId: government(2).memberId };
    done(await government(2).does('declareInterest', interest));
    await plenary.goTo('2024-12-12', '14:00');
    await plenary.everybodyPresent();
    const excused = [{ memberId: civil(5).memberId, mode: 'EXCUSED' }];
    done(await secretary.does('recordAttendance', { meetingId: plenary.id, entries: excused }));
    const lent = { meetingId: plenary.id, memberId: civil(5).memberId, holderId: civil(4).memberId };
    done(await civil(5).does('giveProxy', lent));
    const entries = [
      { memberId: civil(5).memberId, mode: 'REPRESENTED' },
      { memberId: government(4).memberId, mode: 'ONLINE', byAlternate: true },
    ];
    done(await secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
    const president = government(3);
    done(await president.does('openSession', { meetingId: plenary.id }));
    done(
      await president.does('recordConsensus', {
        meetingId: plenary.id,
        itemId: bees,
        wordingFr: 'Le climat d’abord.',
        objections: [{ memberId: civil(2).memberId, words: 'Pas sans calendrier.' }],
      }),
    );
    const { id: decisionId } = done(
      await president.does('putToVote', { meetingId: plenary.id, itemId: grant }, '... on Decision { id }'),
    );
    done(await secretary.does('openDecisionVote', { decisionId }));
    for (const [voter, seat, choice] of [
      [government(1), government(1), 'FOR'],
      [government(3), government(3), 'FOR'],
      [alternate, government(4), 'FOR'],
      [government(5), government(5), 'AGAINST'],
      [civil(1), civil(1), 'FOR'],
      [civil(2), civil(2), 'ABSTAIN'],
      [civil(4), civil(4), 'FOR'],
      [civil(4), civil(5), 'FOR'],
    ] as const) {
      done(await voter.does('castDecisionVote', { decisionId, memberId: seat.memberId, choice }));
    }
    done(await secretary.does('closeDecisionVote', { decisionId }));
    done(await plenary.closes(president));
    const draft = { meetingId: plenary.id, language: 'FR' };
    ({ id } = done(await secretary.does('draftMinutes', draft, '... on Minutes { id }')));
    const sections = [{ key: 'opening', text: OPENING }];
    done(await secretary.does('saveMinutes', { minutesId: id, basedOnVersion: 1, sections }));
    done(await secretary.does('circulateMinutes', { minutesId: id, version: 2 }));
    await plenary.goTo('2025-01-10');
    const { minutes } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { minutes(id: $id) { editions { markdown sha256 } } }',
      { id },
    );
    const [{ sha256 }] = minutes.editions;
    ({ markdown } = minutes.editions[0]);
    done(await president.does('signMinutes', { minutesId: id, sha256 }));
  });
  afterAll(() => plenary?.forum.close());

  it('in Markdown, which the page shows: the consensus and the objection, the vote and its arithmetic, who took whose part', async () => {
    says(markdown, [...CONSENSUS, ...VOTE, ...ATTENDANCE]);
    expect((await file(`${id}.md`)).toString()).toBe(markdown);
  });

  it('in Akoma Ntoso, by sections', async () => {
    const xml = (await file(`${id}.xml`)).toString();
    says(xml, [...CONSENSUS, ...VOTE, ...ATTENDANCE]);
    says((await file(`${id}/items/${grant}.xml`)).toString(), [...VOTE, ...ATTENDANCE]);
  });

  it('in a PDF, tagged, marked PDF/UA, with a heading an item', async () => {
    for (const name of [`${id}.pdf`, `${id}/items/${grant}.pdf`]) {
      const pdf = (await file(name)).toString('latin1');
      expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/u);
      expect(pdf).toMatch(/\/Marked true/u);
      expect(pdf).toMatch(/\/Lang ?\(fr-FR\)/u);
      for (const tag of ['H1', 'H2', 'L', 'LI']) expect(pdf).toMatch(new RegExp(`/S ?/${tag}\\b`, 'u'));
    }
  });

  it('in a PDF that is read in order: accents, ligatures and the marks of French, names, decisions, votes, papers, signatures', async () => {
    const whole = await linesOfPdf(await file(`${id}.pdf`));
    const signed = [
      'Signé par GOVERNMENT 3, présidence, le 10 janvier 2025.',
      'Non signé : Secretary, rapporteur.',
    ];
    const attended = ['Présences et quorum', ...ATTENDANCE, OPENING];
    const granted = ['2. Subvention', 'Budget prévu', 'empreinte SHA-256', ...VOTE];
    expect(
      outOfOrder(whole, [...attended, '1. Sujets prioritaires', ...CONSENSUS, ...granted, ...signed]),
    ).toBe(null);
    const extract = await linesOfPdf(await file(`${id}/items/${grant}.pdf`));
    expect(outOfOrder(extract, ['Extrait du compte rendu', ...granted, ...attended, ...signed])).toBe(null);
    // The spaces of French do not break: no line begins with a mark, nor ends by opening a quotation.
    for (const line of [...whole, ...extract]) expect(line).not.toMatch(/^ *[:;!?»]|« *$/u);
  });

  it('by extracts: each tells its own item, and both who sat for whom', async () => {
    const [one, other] = [
      (await file(`${id}/items/${bees}.md`)).toString(),
      (await file(`${id}/items/${grant}.md`)).toString(),
    ];
    says(one, [...CONSENSUS, ...ATTENDANCE]);
    says(other, [...VOTE, ...ATTENDANCE]);
    expect(one).not.toContain('2024-3');
    expect(other).not.toContain('2024-2');
  });
});
