import type { College } from '@hemicycle/kernel';
import { law, rule } from '../rule.js';

export interface RegistrationFacts {
  /** Colleges of the organisations that bear the same name on that day. */
  readonly namesakes: readonly College[];
}

export const organisationIsInOneCollege = rule<RegistrationFacts>('C3-COLLEGES', ({ namesakes }) =>
  namesakes.length === 0
    ? true
    : {
        fr: 'Une organisation de ce nom est déjà inscrite : une organisation appartient à un seul collège.',
        en: 'An organisation of this name is registered already: an organisation belongs to one college.',
      },
);

export const registerOrganisation = law<RegistrationFacts>('registerOrganisation', [
  organisationIsInOneCollege,
]);
