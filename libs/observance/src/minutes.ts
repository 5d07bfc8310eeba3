import { minutesDueOn, type RulesOfProcedure } from '@hemicycle/charter';
import { type Day, dayInWords, quantity } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';

const MINUTES_SOON_DAYS = 7;

/** The minutes of each plenary held, sent to the members within the days that the rules of procedure give (charter MINUTES). */
export function minutesToSend(
  plenaries: readonly PlenaryFacts[],
  on: Day,
  rules: Pick<RulesOfProcedure, 'minutesCirculatedWithinDays'>,
): Due[] {
  return plenaries.flatMap(({ meetingId, number, closedOn, minutesSentOn }) => {
    if (closedOn === null || closedOn > on) return [];
    const dueOn = minutesDueOn(closedOn, rules);
    const doneOn = minutesSentOn !== null && minutesSentOn <= on ? minutesSentOn : null;
    const [closed, due] = [dayInWords(closedOn), dayInWords(dueOn)];
    const days = rules.minutesCirculatedWithinDays;
    return [
      {
        rule: 'MINUTES',
        subject: {
          fr: `Compte rendu de la séance plénière n° ${number}, à communiquer aux membres`,
          en: `Minutes of plenary ${number}, to be sent to the members`,
        },
        meetingId,
        dueOn,
        doneOn,
        soonDays: MINUTES_SOON_DAYS,
        reminded: { about: `minutes ${meetingId}`, secretariat: true, personId: null, keyPart: null },
        why: {
          fr: `La séance a été levée le ${closed.fr} ; ${quantity.fr(days, 'jour mène', 'jours mènent')} au ${due.fr}.`,
          en: `The session closed on ${closed.en}; ${quantity.en(days, 'day leads', 'days lead')} to ${due.en}.`,
        },
      },
    ];
  });
}
