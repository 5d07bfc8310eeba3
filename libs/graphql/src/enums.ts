import { COLLEGES, LANGUAGES } from '@hemicycle/kernel';
import { registerEnumType } from '@nestjs/graphql';

/** A GraphQL enum made from a list of words; TypeScript keeps the list's union type. */
export function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description: string,
  meanings: Partial<Record<Word, string>> = {},
): Record<string, Word> {
  const values = Object.fromEntries(words.map((word) => [word, word])) as Record<string, Word>;
  const valuesMap = Object.fromEntries(
    Object.entries(meanings).map(([word, meaning]) => [word, { description: meaning as string }]),
  );
  registerEnumType(values, { name, description, valuesMap });
  return values;
}

export const CollegeEnum = enumOf('College', COLLEGES, 'The two sides of the table (charter C3-COLLEGES).', {
  GOVERNMENT: 'Government actors: ministries, directorates, agencies.',
  CIVIL_SOCIETY: 'Organised civil society.',
});

const words = LANGUAGES.map((language) => language.toUpperCase()) as ('FR' | 'EN')[];
export const LanguageEnum = enumOf('Language', words, 'The languages of the forum. French is the original.');
