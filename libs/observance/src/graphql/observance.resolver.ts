import { Database } from '@hemicycle/database';
import { CurrentAct, DayScalar, ruleOf } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ForumFactsRepository } from '../forum-facts.repository.js';
import { observanceOn } from '../observance.js';
import { ObservanceType } from './observance.type.js';

@Resolver(() => ObservanceType)
export class ObservanceResolver {
  constructor(
    private readonly database: Database,
    private readonly facts: ForumFactsRepository,
  ) {}

  @Query(() => ObservanceType, {
    description:
      'Everything that a cadence, a term or a delay of the charter makes due, with the state in which it stands on a day. A day of the past is ' +
      'answered with what was known of it then, cancelled meetings left out.',
  })
  async observance(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) asked: Day | null,
  ): Promise<ObservanceType> {
    const on = asked ?? act.on;
    const observance = observanceOn(on, await this.facts.knownOn(this.database.reader, on));
    return {
      ...observance,
      obligations: observance.obligations.map((obligation) => ({
        ...obligation,
        rule: ruleOf(obligation.rule),
      })),
    };
  }
}
