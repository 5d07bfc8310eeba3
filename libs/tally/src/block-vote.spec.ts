import fc from 'fast-check';
import { countBlockVote } from './block-vote.js';
import { countMostVotes } from './most-votes.js';
import { type Ballot, type CandidateId, type RoundCount, sumOf } from './poll.js';

const NAMES = new Map([
  ['a', 'Aminata Diallo'],
  ['b', 'Benoît Caron'],
  ['c', 'Chloé Martin'],
  ['d', 'David Nguyen'],
]);

/** Ballots separated by spaces, each a letter a name, `-` for a blank one: `'ab a -'`. */
const ballotsOf = (written: string): Ballot[] =>
  written
    .split(' ')
    .filter((letters) => letters !== '')
    .map((letters) => ({ choices: letters === '-' ? [] : [...letters] }));

const count = (written: string, seats = 2, candidates = 'abcd'): RoundCount =>
  countBlockVote(sumOf(ballotsOf(written), [...candidates], seats), seats, NAMES);

describe('a block vote', () => {
  it('gives the seats to those with the most votes', () => {
    const counted = count('ab ab ac a d -');
    expect(counted).toMatchObject({
      kind: 'BLOCK_VOTE',
      seats: 2,
      votes: [
        { candidate: 'a', votes: 4 },
        { candidate: 'b', votes: 2 },
        { candidate: 'c', votes: 1 },
        { candidate: 'd', votes: 1 },
      ],
      blanks: 1,
      votesCast: 5,
      majorityNeeded: null,
      outcome: { kind: 'elected', candidates: ['a', 'b'] },
    });
    expect(counted.explanation).toEqual([
      {
        fr: 'Scrutin plurinominal : 6 bulletins, dont 1 blanc. Les votes blancs sont comptés à part : 5 suffrages exprimés.',
        en: 'Block vote: 6 ballots, of which 1 blank. Blank votes are counted apart: 5 votes cast.',
      },
      {
        fr: 'Aminata Diallo : 4 voix ; Benoît Caron : 2 voix ; Chloé Martin : 1 voix ; David Nguyen : 1 voix.',
        en: 'Aminata Diallo: 4 votes; Benoît Caron: 2 votes; Chloé Martin: 1 vote; David Nguyen: 1 vote.',
      },
      {
        fr: 'Au scrutin plurinominal, les 2 sièges vont à ceux qui ont le plus de voix.',
        en: 'In the block vote the 2 seats go to those with the most votes.',
      },
      { fr: 'Aminata Diallo obtient un siège avec 4 voix.', en: 'Aminata Diallo gets a seat with 4 votes.' },
      { fr: 'Benoît Caron obtient un siège avec 2 voix.', en: 'Benoît Caron gets a seat with 2 votes.' },
    ]);
  });

  it('elects the first and leaves the tied for the last seat to the rule on ties (TIE)', () => {
    const counted = count('ab ac a');
    expect(counted.outcome).toEqual({ kind: 'tied', elected: ['a'], candidates: ['b', 'c'], seats: 1 });
    expect(counted.explanation.at(-1)).toEqual({
      fr: 'Benoît Caron et Chloé Martin sont à égalité avec 1 voix pour 1 siège : la règle des égalités s’applique (TIE).',
      en: 'Benoît Caron and Chloé Martin are tied with 1 vote each for 1 seat: the rule on ties applies (TIE).',
    });
  });

  it('leaves every seat to the rule on ties when the lead is shared by more than the seats', () => {
    expect(count('ab bc ca').outcome).toEqual({
      kind: 'tied',
      elected: [],
      candidates: ['a', 'b', 'c'],
      seats: 2,
    });
  });

  it('is no tie when those who are level all get a seat', () => {
    expect(count('ab ab c').outcome).toEqual({ kind: 'elected', candidates: ['a', 'b'] });
  });

  it('with as many candidates as seats elects whoever has a vote, and nobody without', () => {
    const counted = count('a a', 2, 'ab');
    expect(counted.outcome).toEqual({ kind: 'elected', candidates: ['a'] });
    expect(counted.explanation.at(-1)).toEqual({
      fr: 'Personne d’autre n’a de voix : 1 siège reste vacant.',
      en: 'Nobody else has a vote: 1 seat stays vacant.',
    });
    expect(count('ab', 2, 'ab').outcome).toEqual({ kind: 'elected', candidates: ['a', 'b'] });
    expect(count('a', 2, 'a').outcome).toEqual({ kind: 'elected', candidates: ['a'] });
  });

  it.each([
    ['', 'abcd'],
    ['- -', 'abcd'],
    ['- -', ''],
  ])('fails without a valid vote (%j, candidates %j)', (written, candidates) => {
    expect(count(written, 2, candidates).outcome).toEqual({ kind: 'failed' });
  });

  it('refuses what such ballots cannot say', () => {
    expect(() => count('abc')).toThrow(new RangeError('A ballot carries 3 names, where 2 are allowed.'));
    expect(() => count('aa')).toThrow(new RangeError('A ballot carries a name twice.'));
    expect(() => count('ax')).toThrow(RangeError);
    expect(() => count('a', 0)).toThrow(RangeError);
    const opened = { votes: new Map([['a', 5]]), blanks: 1, ballots: 3 };
    expect(() => countBlockVote(opened, 2, NAMES)).toThrow(
      new RangeError('2 ballots of 2 names cannot carry 5 votes.'),
    );
  });
});

