import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type PrintedRecord, typstOf } from './typst.js';

let compiler: NodeCompiler | undefined;

function compiled(source: string): Buffer {
  compiler ??= NodeCompiler.create();
  const pdf = compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1' });
  // What the next record shares with this one is little: nothing is kept for it.
  compiler.evictCache(0);
  return pdf;
}

/** The signs that a refusal of the compiler says it has no font for: it writes some by their codes. */
const withoutFont = (refusal: unknown): string[] =>
  [...String(refusal).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)]
    .map(([, text]) =>
      (text ?? '').replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
    )
    .flatMap((text) => [...text])
    .filter((sign) => sign > '~');

/**
 * The record as an accessible PDF (PDF/UA-1): tagged, with its title and its language. Some milliseconds for a usual
 * record, seconds for a very long one, on the thread that asks. The fonts are the compiler’s own, and those of the machine where there are; a sign that
 * none of them has is named by its code, such as `[U+1F389]`, since PDF/UA takes no sign that cannot be shown.
 *
 * @throws Error when the compiler refuses the document.
 */
export function pdfOf(record: PrintedRecord): Buffer {
  const source = typstOf(record);
  try {
    return compiled(source);
  } catch (refusal) {
    const missing = new Set(withoutFont(refusal));
    if (missing.size === 0) throw refusal;
    return compiled(
      [...source]
        .map((sign) =>
          missing.has(sign) ? `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]` : sign,
        )
        .join(''),
    );
  }
}
