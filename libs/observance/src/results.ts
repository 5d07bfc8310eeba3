import { type Day, dayInWords, quantity } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';
import { yearsDue } from './years.js';

/** A meeting held, of whatever body, or an event of the forum, that presented results of the implementation to civil society and collected its comments. */
export interface PresentationFacts {
  /** Null: an event of the forum. */
  readonly meetingId: string | null;
  readonly on: Day;
}

const RESULTS_SOON_DAYS = 60;

/** Two meetings a calendar year that present results and collect comments (charter OGP-5.1). */
export function resultsTwiceAYear(
  presentations: readonly PresentationFacts[],
  plenaries: readonly PlenaryFacts[],
  on: Day,
): Due[] {
  const held = presentations
    .filter((one) => one.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return yearsDue(plenaries, on).map(({ year, wanted, dueOn }) => {
    const ofYear = held.filter((one) => one.on.startsWith(year));
    const when = ofYear.map((one) => dayInWords(one.on));
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      when.length === 0
        ? ''
        : `${language === 'fr' ? ' : ' : ': '}${when.map((day) => day[language]).join(', ')}`,
    );
    return {
      rule: 'OGP-5.1',
      subject: {
        fr: `Deux réunions qui présentent les résultats en ${year}`,
        en: `Two meetings that present results in ${year}`,
      },
      meetingId: ofYear[wanted - 1]?.meetingId ?? null,
      dueOn,
      doneOn: ofYear[wanted - 1]?.on ?? null,
      soonDays: RESULTS_SOON_DAYS,
      neverMended: true,
      why: {
        fr: `${year} : ${quantity.fr(ofYear.length, 'réunion a', 'réunions ont')} présenté à la société civile les résultats de la mise en œuvre et recueilli ses observations, sur ${wanted}${fr}.`,
        en: `${year}: ${quantity.en(ofYear.length, 'meeting', 'meetings')} presented implementation results to civil society and collected its comments, of ${wanted}${en}.`,
      },
    };
  });
}
