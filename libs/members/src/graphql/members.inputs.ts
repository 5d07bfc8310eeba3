import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';
import { PersonInput } from './person.input.js';

@InputType()
export class ConveneMemberInput extends PersonInput {
  @Field(() => ID, { description: 'The government organisation for which the member sits.' })
  @IsUUID()
  organisationId: string;
}

@InputType()
export class AppointDirectlyInput extends PersonInput {
  @Field(() => ID, { description: 'The civil-society organisation for which the member sits.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The stated need that the appointment answers; null is refused (charter C3-ADMISSION).',
  })
  @IsOptional()
  @IsUUID()
  needId?: string | null;
}

@InputType()
export class NameAlternateInput extends PersonInput {
  @Field(() => ID)
  @IsUUID()
  memberId: string;

  @Field(() => ID, { description: 'The organisation that the alternate comes from: the member’s own.' })
  @IsUUID()
  organisationId: string;
}

@InputType()
export class EndAlternateInput {
  @Field(() => ID)
  @IsUUID()
  memberId: string;
}
