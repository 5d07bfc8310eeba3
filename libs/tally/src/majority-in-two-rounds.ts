import { figure, quantity, type Text } from '@hemicycle/kernel';

/** Whatever tells candidates apart for the caller: opaque here, compared character by character. */
export type CandidateId = string;

/** One ballot, or `count` ballots that say the same: counts are made on groups, so that size costs nothing. */
export interface Ballot {
  /** One candidate; null is a blank vote. */
  readonly choice: CandidateId | null;
  /** How many ballots say this: an integer from 0; 1 when absent. */
  readonly count?: number;
}

export type RoundOutcome =
  | { readonly kind: 'elected'; readonly candidate: CandidateId }
  /** First round only. Most votes first, then by id; more than two when several are tied for a place. */
  | { readonly kind: 'second round'; readonly candidates: readonly CandidateId[] }
  /** Second round only: these share the highest number of votes, and the rule on ties decides (charter TIE). */
  | { readonly kind: 'tied'; readonly candidates: readonly CandidateId[] }
  /** No candidate, or no valid vote (charter POLL). */
  | { readonly kind: 'failed' };

export interface MajoritySettings {
  /** Whether a blank vote raises the majority that the first round asks for. It never elects anybody. */
  readonly blankVotesCountAsCast: boolean;
}

const BLANKS_APART: MajoritySettings = { blankVotesCountAsCast: false };

export interface RoundCount {
  readonly round: 1 | 2;
  /** Every candidate of the round, those without a vote included: most votes first, then by id. */
  readonly votes: readonly { readonly candidate: CandidateId; readonly votes: number }[];
  readonly blanks: number;
  /** Votes for a candidate; with the blank ones where these are counted as cast (charter BLANK). */
  readonly votesCast: number;
  /** The votes that elect in the first round; null in the second, where the most votes are enough. */
  readonly majorityNeeded: number | null;
  readonly outcome: RoundOutcome;
  /** The arithmetic, sentence by sentence, for a reader who was not there. */
  readonly explanation: readonly Text[];
}

/**
 * Counts one round of an election to one seat by majority in two rounds (charter METHOD). In the first round,
 * more than half of the votes cast elects; otherwise the first two go on, with everybody tied with either of
 * them. In the second round the most votes elect. Depends neither on the order nor on the grouping of ballots.
 *
 * @param ballots the ballots of this round only
 * @param candidates those who stand in this round, in any order
 * @param labels how the explanation calls each candidate, in both languages
 * @param settings blank votes are counted apart unless it says otherwise
 * @throws RangeError when the count would have to guess: a ballot for somebody who does not stand, a candidate
 * listed twice or without a label, a number of ballots that is not an exact integer from 0.
 */
export function countMajorityRound(
  ballots: readonly Ballot[],
  candidates: readonly CandidateId[],
  round: 1 | 2,
  labels: ReadonlyMap<CandidateId, string>,
  settings: MajoritySettings = BLANKS_APART,
): RoundCount {
  const { votesOf, blanks, votesForCandidates } = addUp(ballots, candidates);
  const votesCast = votesForCandidates + (settings.blankVotesCountAsCast ? blanks : 0);
  const votes = [...votesOf]
    .map(([candidate, count]) => ({ candidate, votes: count }))
    .toSorted((a, b) => b.votes - a.votes || (a.candidate < b.candidate ? -1 : 1));
  const tally = { round, votes, blanks, votesCast, majorityNeeded: round === 1 ? half(votesCast) + 1 : null };
  const outcome = decide(tally, votesForCandidates);
  return { ...tally, outcome, explanation: explain(tally, outcome, labels, settings) };
}

type Tally = Omit<RoundCount, 'outcome' | 'explanation'>;

function addUp(ballots: readonly Ballot[], candidates: readonly CandidateId[]) {
  const votesOf = new Map<CandidateId, number>(candidates.map((candidate) => [candidate, 0]));
  if (votesOf.size < candidates.length) throw new RangeError('A candidate is listed twice.');
  let blanks = 0;
  let votesForCandidates = 0;
  for (const { choice, count = 1 } of ballots) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`${count} is not a number of ballots.`);
    }
    if (choice === null) {
      blanks += count;
    } else {
      const votes = votesOf.get(choice);
      if (votes === undefined) {
        throw new RangeError(
          `A ballot names ${JSON.stringify(choice)}, who is not a candidate in this round.`,
        );
      }
      votesOf.set(choice, votes + count);
      votesForCandidates += count;
    }
    if (!Number.isSafeInteger(blanks + votesForCandidates)) {
      throw new RangeError('There are more ballots than can be counted exactly.');
    }
  }
  return { votesOf, blanks, votesForCandidates };
}

function decide({ votes, majorityNeeded }: Tally, votesForCandidates: number): RoundOutcome {
  const [first, second] = votes;
  if (first === undefined || votesForCandidates === 0) return { kind: 'failed' };
  // In the second round one vote more than the next candidate is enough; alone, any vote.
  const enough = majorityNeeded ?? (second === undefined ? 0 : second.votes + 1);
  if (first.votes >= enough) return { kind: 'elected', candidate: first.candidate };
  // Whoever equals the second passes too. She may be alone where blank votes alone denied her the majority.
  const passing = second?.votes ?? first.votes;
  const candidates = votes.filter((line) => line.votes >= passing).map((line) => line.candidate);
  return { kind: majorityNeeded === null ? 'tied' : 'second round', candidates };
}

