import type { Text } from './text.js';

/** What stops the work of whoever runs the forum: said to that person in one line, in her language. Its message, for logs, is in English. */
export class ToldError extends Error {
  constructor(
    readonly told: Text,
    options?: ErrorOptions,
  ) {
    super(told.en, options);
  }
}
