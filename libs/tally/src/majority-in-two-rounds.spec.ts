import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { countMajorityRound } from './majority-in-two-rounds.js';
import { type Ballot, type CandidateId, type CountSettings, type RoundCount, sumOf } from './poll.js';

const NAMES = new Map([
  ['a', 'Aminata Diallo'],
  ['b', 'Benoît Caron'],
  ['c', 'Chloé Martin'],
  ['d', 'David Nguyen'],
]);

/** One name a ballot, or none: the whole of a count by the majority method. */
const countBallots = (
  ballots: readonly Ballot[],
  candidates: readonly CandidateId[],
  round: 1 | 2,
  labels: ReadonlyMap<CandidateId, string>,
  settings?: CountSettings,
): RoundCount => countMajorityRound(sumOf(ballots, candidates, 1), round, labels, settings);

/** The ballot that names this candidate; null: a blank one. */
const ballot = (choice: CandidateId | null, number = 1): Ballot => ({
  choices: choice === null ? [] : [choice],
  count: number,
});

/** Ballots written as letters, `-` for a blank: `'aab-'` is two for a, one for b, one blank. */
const ballotsOf = (letters: string): Ballot[] =>
  [...letters].map((letter) => ballot(letter === '-' ? null : letter));

const count = (letters: string, candidates = 'abcd', round: 1 | 2 = 1): RoundCount =>
  countBallots(ballotsOf(letters), [...candidates], round, NAMES);

const inEnglish = (counted: RoundCount): string[] => counted.explanation.map((sentence) => sentence.en);
const inFrench = (counted: RoundCount): string[] => counted.explanation.map((sentence) => sentence.fr);

describe('the first round', () => {
  it('elects whoever has more than half of the votes cast', () => {
    const counted = count('aaaabbc');
    expect(counted).toMatchObject({
      kind: 'FIRST',
      seats: 1,
      votes: [
        { candidate: 'a', votes: 4 },
        { candidate: 'b', votes: 2 },
        { candidate: 'c', votes: 1 },
        { candidate: 'd', votes: 0 },
      ],
      blanks: 0,
      votesCast: 7,
      majorityNeeded: 4,
      outcome: { kind: 'elected', candidates: ['a'] },
    });
    expect(inEnglish(counted)).toEqual([
      'First round: 7 ballots, of which 0 blank. Blank votes are counted apart: 7 votes cast.',
      'Aminata Diallo: 4 votes; Benoît Caron: 2 votes; Chloé Martin: 1 vote; David Nguyen: 0 votes.',
      'Half of 7 is 3.5: it takes more than that, so at least 4 votes, to win in the first round.',
      'Aminata Diallo wins in the first round with 4 votes.',
    ]);
  });

  it('does not elect with exactly half: the two go to a second round', () => {
    const counted = count('bbbaaa', 'ab');
    expect(counted).toMatchObject({
      majorityNeeded: 4,
      outcome: { kind: 'second round', candidates: ['a', 'b'] },
    });
    expect(inEnglish(counted).slice(2)).toEqual([
      'Half of 6 is 3: it takes more than that, so at least 4 votes, to win in the first round.',
      'Nobody reaches that majority: a second round decides between Aminata Diallo and Benoît Caron.',
    ]);
  });

  it('counts blanks apart: they do not raise the majority (BLANK)', () => {
    const counted = count('aab----', 'ab');
    expect(counted).toMatchObject({
      blanks: 4,
      votesCast: 3,
      majorityNeeded: 2,
      outcome: { kind: 'elected', candidates: ['a'] },
    });
    expect(inFrench(counted)).toEqual([
      'Premier tour : 7 bulletins, dont 4 blancs. Les votes blancs sont comptés à part : 3 suffrages exprimés.',
      'Aminata Diallo : 2 voix ; Benoît Caron : 1 voix.',
      'La moitié de 3 est 1,5 : il faut la dépasser, donc obtenir au moins 2 voix, pour l’emporter au premier tour.',
      'Aminata Diallo l’emporte au premier tour avec 2 voix.',
    ]);
  });

  it('sends the first two to the second round', () => {
    expect(count('aaaabbbccd').outcome).toEqual({ kind: 'second round', candidates: ['a', 'b'] });
  });

  it('sends everybody tied for second place with the first', () => {
    const counted = count('daaaccbb', 'abcd');
    expect(counted.outcome).toEqual({ kind: 'second round', candidates: ['a', 'b', 'c'] });
    expect(inEnglish(counted).at(-1)).toBe(
      'Benoît Caron and Chloé Martin are tied for second place with 2 votes each: all of these names go on.',
    );
    expect(inFrench(counted).slice(-2)).toEqual([
      'Personne n’atteint cette majorité : un second tour départage Aminata Diallo, Benoît Caron et Chloé Martin.',
      'Benoît Caron et Chloé Martin sont à égalité à la deuxième place avec 2 voix : tous ces noms restent en lice.',
    ]);
  });

  it('sends everybody tied for first place, and nobody behind them', () => {
    const counted = count('aaabbbcccd');
    expect(counted.outcome).toEqual({ kind: 'second round', candidates: ['a', 'b', 'c'] });
    expect(inFrench(counted).at(-1)).toBe(
      'Aminata Diallo, Benoît Caron et Chloé Martin sont à égalité à la première place avec 3 voix : tous ces noms restent en lice.',
    );
  });

  it('sends everybody when all are tied', () => {
    expect(count('dcba').outcome).toEqual({ kind: 'second round', candidates: ['a', 'b', 'c', 'd'] });
  });

  it('elects a single candidate by one vote, whatever the blanks', () => {
    const counted = count('a---', 'a');
    expect(counted).toMatchObject({ majorityNeeded: 1, outcome: { kind: 'elected', candidates: ['a'] } });
    expect(inEnglish(counted).slice(2)).toEqual([
      'Half of 1 is 0.5: it takes more than that, so at least 1 vote, to win in the first round.',
      'Aminata Diallo wins in the first round with 1 vote.',
    ]);
  });
});

