import { figure, quantity, type Text } from '@hemicycle/kernel';
import {
  BLANKS_APART,
  type CandidateId,
  type CountSettings,
  type PollSums,
  ranked,
  type RoundCount,
  type RoundKind,
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
 * Counts a round in which the most votes are enough (charter METHOD): a block vote, the second round of the majority
 * method, a run-off. The seats go to those with the most votes. Nobody is elected without a vote, so that a seat may
 * stay vacant. Where more candidates share the votes of the last seats than there are such seats, they are tied.
 *
 * @param seats how many the round may elect, from 1
 * @param labels how the explanation calls each candidate, in both languages
 * @param settings blank votes are counted apart unless it says otherwise
 * @throws RangeError for a candidate without a label, or no seat.
 */
export function countMostVotes(
  kind: Exclude<RoundKind, 'FIRST'>,
  sums: PollSums,
  seats: number,
  labels: ReadonlyMap<CandidateId, string>,
  settings: CountSettings = BLANKS_APART,
): RoundCount {
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`${seats} is not a number of seats.`);
  const votes = ranked(sums);
  const lines = labelled(votes, labels);
  const outcome = decide(votes, seats);
  return {
    kind,
    seats,
    votes,
    blanks: sums.blanks,
    votesCast: votesCastIn(sums, settings),
    majorityNeeded: null,
    outcome,
    explanation: [
      ballotsInWords(kind, sums, settings),
      votesInWords(lines),
      ...concluded(kind, seats, outcome, lines),
    ],
  };
}

function decide(votes: RoundCount['votes'], seats: number): RoundOutcome {
  const supported = votes.filter((line) => line.votes > 0);
  if (supported.length === 0) return { kind: 'failed' };
  const lastIn = supported[seats - 1];
  const firstOut = supported[seats];
  if (lastIn === undefined || firstOut === undefined || lastIn.votes > firstOut.votes) {
    return { kind: 'elected', candidates: supported.slice(0, seats).map(({ candidate }) => candidate) };
  }
  const elected = supported.filter((line) => line.votes > lastIn.votes);
  const tied = supported.filter((line) => line.votes === lastIn.votes);
  return {
    kind: 'tied',
    elected: elected.map(({ candidate }) => candidate),
    candidates: tied.map(({ candidate }) => candidate),
    seats: seats - elected.length,
  };
}

const IN_THE_ROUND: Readonly<Record<Exclude<RoundKind, 'FIRST'>, Text>> = {
  SECOND: { fr: 'au second tour', en: 'in the second round' },
  BLOCK_VOTE: { fr: 'au scrutin plurinominal', en: 'in the block vote' },
  RUN_OFF: { fr: 'au tour de départage', en: 'in the run-off' },
};

function concluded(
  kind: Exclude<RoundKind, 'FIRST'>,
  seats: number,
  outcome: RoundOutcome,
  lines: readonly Line[],
): Text[] {
  if (lines.length === 0) return [];
  const votesOf = (ids: readonly CandidateId[]): Line[] =>
    lines.filter(({ candidate }) => ids.includes(candidate));
  const where = IN_THE_ROUND[kind];
  const rule: Text =
    seats === 1
      ? {
          fr: `${capital(where.fr)}, le plus grand nombre de voix suffit.`,
          en: `${capital(where.en)} the most votes are enough.`,
        }
      : {
          fr: `${capital(where.fr)}, les ${figure.fr(seats)} sièges vont à ceux qui ont le plus de voix.`,
          en: `${capital(where.en)} the ${figure.en(seats)} seats go to those with the most votes.`,
        };
  switch (outcome.kind) {
    case 'failed':
      return [NO_VOTE_FOR_ANYBODY];
    case 'elected': {
      const vacant = seats - outcome.candidates.length;
      return [
        rule,
        ...votesOf(outcome.candidates).map((line) => won(line, kind, seats)),
        ...(vacant === 0
          ? []
          : [
              {
                fr: `Personne d’autre n’a de voix : ${quantity.fr(vacant, 'siège reste vacant', 'sièges restent vacants')}.`,
                en: `Nobody else has a vote: ${quantity.en(vacant, 'seat stays vacant', 'seats stay vacant')}.`,
              },
            ]),
      ];
    }
    case 'tied':
      return [
        rule,
        ...votesOf(outcome.elected).map((line) => won(line, kind, seats)),
        tie(votesOf(outcome.candidates), seats, outcome.seats),
      ];
    case 'second round':
      throw new RangeError('A round won by the most votes has no second round.');
  }
}

function won({ label, votes }: Line, kind: Exclude<RoundKind, 'FIRST'>, seats: number): Text {
  return seats === 1
    ? {
        fr: `${label} l’emporte ${IN_THE_ROUND[kind].fr} avec ${figure.fr(votes)} voix.`,
        en: `${label} wins ${IN_THE_ROUND[kind].en} with ${quantity.en(votes, 'vote', 'votes')}.`,
      }
    : {
        fr: `${label} obtient un siège avec ${figure.fr(votes)} voix.`,
        en: `${label} gets a seat with ${quantity.en(votes, 'vote', 'votes')}.`,
      };
}

function tie(tied: readonly Line[], seats: number, left: number): Text {
  const names = enumerated(tied);
  const votes = tied[0]?.votes ?? 0;
  const each = { fr: `${figure.fr(votes)} voix`, en: quantity.en(votes, 'vote', 'votes') };
  return seats === 1
    ? {
        fr: `${names.fr} sont à égalité en tête avec ${each.fr} : ce tour n’élit personne, la règle des égalités s’applique (TIE).`,
        en: `${names.en} are tied in the lead with ${each.en} each: this round elects nobody, the rule on ties applies (TIE).`,
      }
    : {
        fr: `${names.fr} sont à égalité avec ${each.fr} pour ${quantity.fr(left, 'siège', 'sièges')} : la règle des égalités s’applique (TIE).`,
        en: `${names.en} are tied with ${each.en} each for ${quantity.en(left, 'seat', 'seats')}: the rule on ties applies (TIE).`,
      };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
