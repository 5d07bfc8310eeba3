import { BadUserInput } from '@hemicycle/graphql';
import { quantity, type Text } from '@hemicycle/kernel';
import type { ValidationError } from 'class-validator';

/** What each form asks for, in both languages; `bound` is the number in class-validator's own sentence. */
const ASKED: Readonly<Record<string, (bound: string) => Text>> = {
  isNotEmpty: () => ({ fr: 'ne doit pas être vide', en: 'must not be empty' }),
  isEmpty: () => ({ fr: 'doit rester vide', en: 'must stay empty' }),
  isString: () => ({ fr: 'doit être un texte', en: 'must be a text' }),
  isInt: () => ({ fr: 'doit être un nombre entier', en: 'must be a whole number' }),
  isBoolean: () => ({ fr: 'doit être vrai ou faux', en: 'must be true or false' }),
  isUuid: () => ({ fr: 'doit être un identifiant', en: 'must be an id' }),
  isEmail: () => ({ fr: 'doit être une adresse électronique', en: 'must be an email address' }),
  isUrl: () => ({ fr: 'doit être une adresse web', en: 'must be a web address' }),
  isDate: () => ({ fr: 'doit être un instant qui existe', en: 'must be an instant that exists' }),
  minDate: () => ({ fr: 'doit tomber dans les années 1 à 9999', en: 'must fall in the years 1 to 9999' }),
  maxDate: () => ({ fr: 'doit tomber dans les années 1 à 9999', en: 'must fall in the years 1 to 9999' }),
  min: (n) => ({ fr: `doit valoir au moins ${n}`, en: `must be at least ${n}` }),
  max: (n) => ({ fr: `doit valoir au plus ${n}`, en: `must be at most ${n}` }),
  maxLength: (n) => ({
    fr: `doit avoir au plus ${quantity.fr(Number(n), 'caractère', 'caractères')}`,
    en: `must have at most ${quantity.en(Number(n), 'character', 'characters')}`,
  }),
  arrayMinSize: (n) => ({
    fr: `doit avoir au moins ${quantity.fr(Number(n), 'élément', 'éléments')}`,
    en: `must have at least ${quantity.en(Number(n), 'item', 'items')}`,
  }),
  arrayMaxSize: (n) => ({
    fr: `doit avoir au plus ${quantity.fr(Number(n), 'élément', 'éléments')}`,
    en: `must have at most ${quantity.en(Number(n), 'item', 'items')}`,
  }),
  arrayUnique: () => ({ fr: 'ne doit rien répéter', en: 'must repeat nothing' }),
  hexadecimal: (n) => ({
    fr: `doit être fait de ${n} chiffres hexadécimaux, en minuscules`,
    en: `must be ${n} hexadecimal digits, in lowercase`,
  }),
  // Only lines are matched, see `Line`.
  matches: () => ({
    fr: 'doit tenir sur une ligne, sans caractère de contrôle ni marque de sens d’écriture',
    en: 'must be one line, without control characters or marks of writing direction',
  }),
};

/** The first thing wrong with an input, as an error that names the field by its path. */
export function inputProblem(problems: readonly ValidationError[]): BadUserInput {
  const path: string[] = [];
  let [problem] = problems;
  while (problem !== undefined) {
    path.push(problem.property);
    if (problem.constraints !== undefined) break;
    [problem] = problem.children ?? [];
  }
  const field = path.join('.');
  const [form, said] = Object.entries(problem?.constraints ?? {})[0] ?? ['', ''];
  const bound = /-?\d+/.exec(said.replace(problem?.property ?? '', ''))?.[0] ?? '';
  const asked = ASKED[form]?.(bound) ?? { fr: 'n’est pas valable', en: 'is not valid' };
  return new BadUserInput(field, { fr: `« ${field} » ${asked.fr}.`, en: `\`${field}\` ${asked.en}.` });
}
