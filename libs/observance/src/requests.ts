import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';

/** A plenary that members require. */
export interface RequestFacts {
  /** The day on which enough of them, or both co-chairs, asked for it. */
  readonly requiredOn: Day;
  /** How many points its agenda asks for. */
  readonly asked: number;
  /** On which days plenaries held since took them up, the earliest first: what a session postponed is not taken up. */
  readonly takenUpOn: readonly Day[];
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
    .map(({ requiredOn, meetingId, asked, takenUpOn }) => {
      const plenary = plenaries.find((one) => one.meetingId === meetingId) ?? null;
      const dueOn = addDays(requiredOn, within);
      const takenUp = takenUpOn.filter((day) => day <= on);
      const left = asked - takenUp.length;
      const held = plenary?.heldOn ?? null;
      const wasHeld = held !== null && held <= on;
      const since = dayInWords(requiredOn);
      const due = dayInWords(dueOn);
      const planned = plenary === null ? null : dayInWords(plenary.startsOn);
      const fate: Text =
        planned === null
          ? { fr: 'Elle n’est pas planifiée.', en: 'It is not planned.' }
          : !wasHeld
            ? { fr: `Elle est prévue le ${planned.fr}.`, en: `It is set for ${planned.en}.` }
            : left === 0
              ? {
                  fr: 'Tout ce qui était demandé a été examiné.',
                  en: 'All that was asked for was taken up.',
                }
              : {
                  fr: `Tenue le ${planned.fr}, elle a reporté des points demandés : il en reste ${left} à examiner.`,
                  en: `Held on ${planned.en}, it postponed points asked for: ${left} still to be taken up.`,
                };
      return {
        rule: 'EXTRAORDINARY',
        subject: {
          fr: `Séance plénière exigée par des membres le ${since.fr}`,
          en: `Plenary required by members on ${since.en}`,
        },
        meetingId: plenary?.meetingId ?? null,
        dueOn,
        doneOn: left === 0 ? (takenUp.at(-1) ?? null) : null,
        soonDays: REQUEST_SOON_DAYS,
        announcedTooLate: plenary !== null && !wasHeld && plenary.startsOn > dueOn,
        why: {
          fr: `Elle se tient dans les ${quantity.fr(within, 'jour', 'jours')}, soit le ${due.fr} au plus tard. ${fate.fr}`,
          en: `It is held within ${quantity.en(within, 'day', 'days')}, by ${due.en}. ${fate.en}`,
        },
      };
    });
}
