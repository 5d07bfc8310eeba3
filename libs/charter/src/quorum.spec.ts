import { describe, expect, it } from '@jest/globals';
import type { College } from '@hemicycle/kernel';
import { quorum, type SeatAtMeeting } from './quorum.js';
import { EDITION_0 } from './rules-of-procedure.js';

const seats = (college: College, present: number, members: number): SeatAtMeeting[] =>
  Array.from({ length: members }, (_, index) => ({ college, present: index < present }));

const counted = (
  government: readonly [present: number, members: number],
  civilSociety: readonly [present: number, members: number],
  quorumShare = EDITION_0.quorumShare,
): ReturnType<typeof quorum> =>
  quorum([...seats('GOVERNMENT', ...government), ...seats('CIVIL_SOCIETY', ...civilSociety)], {
    quorumShare,
  });

describe('QUORUM', () => {
  it('is at least half of each college', () => {
    expect(counted([2, 4], [3, 6]).met).toBe(true);
    expect(counted([1, 4], [6, 6]).met).toBe(false);
    expect(counted([4, 4], [2, 6]).met).toBe(false);
  });

  it('rounds half of an odd number up', () => {
    expect(counted([3, 7], [1, 1]).colleges[0]).toMatchObject({
      present: 3,
      members: 7,
      needed: 4,
      met: false,
    });
    expect(counted([4, 7], [1, 1]).met).toBe(true);
  });

  it('follows the share of the rules of procedure without ever leaving whole numbers', () => {
    const twoThirds = { numerator: 2, denominator: 3 };
    expect(counted([2, 3], [4, 6], twoThirds).met).toBe(true);
    expect(counted([2, 3], [4, 7], twoThirds).colleges[1]).toMatchObject({ needed: 5, met: false });
    // 0.1 × 30 is more than 3 in floating point.
    expect(counted([3, 30], [1, 1], { numerator: 1, denominator: 10 }).colleges[0]).toMatchObject({
      needed: 3,
    });
  });

  it('is missed by a college without members', () => {
    expect(counted([0, 0], [3, 3])).toMatchObject({ met: false, colleges: [{ met: false, members: 0 }, {}] });
  });

  it('explains the arithmetic in French and English', () => {
    expect(counted([3, 7], [2, 4]).colleges.map(({ explanation }) => explanation)).toEqual([
      {
        fr: 'Acteurs publics : 7 membres ayant voix délibérative ; 1/2 de 7, arrondi à l’entier supérieur, soit 4 ; 3 présents ou représentés : le quorum n’est pas atteint.',
        en: 'Government: 7 voting members; 1/2 of 7, rounded up, is 4; 3 present or represented: the quorum is missed.',
      },
      {
        fr: 'Société civile : 4 membres ayant voix délibérative ; 1/2 de 4, arrondi à l’entier supérieur, soit 2 ; 2 présents ou représentés : le quorum est atteint.',
        en: 'Civil society: 4 voting members; 1/2 of 4, rounded up, is 2; 2 present or represented: the quorum is met.',
      },
    ]);
  });
});
