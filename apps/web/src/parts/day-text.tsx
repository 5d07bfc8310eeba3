import {
  type Day,
  dayInWords,
  endInWords,
  hourInWords,
  instantInWords,
  type Language,
} from '@hemicycle/kernel';
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
  const nameOfDay = new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', timeZone: forum.timeZone });
  return (at, weekday = false) => {
    const instant = new Date(at);
    const words = instantInWords(instant, forum.timeZone)[language];
    return weekday ? `${nameOfDay.format(instant)} ${words}` : words;
  };
}

/** An instant at which something ends, in words. */
export function useEnd(): (at: string) => string {
  const { forum, language } = useHere();
  return (at) => endInWords(new Date(at), forum.timeZone)[language];
}

/** A day in words, for titles and other plain texts. */
export function useDay(): (day: Day) => string {
  const { language } = useHere();
  return (day) => dayInWords(day)[language];
}

/** The hour by the clock of the forum, and a number of minutes in hours and minutes. */
export function useTimes(): {
  readonly clock: (at: Date) => string;
  readonly lasting: (minutes: number) => string;
} {
  const { forum, language } = useHere();
  return {
    clock: (at) => hourInWords(at, forum.timeZone)[language],
    lasting: (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const parts = [hours > 0 ? `${hours}\u00a0h` : null, rest > 0 ? `${rest}\u00a0min` : null];
      return parts.filter((part) => part !== null).join('\u00a0');
    },
  };
}
