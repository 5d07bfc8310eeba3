import { MEETING, nextStates } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  readCursor,
  type RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, type Day, isId } from '@hemicycle/kernel';
import { type ListedMember, MemberType } from '@hemicycle/members';
import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Bodies } from '../bodies.js';
import { DeclareNoQuorum } from '../commands/declare-no-quorum.js';
import { DraftAgenda } from '../commands/draft-agenda.js';
import { OpenSession } from '../commands/open-session.js';
import { PlanMeeting } from '../commands/plan-meeting.js';
import { AgreeToMove } from '../commands/agree-to-move.js';
import { TurnKey } from '../commands/turn-key.js';
import type { Convocation } from '../convocation.entity.js';
import { MeetingActs } from '../meeting-acts.js';
import type { MeetingMove } from '../meeting-move.entity.js';
import type { Body, Meeting, MeetingState } from '../meeting.entity.js';
import { MeetingsRepository, type SessionPresident } from '../meetings.repository.js';
import type { QuorumCheck } from '../quorum-check.entity.js';
import { Sessions } from '../sessions.js';
import type { ListedAttendance } from '../attendance.repository.js';
import { AttendanceType } from './attendance.type.js';
import { BodyEnum, MeetingStateEnum } from './meeting.enums.js';
import {
  AgreeToMoveResult,
  ConvocationType,
  DeclareNoQuorumResult,
  DraftAgendaResult,
  MeetingMoveType,
  MeetingPage,
  MeetingType,
  OpenSessionResult,
  PlanMeetingResult,
  SessionPresidentType,
  TurnKeyResult,
} from './meeting.type.js';
import {
  AgreeToMoveInput,
  DeclareNoQuorumInput,
  DraftAgendaInput,
  OpenSessionInput,
  PlanMeetingInput,
  TurnKeyInput,
} from './meetings.inputs.js';
import { MeetingsLoaders } from './meetings.loaders.js';
import { QuorumCheckType, QuorumType } from './quorum.type.js';

/** Who presides, with the day of the meeting: the member is shown as she was then. */
type PresidentOfADay = SessionPresident & { readonly on: Day };

@Resolver(() => SessionPresidentType)
export class SessionPresidentsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => MemberType, {
    nullable: true,
    description:
      'The member who presides, as on the day of the meeting; null: a person of the secretariat, no member being able to.',
  })
  member({ memberId, on }: PresidentOfADay, _: unknown, context: ApiContext): Promise<ListedMember> | null {
    return memberId === null ? null : this.loaders.member(context, memberId, on);
  }
}

