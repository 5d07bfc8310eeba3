import { LANGUAGES, type Language } from '@hemicycle/kernel';

const COOKIE = 'hemicycle-language';
const A_YEAR = 31_536_000;

const known = (text: string | undefined): Language | undefined => LANGUAGES.find((one) => one === text);

/** The language that was chosen on this device; null: none was. The server's own pages read the same cookie. */
export function chosenLanguage(): Language | null {
  return known(new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(document.cookie)?.[1]) ?? null;
}

/** Keeps the choice for a year. */
export function chooseLanguage(language: Language): void {
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${A_YEAR}; samesite=lax`;
}

/** The language in which the server wrote the page: of the cookie, or that the browser prefers. */
export const servedLanguage = (): Language => known(document.documentElement.lang) ?? 'fr';
