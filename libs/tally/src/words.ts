import { figure, quantity, type Text } from '@hemicycle/kernel';
import { type CandidateId, type CountSettings, type PollSums, type RoundKind, votesCastIn } from './poll.js';

/** A candidate as the sentences of a count know her. */
export interface Line {
  readonly candidate: CandidateId;
  readonly label: string;
  readonly votes: number;
}

/** @throws RangeError for a candidate without a label. */
export function labelled(
  votes: readonly { readonly candidate: CandidateId; readonly votes: number }[],
  labels: ReadonlyMap<CandidateId, string>,
): Line[] {
  return votes.map((line) => {
    const label = labels.get(line.candidate);
    if (label === undefined)
      throw new RangeError(`Candidate ${JSON.stringify(line.candidate)} has no label.`);
    return { ...line, label };
  });
}

const ROUND: Readonly<Record<RoundKind, Text>> = {
  FIRST: { fr: 'Premier tour', en: 'First round' },
  SECOND: { fr: 'Second tour', en: 'Second round' },
  BLOCK_VOTE: { fr: 'Scrutin plurinominal', en: 'Block vote' },
  RUN_OFF: { fr: 'Tour de départage', en: 'Run-off' },
};

/** The first sentence: how many ballots there were. */
export function ballotsInWords(kind: RoundKind, sums: PollSums, settings: CountSettings): Text {
  const { ballots, blanks } = sums;
  const cast = votesCastIn(sums, settings);
  const apart = settings.blankVotesCountAsCast
    ? {
        fr: 'Les votes blancs sont comptés parmi les suffrages exprimés',
        en: 'Blank votes are counted among the votes cast',
      }
    : { fr: 'Les votes blancs sont comptés à part', en: 'Blank votes are counted apart' };
  return {
    fr: `${ROUND[kind].fr} : ${quantity.fr(ballots, 'bulletin', 'bulletins')}, dont ${quantity.fr(blanks, 'blanc', 'blancs')}. ${apart.fr} : ${quantity.fr(cast, 'suffrage exprimé', 'suffrages exprimés')}.`,
    en: `${ROUND[kind].en}: ${quantity.en(ballots, 'ballot', 'ballots')}, of which ${figure.en(blanks)} blank. ${apart.en}: ${quantity.en(cast, 'vote cast', 'votes cast')}.`,
  };
}

/** The second sentence: who has how many. */
export function votesInWords(lines: readonly Line[]): Text {
  if (lines.length === 0) {
    return {
      fr: 'Personne n’est candidat : l’élection échoue.',
      en: 'There is no candidate: the election fails.',
    };
  }
  return {
    fr: `${lines.map((line) => `${line.label} : ${figure.fr(line.votes)} voix`).join(' ; ')}.`,
    en: `${lines.map((line) => `${line.label}: ${quantity.en(line.votes, 'vote', 'votes')}`).join('; ')}.`,
  };
}

export const NO_VOTE_FOR_ANYBODY: Text = {
  fr: 'Aucune voix ne va à un candidat : l’élection échoue.',
  en: 'No vote is cast for anybody: the election fails.',
};

/** The names in a row, in both languages. */
export function enumerated(lines: readonly Line[]): Text {
  const labels = lines.map((line) => line.label);
  const last = labels.pop() ?? '';
  const row = (and: string): string => (labels.length === 0 ? last : `${labels.join(', ')} ${and} ${last}`);
  return { fr: row('et'), en: row('and') };
}
