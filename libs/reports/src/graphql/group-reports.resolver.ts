import { PublicPerson } from '@hemicycle/accounts';
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
import { GroupActs, GroupsRepository, type WorkingGroup, WorkingGroupType } from '@hemicycle/groups';
import { type Act, isId } from '@hemicycle/kernel';
import { AgendaItemType, type Meeting, MeetingsRepository, MeetingType } from '@hemicycle/meetings';
import type { NamedPerson } from '@hemicycle/members';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SaveGroupReport } from '../commands/save-group-report.js';
import { SubmitGroupReport } from '../commands/submit-group-report.js';
import { GroupReportActs } from '../group-report-acts.js';
import type { GroupReport } from '../group-report.entity.js';
import { GroupReportsRepository, type WrittenReport } from '../group-reports.repository.js';
import { Reporting } from '../reporting.js';
import {
  GroupReportingType,
  GroupReportPage,
  GroupReportType,
  GroupReportVersionPage,
  GroupReportVersionType,
  SaveGroupReportResult,
  SubmitGroupReportResult,
} from './group-report.type.js';
import { SaveGroupReportInput, SubmitGroupReportInput } from './group-reports.inputs.js';
import { GroupReportsLoaders } from './group-reports.loaders.js';

/** What reports add to a working group. */
@Resolver(() => WorkingGroupType)
export class ReportsOfGroupResolver {
  constructor(
    private readonly database: Database,
    private readonly reports: GroupReportsRepository,
    private readonly loaders: GroupReportsLoaders,
    private readonly reporting: Reporting,
    private readonly meetings: MeetingsRepository,
    saving: SaveGroupReport,
    acts: GroupActs,
  ) {
    // As for the plenary that comes next.
    acts.add('saveGroupReport', async (reader, act, group) => {
      const next = await reports.nextPlenary(reader);
      return saving.verdict(reader, act, group, next === null ? null : await meetings.known(reader, next));
    });
  }

