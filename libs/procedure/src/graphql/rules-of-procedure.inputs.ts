import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';
import { SettingsInput } from './settings.type.js';

@InputType({ description: 'What the next edition would choose.' })
export class DraftRulesOfProcedureInput {
  @Field(() => SettingsInput, { description: 'Empty: the defaults.' })
  settings: SettingsInput;
}

@InputType({ description: 'The draft that is adopted.' })
export class ApproveRulesOfProcedureInput {
  @Field(() => ID, {
    description: 'The draft as it was read: another one that took its place has another id.',
  })
  @IsUUID()
  editionId: string;
}
