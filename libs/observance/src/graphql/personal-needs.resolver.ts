import { Database } from '@hemicycle/database';
import { CurrentAct, ruleOf, VERDICTS } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Query, Resolver } from '@nestjs/graphql';
import { WhatNeeds } from '../needs/what-needs.js';
import { PersonalNeedType } from './personal-needs.type.js';

@Resolver(() => PersonalNeedType)
export class PersonalNeedsResolver {
  constructor(
    private readonly database: Database,
    private readonly needs: WhatNeeds,
  ) {}

  @Query(() => [PersonalNeedType], {
    complexity: VERDICTS * 10,
    description:
      'Everything that waits for you now, what has a time first: judged by the very laws of the acts, and by the calendar of ' +
      'what is due. An open poll is told to each of its electors until it closes, whether or not she voted.',
  })
  async whatNeedsMe(@CurrentAct() act: Act): Promise<PersonalNeedType[]> {
    const needs = await this.needs.of(this.database.reader, act);
    return needs.map(({ rule, meeting, ...rest }) => ({
      ...rest,
      rule: ruleOf(rule),
      meetingId: meeting?.id ?? null,
      meetingNumber: meeting?.number ?? null,
    }));
  }
}
