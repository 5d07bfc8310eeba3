import { Database } from '@hemicycle/database';
import { BadUserInput, CurrentAct, DayScalar, ruleOf } from '@hemicycle/graphql';
import { type Act, addYears, type Day } from '@hemicycle/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Calendar } from '../calendar.js';
import { ObservanceType } from './observance.type.js';

/** How many years ahead the calendar is computed: longer than any term or delay of the charter. */
const YEARS_AHEAD = 10;

@Resolver(() => ObservanceType)
export class ObservanceResolver {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  @Query(() => ObservanceType, {
    description:
      'Everything that a cadence, a term or a delay of the charter makes due, with the state in which it stands on a day. A day of the past is ' +
      'answered with what was known of it then, cancelled meetings left out; a day to come, up to ten years ahead, with what is known today.',
  })
  async observance(
    @CurrentAct() act: Act,
    @Args('on', { type: () => DayScalar, nullable: true, description: 'Null: today.' }) asked: Day | null,
  ): Promise<ObservanceType> {
    const on = asked ?? act.on;
    if (on > addYears(act.on, YEARS_AHEAD)) {
      throw new BadUserInput('on', {
        fr: `Le calendrier se calcule jusqu’à ${YEARS_AHEAD} ans à l’avance.`,
        en: `The calendar is computed up to ${YEARS_AHEAD} years ahead.`,
      });
    }
    const observance = await this.calendar.on(this.database.reader, on);
    return {
      ...observance,
      obligations: observance.obligations.map(({ electionId = null, decisionId = null, ...obligation }) => ({
        ...obligation,
        electionId,
        decisionId,
        rule: ruleOf(obligation.rule),
      })),
    };
  }
}
