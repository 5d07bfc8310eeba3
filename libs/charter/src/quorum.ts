import { COLLEGES, type College, quantity, type Text } from '@hemicycle/kernel';
import type { RulesOfProcedure } from './rules-of-procedure.js';

/** A voting member on the day of the meeting, and whether the seat is present: in the room, online or represented. */
export interface SeatAtMeeting {
  readonly college: College;
  readonly present: boolean;
}

/** The arithmetic of one college. */
export interface CollegeQuorum {
  readonly college: College;
  /** Voting members present, online or represented. */
  readonly present: number;
  /** Voting members of the college. */
  readonly members: number;
  /** How many must be present: the share of the members, rounded up. */
  readonly needed: number;
  /** Seats left out of both counts by a declared interest in the item (charter RECUSAL). */
  readonly recused: number;
  readonly met: boolean;
  /** The arithmetic in words. */
  readonly explanation: Text;
}

export interface Quorum {
  readonly colleges: readonly CollegeQuorum[];
  /** Whether every college meets it. */
  readonly met: boolean;
}

const NAME: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'Acteurs publics', en: 'Government' },
  CIVIL_SOCIETY: { fr: 'Société civile', en: 'Civil society' },
};

/**
 * The quorum of a meeting (charter QUORUM): in each college, the share of its voting members that the rules of
 * procedure ask for, half by default, present or represented. Integers only: “at least half of 7” is 4. A college
 * without members lacks it, for nobody could speak for that side. `seats` are those of the electorate of the day
 * (see `electorate`).
 *
 * @param recused the college of each seat left out of `seats` by a declared interest in the item voted on.
 */
export function quorum(
  seats: readonly SeatAtMeeting[],
  { quorumShare }: Pick<RulesOfProcedure, 'quorumShare'>,
  recused: readonly College[] = [],
): Quorum {
  const { numerator, denominator } = quorumShare;
  const colleges = COLLEGES.map((college): CollegeQuorum => {
    const ofCollege = seats.filter((seat) => seat.college === college);
    const members = ofCollege.length;
    const present = ofCollege.filter((seat) => seat.present).length;
    const needed = Math.max(1, roundedUp(members * numerator, denominator));
    const apart = recused.filter((one) => one === college).length;
    return {
      college,
      present,
      members,
      needed,
      recused: apart,
      met: present >= needed,
      explanation: explained(college, { present, members, needed, numerator, denominator, apart }),
    };
  });
  return { colleges, met: colleges.every(({ met }) => met) };
}

/** The quotient of two whole numbers, rounded up without ever leaving whole numbers. */
function roundedUp(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  return (dividend - rest) / divisor + (rest === 0 ? 0 : 1);
}

function explained(
  college: College,
  counts: Readonly<Record<'present' | 'members' | 'needed' | 'numerator' | 'denominator' | 'apart', number>>,
): Text {
  const { present, members, needed, numerator, denominator, apart } = counts;
  const recused =
    apart === 0
      ? { fr: '', en: '' }
      : {
          fr: `, ${quantity.fr(apart, 'déport non compté', 'déports non comptés')}`,
          en: `, ${apart} recused and not counted`,
        };
  if (members === 0) {
    return {
      fr: `${NAME[college].fr} : aucun membre ayant voix délibérative${recused.fr}, donc pas de quorum.`,
      en: `${NAME[college].en}: no voting member${recused.en}, hence no quorum.`,
    };
  }
  const met = present >= needed;
  return {
    fr:
      `${NAME[college].fr} : ${quantity.fr(members, 'membre', 'membres')} ayant voix délibérative${recused.fr} ; ${numerator}/${denominator} de ${members}, arrondi à l’entier supérieur, ` +
      `soit ${needed} ; ${quantity.fr(present, 'présent ou représenté', 'présents ou représentés')} : le quorum ${met ? 'est atteint' : 'n’est pas atteint'}.`,
    en:
      `${NAME[college].en}: ${quantity.en(members, 'voting member', 'voting members')}${recused.en}; ${numerator}/${denominator} of ${members}, rounded up, is ${needed}; ` +
      `${present} present or represented: the quorum is ${met ? 'met' : 'missed'}.`,
  };
}
