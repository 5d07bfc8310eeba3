import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  VERDICTS,
} from '@hemicycle/graphql';
import { ManagementCommitteeType } from '@hemicycle/mandates';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { PlanMeeting } from '../commands/plan-meeting.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MeetingPage } from './meeting.type.js';

/** What meetings add to the management committee. */
@Resolver(() => ManagementCommitteeType)
export class MeetingsOfCommitteeResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: MeetingsRepository,
    private readonly planning: PlanMeeting,
  ) {}

  @ResolveField(() => MeetingPage, {
    complexity: FACTS,
    description: 'Its meetings, of whatever day, the latest start first.',
  })
  async meetings(@Args() { first, after }: PageArgs): Promise<Page<Meeting>> {
    const rows = await this.repository.list(this.database.reader, {
      body: 'MANAGEMENT_COMMITTEE',
      groupId: null,
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do for the committee today.',
  })
  async permitted(_committee: unknown, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    const of = { body: 'MANAGEMENT_COMMITTEE', groupId: null } as const;
    const violations = await this.planning.verdict(this.database.reader, act, of, null);
    return [permittedAction('planMeeting', violations, act.actor.personId !== null)];
  }
}