  @ResolveField(() => GroupReportPage, {
    complexity: FACTS,
    description:
      'Its reports to plenaries, that to the latest plenary first. Those not submitted yet are its facilitators’ and the secretariat’s.',
  })
  async reportsToPlenaries(
    @Parent() { id: groupId }: WorkingGroup,
    @Args() { first, after }: PageArgs,
    @CurrentAct() act: Act,
  ): Promise<Page<GroupReport>> {
    const rows = await this.reports.ofGroup(this.database.reader, {
      groupId,
      drafts: await this.reporting.readsDrafts(this.database.reader, act, groupId),
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    const { nodes, pageInfo } = pageFrom(rows, first, ({ startsAt, report }) => [
      startsAt.toISOString(),
      report.id,
    ]);
    return { nodes: nodes.map(({ report }) => report), pageInfo };
  }

  @ResolveField(() => GroupReportingType, {
    nullable: true,
    complexity: FACTS,
    description:
      'What it reports to a plenary; null: there is no such plenary, or the group was never set up.',
  })
  async reportingTo(
    @Parent() { id: groupId, state }: WorkingGroup,
    @Args('meetingId', { type: () => ID }) meetingId: string,
  ): Promise<GroupReportingType | null> {
    if (state === 'PROPOSED' || !isId(meetingId)) return null;
    const meeting = await this.meetings.byId(this.database.reader, meetingId);
    return meeting?.body === 'PLENARY' ? { groupId, meetingId } : null;
  }

  @ResolveField(() => MeetingType, {
    nullable: true,
    complexity: FACTS,
    description:
      'The plenary to which it reports next: the nearest whose session has not opened; null: none is planned.',
  })
  async reportsNextTo(@Context() context: ApiContext): Promise<Meeting | null> {
    const next = await this.reports.nextPlenary(this.database.reader);
    return next === null ? null : this.loaders.meeting(context, next);
  }
}

/** What a working group reports to a plenary. */
@Resolver(() => GroupReportingType)
export class ReportingToPlenaryResolver {
  constructor(
    private readonly database: Database,
    private readonly reports: GroupReportsRepository,
    private readonly loaders: GroupReportsLoaders,
    private readonly reporting: Reporting,
  ) {}

  @ResolveField(() => MeetingType, { description: 'The plenary.' })
  meeting({ meetingId }: GroupReportingType, _: unknown, context: ApiContext): Promise<Meeting> {
    return this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => GroupReportType, {
    nullable: true,
    complexity: FACTS,
    description: 'The report to this plenary; null: nothing yet, or nothing for you yet.',
  })
  async report(@Parent() which: GroupReportingType, @CurrentAct() act: Act): Promise<GroupReport | null> {
    const report = await this.reports.of(this.database.reader, which);
    return report !== null && (await this.reporting.reads(this.database.reader, act, report)) ? report : null;
  }

  @ResolveField(() => GroupReportType, {
    nullable: true,
    description: 'What the group submitted last to an earlier plenary; null: nothing.',
  })
  earlierReport(which: GroupReportingType, _: unknown, context: ApiContext): Promise<GroupReport | null> {
    return this.loaders.submittedBefore(context, which);
  }
}

/** What reports add to a plenary. */
@Resolver(() => MeetingType)
export class ReportsToPlenaryResolver {
  constructor(private readonly loaders: GroupReportsLoaders) {}

  @ResolveField(() => [GroupReportType], {
    description: 'What working groups submitted to this plenary, the first submitted first.',
  })
  groupReports({ id }: Meeting, _: unknown, context: ApiContext): Promise<GroupReport[]> {
    return this.loaders.submittedTo(context, id);
  }
}

/** What reports add to an item of an agenda. */
@Resolver(() => AgendaItemType)
export class ReportsOfItemsResolver {
  constructor(private readonly loaders: GroupReportsLoaders) {}

  @ResolveField(() => WorkingGroupType, {
    nullable: true,
    description: 'The working group whose report is heard; null: none is.',
  })
  reportOf({ reportOfId }: AgendaItemType, _: unknown, context: ApiContext): Promise<WorkingGroup> | null {
    return reportOfId === null ? null : this.loaders.group(context, reportOfId);
  }

  @ResolveField(() => GroupReportType, {
    nullable: true,
    description: 'The report that is heard; null: none is, or it is not submitted yet.',
  })
  async report(
    { reportOfId, meetingId }: AgendaItemType,
    _: unknown,
    context: ApiContext,
  ): Promise<GroupReport | null> {
    if (reportOfId === null) return null;
    const submitted = await this.loaders.submittedTo(context, meetingId);
    return submitted.find(({ groupId }) => groupId === reportOfId) ?? null;
  }

  @ResolveField(() => GroupReportType, {
    nullable: true,
    description:
      'What the group whose report is heard submitted last to an earlier plenary; null: nothing, or no report is heard.',
  })
  earlierReport(
    { reportOfId, meetingId }: AgendaItemType,
    _: unknown,
    context: ApiContext,
  ): Promise<GroupReport | null> | null {
    return reportOfId === null
      ? null
      : this.loaders.submittedBefore(context, { groupId: reportOfId, meetingId });
  }
}

@Resolver(() => GroupReportType)
export class GroupReportsResolver {
  constructor(
    private readonly database: Database,
    private readonly reports: GroupReportsRepository,
    private readonly loaders: GroupReportsLoaders,
    private readonly reporting: Reporting,
    private readonly saving: SaveGroupReport,
    private readonly submitting: SubmitGroupReport,
    private readonly acts: GroupReportActs,
    groups: GroupsRepository,
    meetings: MeetingsRepository,
  ) {
    acts.add('saveGroupReport', async (reader, act, { groupId, meetingId }) =>
      saving.verdict(
        reader,
        act,
        await groups.known(reader, groupId),
        await meetings.known(reader, meetingId),
      ),
    );
    acts.add('submitGroupReport', (reader, act, report) => submitting.verdict(reader, act, report));
  }

  @Query(() => GroupReportType, {
    nullable: true,
    description: 'What a working group reports to a plenary; null: nothing yet, or nothing for you yet.',
  })
  async groupReport(
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @CurrentAct() act: Act,
  ): Promise<GroupReport | null> {
    if (!isId(groupId) || !isId(meetingId)) return null;
    const report = await this.reports.of(this.database.reader, { groupId, meetingId });
    if (report === null) return null;
    return (await this.reporting.reads(this.database.reader, act, report)) ? report : null;
  }

  @ResolveField()
  language(@Parent() { language }: GroupReport): 'FR' | 'EN' {
    return language === 'fr' ? 'FR' : 'EN';
  }

  @ResolveField(() => WorkingGroupType, { description: 'Whose report it is.' })
  workingGroup({ groupId }: GroupReport, _: unknown, context: ApiContext): Promise<WorkingGroup> {
    return this.loaders.group(context, groupId);
  }

  @ResolveField(() => MeetingType, { description: 'The plenary to which it reports.' })
  meeting({ meetingId }: GroupReport, _: unknown, context: ApiContext): Promise<Meeting> {
    return this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => PublicPerson, { nullable: true, description: 'Who submitted it; null: it is not.' })
  submittedBy({ submittedById }: GroupReport, _: unknown, context: ApiContext): Promise<NamedPerson> | null {
    return submittedById === null ? null : this.loaders.person(context, submittedById);
  }

  @ResolveField(() => GroupReportVersionType, { description: 'As it was last written.' })
  version({ id }: GroupReport, _: unknown, context: ApiContext): Promise<WrittenReport> {
    return this.loaders.latest(context, id);
  }

  @ResolveField(() => GroupReportVersionPage, {
    complexity: FACTS,
    description:
      'What it said, the latest version first. Those before it was submitted are its facilitators’ and the secretariat’s.',
  })
  async versions(
    @Parent() { id, groupId, submittedVersion }: GroupReport,
    @Args() { first, after }: PageArgs,
    @CurrentAct() act: Act,
  ): Promise<Page<WrittenReport>> {
    const drafts = await this.reporting.readsDrafts(this.database.reader, act, groupId);
    const [before = null] = (readCursor(after, ['integer']) ?? []) as number[];
    const rows = await this.reports.versions(this.database.reader, id, {
      from: drafts ? 1 : (submittedVersion ?? 1),
      before,
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ number }) => [number]);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do with this report now.',
  })
  permitted(@Parent() report: GroupReport, @CurrentAct() act: Act): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, report);
  }

  @Mutation(() => SaveGroupReportResult, {
    description:
      'Writes a new version of what a group reports to a plenary, by one of its facilitators, or by the secretariat while none is in ' +
      'office (charter WORKING-GROUP-SETUP), before the session opens. Until it is submitted nobody else reads it; afterwards each ' +
      'version is everybody’s. When somebody else wrote since, the answer is CONFLICT and nothing is written.',
  })
  saveGroupReport(
    @CurrentAct() act: Act,
    @Args('input') { meetingId, language, ...input }: SaveGroupReportInput,
  ): Promise<GroupReport | RuleRefusal> {
    return this.saving.execute(act, {
      ...input,
      meetingId: meetingId ?? null,
      language: language === 'FR' ? 'fr' : 'en',
    });
  }

  @Mutation(() => SubmitGroupReportResult, {
    description:
      'Submits a report to its plenary, as it was last written, by one of the group’s facilitators, or by the secretariat while none ' +
      'is in office (charter WORKING-GROUP-SETUP): everybody reads it from then on.',
  })
  submitGroupReport(
    @CurrentAct() act: Act,
    @Args('input') input: SubmitGroupReportInput,
  ): Promise<GroupReport | RuleRefusal> {
    return this.submitting.execute(act, input);
  }
}
