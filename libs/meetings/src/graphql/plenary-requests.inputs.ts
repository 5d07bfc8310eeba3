import { Instant, Line, Prose } from '@hemicycle/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsOptional,
  IsUrl,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AgendaItemInput } from './meetings.inputs.js';

@InputType()
export class RequestPlenaryInput {
  @Field({ description: 'Why a plenary is asked for, in one’s own language.' })
  @Prose(2_000)
  reason: string;

  @Field(() => [AgendaItemInput], {
    description: 'The agenda of the plenary asked for, in order: 1 to 20 items, all of them new.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemInput)
  items: AgendaItemInput[];
}

@InputType()
export class SupportPlenaryRequestInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;
}

@InputType()
export class WithdrawPlenaryRequestInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;
}

@InputType()
export class PlanRequiredPlenaryInput {
  @Field(() => ID)
  @IsUUID()
  requestId: string;

  @Field({ description: 'When it is to begin: an instant to come.' })
  @Instant()
  startsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where; null: online only.' })
  @IsOptional()
  @Line(300)
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where one takes part at a distance, `https://…`; shown to those who take part. Null: in the room only.',
  })
  @IsOptional()
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  @MaxLength(500)
  onlineLink?: string | null;
}
