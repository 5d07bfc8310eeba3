import type { Language } from '@hemicycle/kernel';
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

/** A paragraph; a title where it is underlined; a list where each line begins with a dash; the signature where the first line is the one of mail. */
function blockOf(block: string): string {
  const lines = block.split('\n').map((line) => line.trimEnd());
  if (/^--\s*$/.test(lines[0] ?? '')) {
    return `<footer><hr><p>${lines.slice(1).map(lineOf).join('<br>')}</p></footer>`;
  }
  if (lines.length === 2 && /^=+$/.test(lines[1] ?? '')) return `<h2>${escaped(lines[0] ?? '')}</h2>`;
  if (lines.every((line) => /^[-–] /.test(line))) {
    return `<ul>${lines.map((line) => `<li>${lineOf(line.slice(2))}</li>`).join('')}</ul>`;
  }
  return `<p>${lines.map(lineOf).join('<br>')}</p>`;
}

/**
 * The letter as HTML, made from its text so that both say the same: paragraphs, lists, links written in full. Nothing is
 * loaded, no image, no style but what lets the reader's own colours be, dark ones included.
 */
export function htmlOf({ subject, text }: Letter, language: Language): string {
  const blocks = text
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
    '</head>',
    '<body>',
    ...blocks,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
