import type { SeatFound } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, FACTS, type Page, PageArgs, pageFrom, readCursor } from '@hemicycle/graphql';
import { type WorkingGroup, WorkingGroupType } from '@hemicycle/groups';
import { isId } from '@hemicycle/kernel';
import { type ListedMember, MemberType, type NamedOrganisation, OrganisationType } from '@hemicycle/members';
import { Args, ID, Int, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type AttendanceFigure,
  AttendanceRepository,
  type MemberAttendance,
  type YearOfMeetings,
} from '../attendance.repository.js';
import type { Body } from '../meeting.entity.js';
import {
  AttendanceFigureType,
  AttendanceType,
  MemberAttendancePage,
  MemberAttendanceType,
  SeatFoundEnum,
  YearOfMeetingsType,
} from './attendance.type.js';
import { BodyEnum } from './meeting.enums.js';
import { MeetingsLoaders } from './meetings.loaders.js';

const ONE_GROUP = 'Null: not of one working group only.';

/** What the session found of a seat, for whoever corrects its attendance. */
@Resolver(() => AttendanceType)
export class SeatsFoundResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => SeatFoundEnum, {
    nullable: true,
    description:
      'How the session found her, which no correction of its attendance denies (charter MINUTES); null: nothing says, or it was not held.',
  })
  async found(
    { meetingId, member }: AttendanceType,
    _: unknown,
    context: ApiContext,
  ): Promise<SeatFound | null> {
    const seats = await this.loaders.seatsFound(context, meetingId);
    return seats.find(({ memberId }) => memberId === member.id)?.found ?? null;
  }
}

@Resolver(() => AttendanceFigureType)
export class AttendanceFiguresResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => WorkingGroupType, {
    nullable: true,
    description: 'The working group whose meetings they are; null: plenaries.',
  })
  group({ groupId }: AttendanceFigure, _: unknown, context: ApiContext): Promise<WorkingGroup> | null {
    return groupId === null ? null : this.loaders.group(context, groupId);
  }
}

/** What attendance adds to a member. */
@Resolver(() => MemberType)
export class MemberFiguresResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => [AttendanceFigureType], {
    description: 'How her seat attended each body, year by year, the latest first.',
  })
  attendanceFigures({ id }: ListedMember, _: unknown, context: ApiContext): Promise<AttendanceFigure[]> {
    return this.loaders.figuresOfMember(context, id);
  }
}

/** What attendance adds to an organisation. */
@Resolver(() => OrganisationType)
export class OrganisationFiguresResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => [AttendanceFigureType], {
    description:
      'How it attended each body, by whichever of its seats attended most, year by year, the latest first.',
  })
  attendanceFigures({ id }: NamedOrganisation, _: unknown, context: ApiContext): Promise<AttendanceFigure[]> {
    return this.loaders.figuresOfOrganisation(context, id);
  }
}

/** How often the bodies met, and who attended. */
@Resolver(() => MemberAttendanceType)
export class BodyFiguresResolver {
  constructor(
    private readonly database: Database,
    private readonly attendance: AttendanceRepository,
    private readonly loaders: MeetingsLoaders,
  ) {}

  @Query(() => [YearOfMeetingsType], {
    complexity: FACTS,
    description: 'How often a body met, year by year, the latest first, and how each college attended.',
  })
  async yearsOfMeetings(
    @Args('body', { type: () => BodyEnum }) body: Body,
    @Args('groupId', { type: () => ID, nullable: true, description: ONE_GROUP }) groupId: string | null,
  ): Promise<YearOfMeetings[]> {
    if (typeof groupId === 'string' && !isId(groupId)) return [];
    return this.attendance.years(this.database.reader, { body, groupId: groupId ?? null });
  }

  @Query(() => MemberAttendancePage, {
    complexity: FACTS,
    description: 'How each member attended the meetings of a body that were held in a year, by number.',
  })
  async attendanceByMember(
    @Args() { first, after }: PageArgs,
    @Args('body', { type: () => BodyEnum }) body: Body,
    @Args('groupId', { type: () => ID, nullable: true, description: ONE_GROUP }) groupId: string | null,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<Page<MemberAttendance>> {
    if (typeof groupId === 'string' && !isId(groupId)) return pageFrom([], first, () => []);
    const rows = await this.attendance.byMember(this.database.reader, {
      body,
      groupId: groupId ?? null,
      year,
      after: readCursor(after, ['integer']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ number }) => [number]);
  }

  @ResolveField(() => MemberType, { description: 'As of today.' })
  member({ memberId }: MemberAttendance, _: unknown, context: ApiContext): Promise<ListedMember> {
    return this.loaders.member(context, memberId, context.act.on);
  }
}
