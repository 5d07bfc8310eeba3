import { CollegeEnum, DayScalar, enumOf, resultOf } from '@hemicycle/graphql';
import type { College, Day } from '@hemicycle/kernel';
import { MemberType, OrganisationType } from '@hemicycle/members';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MANDATE_END_REASONS, type MandateEndReason, type Office } from '../mandate.entity.js';
import { OfficeEnum } from './office.enum.js';

const MandateEndReasonEnum = enumOf(
  'MandateEndReason',
  MANDATE_END_REASONS,
  'Why a mandate ended before its term (charter VACANCY).',
  {
    SUCCEEDED: 'Its renewal: the new mandate started the day after.',
    RESIGNED: 'The holder resigned from the office, or from the forum.',
    LEFT_ORGANISATION: 'The holder left the organisation.',
    ORGANISATION_LEFT: 'The organisation left the forum.',
    CHANGED_COLLEGE: 'The organisation went to the other college.',
    DIED: 'The holder died.',
    REMOVED: 'A plenary decision removed the holder.',
    ELECTED_TO_ANOTHER_SEAT: 'The holder was elected to another seat of the committee.',
  },
);

@ObjectType('Mandate', {
  description: 'An office held by a member, from day to day, with the election from which it comes.',
})
export class MandateType {
  @Field(() => ID)
  id: string;

  @Field(() => OfficeEnum)
  office: Office;

  @Field(() => CollegeEnum, { description: 'The seat’s college, which is the holder’s.' })
  college: College;

  @Field(() => DayScalar, { description: 'Its first day: that of the proclamation.' })
  fromOn: Day;

  @Field(() => DayScalar, {
    description:
      'The last day of its term, fixed at the proclamation: no act lengthens it (charter C3-TERM).',
  })
  termUntilOn: Day;

  @Field(() => DayScalar, {
    description: 'Its last day: that of its term, or the one on which something ended it.',
  })
  untilOn: Day;

  @Field(() => MandateEndReasonEnum, {
    nullable: true,
    description: 'Why it ends, or ended, before its term; null: it runs, or ran, to its term.',
  })
  endReason: MandateEndReason | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The last day on which its holder acted after the term, where she gave it up or the secretariat ended it; null: nobody did ' +
      '(charter ACTING).',
  })
  actingEndedOn: Day | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the secretariat ended it; null: it did not.',
  })
  actingEndReason: string | null;

  @Field(() => ID, { description: 'The election that gave it (charter C3-ELECTED-AT-PLENARY).' })
  electionId: string;
}

@ObjectType('VacantSeats', { description: 'Seats of one office and one college that nobody holds.' })
export class VacantSeatsType {
  @Field(() => OfficeEnum)
  office: Office;

  @Field(() => CollegeEnum)
  college: College;

  @Field(() => Int, { description: 'How many: 1 or more.' })
  seats: number;
}

@ObjectType('ManagementCommittee', {
  description:
    'Who holds which seat of the management committee on a day (charter C3-COCHAIRS, C3-COMMITTEE).',
})
export class ManagementCommitteeType {
  @Field(() => DayScalar)
  on: Day;

  @Field(() => [MandateType], { description: 'The co-chairs, government first: two at most.' })
  coChairs: MandateType[];

  @Field(() => [MandateType], { description: 'The other members, government first.' })
  members: MandateType[];

  @Field(() => [MandateType], {
    description:
      'Whoever acts in the committee’s meetings, her term having ended with no successor: for current business only (charter ACTING).',
  })
  acting: MandateType[];

  @Field(() => [VacantSeatsType], {
    description: 'The seats that nobody holds, by the rules of procedure of that day.',
  })
  vacantSeats: VacantSeatsType[];
}

@ObjectType('OrganisationSuccession', { description: 'That an organisation took over from another.' })
export class OrganisationSuccessionType {
  @Field(() => OrganisationType)
  successor: OrganisationType;

  @Field(() => DayScalar, { description: 'The first day of the successor in its place.' })
  fromOn: Day;
}

export const EndMembershipResult = resultOf('EndMembership', () => MemberType);
export const ResignMandateResult = resultOf('ResignMandate', () => MandateType);
export const EndActingResult = resultOf('EndActing', () => MandateType);
export const RecordDepartureResult = resultOf('RecordDeparture', () => OrganisationType);
export const RecordSuccessionResult = resultOf('RecordSuccession', () => OrganisationType);
