import { type Day, FORUM, type Language } from '@hemicycle/kernel';
import type { Body } from '@hemicycle/meetings';
import type { Heading, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { ExtractPlaces } from './extract.js';
import { readMarkdown, wordsOf } from './markdown.js';

/** A signature, given on a day or not. */
export interface SignatureShown {
  readonly capacity: 'PRESIDENT' | 'RAPPORTEUR';
  readonly name: string;
  /** Null: not signed. */
  readonly signedOn: Day | null;
  /** The whole in a sentence. */
  readonly inWords: string;
}

/** What the metadata of the exchanged record say. */
export interface ExchangedRecord {
  /** The minutes’ file. */
  readonly markdown: string;
  readonly language: Language;
  readonly body: Body;
  /** Among the meetings of the body, or of the group. */
  readonly number: number;
  /** The working group whose meeting it was; null: another body’s. */
  readonly groupId: string | null;
  readonly on: Day;
  /** The day of this edition. */
  readonly madeOn: Day;
  /** 1, and more for a correction. */
  readonly edition: number;
  /** Whoever was there, by name: in the room or online, then those without a seat. */
  readonly present: readonly string[];
  readonly president: string;
  /** The signatures of this edition, given or not; empty: none is shown. */
  readonly signatures: readonly SignatureShown[];
  /** Where the file itself is, and its hash. */
  readonly fileUrl: string;
  readonly sha256: string;
}

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** A text in XML; what XML cannot hold is left out. */
const said = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

function phrasing(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return said(node.value);
    case 'emphasis':
      return `<i>${node.children.map(phrasing).join('')}</i>`;
    case 'strong':
      return `<b>${node.children.map(phrasing).join('')}</b>`;
    case 'inlineCode':
      return `<inline name="code">${said(node.value)}</inline>`;
    case 'link':
      return `<a href="${said(node.url)}">${node.children.map(phrasing).join('')}</a>`;
    case 'break':
      return '<eol/>';
    default:
      throw new RangeError(`A file of minutes has no ${node.type}`);
  }
}

function blocks(node: Nodes, quotation = false): string {
  switch (node.type) {
    case 'paragraph':
      return `<p${quotation ? ' class="quotation"' : ''}>${node.children.map(phrasing).join('')}</p>`;
    case 'heading':
      return `<p><b>${node.children.map(phrasing).join('')}</b></p>`;
    case 'list': {
      const name = node.ordered === true ? 'ol' : 'ul';
      const items = node.children.map(
        // An item holds paragraphs and lists alone.
        ({ children }) =>
          `<li>${children
            .flatMap((child) => unquoted(child))
            .map((child) => blocks(child))
            .join('')}</li>`,
      );
      return `<${name}>${items.join('')}</${name}>`;
    }
    case 'blockquote':
      return node.children.map((child) => blocks(child, true)).join('');
    default:
      throw new RangeError(`A file of minutes has no ${node.type}`);
  }
}

const unquoted = (node: Nodes): Nodes[] =>
  node.type === 'blockquote' ? node.children.flatMap(unquoted) : [node];

/** Some blocks under their heading; the first group has none when the text begins without one. */
interface Group {
  readonly heading: Heading | null;
  readonly below: RootContent[];
}

function groupsOf(children: readonly RootContent[], depth: number): Group[] {
  const groups: Group[] = [{ heading: null, below: [] }];
  for (const child of children) {
    if (child.type === 'heading' && child.depth === depth) groups.push({ heading: child, below: [] });
    else groups.at(-1)?.below.push(child);
  }
  return groups;
}

/** @param kept the places of its parts that are shown; null: all of them */
function section({ heading, below }: Group, number: number, kept: readonly number[] | null = null): string {
  const eId = `sec_${number}`;
  const [intro, ...parts] = groupsOf(below, 3);
  const title = heading === null ? '' : `<heading>${heading.children.map(phrasing).join('')}</heading>`;
  const introduction = intro?.below.map((child) => blocks(child)).join('') ?? '';
  if (parts.length === 0) {
    return `<section eId="${eId}">${title}<content eId="${eId}__content">${introduction}</content></section>`;
  }
  const opening = introduction === '' ? '' : `<intro eId="${eId}__intro">${introduction}</intro>`;
  const rest = parts.map((part, index) => {
    if (kept !== null && !kept.includes(index)) return '';
    const id = `${eId}__part_${index + 1}`;
    const name =
      part.heading === null ? '' : `<heading>${part.heading.children.map(phrasing).join('')}</heading>`;
    return `<hcontainer name="part" eId="${id}">${name}<content eId="${id}__content">${part.below.map((child) => blocks(child)).join('')}</content></hcontainer>`;
  });
  return `<section eId="${eId}">${title}${opening}${rest.join('')}</section>`;
}

const isTitle = ({ type }: RootContent): boolean => type === 'heading';

/** Whoever the metadata name: the president first, then who took part, then who signs and did not. */
const peopleOf = ({ president, present, signatures }: ExchangedRecord): string[] => [
  president,
  ...present.filter((name) => name !== president),
  ...signatures.map(({ name }) => name).filter((name) => name !== president && !present.includes(name)),
];

