import { Ledger } from '@hemicycle/audit';
import { judge, submitGroupReport, type Violation } from '@hemicycle/charter';
import { Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { GroupsRepository } from '@hemicycle/groups';
import type { Act } from '@hemicycle/kernel';
import { MeetingsRepository } from '@hemicycle/meetings';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GroupReport } from '../group-report.entity.js';
import { GroupReportsRepository } from '../group-reports.repository.js';
import { Reporting } from '../reporting.js';
import { REPORT_THING } from '../things.js';
import { changedMeanwhile } from './save-group-report.js';

/** Submits a group's report to its plenary, as it was last written: from then on everybody reads it. */
@Injectable()
export class SubmitGroupReport {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly reports: GroupReportsRepository,
    private readonly reporting: Reporting,
  ) {}

  async verdict(
    reader: EntityManager,
    act: Act,
    { groupId, meetingId, state }: GroupReport,
  ): Promise<Violation[]> {
    const group = await this.groups.known(reader, groupId);
    const plenary = await this.meetings.known(reader, meetingId);
    const facts = await this.reporting.facts(reader, act, group, plenary);
    return judge(submitGroupReport, { ...facts, report: state });
  }

  execute(
    act: Act,
    { reportId, version }: { readonly reportId: string; readonly version: number },
  ): Promise<GroupReport | RuleRefusal> {
    return this.ledger.record(act, 'submitGroupReport', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const found = await this.reports.byId(tx, reportId);
      // Whoever may not read a draft is not told that there is one.
      if (found === null || !(await this.reporting.reads(tx, act, found)))
        throw new NotFound(REPORT_THING, reportId);
      // The plenary before the group, as the decisions do that close groups.
      await this.meetings.lock(tx, found.meetingId);
      await this.groups.lock(tx, found.groupId);
      const report = await this.reports.lock(tx, found);
      if (report === null) throw new NotFound(REPORT_THING, reportId);
      const violations = await this.verdict(tx, act, report);
      if (violations.length > 0) return new RuleRefusal(violations);
      const [latest] = await this.reports.latest(tx, [reportId]);
      const present = latest?.number ?? 0;
      if (present !== version) throw new Conflict(changedMeanwhile(present, version));
      const submission = { submittedAt: act.at, submittedById: personId, submittedVersion: version };
      await this.reports.submit(tx, reportId, submission);
      return Object.assign(report, submission);
    });
  }
}
