import { createHash } from 'node:crypto';
import { LANGUAGES, type Language, preferredLanguage } from '@hemicycle/kernel';
import type { Request, Response } from 'express';

/** For how long, in seconds, whoever follows what is published may keep it without asking. */
const FRESH = 300;

/** The language asked for in the address, `?lang=en`; null: none that the forum speaks. */
export const languageAskedFor = ({ query }: Request): Language | null =>
  LANGUAGES.find((language) => language === query['lang']) ?? null;

/** The language of what programs follow: the one in the address, else the one that they say. Not a cookie: they have none. */
export const followedLanguage = (request: Request): Language =>
  languageAskedFor(request) ?? preferredLanguage(request.headers['accept-language']);

/** Whether whoever asks says that she has this already. Not `request.fresh`: programs that follow say no-cache with the tag that they have, and mean to ask. */
export function has({ headers }: Request, tag: string): boolean {
  const tags = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(`"${tag}"`);
}

/** Answers with something public that is asked for again and again: only once as long as it does not change. */
export function sendPublished(request: Request, response: Response, type: string, content: string): void {
  const hash = createHash('sha256').update(content).digest('base64url');
  response
    .set({
      'Cache-Control': `public, max-age=${FRESH}`,
      ETag: `"${hash}"`,
      'Access-Control-Allow-Origin': '*',
    })
    .vary('Accept-Language')
    .type(type);
  if (has(request, hash)) response.status(304).end();
  else response.send(content);
}
