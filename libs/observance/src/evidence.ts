import { type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';
import { yearsDue } from './years.js';

/** What is published of the work of the forum, and stays (charter OGP-2.2; our reading). */
export const PUBLICATIONS = ['DECISION', 'ELECTION', 'MINUTES'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** What was published on some day. */
export interface PublicationFacts {
  readonly kind: Publication;
  readonly on: Day;
}

const EVIDENCE_SOON_DAYS = 60;

const NAME: Readonly<Record<Publication, Text>> = {
  DECISION: { fr: 'décisions', en: 'decisions' },
  ELECTION: { fr: 'résultats et archive de scrutin', en: 'results and archive of an election' },
  MINUTES: { fr: 'compte rendu', en: 'minutes' },
};

/**
 * New evidence at least twice a calendar year (charter OGP-2.2): on two days that published something, since what one
 * session leaves on one day is given once.
 */
export function evidenceTwiceAYear(
  publications: readonly PublicationFacts[],
  plenaries: readonly PlenaryFacts[],
  on: Day,
): Due[] {
  const known = publications.filter((one) => one.on <= on);
  const days = [...new Set(known.map((one) => one.on))].toSorted();
  return yearsDue(plenaries, on).map(({ year, wanted, dueOn }) => {
    const ofYear = days.filter((day) => day.startsWith(year));
    const said = (language: 'fr' | 'en'): string =>
      ofYear
        .slice(0, wanted)
        .map((day) => {
          const kinds = PUBLICATIONS.filter((kind) =>
            known.some((one) => one.on === day && one.kind === kind),
          );
          return `${dayInWords(day)[language]} (${kinds.map((kind) => NAME[kind][language]).join(', ')})`;
        })
        .join(', ');
    return {
      rule: 'OGP-2.2',
      subject: {
        fr: `De nouveaux éléments publiés deux fois en ${year}`,
        en: `New evidence published twice in ${year}`,
      },
      meetingId: null,
      dueOn,
      doneOn: ofYear[wanted - 1] ?? null,
      soonDays: EVIDENCE_SOON_DAYS,
      neverMended: true,
      why: {
        fr: `${year} : de nouveaux éléments publiés ${quantity.fr(ofYear.length, 'jour', 'jours')}, sur ${wanted}${ofYear.length === 0 ? '' : ` : ${said('fr')}`}.`,
        en: `${year}: new evidence published on ${quantity.en(ofYear.length, 'day', 'days')}, of ${wanted}${ofYear.length === 0 ? '' : `: ${said('en')}`}.`,
      },
    };
  });
}
