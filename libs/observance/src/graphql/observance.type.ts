import { DayScalar, enumOf, Rule, TextField } from '@hemicycle/graphql';
import type { Day, Text } from '@hemicycle/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OBLIGATION_STATES, type ObligationState } from '../obligation.js';

const ObligationStateEnum = enumOf(
  'ObligationState',
  OBLIGATION_STATES,
  'Where something due stands on the day that was asked for.',
  {
    LATE: 'Its day is past.',
    DUE_SOON: 'Its day is near, or what is announced comes too late: somebody has to act.',
    UPCOMING: 'Its day is far.',
    DONE: 'It was done, in time or late.',
  },
);

@ObjectType('Obligation', {
  description: 'Something that a cadence, a term or a delay of the charter makes due.',
})
export class ObligationType {
  @Field(() => Rule, { description: 'The rule that makes it due, with its source.' })
  rule: Rule;

  @TextField('What is due, as a title.')
  subject: Text;

  @Field(() => ID, {
    nullable: true,
    description: 'The meeting that it is about, or that is to bring it; null: none is planned.',
  })
  meetingId: string | null;

  @Field(() => ID, { nullable: true, description: 'The election whose round it is about; null: none.' })
  electionId: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision from which it follows; null: none.' })
  decisionId: string | null;

  @Field(() => DayScalar, { description: 'The last day on which it is done in time.' })
  dueOn: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was done; null: it is not.' })
  doneOn: Day | null;

  @Field(() => ObligationStateEnum)
  state: ObligationState;

  @TextField('The facts and the arithmetic, in words.')
  why: Text;
}

@ObjectType('Observance', { description: 'The calendar of what the charter makes due, on a day.' })
export class ObservanceType {
  @Field(() => DayScalar)
  on: Day;

  @Field(() => Int, { description: 'How many plenaries were held in the calendar year of that day, so far.' })
  plenariesHeld: number;

  @Field(() => [ObligationType], {
    description:
      'What waits, the earliest due first; then what was done for that calendar year, the latest first.',
  })
  obligations: ObligationType[];
}