describe('the second round', () => {
  it('elects by the most votes, without a majority', () => {
    const counted = count('aabbbcc', 'abc', 2);
    expect(counted).toMatchObject({ majorityNeeded: null, outcome: { kind: 'elected', candidates: ['b'] } });
    expect(inEnglish(counted)).toEqual([
      'Second round: 7 ballots, of which 0 blank. Blank votes are counted apart: 7 votes cast.',
      'Benoît Caron: 3 votes; Aminata Diallo: 2 votes; Chloé Martin: 2 votes.',
      'In the second round the most votes are enough.',
      'Benoît Caron wins in the second round with 3 votes.',
    ]);
  });

  it('leaves a tie in the lead to the rule on ties (TIE), without those behind', () => {
    const counted = count('bbaac-', 'abc', 2);
    expect(counted.outcome).toEqual({ kind: 'tied', elected: [], candidates: ['a', 'b'], seats: 1 });
    expect(inFrench(counted)).toEqual([
      'Second tour : 6 bulletins, dont 1 blanc. Les votes blancs sont comptés à part : 5 suffrages exprimés.',
      'Aminata Diallo : 2 voix ; Benoît Caron : 2 voix ; Chloé Martin : 1 voix.',
      'Au second tour, le plus grand nombre de voix suffit.',
      'Aminata Diallo et Benoît Caron sont à égalité en tête avec 2 voix : ce tour n’élit personne, la règle des égalités s’applique (TIE).',
    ]);
    expect(inEnglish(counted).at(-1)).toBe(
      'Aminata Diallo and Benoît Caron are tied in the lead with 2 votes each: this round elects nobody, the rule on ties applies (TIE).',
    );
  });

  it('elects a candidate left alone by one vote', () => {
    expect(count('a-', 'a', 2).outcome).toEqual({ kind: 'elected', candidates: ['a'] });
  });
});

