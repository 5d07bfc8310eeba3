import { type Language, preferredLanguage, type Text } from '@hemicycle/kernel';

/** The language of the operator's terminal, English where it is neither French nor English. */
export const operatorLanguage: Language = (() => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = (LC_ALL || LC_MESSAGES || LANG || 'en').replace(/[_.].*$/, '');
  return locale === 'fr' ? preferredLanguage(locale) : 'en';
})();

/** A text in the language of the operator. */
export const said = (text: Text): string => text[operatorLanguage];

/** Answers the operator, on stdout. */
export const say = (text: Text): void => console.log(said(text));

/** Tells of a step that takes a while, on stderr: what a command answers stays alone on stdout. */
export const tell = (step: Text): void => console.error(`… ${said(step)}`);