describe('a run-off between those tied', () => {
  const runOff = (written: string, seats: number, candidates: string): RoundCount =>
    countMostVotes('RUN_OFF', sumOf(ballotsOf(written), [...candidates], seats), seats, NAMES);

  it('gives the seat that is left', () => {
    const counted = runOff('b c c', 1, 'bc');
    expect(counted.outcome).toEqual({ kind: 'elected', candidates: ['c'] });
    expect(counted.explanation.at(-1)).toEqual({
      fr: 'Chloé Martin l’emporte au tour de départage avec 2 voix.',
      en: 'Chloé Martin wins in the run-off with 2 votes.',
    });
  });

  it('may end level again', () => {
    expect(runOff('b c -', 1, 'bc').outcome).toMatchObject({ kind: 'tied', candidates: ['b', 'c'] });
  });
});

describe('whatever the ballots', () => {
  const CANDIDATES: readonly CandidateId[] = ['a', 'b', 'c', 'd'];
  const someBallots = fc.array(fc.subarray([...CANDIDATES], { maxLength: 2 }), { maxLength: 40 });
  const counted = (ballots: readonly (readonly CandidateId[])[]) =>
    countBlockVote(
      sumOf(
        ballots.map((choices) => ({ choices })),
        CANDIDATES,
        2,
      ),
      2,
      NAMES,
    );

  it('never elects more than the seats, and those elected have more votes than anybody else', () => {
    fc.assert(
      fc.property(someBallots, (ballots) => {
        const { outcome, votes } = counted(ballots);
        const elected =
          'elected' in outcome ? outcome.elected : outcome.kind === 'elected' ? outcome.candidates : [];
        expect(elected.length).toBeLessThanOrEqual(2);
        const lowest = Math.min(
          ...votes.filter(({ candidate }) => elected.includes(candidate)).map((line) => line.votes),
        );
        for (const line of votes) {
          if (!elected.includes(line.candidate) && elected.length > 0)
            expect(line.votes).toBeLessThan(lowest);
        }
        if (outcome.kind === 'tied') {
          expect(outcome.candidates.length).toBeGreaterThan(outcome.seats);
          expect(outcome.elected.length + outcome.seats).toBe(2);
        }
      }),
    );
  });

  it('neither the order of the ballots nor that of the candidates changes a word', () => {
    const twoOrders = someBallots.chain((ballots) =>
      fc.tuple(
        fc.constant(ballots),
        fc.shuffledSubarray(ballots, { minLength: ballots.length, maxLength: ballots.length }),
      ),
    );
    fc.assert(
      fc.property(twoOrders, ([ballots, reordered]) => {
        expect(counted(reordered.map((choices) => choices.toReversed()))).toEqual(counted(ballots));
      }),
    );
  });
});
