import { figure, quantity, type Text } from '@hemicycle/kernel';
import { countMostVotes } from './most-votes.js';
import {
  BLANKS_APART,
  type CandidateId,
  type CountSettings,
  type PollSums,
  ranked,
  type RoundCount,
  type RoundOutcome,
  votesCastIn,
} from './poll.js';
import {
  ballotsInWords,
  enumerated,
  labelled,
  type Line,
  NO_VOTE_FOR_ANYBODY,
  votesInWords,
} from './words.js';

/**
 * Counts one round of an election to one seat by majority in two rounds (charter METHOD). In the first round,
 * more than half of the votes cast elects; otherwise the first two go on, with everybody tied with either of
 * them. In the second round the most votes elect.
 *
 * @param sums of the ballots of this round only
 * @param labels how the explanation calls each candidate, in both languages
 * @param settings blank votes are counted apart unless it says otherwise
 * @throws RangeError for a candidate without a label.
 */
export function countMajorityRound(
  sums: PollSums,
  round: 1 | 2,
  labels: ReadonlyMap<CandidateId, string>,
  settings: CountSettings = BLANKS_APART,
): RoundCount {
  if (round === 2) return countMostVotes('SECOND', sums, 1, labels, settings);
  const votes = ranked(sums);
  const votesCast = votesCastIn(sums, settings);
  const majorityNeeded = half(votesCast) + 1;
  const outcome = decide(votes, majorityNeeded);
  const count = {
    kind: 'FIRST',
    seats: 1,
    votes,
    blanks: sums.blanks,
    votesCast,
    majorityNeeded,
    outcome,
  } as const;
  const lines = labelled(votes, labels);
  return {
    ...count,
    explanation: [ballotsInWords('FIRST', sums, settings), votesInWords(lines), ...concluded(count, lines)],
  };
}

function decide(votes: RoundCount['votes'], majorityNeeded: number): RoundOutcome {
  const [first, second] = votes;
  if (first === undefined || first.votes === 0) return { kind: 'failed' };
  if (first.votes >= majorityNeeded) return { kind: 'elected', candidates: [first.candidate] };
  // Whoever equals the second passes too. She may be alone where blank votes alone denied her the majority.
  const passing = second?.votes ?? first.votes;
  const candidates = votes.filter((line) => line.votes >= passing).map((line) => line.candidate);
  return { kind: 'second round', candidates };
}

function concluded(
  {
    votesCast,
    majorityNeeded,
    outcome,
  }: Pick<RoundCount, 'votesCast' | 'outcome'> & { majorityNeeded: number },
  lines: readonly Line[],
): Text[] {
  if (lines.length === 0) return [];
  if (outcome.kind === 'failed') return [NO_VOTE_FOR_ANYBODY];
  const odd = votesCast % 2 === 1;
  const threshold: Text = {
    fr: `La moitié de ${figure.fr(votesCast)} est ${figure.fr(half(votesCast))}${odd ? ',5' : ''} : il faut la dépasser, donc obtenir au moins ${figure.fr(majorityNeeded)} voix, pour l’emporter au premier tour.`,
    en: `Half of ${figure.en(votesCast)} is ${figure.en(half(votesCast))}${odd ? '.5' : ''}: it takes more than that, so at least ${quantity.en(majorityNeeded, 'vote', 'votes')}, to win in the first round.`,
  };
  if (outcome.kind === 'elected') {
    return [
      threshold,
      ...lines.slice(0, 1).map(({ label, votes }) => ({
        fr: `${label} l’emporte au premier tour avec ${figure.fr(votes)} voix.`,
        en: `${label} wins in the first round with ${quantity.en(votes, 'vote', 'votes')}.`,
      })),
    ];
  }
  return [threshold, ...goingOn(lines.slice(0, outcome.candidates.length))];
}

function goingOn(lines: readonly Line[]): Text[] {
  const all = enumerated(lines);
  const sentences: Text[] = [
    lines.length === 1
      ? {
          fr: `Personne n’atteint cette majorité : un second tour a lieu avec ${all.fr} pour seule candidature.`,
          en: `Nobody reaches that majority: a second round takes place, in which ${all.en} stands alone.`,
        }
      : {
          fr: `Personne n’atteint cette majorité : un second tour départage ${all.fr}.`,
          en: `Nobody reaches that majority: a second round decides between ${all.en}.`,
        },
  ];
  if (lines.length > 2) {
    const lowest = lines.at(-1)?.votes ?? 0;
    const tied = lines.filter((line) => line.votes === lowest);
    const names = enumerated(tied);
    const first = tied.length === lines.length;
    sentences.push({
      fr: `${names.fr} sont à égalité à la ${first ? 'première' : 'deuxième'} place avec ${figure.fr(lowest)} voix : tous ces noms restent en lice.`,
      en: `${names.en} are tied for ${first ? 'first' : 'second'} place with ${quantity.en(lowest, 'vote', 'votes')} each: all of these names go on.`,
    });
  }
  return sentences;
}

const half = (votes: number): number => Math.floor(votes / 2);
