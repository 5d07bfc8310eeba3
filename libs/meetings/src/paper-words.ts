import { type Language, sizeInWords } from '@hemicycle/kernel';
import { FORMAT_WORDS } from './paper-format.js';
import type { ListedPaper } from './papers.repository.js';

/** Papers as letters list them, each in its last version. A type, not an interface: it is kept as JSON. */
export type PapersInWords = {
  readonly papersFr: readonly string[];
  readonly papersEn: readonly string[];
  /** Where each is read: its file, or the meeting’s page for what is for members alone. */
  readonly paperPaths: readonly string[];
};

/** Where the last version of a paper is read. */
export const paperAddress = (publicUrl: string, id: string): string => `${publicUrl}/papers/${id}`;

const line = (
  { title, membersOnlyReason, versions: [{ format, size }] }: ListedPaper,
  position: number,
  language: Language,
): string => {
  const file = `${FORMAT_WORDS[format][language]}, ${sizeInWords(size)[language]}`;
  return language === 'fr'
    ? `point ${position}, ${title.fr} (${file}${membersOnlyReason === null ? '' : ', réservé aux membres, sur la page de la séance'})`
    : `item ${position}, ${title.en} (${file}${membersOnlyReason === null ? '' : ', for members only, on the meeting’s page'})`;
};

/**
 * Papers with the numbers of their items. What is for members alone is read from the meeting's page: a browser that comes from
 * elsewhere to the file itself would not bring the session.
 */
export const papersInWords = (
  papers: readonly { readonly paper: ListedPaper; readonly position: number }[],
): PapersInWords => ({
  papersFr: papers.map(({ paper, position }) => line(paper, position, 'fr')),
  papersEn: papers.map(({ paper, position }) => line(paper, position, 'en')),
  paperPaths: papers.map(({ paper: { id, meetingId, membersOnlyReason } }) =>
    membersOnlyReason === null ? paperAddress('', id) : `/meetings/${meetingId}`,
  ),
});

/** The papers as lines of a letter, each with its address. */
export const paperLines = (
  { papersFr, papersEn, paperPaths }: PapersInWords,
  language: Language,
  publicUrl: string,
): string[] =>
  (language === 'fr' ? papersFr : papersEn).map(
    (said, place) => `- ${said}${language === 'fr' ? ' : ' : ': '}${publicUrl}${paperPaths[place]}`,
  );

/** The papers of an agenda as a part of a letter; null: there are none. */
export function papersParagraph(words: PapersInWords, language: Language, publicUrl: string): string | null {
  const lines = paperLines(words, language, publicUrl);
  return lines.length === 0 ? null : [language === 'fr' ? 'Documents :' : 'Papers:', ...lines].join('\n');
}
