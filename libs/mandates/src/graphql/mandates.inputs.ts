import { DayScalar, enumOf, Line } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { MEMBERSHIP_END_REASONS, type MembershipEndReason } from '../mandate.entity.js';

const MembershipEndReasonEnum = enumOf(
  'MembershipEndReason',
  MEMBERSHIP_END_REASONS,
  'Why a membership ends by itself, its organisation staying.',
  {
    RESIGNED: 'The member resigned from the forum.',
    LEFT_ORGANISATION: 'The member left the organisation.',
    DIED: 'The member died.',
  },
);

@InputType()
export class EndMembershipInput {
  @Field(() => ID)
  @IsUUID()
  memberId: string;

  @Field(() => MembershipEndReasonEnum)
  reason: MembershipEndReason;

  @Field(() => DayScalar, { description: 'The last day of the membership: today at the earliest.' })
  lastOn: Day;
}

@InputType()
export class ResignMandateInput {
  @Field(() => ID)
  @IsUUID()
  mandateId: string;

  @Field(() => DayScalar, { description: 'The last day of the mandate: today at the earliest.' })
  lastOn: Day;
}

@InputType()
export class EndActingInput {
  @Field(() => ID)
  @IsUUID()
  mandateId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, to be read by everybody. Null: whoever acts gives it up; the secretariat says why.',
  })
  @IsOptional()
  @Line(500)
  reason?: string | null;
}

@InputType()
export class RecordDepartureInput {
  @Field(() => ID)
  @IsUUID()
  organisationId: string;

  @Field(() => DayScalar, { description: 'The last day in the forum: today at the earliest.' })
  lastOn: Day;
}

@InputType()
export class RecordSuccessionInput {
  @Field(() => ID, { description: 'The organisation that gives way.' })
  @IsUUID()
  predecessorId: string;

  @Field(() => ID, { description: 'The organisation that takes over, registered already.' })
  @IsUUID()
  successorId: string;

  @Field(() => DayScalar, {
    description:
      'The first day of the successor in its place. It may be past within a college; to another college, it is today ' +
      'at the earliest.',
  })
  firstOn: Day;
}
