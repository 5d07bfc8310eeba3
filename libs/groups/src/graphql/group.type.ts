import { PublicPerson } from '@hemicycle/accounts';
import { type GroupState, WORKING_GROUP } from '@hemicycle/charter';
import { CollegeEnum, DayScalar, enumOf, pageOf, resultOf, TextField } from '@hemicycle/graphql';
import type { College, Day, Text } from '@hemicycle/kernel';
import { FACILITATION_END_REASONS, type FacilitationEndReason } from '@hemicycle/mandates';
import { MemberType } from '@hemicycle/members';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const GroupStateEnum = enumOf(
  'WorkingGroupState',
  Object.keys(WORKING_GROUP.states) as GroupState[],
  'The life of a working group: both steps are plenary decisions (charter WORKING-GROUP-SETUP).',
  {
    PROPOSED: 'Proposed to the plenary, by the secretariat or the management committee.',
    SET_UP: 'At work.',
    CLOSED: 'Closed; what it did stays public.',
  },
);

const FacilitationEndReasonEnum = enumOf(
  'FacilitationEndReason',
  FACILITATION_END_REASONS,
  'Why a facilitator’s mandate ended.',
  {
    REPLACED: 'A plenary named somebody in her place.',
    RESIGNED: 'She gave the office up, or resigned from the forum.',
    LEFT_ORGANISATION: 'She left the organisation.',
    ORGANISATION_LEFT: 'The organisation left the forum.',
    CHANGED_COLLEGE: 'The organisation went to the other college.',
    DIED: 'She died.',
    GROUP_CLOSED: 'A plenary closed the group.',
  },
);

@ObjectType('Facilitator', {
  description:
    'The office of facilitator of a working group, held by a member from the day of a plenary decision (charter WORKING-GROUP-SETUP).',
})
export class FacilitatorType {
  @Field(() => ID)
  id: string;

  @Field(() => CollegeEnum, { description: 'The seat’s college, which is the holder’s.' })
  college: College;

  @Field(() => DayScalar, { description: 'The day of the decision that named her.' })
  fromOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; null: no end known.' })
  endedOn: Day | null;

  @Field(() => FacilitationEndReasonEnum, { nullable: true, description: 'Null: no end known.' })
  endReason: FacilitationEndReason | null;
}

@ObjectType('FacilitatorProposal', {
  description: 'Somebody proposed to a plenary as a facilitator of a group.',
})
export class FacilitatorProposalType {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Whether the decision that sets the group up names her.' })
  withGroup: boolean;

  @Field(() => DayScalar)
  proposedOn: Day;
}

@ObjectType('GroupMember', { description: 'A member of the forum in a working group, from day to day.' })
export class GroupMemberType {
  @Field(() => DayScalar)
  fromOn: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The last day: she left the group or the forum, or the group was closed; null: no end known.',
  })
  untilOn: Day | null;

  @Field(() => MemberType, { description: 'With the organisation of today.' })
  member: MemberType;
}

@ObjectType('WorkingGroup', { description: 'A thematic working group (charter WORKING-GROUP-SETUP).' })
export class WorkingGroupType {
  @Field(() => ID)
  id: string;

  @TextField('Its theme.')
  theme: Text;

  @Field(() => [Int], { description: 'Commitments of the action plan, by number, in order.' })
  commitments: number[];

  @Field(() => GroupStateEnum)
  state: GroupState;

  @Field(() => PublicPerson)
  proposedBy: PublicPerson;

  @Field(() => DayScalar)
  proposedOn: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the decision that set it up; null: none did.',
  })
  setUpOn: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the decision that closed it; null: none did.',
  })
  closedOn: Day | null;
}

export const WorkingGroupPage = pageOf(WorkingGroupType, 'WorkingGroup');
export const ProposeWorkingGroupResult = resultOf('ProposeWorkingGroup', () => WorkingGroupType);
export const ProposeFacilitatorResult = resultOf('ProposeFacilitator', () => WorkingGroupType);
export const JoinWorkingGroupResult = resultOf('JoinWorkingGroup', () => WorkingGroupType);
export const LeaveWorkingGroupResult = resultOf('LeaveWorkingGroup', () => WorkingGroupType);
export const ResignFacilitationResult = resultOf('ResignFacilitation', () => FacilitatorType);