function explain(
  tally: Tally,
  outcome: RoundOutcome,
  labels: ReadonlyMap<CandidateId, string>,
  { blankVotesCountAsCast }: MajoritySettings,
): Text[] {
  const { round, votes, blanks, votesCast, majorityNeeded } = tally;
  const label = (candidate: CandidateId): string => {
    const known = labels.get(candidate);
    if (known === undefined) {
      throw new RangeError(`Candidate ${JSON.stringify(candidate)} has no label.`);
    }
    return known;
  };
  const lines = votes.map((line) => ({ ...line, label: label(line.candidate) }));
  const ballots = votesCast + (blankVotesCountAsCast ? 0 : blanks);
  const apart = blankVotesCountAsCast
    ? {
        fr: 'Les votes blancs sont comptés parmi les suffrages exprimés',
        en: 'Blank votes are counted among the votes cast',
      }
    : { fr: 'Les votes blancs sont comptés à part', en: 'Blank votes are counted apart' };
  const sentences: Text[] = [
    {
      fr: `${round === 1 ? 'Premier tour' : 'Second tour'} : ${quantity.fr(ballots, 'bulletin', 'bulletins')}, dont ${quantity.fr(blanks, 'blanc', 'blancs')}. ${apart.fr} : ${quantity.fr(votesCast, 'suffrage exprimé', 'suffrages exprimés')}.`,
      en: `${round === 1 ? 'First round' : 'Second round'}: ${quantity.en(ballots, 'ballot', 'ballots')}, of which ${figure.en(blanks)} blank. ${apart.en}: ${quantity.en(votesCast, 'vote cast', 'votes cast')}.`,
    },
  ];
  if (lines.length === 0) {
    sentences.push({
      fr: 'Personne n’est candidat : l’élection échoue.',
      en: 'There is no candidate: the election fails.',
    });
    return sentences;
  }
  sentences.push(listed(lines));
  if (outcome.kind === 'failed') {
    sentences.push({
      fr: 'Aucune voix ne va à un candidat : l’élection échoue.',
      en: 'No vote is cast for anybody: the election fails.',
    });
    return sentences;
  }
  if (majorityNeeded === null) {
    sentences.push({
      fr: 'Au second tour, le plus grand nombre de voix suffit.',
      en: 'In the second round the most votes are enough.',
    });
  } else {
    const odd = votesCast % 2 === 1;
    sentences.push({
      fr: `La moitié de ${figure.fr(votesCast)} est ${figure.fr(half(votesCast))}${odd ? ',5' : ''} : il faut la dépasser, donc obtenir au moins ${figure.fr(majorityNeeded)} voix, pour l’emporter au premier tour.`,
      en: `Half of ${figure.en(votesCast)} is ${figure.en(half(votesCast))}${odd ? '.5' : ''}: it takes more than that, so at least ${quantity.en(majorityNeeded, 'vote', 'votes')}, to win in the first round.`,
    });
  }
  sentences.push(...concluded(tally, outcome, lines));
  return sentences;
}

interface Line {
  readonly candidate: CandidateId;
  readonly label: string;
  readonly votes: number;
}

function listed(lines: readonly Line[]): Text {
  return {
    fr: `${lines.map((line) => `${line.label} : ${figure.fr(line.votes)} voix`).join(' ; ')}.`,
    en: `${lines.map((line) => `${line.label}: ${quantity.en(line.votes, 'vote', 'votes')}`).join('; ')}.`,
  };
}

function concluded(
  { round }: Tally,
  outcome: Exclude<RoundOutcome, { kind: 'failed' }>,
  lines: readonly Line[],
): Text[] {
  if (outcome.kind === 'elected') {
    return lines.slice(0, 1).map(({ label, votes }) => ({
      fr: `${label} l’emporte au ${round === 1 ? 'premier' : 'second'} tour avec ${figure.fr(votes)} voix.`,
      en: `${label} wins in the ${round === 1 ? 'first' : 'second'} round with ${quantity.en(votes, 'vote', 'votes')}.`,
    }));
  }
  const going = lines.slice(0, outcome.candidates.length);
  const lowest = going.at(-1)?.votes ?? 0;
  const tied = going.filter((line) => line.votes === lowest);
  const names = { fr: enumerated(tied, 'et'), en: enumerated(tied, 'and') };
  const each = {
    fr: `${figure.fr(lowest)} voix`,
    en: quantity.en(lowest, 'vote', 'votes'),
  };
  if (outcome.kind === 'tied') {
    return [
      {
        fr: `${names.fr} sont à égalité en tête avec ${each.fr} : ce tour n’élit personne, la règle des égalités s’applique (TIE).`,
        en: `${names.en} are tied in the lead with ${each.en} each: this round elects nobody, the rule on ties applies (TIE).`,
      },
    ];
  }
  const sentences: Text[] = [
    going.length === 1
      ? {
          fr: `Personne n’atteint cette majorité : un second tour a lieu avec ${enumerated(going, 'et')} pour seule candidature.`,
          en: `Nobody reaches that majority: a second round takes place, in which ${enumerated(going, 'and')} stands alone.`,
        }
      : {
          fr: `Personne n’atteint cette majorité : un second tour départage ${enumerated(going, 'et')}.`,
          en: `Nobody reaches that majority: a second round decides between ${enumerated(going, 'and')}.`,
        },
  ];
  if (going.length > 2) {
    const first = tied.length === going.length;
    sentences.push({
      fr: `${names.fr} sont à égalité à la ${first ? 'première' : 'deuxième'} place avec ${each.fr} : tous ces noms restent en lice.`,
      en: `${names.en} are tied for ${first ? 'first' : 'second'} place with ${each.en} each: all of these names go on.`,
    });
  }
  return sentences;
}

const half = (votes: number): number => Math.floor(votes / 2);

function enumerated(lines: readonly Line[], and: string): string {
  const labels = lines.map((line) => line.label);
  const last = labels.pop() ?? '';
  return labels.length === 0 ? last : `${labels.join(', ')} ${and} ${last}`;
}
