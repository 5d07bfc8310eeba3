import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  DayScalar,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  readCursor,
  type RuleRefusal,
} from '@hemicycle/graphql';
import { GroupActs, type WorkingGroup, WorkingGroupType } from '@hemicycle/groups';
import type { Act, Day } from '@hemicycle/kernel';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LetConvocationLeave } from '../commands/let-convocation-leave.js';
import { PlanMeeting } from '../commands/plan-meeting.js';
import { StopConvocation } from '../commands/stop-convocation.js';
import { ConvocationStops } from '../convocation-stops.js';
import { MeetingActs } from '../meeting-acts.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { seesSessions } from '../readers.js';
import {
  ConvocationStopType,
  LetConvocationLeaveResult,
  MeetingPage,
  MeetingType,
  StopConvocationResult,
} from './meeting.type.js';
import { LetConvocationLeaveInput, StopConvocationInput } from './meetings.inputs.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** What meetings add to a working group. */
@Resolver(() => WorkingGroupType)
export class MeetingsOfGroupResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: MeetingsRepository,
    acts: GroupActs,
    planning: PlanMeeting,
  ) {
    acts.add('planMeeting', (reader, act, { id }) =>
      planning.verdict(reader, act, { body: 'WORKING_GROUP', groupId: id }, null),
    );
  }

  @ResolveField(() => MeetingPage, {
    complexity: FACTS,
    description: 'Its meetings, the latest start first.',
  })
  async meetings(@Parent() { id }: WorkingGroup, @Args() { first, after }: PageArgs): Promise<Page<Meeting>> {
    const rows = await this.repository.list(this.database.reader, {
      body: null,
      groupId: id,
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ startsAt, id: meetingId }) => [startsAt.toISOString(), meetingId]);
  }
}

/** What is a working group’s of its meetings: whose they are, and their convocation, which leaves by itself (charter C3-CONVOCATION). */
@Resolver(() => MeetingType)
export class GroupMeetingsResolver {
  constructor(
    private readonly database: Database,
    private readonly loaders: MeetingsLoaders,
    private readonly stops: ConvocationStops,
    private readonly stopping: StopConvocation,
    private readonly letting: LetConvocationLeave,
    acts: MeetingActs,
  ) {
    acts.add('stopConvocation', (reader, act, meeting) => stopping.verdict(reader, act, meeting));
    acts.add('letConvocationLeave', (reader, act, meeting) => letting.verdict(reader, act, meeting));
  }

  @ResolveField(() => WorkingGroupType, {
    nullable: true,
    description: 'The working group whose meeting it is; null: another body’s.',
  })
  group({ groupId }: Meeting, _: unknown, context: ApiContext): Promise<WorkingGroup> | null {
    return groupId === null ? null : this.loaders.group(context, groupId);
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    complexity: FACTS,
    description:
      'The day from which its convocation leaves by itself, once its agenda is set and unless it is stopped (charter ' +
      'C3-CONVOCATION). Null: it left, or does not leave by itself.',
  })
  convocationLeavesOn(@Parent() meeting: Meeting, @Context() { act }: ApiContext): Promise<Day | null> {
    return this.stops.leavesOn(this.database.reader, meeting, act.on);
  }

  @ResolveField(() => ConvocationStopType, {
    nullable: true,
    description:
      'Why its convocation does not leave by itself: the secretariat stopped it. Null: it is not stopped, or you are neither ' +
      'a member, an alternate nor of the secretariat.',
  })
  convocationStop(
    { id }: Meeting,
    _: unknown,
    context: ApiContext,
  ): Promise<ConvocationStopType | null> | null {
    return seesSessions(context.act.actor) ? this.loaders.convocationStop(context, id) : null;
  }

  @Mutation(() => StopConvocationResult, {
    description:
      'Stops a working group’s convocation before it leaves by itself, by the secretariat, with a reason that the group’s ' +
      'facilitators are told (charter C3-CONVOCATION).',
  })
  stopConvocation(
    @CurrentAct() act: Act,
    @Args('input') input: StopConvocationInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.stopping.execute(act, input);
  }

  @Mutation(() => LetConvocationLeaveResult, {
    description:
      'Lets a working group’s convocation leave by itself again, by the secretariat, which had stopped it (charter C3-CONVOCATION).',
  })
  letConvocationLeave(
    @CurrentAct() act: Act,
    @Args('input') input: LetConvocationLeaveInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.letting.execute(act, input);
  }
}
