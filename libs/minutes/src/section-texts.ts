import { BadUserInput } from '@hemicycle/graphql';
import { type SectionText, sectionsOf } from './document/compose.js';
import { markdownProblems } from './document/markdown.js';
import type { MeetingFacts } from './document/meeting-facts.js';
import type { Language } from '@hemicycle/kernel';

/**
 * The texts of the rapporteur for every section of a record, those not given being empty.
 *
 * @param field where they stand in the input
 * @throws BadUserInput for a section that the record has not, or has twice, and for Markdown that it does not take: with
 * the section and the line.
 */
export function textsOf(
  given: readonly SectionText[],
  facts: MeetingFacts,
  language: Language,
  field: string,
): SectionText[] {
  const sections = sectionsOf(facts, language);
  const seen = new Set<string>();
  for (const [index, { key, text }] of given.entries()) {
    const section = sections.find((one) => one.key === key);
    if (section === undefined || seen.has(key))
      throw new BadUserInput(`${field}.${index}.key`, NOT_A_SECTION);
    seen.add(key);
    const [problem] = markdownProblems(text);
    if (problem !== undefined) {
      throw new BadUserInput(`${field}.${index}.text`, {
        fr: `« ${section.title} », ligne ${problem.line} : ${problem.problem.fr}`,
        en: `“${section.title}”, line ${problem.line}: ${problem.problem.en}`,
      });
    }
  }
  return sections.map(({ key }) => ({ key, text: given.find((one) => one.key === key)?.text ?? '' }));
}

const NOT_A_SECTION = {
  fr: 'Ce n’est pas, ou c’est deux fois, une partie de ce compte rendu.',
  en: 'This is not, or is twice, a section of these minutes.',
};
