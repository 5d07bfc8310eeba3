import type { Text } from '@hemicycle/kernel';
import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** What stops a text of the rapporteur, and on which of its lines, from 1. */
export interface MarkdownProblem {
  readonly line: number;
  readonly problem: Text;
}

/** Reads Markdown: CommonMark, no extension. */
export const readMarkdown = (markdown: string): Root => fromMarkdown(markdown);

const SCHEMES = ['http:', 'https:', 'mailto:'];

const REFUSED: Partial<Record<Nodes['type'], Text>> = {
  html: { fr: 'Le HTML n’est pas admis.', en: 'HTML is not allowed.' },
  image: { fr: 'Les images ne sont pas admises.', en: 'Images are not allowed.' },
  imageReference: { fr: 'Les images ne sont pas admises.', en: 'Images are not allowed.' },
  definition: {
    fr: 'Les renvois de lien ne sont pas admis : écrivez l’adresse dans le lien.',
    en: 'Link references are not allowed: write the address in the link.',
  },
  code: {
    fr: 'Les blocs de code ne sont pas admis ; un paragraphe commence sans espaces.',
    en: 'Code blocks are not allowed; a paragraph starts without spaces.',
  },
  thematicBreak: {
    fr: 'Les filets de séparation ne sont pas admis.',
    en: 'Rules across the page are not allowed.',
  },
};

const WRONG_LEVEL: Text = {
  fr: 'Les intertitres ont trois dièses, ou quatre sous un intertitre de trois : les titres du document sont au-dessus.',
  en: 'Headings have three number signs, or four below one of three: the titles of the document stand above.',
};
const WRONG_ADDRESS: Text = {
  fr: 'Un lien commence par https://, http:// ou mailto:.',
  en: 'A link begins with https://, http:// or mailto:.',
};
const EMPTY_LINK: Text = { fr: 'Un lien porte un texte.', en: 'A link has a text.' };
const HEADING_INSIDE: Text = {
  fr: 'Un intertitre ne se met ni dans une liste, ni dans une citation, et n’est pas vide.',
  en: 'A heading stands neither in a list nor in a quotation, and is not empty.',
};

/** The words of a node, without its marks. */
export function wordsOf(node: Nodes): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  if (node.type === 'break') return ' ';
  return 'value' in node ? node.value : '';
}

const schemeOf = (address: string): string | null => {
  try {
    return new URL(address).protocol;
  } catch {
    return null;
  }
};

const TOO_DEEP: Text = {
  fr: 'Trop de signes de suite, ou de niveaux les uns dans les autres.',
  en: 'Too many signs in a row, or levels inside each other.',
};
/** What would take the reader of Markdown an unreasonable time or depth, before it is asked to read it. */
const TANGLED = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){9}|[*_`[(<]{9}/mu;
const DEEPEST = 20;

/** Everything in a text of the rapporteur that the minutes do not take; an empty list is a yes. */
export function markdownProblems(markdown: string): MarkdownProblem[] {
  const tangle = TANGLED.exec(markdown);
  if (tangle !== null) {
    return [{ line: markdown.slice(0, tangle.index).split('\n').length, problem: TOO_DEEP }];
  }
  const problems: MarkdownProblem[] = [];
  let level = 2;
  const refuse = (node: Nodes, problem: Text): void => {
    problems.push({ line: node.position?.start.line ?? 1, problem });
  };
  const heading = (node: Heading, below: boolean): void => {
    if (below || wordsOf(node).trim() === '') refuse(node, HEADING_INSIDE);
    else if (node.depth < 3 || node.depth > 4 || node.depth > level + 1) refuse(node, WRONG_LEVEL);
    else level = node.depth;
  };
  const visit = (node: Nodes, depth: number): void => {
    if (depth > DEEPEST) {
      refuse(node, TOO_DEEP);
      return;
    }
    const refusal = REFUSED[node.type];
    if (refusal !== undefined) refuse(node, refusal);
    if (node.type === 'heading') heading(node, depth > 1);
    if (node.type === 'link') {
      if (!SCHEMES.includes(schemeOf(node.url) ?? '')) refuse(node, WRONG_ADDRESS);
      if (wordsOf(node).trim() === '') refuse(node, EMPTY_LINK);
    }
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(readMarkdown(markdown), 0);
  return problems;
}

/**
 * Some words as Markdown that says them and nothing else: whatever a name or a title holds, it makes neither emphasis nor
 * list nor link. Spaces are made single, lines one.
 */
export function asMarkdown(words: string): string {
  return (
    words
      .replace(/\s+/gu, (space) => (/^[\u00a0\u202f]$/u.test(space) ? space : ' '))
      .trim()
      .replace(/[\\`*_[\]<>&#]/gu, '\\$&')
      // At the beginning of a line, a list or a rule.
      .replace(/^[+\-=~]/u, '\\$&')
      .replace(/^(\d{1,9})([.)])/u, '$1\\$2')
  );
}

/** Paragraphs of plain text as Markdown. */
export const paragraphsAsMarkdown = (text: string): string =>
  text
    .split(/\n\s*\n/u)
    .map(asMarkdown)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
