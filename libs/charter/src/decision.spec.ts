import { describe, expect, it } from '@jest/globals';
import type { College } from '@hemicycle/kernel';
import { type SeatVoted, type VoteChoice, voteResult } from './decision.js';

type Counts = readonly [votesFor: number, votesAgainst: number, abstentions?: number, silent?: number];

const seats = (
  college: College,
  [votesFor, votesAgainst, abstentions = 0, silent = 0]: Counts,
): SeatVoted[] => {
  const times = (choice: VoteChoice | null, number: number): SeatVoted[] =>
    Array.from({ length: number }, () => ({ college, choice }));
  return [
    ...times('FOR', votesFor),
    ...times('AGAINST', votesAgainst),
    ...times('ABSTAIN', abstentions),
    ...times(null, silent),
  ];
};
const voted = (
  government: Counts,
  civilSociety: Counts,
  majority: 'DOUBLE' | 'SIMPLE' = 'DOUBLE',
): ReturnType<typeof voteResult> =>
  voteResult([...seats('GOVERNMENT', government), ...seats('CIVIL_SOCIETY', civilSociety)], majority);

describe('DECISION', () => {
  it('is adopted by a double majority: more for than against in each college', () => {
    expect(voted([3, 2], [1, 0]).adopted).toBe(true);
    expect(voted([9, 0], [1, 2]).adopted).toBe(false);
  });

  it('or by a simple one, among all', () => {
    expect(voted([9, 0], [1, 2], 'SIMPLE').adopted).toBe(true);
    expect(voted([2, 3], [3, 3], 'SIMPLE').adopted).toBe(false);
  });

  it('counts abstentions and silence apart, on neither side', () => {
    const result = voted([1, 0, 5, 2], [1, 0, 1]);
    expect(result.adopted).toBe(true);
    expect(result.colleges).toMatchObject([
      { college: 'GOVERNMENT', votesFor: 1, votesAgainst: 0, abstentions: 5, silent: 2 },
      { college: 'CIVIL_SOCIETY', votesFor: 1, votesAgainst: 0, abstentions: 1, silent: 0 },
    ]);
    expect(result.colleges[0]?.explanation).toEqual({
      fr: 'Acteurs publics : 1 pour, 0 contre, 5 abstentions, 2 sans réponse.',
      en: 'Government: 1 for, 0 against, 5 abstentions, 2 without an answer.',
    });
  });

  it('needs a vote for: a college that says nothing adopts nothing', () => {
    expect(voted([4, 0], [0, 0, 3]).adopted).toBe(false);
    expect(voted([0, 0], [0, 0], 'SIMPLE').adopted).toBe(false);
  });
});

describe('TIE', () => {
  it('lets a tied decision fall, and says so', () => {
    expect(voted([3, 0], [2, 2])).toMatchObject({
      adopted: false,
      explanation: {
        fr: 'Double majorité, dans chaque collège : acteurs publics, 3 pour et 0 contre, soit plus de voix pour que contre ; société civile, 2 pour et 2 contre, à égalité et sans voix prépondérante. La décision n’est pas adoptée.',
        en: 'Double majority, in each college: government, 3 for and 0 against, so more votes for than against; civil society, 2 for and 2 against, a tie without a casting vote. The decision is not adopted.',
      },
    });
    expect(voted([3, 2], [1, 2], 'SIMPLE').explanation.en).toBe(
      'Simple majority, both colleges together: 4 for and 4 against, a tie without a casting vote. The decision is not adopted.',
    );
  });
});
