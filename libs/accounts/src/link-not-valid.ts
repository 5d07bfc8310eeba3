import { ApiError } from '@hemicycle/graphql';

/** Unknown, over or used: which of them is nobody's business. */
export class LinkNotValid extends ApiError {
  constructor() {
    super('UNAUTHENTICATED', {
      fr: 'Ce lien n’est plus valable : il a déjà servi, ou il est trop ancien. Demandez-en un autre.',
      en: 'This link is no longer valid: it was used already, or it is too old. Ask for another one.',
    });
  }
}
