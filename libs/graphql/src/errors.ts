import type { Text } from '@hemicycle/kernel';
import { GraphQLError } from 'graphql';

/** The only codes that an error of the API carries. What the charter forbids is no error: see RuleRefusal. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error meant for the person who asked: both languages travel, the answer carries hers. */
export class ApiError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en, { extensions: { code, ...details } });
  }
}

/** Input that cannot be read or does not hold together. `field` is its path inside the input, dots between. */
export class BadUserInput extends ApiError {
  constructor(field: string, text: Text) {
    super('BAD_USER_INPUT', text, { field });
  }
}

export class Unauthenticated extends ApiError {
  constructor() {
    super('UNAUTHENTICATED', { fr: 'Connectez-vous d’abord.', en: 'Sign in first.' });
  }
}

/** The page that asks was read by somebody who is no longer the one signed in: nothing is shown or done as another. */
export class SignedOutSince extends ApiError {
  constructor() {
    super(
      'UNAUTHENTICATED',
      {
        fr: 'Votre session est terminée, ou quelqu’un d’autre s’est connecté depuis dans ce navigateur. Reconnectez-vous.',
        en: 'Your session is over, or somebody else has signed in in this browser since. Sign in again.',
      },
      // Answered as any other refusal of the API: a status of its own would be one more thing to read.
      { http: { status: 200 } },
    );
  }
}

export class Forbidden extends ApiError {
  constructor() {
    super('FORBIDDEN', {
      fr: 'Votre rôle ne permet pas cette opération.',
      en: 'Your role does not allow this operation.',
    });
  }
}

/** An id that a mutation was given and that names nothing the actor may know of. */
export class NotFound extends ApiError {
  constructor(thing: Text, id: string) {
    super('NOT_FOUND', { fr: `${thing.fr} : identifiant inconnu.`, en: `${thing.en}: unknown id.` }, { id });
  }
}

/** Two acts met and this one lost; nothing was written and the client may try again. */
export class Conflict extends ApiError {
  constructor(
    text: Text = {
      fr: 'Quelqu’un d’autre a agi au même moment. Rien n’a été enregistré ; réessayez.',
      en: 'Somebody else acted at the same time. Nothing was written; try again.',
    },
  ) {
    super('CONFLICT', text);
  }
}
