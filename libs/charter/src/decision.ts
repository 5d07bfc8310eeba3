import { COLLEGES, type College, quantity, type Text } from '@hemicycle/kernel';
import type { RulesOfProcedure } from './rules-of-procedure.js';

/** What a seat may answer in a recorded vote. */
export const VOTE_CHOICES = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];

/** A seat that could vote, and what it answered; null: nothing. */
export interface SeatVoted {
  readonly college: College;
  readonly choice: VoteChoice | null;
}

/** The votes of one college. Whole numbers. */
export interface VotesOfCollege {
  readonly college: College;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
  /** Seats that could vote and did not. */
  readonly silent: number;
  /** Seats that took no part by a declared interest (charter RECUSAL). */
  readonly recused: number;
  /** The arithmetic in words. */
  readonly explanation: Text;
}

export interface VoteResult {
  readonly colleges: readonly VotesOfCollege[];
  readonly adopted: boolean;
  readonly explanation: Text;
}

const NAME: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'Acteurs publics', en: 'Government' },
  CIVIL_SOCIETY: { fr: 'Société civile', en: 'Civil society' },
};

/**
 * The result of a recorded vote (charter DECISION, TIE): more votes for than against, in each college for a double majority,
 * among all for a simple one. Abstentions are on neither side. Nobody has a casting vote: a tied decision falls.
 *
 * @param recused the college of each seat that took no part by a declared interest: counted apart (charter RECUSAL).
 */
export function voteResult(
  seats: readonly SeatVoted[],
  majority: RulesOfProcedure['decisionMajority'],
  recused: readonly College[] = [],
): VoteResult {
  const colleges = COLLEGES.map((college): VotesOfCollege => {
    const ofCollege = seats.filter((seat) => seat.college === college);
    const count = (choice: VoteChoice | null): number =>
      ofCollege.filter((seat) => seat.choice === choice).length;
    const votes = {
      votesFor: count('FOR'),
      votesAgainst: count('AGAINST'),
      abstentions: count('ABSTAIN'),
      silent: count(null),
      recused: recused.filter((one) => one === college).length,
    };
    return { college, ...votes, explanation: collegeInWords(college, votes) };
  });
  if (majority === 'SIMPLE') {
    const all = {
      votesFor: colleges.reduce((sum, { votesFor }) => sum + votesFor, 0),
      votesAgainst: colleges.reduce((sum, { votesAgainst }) => sum + votesAgainst, 0),
    };
    const adopted = all.votesFor > all.votesAgainst;
    const compared = comparison(all);
    return {
      colleges,
      adopted,
      explanation: {
        fr: `Majorité simple, tous collèges réunis : ${compared.fr}. ${FATE[adopted ? 'adopted' : 'rejected'].fr}`,
        en: `Simple majority, both colleges together: ${compared.en}. ${FATE[adopted ? 'adopted' : 'rejected'].en}`,
      },
    };
  }
  const adopted = colleges.every(({ votesFor, votesAgainst }) => votesFor > votesAgainst);
  return {
    colleges,
    adopted,
    explanation: {
      fr: `Double majorité, dans chaque collège : ${colleges.map((one) => `${NAME[one.college].fr.toLowerCase()}, ${comparison(one).fr}`).join(' ; ')}. ${FATE[adopted ? 'adopted' : 'rejected'].fr}`,
      en: `Double majority, in each college: ${colleges.map((one) => `${NAME[one.college].en.toLowerCase()}, ${comparison(one).en}`).join('; ')}. ${FATE[adopted ? 'adopted' : 'rejected'].en}`,
    },
  };
}

const FATE = {
  adopted: { fr: 'La décision est adoptée.', en: 'The decision is adopted.' },
  rejected: { fr: 'La décision n’est pas adoptée.', en: 'The decision is not adopted.' },
} as const satisfies Record<string, Text>;

type Sides = Pick<VotesOfCollege, 'votesFor' | 'votesAgainst'>;

function comparison({ votesFor, votesAgainst }: Sides): Text {
  if (votesFor === votesAgainst) {
    return {
      fr: `${votesFor} pour et ${votesAgainst} contre, à égalité et sans voix prépondérante`,
      en: `${votesFor} for and ${votesAgainst} against, a tie without a casting vote`,
    };
  }
  const more = votesFor > votesAgainst;
  return {
    fr: `${votesFor} pour et ${votesAgainst} contre, soit ${more ? 'plus de voix pour que contre' : 'plus de voix contre que pour'}`,
    en: `${votesFor} for and ${votesAgainst} against, so more votes ${more ? 'for than against' : 'against than for'}`,
  };
}

function collegeInWords(
  college: College,
  { votesFor, votesAgainst, abstentions, silent, recused }: Omit<VotesOfCollege, 'college' | 'explanation'>,
): Text {
  const apart =
    recused === 0
      ? { fr: '', en: '' }
      : {
          fr: `, ${quantity.fr(recused, 'déport non compté', 'déports non comptés')}`,
          en: `, ${recused} recused and not counted`,
        };
  return {
    fr: `${NAME[college].fr} : ${votesFor} pour, ${votesAgainst} contre, ${abstentions} ${abstentions > 1 ? 'abstentions' : 'abstention'}, ${silent} sans réponse${apart.fr}.`,
    en: `${NAME[college].en}: ${votesFor} for, ${votesAgainst} against, ${abstentions} ${abstentions === 1 ? 'abstention' : 'abstentions'}, ${silent} without an answer${apart.en}.`,
  };
}
