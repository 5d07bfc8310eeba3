import { PublicPerson } from '@hemicycle/accounts';
import {
  DECISION,
  type DecisionState,
  type RulesOfProcedure,
  VOTE_CHOICES,
  type VoteChoice,
} from '@hemicycle/charter';
import { CollegeEnum, enumOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Text } from '@hemicycle/kernel';
import { MemberType } from '@hemicycle/members';
import { DecisionMajorityEnum } from '@hemicycle/procedure';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionSubject } from '../agenda-item.entity.js';
import { CAPACITIES, type Capacity } from '../decision-seat.entity.js';
import { DecisionSubjectEnum } from './agenda.type.js';

export const DecisionStateEnum = enumOf(
  'DecisionState',
  Object.keys(DECISION.states) as DecisionState[],
  'The life of a decision put to a recorded vote (charter LIFE).',
  {
    ORDERED: 'The president put it to the vote; the secretariat has not opened it.',
    VOTING: 'The vote is open.',
    ADOPTED: 'It has the majority that the rules of procedure ask for.',
    REJECTED: 'It has not.',
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

@ObjectType('Decision', { description: 'An item of the agenda put to a recorded vote (charter DECISION).' })
export class DecisionType {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { description: 'The item of the agenda.' })
  itemId: string;

  @TextField('What it is about, as the agenda said when it was put to the vote.')
  title: Text;

  @Field(() => DecisionSubjectEnum, { description: 'What the charter has follow from it.' })
  subject: DecisionSubject;

  @Field(() => DecisionStateEnum)
  state: DecisionState;

  @Field(() => DecisionMajorityEnum, {
    nullable: true,
    description:
      'The majority that the rules of procedure of the day ask for; null: the vote was not opened.',
  })
  majority: RulesOfProcedure['decisionMajority'] | null;

  @Field(() => PublicPerson, { description: 'The president of the session, on whose order the vote opens.' })
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
    description: 'The person of the secretariat who closed it; null: not closed.',
  })
  closedBy: PublicPerson | null;

  @Field(() => Date, { nullable: true, description: 'Null: not closed.' })
  closedAt: Date | null;
}

export const PutToVoteResult = resultOf('PutToVote', () => DecisionType);
export const OpenDecisionVoteResult = resultOf('OpenDecisionVote', () => DecisionType);
export const CastDecisionVoteResult = resultOf('CastDecisionVote', () => DecisionType);
export const CloseDecisionVoteResult = resultOf('CloseDecisionVote', () => DecisionType);
