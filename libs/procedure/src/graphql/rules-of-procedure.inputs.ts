import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { SettingsInput } from './settings.type.js';

@InputType()
export class DraftRulesOfProcedureInput {
  @Field(() => SettingsInput)
  settings: SettingsInput;
}

@InputType()
export class ApproveRulesOfProcedureInput {
  @Field(() => ID, {
    description: 'The draft as it was read: another one that took its place has another id.',
  })
  @IsUUID()
  editionId: string;
}
