import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, Plenary } from '../support/plenary.js';

describe('two co-chairs elected at the first plenary', () => {
  let plenary: Plenary;
  beforeAll(async () => {
    plenary = await Plenary.planned();
  });
  afterAll(() => plenary?.forum.close());

  it('goes from the call to two mandates', async () => {
    const elections = await plenary.convened();
    const ours = await plenary.stands(plenary.member('GOVERNMENT', 3), elections.GOVERNMENT);
    const theirs = await plenary.stands(plenary.member('CIVIL_SOCIETY', 3), elections.CIVIL_SOCIETY);
    await plenary.opened();
    await plenary.round(elections.GOVERNMENT, 'GOVERNMENT', [ours, ours, ours, null]);
    done(await plenary.secretary.does('proclaimResult', { electionId: elections.GOVERNMENT }));
    expect(await plenary.stateOf(elections.GOVERNMENT)).toBe('PROCLAIMED');
    await plenary.round(
      elections.CIVIL_SOCIETY,
      'CIVIL_SOCIETY',
      [theirs, theirs],
      plenary.member('GOVERNMENT', 3),
    );
    done(await plenary.secretary.does('proclaimResult', { electionId: elections.CIVIL_SOCIETY }));
    const elected = await plenary.election(
      elections.GOVERNMENT,
      `state nextStates method editionNumber register { number } conclusion { by { name } reason }
       candidacies { statement member { number } }
       rounds { number ballots orderedBy { name } openedBy { name } candidates { id }
         votes { member { number } holder { name } voted choices { id } }
         count { blanks votesCast majorityNeeded outcome explanation votes { votes } outcomeFor { id } } }
       proclamations { proclaimedOn candidacy { id } }
       meeting { state elections { id } }`,
    );
    expect(elected).toMatchObject({
      state: 'PROCLAIMED',
      nextStates: ['ANNULLED'],
      method: 'MAJORITY_TWO_ROUNDS',
      editionNumber: 1,
      register: [1, 2, 3, 4, 5].map((number) => ({ number })),
      conclusion: { by: { name: 'Secretary' }, reason: null },
      candidacies: [{ statement: 'I stand.', member: { number: 3 } }],
      proclamations: [{ proclaimedOn: '2024-06-20', candidacy: { id: ours } }],
      meeting: {
        state: 'IN_SESSION',
        elections: [{ id: elections.GOVERNMENT }, { id: elections.CIVIL_SOCIETY }],
      },
    });
    expect(elected.rounds).toEqual([
      {
        number: 1,
        ballots: 4,
        orderedBy: { name: 'GOVERNMENT 1' },
        openedBy: { name: 'Secretary' },
        candidates: [{ id: ours }],
        votes: [1, 2, 3, 4, 5].map((number) => ({
          member: { number },
          holder: { name: `GOVERNMENT ${number}` },
          voted: number < 5,
          choices: number < 4 ? [{ id: ours }] : [],
        })),
        count: {
          blanks: 1,
          votesCast: 3,
          majorityNeeded: 2,
          outcome: 'ELECTED',
          votes: [{ votes: 3 }],
          outcomeFor: [{ id: ours }],
          explanation: [
            'First round: 4 ballots, of which 1 blank. Blank votes are counted apart: 3 votes cast.',
            'GOVERNMENT 3: 3 votes.',
            'Half of 3 is 1.5: it takes more than that, so at least 2 votes, to win in the first round.',
            'GOVERNMENT 3 wins in the first round with 3 votes.',
          ].join('\n'),
        },
      },
    ]);
  });
});