@Resolver(() => MeetingType)
export class MeetingsResolver {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly sessions: Sessions,
    private readonly bodies: Bodies,
    private readonly loaders: MeetingsLoaders,
    private readonly acts: MeetingActs,
    private readonly planning: PlanMeeting,
    private readonly drafting: DraftAgenda,
    private readonly turning: TurnKey,
    private readonly agreeing: AgreeToMove,
    private readonly opening: OpenSession,
    private readonly noQuorum: DeclareNoQuorum,
  ) {
    acts.add('draftAgenda', (reader, act, meeting) => drafting.verdict(reader, act, meeting));
    acts.add('turnKey', (reader, act, meeting) => turning.verdict(reader, act, meeting));
    acts.add('agreeToMove', (reader, act, meeting) => agreeing.verdict(reader, act, meeting, null));
    acts.add('openSession', (reader, act, meeting) => opening.verdict(reader, act, meeting));
    acts.add('declareNoQuorum', (reader, act, meeting) => noQuorum.verdict(reader, act, meeting));
  }

  @Query(() => MeetingPage, {
    name: 'meetings',
    description: 'The meetings of the forum, the latest start first.',
  })
  async meetingList(
    @Args() { first, after }: PageArgs,
    @Args('body', { type: () => BodyEnum, nullable: true, description: 'Null: every body’s.' })
    body: Body | null,
    @Args('groupId', { type: () => ID, nullable: true, description: 'Null: not of one working group only.' })
    groupId: string | null,
  ): Promise<Page<Meeting>> {
    if (typeof groupId === 'string' && !isId(groupId)) return pageFrom([], first, () => []);
    const rows = await this.meetings.list(this.database.reader, {
      body: body ?? null,
      groupId: groupId ?? null,
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
  }

  @Query(() => MeetingType, { nullable: true, description: 'A meeting; null: unknown.' })
  async meeting(@Args('id', { type: () => ID }) id: string): Promise<Meeting | null> {
    return isId(id) ? this.meetings.byId(this.database.reader, id) : null;
  }

  @ResolveField()
  on(meeting: Meeting): Day {
    return this.sessions.dayOf(meeting);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where one takes part at a distance, for whoever takes part in the meetings of the body, her alternate where she may have one, ' +
      'and the secretariat; null: nowhere, or not for you.',
  })
  async onlineLink(meeting: Meeting, _: unknown, context: ApiContext): Promise<string | null> {
    const { onlineLink } = meeting;
    return onlineLink !== null && (await this.loaders.takesPart(context, meeting)) ? onlineLink : null;
  }

  @ResolveField(() => [MeetingStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates({ state }: Meeting): MeetingState[] {
    return [...nextStates(MEETING, state)];
  }

  @ResolveField(() => [ConvocationType], { description: 'The calls to it, the first one first.' })
  convocations({ id }: Meeting, _: unknown, context: ApiContext): Promise<Convocation[]> {
    return this.loaders.convocations(context, id);
  }

  @ResolveField(() => [MeetingMoveType], {
    description: 'Each time that it was moved, before its convocation and since, the first one first.',
  })
  moves({ id }: Meeting, _: unknown, context: ApiContext): Promise<MeetingMove[]> {
    return this.loaders.moves(context, id);
  }

  @ResolveField(() => [AttendanceType], {
    nullable: true,
    // Every member, in a list that grows with the forum.
    complexity: FACTS,
    description:
      'How each member takes part, by number. Until the meeting was held: as recorded last since it was convened, whoever was not recorded being left ' +
      'out, for those who take part in it and the secretariat only, null for others. Then: every member of the body on its day, for anybody.',
  })
  async attendance(meeting: Meeting, _: unknown, context: ApiContext): Promise<AttendanceType[] | null> {
    if (!(await this.seesAttendance(context, meeting))) return null;
    return this.attended(context, meeting, await this.loaders.attendance(context, meeting.id));
  }

  @ResolveField(() => [AttendanceType], {
    nullable: true,
    complexity: FACTS,
    description:
      'How members took part in the session that lacked its quorum, of a meeting that was convened again, as recorded last, by number: at ' +
      'the second convocation `attendance` starts anew. For the readers of `attendance`, null for others; empty: it was not convened again.',
  })
  async attendanceWithoutQuorum(
    meeting: Meeting,
    _: unknown,
    context: ApiContext,
  ): Promise<AttendanceType[] | null> {
    if (!(await this.seesAttendance(context, meeting))) return null;
    return this.attended(context, meeting, await this.loaders.attendanceWithoutQuorum(context, meeting.id));
  }

  /** It is everybody’s once the meeting was held. */
  private async seesAttendance(context: ApiContext, meeting: Meeting): Promise<boolean> {
    return meeting.state === 'HELD' || (await this.loaders.takesPart(context, meeting));
  }

  /** Members as on the day of the meeting. */
  private attended(
    context: ApiContext,
    meeting: Meeting,
    rows: readonly ListedAttendance[],
  ): Promise<AttendanceType[]> {
    const on = this.sessions.dayOf(meeting);
    return Promise.all(
      rows.map(async ({ memberId, holderId, ...row }) => {
        const [member, proxyHolder] = await Promise.all([
          this.loaders.member(context, memberId, on),
          holderId === null ? null : this.loaders.member(context, holderId, on),
        ]);
        return { ...row, member, proxyHolder };
      }),
    );
  }

  @ResolveField(() => [MemberType], {
    // Every member, in a list that grows with the forum.
    complexity: FACTS,
    description:
      'Who makes it up, as of its day, by number: the members of the forum in a plenary, in a working group those who are in it, in the ' +
      'management committee those who serve on it.',
  })
  async members(meeting: Meeting, _: unknown, context: ApiContext): Promise<ListedMember[]> {
    const on = this.sessions.dayOf(meeting);
    const members = await this.bodies.membersOf(this.database.reader, meeting, on);
    return Promise.all(members.map(({ id }) => this.loaders.member(context, id, on)));
  }

  @ResolveField(() => QuorumType, {
    complexity: FACTS,
    description: 'The quorum as attendance stands, by the rules of procedure of the day of the meeting.',
  })
  async quorum(meeting: Meeting, _: unknown, context: ApiContext): Promise<QuorumType> {
    const { quorum } = await this.sessions.assembly(this.database.reader, meeting);
    const convocations = await this.loaders.convocations(context, meeting.id);
    return {
      met: quorum.met,
      colleges: [...quorum.colleges],
      required: convocations.at(-1)?.quorumRequired ?? meeting.groupId === null,
    };
  }

  @ResolveField(() => [QuorumCheckType], {
    description: 'What was found each time the quorum was tested, the first time first.',
  })
  quorumChecks({ id }: Meeting, _: unknown, context: ApiContext): Promise<QuorumCheck[]> {
    return this.loaders.quorumChecks(context, id);
  }

  @ResolveField(() => SessionPresidentType, {
    nullable: true,
    description: 'Who presides over the session, or presided last: who closed it; null: it was not opened.',
  })
  async president(meeting: Meeting, _: unknown, context: ApiContext): Promise<PresidentOfADay | null> {
    return (await this.presidents(meeting, _, context)).at(-1) ?? null;
  }

  @ResolveField(() => [SessionPresidentType], {
    description:
      'Who presided over the session, one after the other, the first one first; empty: it was not opened.',
  })
  async presidents(meeting: Meeting, _: unknown, context: ApiContext): Promise<PresidentOfADay[]> {
    const presidents = await this.loaders.presidents(context, meeting.id);
    return presidents.map((president) => ({ ...president, on: this.sessions.dayOf(meeting) }));
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description:
      'What the actor may do with this meeting now. `giveProxy` and `withdrawProxy` are judged for her own vote, `putToVote` and `recordConsensus` for the next item to be decided; `turnKey` is judged for the secretariat’s key where the actor is of ' +
      'the secretariat, else for the second; `agreeToMove` for some day to come.',
  })
  permitted(meeting: Meeting, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, meeting);
  }

  @Mutation(() => PlanMeetingResult, {
    description:
      'Plans a meeting: a plenary, by the secretariat; the management committee’s, by the secretariat or a co-chair; a working group’s, by ' +
      'one of its facilitators, or by the secretariat while nobody facilitates it (charter C3-CONVOCATION, WORKING-GROUP-SETUP).',
  })
  planMeeting(
    @CurrentAct() act: Act,
    @Args('input') input: PlanMeetingInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.planning.execute(act, input);
  }

  @Mutation(() => DraftAgendaResult, {
    description:
      'Replaces the agenda of a planned or convened meeting by a new version, a plenary’s by the secretariat, the committee’s by its co-chairs, a working group’s by its facilitators: any change puts both keys ' +
      'back, and the published version stands until `publishAgenda` (charter C3-AGENDA).',
  })
  draftAgenda(
    @CurrentAct() act: Act,
    @Args('input') input: DraftAgendaInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.drafting.execute(act, input);
  }

  @Mutation(() => TurnKeyResult, {
    description: 'Turns a key of an agenda on the version given (charter C3-AGENDA).',
  })
  turnKey(@CurrentAct() act: Act, @Args('input') input: TurnKeyInput): Promise<Meeting | RuleRefusal> {
    return this.turning.execute(act, input);
  }

  @Mutation(() => AgreeToMoveResult, {
    description:
      'Agrees, by the holders of the second key, that a convened plenary be moved to some day with a shorter notice than the rules ask: ' +
      '`moveMeeting` needs it then, and it serves once (charter NOTICE).',
  })
  agreeToMove(
    @CurrentAct() act: Act,
    @Args('input') input: AgreeToMoveInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.agreeing.execute(act, input);
  }

  @Mutation(() => OpenSessionResult, {
    description:
      'Opens the session, by whoever presides, a plenary or the committee with a quorum in each college (charter PRESIDING, NOTICE, QUORUM).',
  })
  openSession(
    @CurrentAct() act: Act,
    @Args('input') input: OpenSessionInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.opening.execute(act, input);
  }

  @Mutation(() => DeclareNoQuorumResult, {
    description:
      'Records, by whoever presides, that a college lacks its quorum at the hour of the opening: the meeting does not ' +
      'take place, and may be convened again on the same agenda (charter QUORUM).',
  })
  declareNoQuorum(
    @CurrentAct() act: Act,
    @Args('input') input: DeclareNoQuorumInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.noQuorum.execute(act, input);
  }
}
