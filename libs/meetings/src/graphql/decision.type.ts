import { PublicPerson } from '@hemicycle/accounts';
import {
  DECISION,
  type DecisionState,
  type RulesOfProcedure,
  VOTE_CHOICES,
  type VoteChoice,
} from '@hemicycle/charter';
import { CollegeEnum, DayScalar, enumOf, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { MemberType } from '@hemicycle/members';
import { DecisionMajorityEnum } from '@hemicycle/procedure';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionSubject } from '../agenda-item.entity.js';
import { CAPACITIES, type Capacity } from '../decision-seat.entity.js';
import { DECISION_WAYS, type DecisionWay } from '../decision.entity.js';
import { DecisionSubjectEnum } from './agenda.type.js';

export const DecisionStateEnum = enumOf(
  'DecisionState',
  Object.keys(DECISION.states) as DecisionState[],
  'The life of a decision; by consensus it begins adopted (charter LIFE).',
  {
    ORDERED: 'The president put it to the vote; the secretariat has not opened it.',
    VOTING: 'The vote is open.',
    ADOPTED: 'By consensus, or with the majority that the rules of procedure ask for.',
    REJECTED: 'The vote did not give that majority.',
    CARRIED_OVER: 'Its session closed before the vote could open, as for want of a quorum (charter QUORUM).',
  },
);

export const VoteChoiceEnum = enumOf('VoteChoice', VOTE_CHOICES, 'An answer in a recorded vote.', {
  FOR: 'For.',
  AGAINST: 'Against.',
  ABSTAIN: 'On neither side: counted apart.',
});

const CapacityEnum = enumOf(
  'VotingCapacity',
  CAPACITIES,
  'In what capacity somebody holds the vote of a seat.',
  {
    MEMBER: 'The member herself.',
    ALTERNATE: 'Her alternate, recorded as sitting in (charter ALTERNATE).',
    PROXY: 'The member who holds her proxy (charter PROXY).',
  },
);

const DecisionWayEnum = enumOf('DecisionWay', DECISION_WAYS, 'How an item is decided (charter DECISION).', {
  CONSENSUS: 'Whoever presided recorded that a consensus was found.',
  VOTE: 'Put to a recorded vote.',
});

@ObjectType('Objection', {
  description: 'An objection to a consensus, recorded because somebody asked (charter DECISION).',
})
export class ObjectionType {
  @Field(() => MemberType, {
    nullable: true,
    description: 'Whose it is, as on the day of the meeting; null: she did not ask for her name.',
  })
  member: MemberType | null;

  @Field({ description: 'In her own words, in her language.' })
  words: string;
}

@ObjectType('Recusal', {
  description: 'A member’s declared interest in an item, in which her seat takes no part (charter RECUSAL).',
})
export class RecusalType {
  @Field(() => MemberType, { description: 'The member, as on the day of the meeting.' })
  member: MemberType;

  @Field(() => PublicPerson, {
    description: 'The member herself, or whoever presided over the item and recorded what she declared.',
  })
  declaredBy: PublicPerson;

  @Field()
  declaredAt: Date;
}

@ObjectType('DecisionVote', { description: 'The answer of one seat in a recorded vote, by name.' })
export class DecisionVoteType {
  @Field(() => MemberType, { description: 'The seat, as on the day of the meeting.' })
  member: MemberType;

  @Field(() => PublicPerson, {
    description: 'Who gave its answer; where it gave none, who held its vote when the vote opened.',
  })
  holder: PublicPerson;

  @Field(() => CapacityEnum)
  capacity: Capacity;

  @Field(() => VoteChoiceEnum, { nullable: true, description: 'Null: it gave none.' })
  choice: VoteChoice | null;
}

@ObjectType('VotesOfCollege', { description: 'The votes of one college in a recorded vote.' })
export class VotesOfCollegeType {
  @Field(() => CollegeEnum)
  college: College;

