import type { Language } from '@hemicycle/kernel';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { fetchWithFiles } from './files.js';

let reader: string | null = null;

/** From now on questions and acts are those of this person, and no longer answered once she is not signed in. Null: of anybody. */
export function askAs(personId: string | null): void {
  reader = personId;
}

/** The API, asked in one language. What was read is shown at once and asked for again. */
export const clientIn = (language: Language): Client =>
  new Client({
    url: '/graphql',
    fetch: fetchWithFiles,
    exchanges: [cacheExchange, fetchExchange],
    requestPolicy: 'cache-and-network',
    preferGetMethod: false,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'Accept-Language': language, ...(reader !== null && { 'Read-As': reader }) },
    }),
  });