describe('an election that fails (POLL)', () => {
  it.each([1, 2] as const)('when every ballot is blank (round %d)', (round) => {
    const counted = count('---', 'ab', round);
    expect(counted).toMatchObject({ blanks: 3, votesCast: 0, outcome: { kind: 'failed' } });
    expect(counted.explanation.at(-1)).toEqual({
      fr: 'Aucune voix ne va à un candidat : l’élection échoue.',
      en: 'No vote is cast for anybody: the election fails.',
    });
  });

  it('when nobody voted', () => {
    const counted = count('', 'ab');
    expect(counted.outcome).toEqual({ kind: 'failed' });
    expect(counted.explanation[0]).toEqual({
      fr: 'Premier tour : 0 bulletin, dont 0 blanc. Les votes blancs sont comptés à part : 0 suffrage exprimé.',
      en: 'First round: 0 ballots, of which 0 blank. Blank votes are counted apart: 0 votes cast.',
    });
  });

  it('when nobody stands', () => {
    const counted = count('--', '');
    expect(counted).toMatchObject({ votes: [], blanks: 2, outcome: { kind: 'failed' } });
    expect(counted.explanation.at(-1)).toEqual({
      fr: 'Personne n’est candidat : l’élection échoue.',
      en: 'There is no candidate: the election fails.',
    });
  });
});

describe('a count never guesses', () => {
  it('refuses a ballot for somebody who does not stand in this round', () => {
    expect(() => count('aac', 'ab', 2)).toThrow(
      new RangeError('A ballot names "c", who is not a candidate in this round.'),
    );
    expect(() => count('a', '')).toThrow(RangeError);
  });

  it('refuses a candidate listed twice', () => {
    expect(() => count('aab', 'aba')).toThrow(new RangeError('A candidate is listed twice.'));
  });

  it('refuses a candidate whom the explanation could not name', () => {
    expect(() => countBallots([], ['zoe'], 1, NAMES)).toThrow(
      new RangeError('Candidate "zoe" has no label.'),
    );
  });

  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('refuses %d ballots', (number) => {
    expect(() => countBallots([ballot('a', number)], ['a'], 1, NAMES)).toThrow(RangeError);
  });

  it('refuses more ballots than integers hold exactly', () => {
    const ballots = [ballot('a', Number.MAX_SAFE_INTEGER), ballot(null)];
    expect(() => countBallots(ballots, ['a'], 1, NAMES)).toThrow(RangeError);
  });

  it('does not take an object’s own words for candidates', () => {
    expect(() => countBallots([ballot('constructor')], ['a'], 1, NAMES)).toThrow(RangeError);
  });
});

