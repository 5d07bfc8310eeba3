import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type Day, dayInWords, quantity } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';

/** A plenary that members require. */
export interface RequestFacts {
  /** The day on which enough of them, or both co-chairs, asked for it. */
  readonly requiredOn: Day;
  /** The plenary planned for it; null: none. */
  readonly meetingId: string | null;
}

const REQUEST_SOON_DAYS = 60;

/** Each plenary that members require, within the days that the rules of procedure give (charter EXTRAORDINARY). */
export function requiredPlenaries(
  requests: readonly RequestFacts[],
  plenaries: readonly PlenaryFacts[],
  on: Day,
  { extraordinaryWithinDays: within }: Pick<RulesOfProcedure, 'extraordinaryWithinDays'>,
): Due[] {
  return requests
    .filter(({ requiredOn }) => requiredOn <= on)
    .map(({ requiredOn, meetingId }) => {
      const plenary = plenaries.find((one) => one.meetingId === meetingId) ?? null;
      const dueOn = addDays(requiredOn, within);
      const held = plenary?.heldOn ?? null;
      const since = dayInWords(requiredOn);
      const due = dayInWords(dueOn);
      const planned = plenary === null ? null : dayInWords(plenary.startsOn);
      return {
        rule: 'EXTRAORDINARY',
        subject: {
          fr: `Séance plénière exigée par des membres le ${since.fr}`,
          en: `Plenary required by members on ${since.en}`,
        },
        meetingId: plenary?.meetingId ?? null,
        dueOn,
        doneOn: held !== null && held <= on ? held : null,
        soonDays: REQUEST_SOON_DAYS,
        announcedTooLate: plenary !== null && plenary.startsOn > dueOn,
        why: {
          fr: `Elle se tient dans les ${quantity.fr(within, 'jour', 'jours')}, soit le ${due.fr} au plus tard. ${planned === null ? 'Elle n’est pas planifiée.' : `Elle est prévue le ${planned.fr}.`}`,
          en: `It is held within ${quantity.en(within, 'day', 'days')}, by ${due.en}. ${planned === null ? 'It is not planned.' : `It is set for ${planned.en}.`}`,
        },
      };
    });
}
