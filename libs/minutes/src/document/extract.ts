import type { Language } from '@hemicycle/kernel';
import { asMarkdown, readMarkdown } from './markdown.js';
import { MINUTES_WORDS } from './words.js';

/** What an extract takes of a file of minutes beside its head and its attendance. Places count from 0. */
export interface ExtractPlaces {
  /** Of the item among those of the agenda. */
  readonly item: number;
  /** Of the comments on that item among those annexed to the minutes; empty: nobody commented on it. */
  readonly comments: readonly number[];
}

/** What an extract says of where it comes from. */
export interface ExtractOrigin {
  /** The title of the minutes, as words. */
  readonly title: string;
  /** Where the edition is read. */
  readonly url: string;
  /** 1, and more for a correction. */
  readonly edition: number;
  /** How and when the minutes were approved, a sentence. */
  readonly standing: string;
  /** Of the Markdown file of that edition. */
  readonly sha256: string;
  /** The signatures of that edition, given or not, a sentence each. */
  readonly signatures: readonly string[];
}

/**
 * The parts of a text at its titles of one depth, each from its title on, without the empty lines between them; the first
 * is what stands above the titles, maybe nothing.
 */
export function partsOf(markdown: string, depth: 2 | 3): string[] {
  const titles = readMarkdown(markdown).children.flatMap((node) =>
    node.type === 'heading' && node.depth === depth ? [node.position?.start.offset ?? 0] : [],
  );
  const cuts = [0, ...titles, markdown.length];
  return cuts.slice(1).map((end, index) => markdown.slice(cuts[index], end).trimEnd());
}

/** As words, from the title of the minutes. */
export const extractTitle = (title: string, language: Language): string =>
  MINUTES_WORDS[language].extract(`${title.charAt(0).toLowerCase()}${title.slice(1)}`);

/**
 * One item of published minutes as a file of its own: their head, the item and who was there, sign for sign, the comments
 * annexed on that item, and where it comes from: who signed that edition among the rest. It proves a decision to whoever does not read the whole.
 *
 * @param markdown the file of the edition
 */
export function extractMarkdown(
  markdown: string,
  language: Language,
  { item, comments }: ExtractPlaces,
  { title, url, edition, standing, sha256, signatures }: ExtractOrigin,
): string {
  const words = MINUTES_WORDS[language];
  const [head = '', attendance = '', ...others] = partsOf(markdown, 2);
  const about = others[item];
  if (about === undefined) throw new RangeError(`These minutes have no item ${item}`);
  const [above = '', ...each] = comments.length === 0 ? [] : partsOf(others.at(-1) ?? '', 3);
  return `${[
    head.replace(/^# .*/u, () => `# ${asMarkdown(extractTitle(title, language))}`),
    about,
    ...(comments.length === 0 ? [] : [above, ...comments.map((place) => each[place] ?? '')]),
    attendance,
    `## ${words.origin}`,
    [
      `- ${words.originMinutes}${words.colon}[${asMarkdown(title)}](${url})`,
      `- ${edition === 1 ? words.firstVersion : words.version(edition)}`,
      `- ${standing}`,
      `- ${words.originHash}${words.colon}\`${sha256}\``,
      ...signatures.map((signature) => `- ${asMarkdown(signature)}`),
    ].join('\n'),
    words.verbatim,
  ].join('\n\n')}\n`;
}
