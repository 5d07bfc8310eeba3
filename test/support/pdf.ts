import { getDocumentProxy } from 'unpdf';

/** The lines that are read of a PDF, page after page, in the order of its content. Every space is read as a plain one. */
export async function linesOfPdf(file: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  return pages.join('\n').split('\n');
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ');

/** The first of these passages that does not come after those before it; null: they are all there, in this order. */
export function outOfOrder(lines: readonly string[], passages: readonly string[]): string | null {
  const text = spaced(lines.map((line) => line.replace(/^– /u, '')).join(' '));
  let from = 0;
  for (const passage of passages) {
    const at = text.indexOf(spaced(passage), from);
    if (at === -1) return passage;
    from = at + spaced(passage).length;
  }
  return null;
}
