import type { MinutesSignatory } from '@hemicycle/charter';
import { dayInWords, dayOf, type Text } from '@hemicycle/kernel';
import type { Signature } from './minutes.repository.js';

const CAPACITY: Readonly<Record<MinutesSignatory, Text>> = {
  PRESIDENT: { fr: 'présidence', en: 'president of the session' },
  RAPPORTEUR: { fr: 'rapporteur', en: 'rapporteur' },
};

/** A signature in a sentence, for the files. */
export function signatureInWords({ capacity, person, signedAt }: Signature, timeZone: string): Text {
  const { fr, en } = CAPACITY[capacity];
  if (signedAt === null) {
    return { fr: `Non signé\u202f: ${person.name}, ${fr}.`, en: `Not signed: ${person.name}, ${en}.` };
  }
  const on = dayInWords(dayOf(signedAt, timeZone));
  return {
    fr: `Signé par ${person.name}, ${fr}, le ${on.fr}.`,
    en: `Signed by ${person.name}, ${en}, on ${on.en}.`,
  };
}
