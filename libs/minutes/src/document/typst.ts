import type { Language } from '@hemicycle/kernel';
import type { BlockContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { readMarkdown } from './markdown.js';

/** What the pages of a printed record say around it. */
export interface PrintedRecord {
  /** The minutes’ file. */
  readonly markdown: string;
  readonly language: Language;
  /** As words: the document’s title, and that of its pages. */
  readonly title: string;
  /** The forum’s name, at the top of each page. */
  readonly running: string;
  /** What is said of the approval and the hash below the text, each a paragraph. */
  readonly colophon: readonly string[];
}

/** A text as Typst’s string: nothing in it is markup. */
const quoted = (text: string): string =>
  `"${text
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(/[\\"]/gu, '\\$&')
    .replace(/\s+/gu, (space) => (/^[\u00a0\u202f]+$/u.test(space) ? space : ' '))}"`;

const words = (text: string): string => `#${quoted(text)};`;
const inside = (name: string, content: string, ...options: readonly string[]): string =>
  `#${name}${options.length === 0 ? '' : `(${options.join(', ')})`}[${content}]`;

function phrasing(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return words(node.value);
    case 'emphasis':
      return inside('emph', node.children.map(phrasing).join(''));
    case 'strong':
      return inside('strong', node.children.map(phrasing).join(''));
    case 'inlineCode':
      return `#raw(${quoted(node.value)});`;
    case 'link':
      return inside(`link(${quoted(node.url)})`, node.children.map(phrasing).join(''));
    case 'break':
      return '#linebreak();';
    default:
      throw new RangeError(`A file of minutes has no ${node.type}`);
  }
}

/** What announces a list stays on its page, as near to it as its items are to each other: « Pour : » alone at the foot of one would say nothing. */
const item = ({ children }: ListItem): string =>
  `[${children
    .map((child, place) =>
      children[place + 1]?.type === 'list'
        ? inside('block', block(child), 'sticky: true', 'below: 0.7em')
        : block(child),
    )
    .join('\n\n')}]`;

function block(node: BlockContent | RootContent | Nodes): string {
  switch (node.type) {
    case 'heading':
      // The title of the file is the document’s; the sections below are its first headings.
      return node.depth === 1
        ? '#title()'
        : inside('heading', node.children.map(phrasing).join(''), `level: ${node.depth - 1}`);
    case 'paragraph':
      return node.children.map(phrasing).join('');
    case 'list':
      return node.ordered === true
        ? `#enum(start: ${node.start ?? 1}, ${node.children.map(item).join(', ')})`
        : `#list(${node.children.map(item).join(', ')})`;
    case 'blockquote':
      return inside('quote', node.children.map(block).join('\n\n'), 'block: true');
    default:
      throw new RangeError(`A file of minutes has no ${node.type}`);
  }
}

/** The record as a Typst document. Whatever people wrote stands in it as strings, never as Typst’s own markup. */
export function typstOf({ markdown, language, title, running, colophon }: PrintedRecord): string {
  const french = language === 'fr';
  return `#set document(title: ${quoted(title)}, author: ${quoted(running)}, date: none)
#set text(font: "Libertinus Serif", size: 11pt, lang: "${language}", region: "${french ? 'FR' : 'GB'}")
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 28mm, bottom: 25mm),
  header: text(size: 9pt)[#${quoted(running)};],
  footer: context text(size: 9pt)[#${quoted(title)}; #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#set par(justify: false, leading: 0.7em, spacing: 1em)
#set list(marker: [–], indent: 0.5em)
#show link: underline
#show title: set text(size: 19pt)
#show heading.where(level: 1): set block(above: 1.8em, below: 0.9em)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.7em)

${readMarkdown(markdown).children.map(block).join('\n\n')}

#v(1.5em)
#line(length: 100%, stroke: 0.5pt)
${colophon.map((paragraph) => `#text(size: 9pt)[#${quoted(paragraph)};]`).join('\n\n')}
`;
}
