import { LANGUAGES, type Language, preferredLanguage } from '@hemicycle/kernel';
import { parseCookie } from 'cookie';
import type { Request } from 'express';

/** The language of a page: the one chosen on this device, which the application keeps in a cookie, else the browser’s. */
export function pageLanguage({ headers }: Request): Language {
  const chosen = parseCookie(headers.cookie ?? '')['hemicycle-language'];
  return LANGUAGES.find((one) => one === chosen) ?? preferredLanguage(headers['accept-language']);
}
