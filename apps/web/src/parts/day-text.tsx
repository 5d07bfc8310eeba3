import { type Day, dayInWords, type Language } from '@hemicycle/kernel';
import { useHere } from '../frame/forum.js';

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

/** A day as sentences write it. */
export function DayText({ day }: { readonly day: Day }) {
  const { language } = useHere();
  return <time dateTime={day}>{dayInWords(day)[language]}</time>;
}

/** An instant by the clock of the forum, wherever the reader is; with its weekday where people have to come. */
export function InstantText({ at, weekday = false }: { readonly at: string; readonly weekday?: boolean }) {
  const say = useInstant();
  return <time dateTime={at}>{say(at, weekday)}</time>;
}

/** An instant in words, for titles and other plain texts. */
export function useInstant(): (at: string, weekday?: boolean) => string {
  const { forum, language } = useHere();
  return (at, weekday = false) => {
    const words = new Intl.DateTimeFormat(LOCALE[language], {
      dateStyle: weekday ? 'full' : 'long',
      timeStyle: 'short',
      timeZone: forum.timeZone,
    }).format(new Date(at));
    return language === 'fr' ? words.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : words;
  };
}

/** A day in words, for titles and other plain texts. */
export function useDay(): (day: Day) => string {
  const { language } = useHere();
  return (day) => dayInWords(day)[language];
}
