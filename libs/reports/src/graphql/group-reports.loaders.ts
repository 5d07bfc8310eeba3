import { PeopleRepository } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { type ApiContext, rowsFor } from '@hemicycle/graphql';
import { GroupsRepository, type WorkingGroup } from '@hemicycle/groups';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { GroupReport } from '../group-report.entity.js';
import { GroupReportsRepository, type ReportOf, type WrittenReport } from '../group-reports.repository.js';

/** What lists of reports ask of other tables: one statement for the whole list, whatever its length. */
@Injectable()
export class GroupReportsLoaders {
  private readonly key = { groups: {}, meetings: {}, people: {}, latest: {}, submitted: {}, earlier: {} };

  constructor(
    private readonly database: Database,
    private readonly reports: GroupReportsRepository,
    private readonly groups: GroupsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly people: PeopleRepository,
  ) {}

  /** What was submitted to a plenary, the first submitted first. */
  submittedTo(context: ApiContext, meetingId: string): Promise<GroupReport[]> {
    return rowsFor(context, this.key.submitted, meetingId, 'meetingId', (ids) =>
      this.reports.submittedTo(this.database.reader, ids),
    );
  }

  /** What a group submitted last to a plenary earlier than this one; null: nothing. */
  async submittedBefore(context: ApiContext, { groupId, meetingId }: ReportOf): Promise<GroupReport | null> {
    const earlier = await rowsFor(context, this.key.earlier, meetingId, 'meetingId', (ids) =>
      this.reports.submittedBefore(this.database.reader, ids),
    );
    return earlier.find(({ report }) => report.groupId === groupId)?.report ?? null;
  }

  async latest(context: ApiContext, reportId: string): Promise<WrittenReport> {
    const [version] = await rowsFor(context, this.key.latest, reportId, 'reportId', (ids) =>
      this.reports.latest(this.database.reader, ids),
    );
    if (version === undefined) throw new RangeError(`No version of ${reportId}`);
    return version;
  }

  async group(context: ApiContext, id: string): Promise<WorkingGroup> {
    const [group] = await rowsFor(context, this.key.groups, id, 'id', (ids) =>
      this.groups.byIds(this.database.reader, ids),
    );
    if (group === undefined) throw new RangeError(`No group ${id}`);
    return group;
  }

  async meeting(context: ApiContext, id: string): Promise<Meeting> {
    const [meeting] = await rowsFor(context, this.key.meetings, id, 'id', (ids) =>
      this.meetings.byIds(this.database.reader, ids),
    );
    if (meeting === undefined) throw new RangeError(`No meeting ${id}`);
    return meeting;
  }

  async person(context: ApiContext, id: string): Promise<NamedPerson> {
    const [person] = await rowsFor(context, this.key.people, id, 'id', async (ids) => {
      const found = await this.people.byIds(this.database.reader, [...ids]);
      return found.map(({ id: personId, name }) => ({ id: personId, name }));
    });
    if (person === undefined) throw new RangeError(`No person ${id}`);
    return person;
  }
}
