import { BadUserInput } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { FileTypeValidator } from '@nestjs/common';

/** What a paper may be: documents that people open everywhere, without programs in them. */
export const PAPER_FORMATS = [
  'PDF',
  'ODT',
  'DOCX',
  'ODS',
  'XLSX',
  'CSV',
  'PNG',
  'JPEG',
  'MARKDOWN',
  'TEXT',
] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** The largest file of a paper, in bytes. */
export const LARGEST_PAPER = 10 * 1024 * 1024;

const same = (word: string): Text => ({ fr: word, en: word });

/** As people name them. */
export const FORMAT_WORDS: Readonly<Record<PaperFormat, Text>> = {
  PDF: same('PDF'),
  ODT: same('ODT'),
  DOCX: same('DOCX'),
  ODS: same('ODS'),
  XLSX: same('XLSX'),
  CSV: same('CSV'),
  PNG: same('PNG'),
  JPEG: same('JPEG'),
  MARKDOWN: same('Markdown'),
  TEXT: { fr: 'texte', en: 'text' },
};

/** As they are named over HTTP. */
export const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  PDF: 'application/pdf',
  ODT: 'application/vnd.oasis.opendocument.text',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ODS: 'application/vnd.oasis.opendocument.spreadsheet',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv; charset=utf-8',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  MARKDOWN: 'text/markdown; charset=utf-8',
  TEXT: 'text/plain; charset=utf-8',
};

const EXTENSIONS: Readonly<Record<string, PaperFormat>> = {
  pdf: 'PDF',
  odt: 'ODT',
  docx: 'DOCX',
  ods: 'ODS',
  xlsx: 'XLSX',
  csv: 'CSV',
  png: 'PNG',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  md: 'MARKDOWN',
  markdown: 'MARKDOWN',
  txt: 'TEXT',
};

/** Formats that nothing in the bytes tells apart: text, in UTF-8. */
const TEXTS: readonly PaperFormat[] = ['CSV', 'MARKDOWN', 'TEXT'];

/** Control characters that no text holds: all but tabulations, line and page breaks. */
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\0-\x08\x0e-\x1f\x7f]/;

/** What the bytes say that they are, as Nest’s own validator finds it; null: nothing that it knows, as most text is. */
async function mediaTypeOf(content: Buffer): Promise<string | null> {
  const file = { buffer: content, size: content.length, mimetype: '' };
  await new FileTypeValidator({ fileType: /./, overrideMimeType: true }).isValid(file);
  return file.mimetype === '' ? null : file.mimetype;
}

function isText(content: Buffer): boolean {
  try {
    return !NO_TEXT.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

/**
 * The format of a paper: the one that its name says, when its bytes are of it.
 *
 * @throws BadUserInput for a name that says none of the formats, or for content that is empty, too large or of another.
 */
export async function formatOf(fileName: string, content: Buffer): Promise<PaperFormat> {
  const format = EXTENSIONS[/\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) throw new BadUserInput('file', NOT_A_FORMAT);
  if (content.length === 0) throw new BadUserInput('file', EMPTY);
  if (content.length > LARGEST_PAPER) throw new BadUserInput('file', TOO_LARGE);
  const found = await mediaTypeOf(content);
  // A few letters make many a signature, and text may begin with them; an archive’s has control characters, which no text has.
  const holds = TEXTS.includes(format)
    ? found !== MEDIA_TYPES.PDF && isText(content)
    : found === MEDIA_TYPES[format];
  if (!holds) throw new BadUserInput('file', TEXTS.includes(format) ? NOT_TEXT : notOf(format));
  return format;
}

const NOT_A_FORMAT: Text = {
  fr: 'Un document est un fichier PDF, ODT, DOCX, ODS, XLSX, CSV, PNG, JPEG, Markdown (.md) ou texte (.txt) ; son nom le dit.',
  en: 'A paper is a PDF, ODT, DOCX, ODS, XLSX, CSV, PNG, JPEG, Markdown (.md) or text (.txt) file; its name says so.',
};
const EMPTY: Text = { fr: 'Ce fichier est vide.', en: 'This file is empty.' };
export const TOO_LARGE: Text = {
  fr: 'Un document pèse 10 Mio (10 485 760 octets) au plus.',
  en: 'A paper is 10 MiB (10,485,760 bytes) at most.',
};
const NOT_TEXT: Text = {
  fr: 'Le contenu de ce fichier n’est pas du texte en UTF-8, comme son nom le dit. Enregistrez-le en UTF-8, ou donnez-lui l’extension de son vrai format.',
  en: 'What this file holds is not text in UTF-8, as its name says. Save it as UTF-8, or give it the extension of its true format.',
};
const notOf = (format: PaperFormat): Text => ({
  fr: `Le contenu de ce fichier n’est pas du ${FORMAT_WORDS[format].fr}, comme son nom le dit.`,
  en: `What this file holds is not ${FORMAT_WORDS[format].en}, as its name says.`,
});
