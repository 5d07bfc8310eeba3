import { RULES_OF_PROCEDURE, type RulesOfProcedure, type StateOf } from '@hemicycle/charter';
import { DayScalar, enumOf, resultOf } from '@hemicycle/graphql';
import type { Day } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EDITION_ADOPTERS, type EditionAdopter } from '../rules-of-procedure-edition.entity.js';
import { SettingsType } from './settings.type.js';

type EditionState = StateOf<typeof RULES_OF_PROCEDURE>;

const EditionStateEnum = enumOf(
  'RulesOfProcedureState',
  Object.keys(RULES_OF_PROCEDURE.states) as EditionState[],
  'Where an edition of the rules of procedure stands.',
  {
    DRAFTED: 'Waits for its adoption.',
    ADOPTED: 'In force from its day on, until another one is.',
    SUPERSEDED: 'A draft whose place another draft took.',
  },
);
const EditionAdopterEnum = enumOf(
  'RulesOfProcedureAdopter',
  EDITION_ADOPTERS,
  'Who adopted an edition (charter RULES-ADOPTION).',
  { FOUNDING_GROUP: 'The founding working group: edition 1.', PLENARY: 'A decision of a plenary session.' },
);

@ObjectType('RulesOfProcedure', {
  description:
    'An edition of the rules of procedure, or a draft of one. An act is judged by the edition in force on its day (charter RULES-EDITION).',
})
export class EditionType {
  @Field(() => ID, {
    nullable: true,
    description: 'Null: edition 0, the charter’s defaults, which nobody drafted.',
  })
  id: string | null;

  @Field(() => Int, {
    description: '0 for the charter’s defaults; a draft bears the number that it would take.',
  })
  number: number;

  @Field(() => EditionStateEnum, { description: 'Where it stands in its life.' })
  state: EditionState;

  @Field(() => Date, { nullable: true, description: 'Null: edition 0.' })
  draftedAt: Date | null;

  @Field(() => EditionAdopterEnum, { nullable: true, description: 'Null: edition 0, or not adopted.' })
  adoptedBy: EditionAdopter | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Its first day in force, that of its adoption. Null: not adopted, or edition 0 from the start.',
  })
  inForceFromOn: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Its last day in force: for edition 1 not ratified by the first plenary, the day of that plenary. Null: no end, or the next edition’s first day is the end.',
  })
  inForceUntilOn: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day on which the first plenary ratified what the founding group had approved (charter RULES-ADOPTION). Null: it ' +
      'did not, or not yet, or the edition needs no ratification.',
  })
  ratifiedOn: Day | null;

  @Field(() => SettingsType, {
    name: 'settings',
    description: 'Every choice, those left at their default too.',
  })
  rules: RulesOfProcedure;
}

export const DraftRulesOfProcedureResult = resultOf('DraftRulesOfProcedure', () => EditionType);
export const ApproveRulesOfProcedureResult = resultOf('ApproveRulesOfProcedure', () => EditionType);