  @Field(() => Int)
  votesFor: number;

  @Field(() => Int)
  votesAgainst: number;

  @Field(() => Int, { description: 'On neither side.' })
  abstentions: number;

  @Field(() => Int, { description: 'Seats that took part in the session and gave no answer.' })
  silent: number;

  @Field(() => Int, { description: 'Seats that took no part, by a declared interest (charter RECUSAL).' })
  recused: number;

  @TextField('The arithmetic in words.')
  explanation: Text;
}

@ObjectType('VoteResult', {
  description: 'The result of a recorded vote, college by college (charter DECISION).',
})
export class VoteResultType {
  @Field({ description: 'A tied decision falls: nobody has a casting vote (charter TIE).' })
  adopted: boolean;

  @Field(() => [VotesOfCollegeType])
  colleges: VotesOfCollegeType[];

  @TextField('The majority asked for, and whether it is there, in words.')
  explanation: Text;
}

@ObjectType('Decision', {
  description: 'An item of the agenda decided by consensus, or put to a recorded vote (charter DECISION).',
})
export class DecisionType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'The item of the agenda.' })
  itemId: string;

  @Field(() => Int, { description: 'The place of the item on the agenda, from 1.' })
  position: number;

  @TextField('What it is about, as the agenda said when it was taken up.')
  title: Text;

  @Field(() => DecisionWayEnum)
  way: DecisionWay;

  @TextField(
    'The sense of what is decided, fixed when it was put to the vote or the consensus recorded; in French where nobody wrote it in English.',
  )
  wording: Text;

  @Field(() => String, {
    nullable: true,
    description: 'Year and order in the year, such as 2024-3; it never changes. Null: not taken.',
  })
  reference: string | null;

  @TextField(
    'What it is, with its number, and of which body: “Decision 2024-3 of the plenary”, “Recommendation 2024-4 of the working group …”; ' +
      'null: not taken.',
    { nullable: true },
  )
  named: Text | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day on which it was adopted or rejected; null: neither.',
  })
  takenOn: Day | null;

  @TextField('What followed by the charter, in words; null: nothing by itself, or it was not adopted.', {
    nullable: true,
  })
  effect: Text | null;

  @Field(() => DecisionSubjectEnum, {
    nullable: true,
    description: 'What it is on, where the charter makes something follow; null: nothing by itself.',
  })
  subject: DecisionSubject | null;

  @Field(() => DecisionStateEnum)
  state: DecisionState;

  @Field(() => DecisionMajorityEnum, {
    nullable: true,
    description:
      'The majority that the rules of procedure of the day ask for; null: by consensus, or the vote was not opened.',
  })
  majority: RulesOfProcedure['decisionMajority'] | null;

  @Field(() => PublicPerson, {
    description:
      'Whoever presided over the item: she recorded the consensus, or on her order the vote opens.',
  })
  orderedBy: PublicPerson;

  @Field()
  orderedAt: Date;

  @Field(() => PublicPerson, {
    nullable: true,
    description: 'The person of the secretariat who opened it; null: not opened.',
  })
  openedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not opened.' })
  openedAt: Date | null;

  @Field(() => PublicPerson, {
    nullable: true,
    description:
      'Who closed it: a person of the secretariat, or for a consensus whoever presided; null: not closed.',
  })
  closedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not closed.' })
  closedAt: Date | null;
}

export const DecisionPage = pageOf(DecisionType, 'Decision');
export const RecordConsensusResult = resultOf('RecordConsensus', () => DecisionType);
export const PutToVoteResult = resultOf('PutToVote', () => DecisionType);
export const OpenDecisionVoteResult = resultOf('OpenDecisionVote', () => DecisionType);
export const CastDecisionVoteResult = resultOf('CastDecisionVote', () => DecisionType);
export const CloseDecisionVoteResult = resultOf('CloseDecisionVote', () => DecisionType);