/** The signatures, each in a paragraph, apart from the text that they sign: its hash is of the file without them. */
function signaturesOf(record: ExchangedRecord): string {
  const people = peopleOf(record);
  const shown = record.signatures.map(({ capacity, name, signedOn, inWords }) => {
    if (signedOn === null) return `<p class="unsigned">${said(inWords)}</p>`;
    const [who, as] = [
      `#person_${people.indexOf(name) + 1}`,
      capacity === 'PRESIDENT' ? 'president' : 'rapporteur',
    ];
    return `<p><signature refersTo="${who}"><person refersTo="${who}" as="#${as}">${said(name)}</person>, <date date="${signedOn}">${said(inWords)}</date> SHA-256 ${record.sha256}</signature></p>`;
  });
  return shown.join('\n');
}

/** The metadata of the record, or of a portion of it. */
function metaOf(record: ExchangedRecord, portion: string | null): string {
  const { language, body, number, groupId, on, madeOn, edition, signatures, fileUrl, sha256 } = record;
  const lang = language === 'fr' ? 'fra' : 'eng';
  const of = body === 'MANAGEMENT_COMMITTEE' ? 'committee' : groupId;
  const work = `/akn/fr/doc/minutes/${on}/${of === null ? number : `${of}-${number}`}`;
  const expression = `${work}/${lang}@${madeOn}`;
  const component = portion === null ? '!main' : `!main~${portion}`;
  const level = (uri: string, day: Day, name: string, own: string): string =>
    `<FRBRthis value="${uri}/${component}"/><FRBRuri value="${uri}"/><FRBRdate date="${day}" name="${name}"/><FRBRauthor href="#forum"/>${own}`;
  const people = peopleOf(record);
  const role = (eId: string, named: string): string =>
    `<TLCRole eId="${eId}" href="/akn/ontology/role/fr/${eId}" showAs="${named}"/>`;
  return `<meta>
<identification source="#forum">
<FRBRWork>${level(work, on, 'meeting', `<FRBRcountry value="fr"/><FRBRnumber value="${number}"/><FRBRname value="minutes"/>`)}</FRBRWork>
<FRBRExpression>${level(expression, madeOn, 'edition', `<FRBRversionNumber value="${edition}"/><FRBRlanguage language="${lang}"/>`)}</FRBRExpression>
<FRBRManifestation>${level(`${expression}.akn`, madeOn, 'edition', '<FRBRformat value="application/akn+xml"/>')}</FRBRManifestation>
</identification>
<references source="#forum">
<original eId="file" href="${said(fileUrl)}" showAs="SHA-256 ${sha256}"/>
<TLCOrganization eId="forum" href="/akn/ontology/organization/fr/forum" showAs="${said(FORUM.name[language])}"/>
${people.map((name, index) => `<TLCPerson eId="person_${index + 1}" href="/akn/ontology/person/fr/person_${index + 1}" showAs="${said(name)}"/>`).join('\n')}
${role('president', language === 'fr' ? 'présidence' : 'president')}${signatures.length === 0 ? '' : `\n${role('rapporteur', 'rapporteur')}`}
</references>
</meta>`;
}

const documentOf = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}">
${content}
</akomaNtoso>
`;

/** The record in Akoma Ntoso 3.0, the OASIS vocabulary of parliamentary documents: valid against its XSD. */
export function akomaNtosoOf(record: ExchangedRecord): string {
  const [head, ...sections] = groupsOf(readMarkdown(record.markdown).children, 2);
  const title = head?.below.find(isTitle);
  const before = head?.below.filter((node) => !isTitle(node)) ?? [];
  return documentOf(`<doc name="minutes">
${metaOf(record, null)}
<preface>
<p><docTitle>${title === undefined ? '' : said(wordsOf(title))}</docTitle></p>
${before.map((child) => blocks(child)).join('\n')}
</preface>
<mainBody>
${sections.map((group, index) => section(group, index + 1)).join('\n')}
</mainBody>
${record.signatures.length === 0 ? '' : `<conclusions eId="conclusions">\n${signaturesOf(record)}\n</conclusions>\n`}</doc>`);
}

/**
 * One item of the record in Akoma Ntoso 3.0, as a portion of it: its section, the comments on it and the attendance, each
 * under the eId that it has in the whole, then the signatures of the whole.
 *
 * @param record the whole, its file included
 */
export function akomaNtosoExtractOf(record: ExchangedRecord, { item, comments }: ExtractPlaces): string {
  const sections = groupsOf(readMarkdown(record.markdown).children, 2).slice(1);
  const shown = (place: number, kept: readonly number[] | null = null): string => {
    const group = sections[place];
    if (group === undefined) throw new RangeError(`These minutes have no section ${place}`);
    return section(group, place + 1, kept);
  };
  const taken = [
    shown(item + 1),
    ...(comments.length === 0 ? [] : [shown(sections.length - 1, comments)]),
    shown(0),
    ...(record.signatures.length === 0
      ? []
      : [
          `<hcontainer name="signatures" eId="signatures"><content eId="signatures__content">${signaturesOf(record)}</content></hcontainer>`,
        ]),
  ];
  return documentOf(`<portion includedIn="#file">
${metaOf(record, `sec_${item + 2}`)}
<portionBody>
<hcontainer name="extract" eId="extract">
${taken.join('\n')}
</hcontainer>
</portionBody>
</portion>`);
}
