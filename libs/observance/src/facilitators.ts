import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, COLLEGES, type College, type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { GroupFacts } from './groups.js';
import type { Due } from './obligation.js';
import { byNextPlenary, type PlenaryFacts } from './plenaries.js';

/** A mandate that a facilitator’s seat of a working group gave. */
export interface FacilitatorFacts {
  readonly college: College;
  /** From 1, within the group and the college. */
  readonly seat: number;
  readonly holder: string;
  readonly fromOn: Day;
  /** Its last day; null: no end is known. */
  readonly endedOn: Day | null;
}

/** Time to find somebody and to put the decision on the agenda. */
const FACILITATOR_SOON_DAYS = 60;

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};

/**
 * Each group at work has its facilitators from each college, replaced by the next plenary (charter WORKING-GROUP-SETUP): due from the day after
 * the last one of whoever left, or from the set-up where it filled no seat.
 */
export function facilitatorsDue(
  groups: readonly GroupFacts[],
  plenaries: readonly PlenaryFacts[],
  on: Day,
  { facilitatorsPerCollege }: Pick<RulesOfProcedure, 'facilitatorsPerCollege'>,
): Due[] {
  return groups
    .filter(({ closedOn }) => closedOn === null || closedOn > on)
    .flatMap((group) =>
      COLLEGES.flatMap((college) =>
        Array.from({ length: facilitatorsPerCollege }, (_, index) => index + 1).flatMap((seat) =>
          seatDue(group, college, seat, plenaries, on),
        ),
      ),
    );
}

/** One for each time the seat was left, and for a set-up that did not fill it. */
function seatDue(
  { groupId, theme, setUpOn, facilitators }: GroupFacts,
  college: College,
  seat: number,
  plenaries: readonly PlenaryFacts[],
  on: Day,
): Due[] {
  const held = facilitators
    .filter((one) => one.college === college && one.seat === seat && one.fromOn <= on)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const [first] = held;
  const set = dayInWords(setUpOn);
  const vacancies = held.flatMap(({ holder, endedOn }, index) => {
    if (endedOn === null || endedOn >= on) return [];
    const left = dayInWords(endedOn);
    return [
      {
        vacantOn: endedOn,
        next: held[index + 1] ?? null,
        since: {
          fr: `${holder} n’anime plus le groupe depuis le ${left.fr}.`,
          en: `${holder} facilitated the group until ${left.en}.`,
        },
      },
    ];
  });
  const unfilled =
    first !== undefined && first.fromOn <= setUpOn
      ? []
      : [
          {
            vacantOn: setUpOn,
            next: first ?? null,
            since: {
              fr: `Ce siège n’a pas été pourvu à la création du groupe, le ${set.fr}.`,
              en: `The set-up of the group, on ${set.en}, did not fill this seat.`,
            },
          },
        ];
  return (
    [...unfilled, ...vacancies]
      // Whoever is named by the very plenary that replaces her predecessor leaves no day without a facilitator.
      .filter(({ vacantOn, next }) => next === null || next.fromOn > addDays(vacantOn, 1))
      .map(({ vacantOn, next, since }) => {
        const { dueOn, toCome } = byNextPlenary(plenaries, vacantOn, on);
        const due = dayInWords(dueOn);
        const from = next === null ? null : dayInWords(next.fromOn);
        const fate: Text =
          from === null
            ? {
                fr: `La prochaine séance plénière, ${toCome === null ? 'à tenir' : 'le'} ${toCome === null ? `au plus tard le ${due.fr}` : due.fr}, désigne qui anime à sa place ; d’ici là, le secrétariat peut avoir à planifier les réunions.`,
                en: `The next plenary, ${toCome === null ? 'by' : 'on'} ${due.en}, names a facilitator; until then the secretariat may have to plan the meetings.`,
              }
            : {
                fr: `${next?.holder} anime le groupe depuis le ${from.fr}.`,
                en: `${next?.holder} has facilitated it since ${from.en}.`,
              };
        return {
          rule: 'WORKING-GROUP-SETUP',
          subject: {
            fr: `Animation du groupe de travail « ${theme.fr} » (${COLLEGE[college].fr})`,
            en: `Facilitator of the working group “${theme.en}” (${COLLEGE[college].en})`,
          },
          meetingId: next === null ? (toCome?.meetingId ?? null) : null,
          dueOn,
          doneOn: next?.fromOn ?? null,
          soonDays: FACILITATOR_SOON_DAYS,
          reminded: {
            about: `facilitator ${groupId} ${college} ${seat} ${vacantOn}`,
            secretariat: true,
            personId: null,
            keyPart: null,
          },
          why: { fr: `${since.fr} ${fate.fr}`, en: `${since.en} ${fate.en}` },
        };
      })
  );
}
