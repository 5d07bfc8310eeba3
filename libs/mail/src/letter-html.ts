import { frenchSpaces, type Language } from '@hemicycle/kernel';
import type { Letter } from './mail-kind.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]»]/g;

/** A line with its addresses as links, whole: where one leads can be read. */
function lineOf(line: string): string {
  let html = '';
  let from = 0;
  for (const { index, 0: address } of line.matchAll(ADDRESS)) {
    html += `${escaped(line.slice(from, index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    from = index + address.length;
  }
  return html + escaped(line.slice(from));
}

type LineKind = 'ul' | 'ol' | 'blockquote' | 'p';

/**
 * What a line is: of a list behind dashes or behind numbers, of what is quoted, or of a paragraph. Numbers begin at 1: a
 * sentence may begin with a year.
 */
function kindOf(line: string, above: LineKind | undefined): LineKind {
  if (/^[-–] /.test(line)) return 'ul';
  if (line.startsWith('>')) return 'blockquote';
  return (above === 'ol' ? /^\d{1,4}\. / : /^1\. /).test(line) ? 'ol' : 'p';
}

function numberedLine(line: string): string {
  const [, number = '', words = ''] = /^(\d+)\. (.*)$/.exec(line) ?? [];
  return `<li value="${Number(number)}">${lineOf(words)}</li>`;
}

const linesOf = {
  p: (lines: readonly string[]) => `<p>${lines.map(lineOf).join('<br>')}</p>`,
  ul: (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${lineOf(line.slice(2))}</li>`).join('')}</ul>`,
  blockquote: (lines: readonly string[]) =>
    `<blockquote><p>${lines.map((line) => lineOf(line.replace(/^> ?/, ''))).join('<br>')}</p></blockquote>`,
  ol: (lines: readonly string[]) => `<ol>${lines.map(numberedLine).join('')}</ol>`,
};

/** A title where it is underlined; the signature where the first line is the one of mail; else paragraphs and lists. */
function blockOf(block: string): string {
  const lines = block.split('\n').map((line) => line.trimEnd());
  if (/^--\s*$/.test(lines[0] ?? '')) {
    return `<footer><hr><p>${lines.slice(1).map(lineOf).join('<br>')}</p></footer>`;
  }
  if (lines.length === 2 && /^=+$/.test(lines[1] ?? '')) return `<h2>${escaped(lines[0] ?? '')}</h2>`;
  const runs: { readonly kind: LineKind; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const kind = kindOf(line, last?.kind);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.map((run) => linesOf[run.kind](run.lines)).join('\n');
}

/** A column that is easily read, and addresses that break rather than widen it. Colours are the reader’s. */
const STYLE =
  'body{max-width:36em;margin:0 auto;padding:1em;font-family:sans-serif;line-height:1.5;overflow-wrap:anywhere}' +
  'h2{margin-top:2em;font-size:1.15em;line-height:1.3}ul,ol{padding-left:1.5em}footer{margin-top:2em;font-size:.875em}';

/**
 * The letter as HTML, made from its text so that both say the same: paragraphs, lists, links written in full. Nothing is
 * loaded: no image. It has no colour, so that the reader’s own are kept, dark ones included.
 */
export function htmlOf({ subject, text }: Letter, language: Language): string {
  const blocks = (language === 'fr' ? frenchSpaces(text) : text)
    .trim()
    .split(/\n{2,}/)
    .map(blockOf);
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...blocks,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
