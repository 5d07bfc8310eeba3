import { Database } from '@hemicycle/database';
import { CurrentAct, ruleOf, VERDICTS } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Bodies, meetingNamed } from '@hemicycle/meetings';
import { Query, Resolver } from '@nestjs/graphql';
import { WhatNeeds } from '../needs/what-needs.js';
import { PersonalNeedType } from './personal-needs.type.js';

@Resolver(() => PersonalNeedType)
export class PersonalNeedsResolver {
  constructor(
    private readonly database: Database,
    private readonly needs: WhatNeeds,
    private readonly bodies: Bodies,
  ) {}

  @Query(() => [PersonalNeedType], {
    complexity: VERDICTS * 10,
    description:
      'Everything that waits for you now, what a session that is open waits for first, then what has a time: judged by ' +
      'the very laws of the acts, and by the calendar of what is due. An open poll is told to each of its electors until it closes, whether or not she voted.',
  })
  async whatNeedsMe(@CurrentAct() act: Act): Promise<PersonalNeedType[]> {
    const { reader } = this.database;
    const needs = await this.needs.of(reader, act);
    const meetings = new Map(
      needs.flatMap(({ meeting }) => (meeting === null ? [] : [[meeting.id, meeting]])),
    );
    const names = new Map<string, Text>();
    for (const [id, meeting] of meetings) {
      const group = await this.bodies.named(reader, meeting);
      names.set(id, meetingNamed({ ...group, meetingNumber: meeting.number }));
    }
    return needs.map(({ rule, meeting, ...rest }) => ({
      ...rest,
      rule: ruleOf(rule),
      meetingId: meeting?.id ?? null,
      meetingName: meeting === null ? null : (names.get(meeting.id) ?? null),
    }));
  }
}