describe('whatever the ballots', () => {
  const CANDIDATES = ['a', 'b', 'c', 'd'];
  const someBallots = fc.array(fc.constantFrom<CandidateId | null>(...CANDIDATES, null), { maxLength: 40 });
  const aRound = fc.constantFrom<1 | 2>(1, 2);
  const counted = (choices: readonly (CandidateId | null)[], round: 1 | 2) =>
    countBallots(
      choices.map((choice) => ballot(choice)),
      CANDIDATES,
      round,
      NAMES,
    );
  const shuffled = <T>(values: readonly T[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

  it('neither their order nor that of the candidates changes a word of the count', () => {
    const twoOrders = someBallots.chain((choices) =>
      fc.tuple(fc.constant(choices), shuffled(choices), shuffled(CANDIDATES), aRound),
    );
    fc.assert(
      fc.property(twoOrders, ([choices, reordered, candidates, round]) => {
        const ballots = reordered.map((choice) => ballot(choice));
        expect(countBallots(ballots, candidates, round, NAMES)).toEqual(counted(choices, round));
      }),
    );
  });

  it('grouping equal ballots changes nothing', () => {
    fc.assert(
      fc.property(someBallots, aRound, (choices, round) => {
        const groups = [...CANDIDATES, null].map((choice) =>
          ballot(choice, choices.filter((c) => c === choice).length),
        );
        expect(countBallots(groups, CANDIDATES, round, NAMES)).toEqual(counted(choices, round));
      }),
    );
  });

  it('votes and blanks add up to the ballots, and every candidate is listed once, in order', () => {
    fc.assert(
      fc.property(someBallots, aRound, (choices, round) => {
        const { votes, blanks, votesCast } = counted(choices, round);
        expect(votes.reduce((sum, line) => sum + line.votes, 0)).toBe(votesCast);
        expect(votesCast + blanks).toBe(choices.length);
        expect(votes.map((line) => line.candidate).toSorted()).toEqual(CANDIDATES);
        votes.slice(1).forEach((line, index) => {
          const before = votes[index]!;
          expect(
            before.votes > line.votes || (before.votes === line.votes && before.candidate < line.candidate),
          ).toBe(true);
        });
      }),
    );
  });

  it('the first round elects exactly when somebody has more than half, and then the majority’s favourite', () => {
    fc.assert(
      fc.property(someBallots, (choices) => {
        const cast = choices.filter((choice) => choice !== null);
        const favourite = CANDIDATES.find(
          (id) => cast.filter((choice) => choice === id).length * 2 > cast.length,
        );
        const { outcome } = counted(choices, 1);
        if (favourite === undefined) expect(outcome.kind).not.toBe('elected');
        else expect(outcome).toEqual({ kind: 'elected', candidates: [favourite] });
      }),
    );
  });

  it('a majority’s favourite wins, in either round', () => {
    fc.assert(
      fc.property(someBallots, fc.constantFrom(...CANDIDATES), aRound, (choices, favourite, round) => {
        const majority = Array.from({ length: choices.length + 1 }, () => favourite);
        expect(counted([...choices, ...majority], round).outcome).toEqual({
          kind: 'elected',
          candidates: [favourite],
        });
      }),
    );
  });

  it('those who go on are at least two, and nobody left out has as many votes as one of them', () => {
    fc.assert(
      fc.property(someBallots, (choices) => {
        const { outcome, votes } = counted(choices, 1);
        if (outcome.kind !== 'second round') return;
        const going = votes.filter((line) => outcome.candidates.includes(line.candidate));
        const out = votes.filter((line) => !outcome.candidates.includes(line.candidate));
        expect(going.map((line) => line.candidate)).toEqual(outcome.candidates);
        expect(going.length).toBeGreaterThanOrEqual(2);
        const lowest = Math.min(...going.map((line) => line.votes));
        expect(lowest).toBeGreaterThan(0);
        for (const line of out) expect(line.votes).toBeLessThan(lowest);
        // Beyond the first, only a tie lets more than one pass.
        for (const line of going.slice(2)) expect(line.votes).toBe(going[1]?.votes);
      }),
    );
  });

  it('the second round elects one, unless the lead is shared', () => {
    fc.assert(
      fc.property(someBallots, (choices) => {
        const { outcome, votes, votesCast } = counted(choices, 2);
        const leaders = votes.filter((line) => line.votes === votes[0]?.votes).map((line) => line.candidate);
        if (votesCast === 0) expect(outcome).toEqual({ kind: 'failed' });
        else if (leaders.length > 1)
          expect(outcome).toEqual({ kind: 'tied', elected: [], candidates: leaders, seats: 1 });
        else expect(outcome).toEqual({ kind: 'elected', candidates: [leaders[0]] });
      }),
    );
  });

  it('renaming the candidates renames the result', () => {
    fc.assert(
      fc.property(someBallots, aRound, shuffled(CANDIDATES), (choices, round, renamed) => {
        const rename = (id: CandidateId) => renamed[CANDIDATES.indexOf(id)]!;
        const before = counted(choices, round);
        const after = counted(
          choices.map((choice) => choice && rename(choice)),
          round,
        );
        for (const { candidate, votes } of before.votes) {
          expect(after.votes).toContainEqual({ candidate: rename(candidate), votes });
        }
        const { outcome } = before;
        if (outcome.kind === 'elected') {
          expect(after.outcome).toEqual({ kind: 'elected', candidates: outcome.candidates.map(rename) });
        } else if (outcome.kind === 'failed') {
          expect(after.outcome).toEqual(outcome);
        } else {
          expect(after.outcome).toMatchObject({ kind: outcome.kind });
          expect('candidates' in after.outcome && new Set(after.outcome.candidates)).toEqual(
            new Set(outcome.candidates.map(rename)),
          );
        }
      }),
    );
  });
});

describe('the French presidential election of 2022', () => {
  interface PublishedElection {
    readonly candidates: readonly string[];
    readonly certified: Record<
      'round1' | 'round2',
      {
        readonly blank?: number;
        readonly expressed: number;
        readonly votes: Readonly<Record<string, number>>;
      }
    > & { readonly winners: readonly string[] };
  }
  const file = new URL('../../../../shared/data/elections/fr-2022-president-two-round.json', import.meta.url);
  const itIfPublished = existsSync(file) ? it : it.skip;

  itIfPublished(
    'gives the totals and the winner of both rounds (SKIPPED where ../shared/data/elections/fr-2022-president-two-round.json is absent)',
    () => {
      const { candidates, certified } = JSON.parse(readFileSync(file, 'utf8')) as PublishedElection;
      const labels = new Map(candidates.map((name) => [name, name]));
      const ballotsOfRound = (round: 'round1' | 'round2'): Ballot[] => [
        ballot(null, certified[round].blank ?? 0),
        ...Object.entries(certified[round].votes).map(([choice, votes]) => ballot(choice, votes)),
      ];

      const first = countBallots(ballotsOfRound('round1'), candidates, 1, labels);
      expect(Object.fromEntries(first.votes.map((line) => [line.candidate, line.votes]))).toEqual(
        certified.round1.votes,
      );
      expect(first).toMatchObject({
        blanks: certified.round1.blank,
        votesCast: certified.round1.expressed,
        majorityNeeded: 17_566_474,
      });
      expect(first.outcome).toEqual({
        kind: 'second round',
        candidates: Object.keys(certified.round2.votes),
      });
      expect(first.explanation[2]).toEqual({
        fr: 'La moitié de 35\u202f132\u202f947 est 17\u202f566\u202f473,5 : il faut la dépasser, donc obtenir au moins 17\u202f566\u202f474 voix, pour l’emporter au premier tour.',
        en: 'Half of 35,132,947 is 17,566,473.5: it takes more than that, so at least 17,566,474 votes, to win in the first round.',
      });

      const finalists = first.outcome.kind === 'second round' ? first.outcome.candidates : [];
      const second = countBallots(ballotsOfRound('round2'), finalists, 2, labels);
      expect(second.votesCast).toBe(certified.round2.expressed);
      expect(second.outcome).toEqual({ kind: 'elected', candidates: [certified.winners[0]] });
    },
  );
});

describe('blank votes counted as cast', () => {
  const counted = (letters: string, candidates: string, round: 1 | 2 = 1): RoundCount =>
    countBallots(ballotsOf(letters), [...candidates], round, NAMES, { blankVotesCountAsCast: true });

  it('raise the majority of the first round', () => {
    expect(count('aab--', 'ab').outcome).toEqual({ kind: 'elected', candidates: ['a'] });
    const raised = counted('aab--', 'ab');
    expect(raised).toMatchObject({ blanks: 2, votesCast: 5, majorityNeeded: 3 });
    expect(raised.outcome).toEqual({ kind: 'second round', candidates: ['a', 'b'] });
    expect(inEnglish(raised)[0]).toBe(
      'First round: 5 ballots, of which 2 blank. Blank votes are counted among the votes cast: 5 votes cast.',
    );
  });

  it('may send somebody alone to a second round, where the most votes are enough', () => {
    const alone = counted('a--', 'a');
    expect(alone.outcome).toEqual({ kind: 'second round', candidates: ['a'] });
    expect(inFrench(alone).at(-1)).toBe(
      'Personne n’atteint cette majorité : un second tour a lieu avec Aminata Diallo pour seule candidature.',
    );
    expect(counted('a--', 'a', 2).outcome).toEqual({ kind: 'elected', candidates: ['a'] });
  });

  it('elect nobody', () => {
    expect(counted('---', 'ab').outcome).toEqual({ kind: 'failed' });
  });
});
