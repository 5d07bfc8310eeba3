import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { type Language, preferredLanguage } from '@hemicycle/kernel';
import type { NextFunction, Request, Response } from 'express';

/** What everything done for one HTTP request may need to know of it, errors before any resolver included. */
export interface RequestUnderWay {
  /** Told to the client as `X-Request-Id` and with an internal error; in every line of the log. */
  readonly id: string;
  readonly language: Language;
}

const storage = new AsyncLocalStorage<RequestUnderWay>();

/** The request for which this code runs; null outside of any. */
export const requestUnderWay = (): RequestUnderWay | null => storage.getStore() ?? null;

/** Express middleware: gives the request its number and remembers its language, to the end of the answer. */
export function underWay(request: Request, response: Response, next: NextFunction): void {
  const id = randomUUID();
  response.setHeader('X-Request-Id', id);
  storage.run({ id, language: preferredLanguage(request.headers['accept-language']) }, next);
}
