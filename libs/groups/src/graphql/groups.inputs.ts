import { Line, Prose } from '@hemicycle/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

@InputType()
export class ProposeWorkingGroupInput {
  @Field({ description: 'Its theme, in French.' })
  @Line(200)
  themeFr: string;

  @Field({ description: 'The same in English.' })
  @Line(200)
  themeEn: string;

  @Field(() => [Int], { description: 'Commitments of the action plan, by number: 1 to 50, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(999, { each: true })
  commitments: number[];

  @Field(() => [ID], {
    description:
      'The members who would facilitate it: of each college as many as the rules of procedure give a group.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @IsUUID(undefined, { each: true })
  facilitatorIds: string[];
}

@InputType({ isAbstract: true })
abstract class GroupInput {
  @Field(() => ID)
  @IsUUID()
  groupId: string;
}

@InputType()
export class ProposeFacilitatorInput extends GroupInput {
  @Field(() => ID, { description: 'The member who would facilitate it.' })
  @IsUUID()
  memberId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The facilitator’s mandate that hers would end; null: for a vacant seat.',
  })
  @IsOptional()
  @IsUUID()
  replacesId?: string | null;
}

@InputType()
export class JoinWorkingGroupInput extends GroupInput {}

@InputType()
export class LeaveWorkingGroupInput extends GroupInput {}

@InputType()
export class ResignFacilitationInput {
  @Field(() => ID)
  @IsUUID()
  mandateId: string;
}

@InputType()
export class StateNeedInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The working group whose need it is; null: that of the founding working group, while no thematic one exists.',
  })
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  @Field({ description: 'What the forum lacks, in French.' })
  @Prose(2_000)
  statementFr: string;

  @Field({ description: 'The same in English.' })
  @Prose(2_000)
  statementEn: string;
}
