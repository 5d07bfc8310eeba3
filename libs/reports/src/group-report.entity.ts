import { Person } from '@hemicycle/accounts';
import type { GroupReportState } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { WorkingGroup } from '@hemicycle/groups';
import type { Language } from '@hemicycle/kernel';
import { Meeting } from '@hemicycle/meetings';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** What a working group reports to one plenary: its group's until it is submitted, everybody's from then on. */
@Entity()
@Index('group_report_by_plenary', ['meetingId'])
@Unique('group_report_one_a_plenary', ['groupId', 'meetingId'])
@Check('group_report_language', `language IN ('fr', 'en')`)
@Check(
  'group_report_submitted',
  `(submitted_at IS NULL) = (submitted_by_id IS NULL) AND (submitted_at IS NULL) = (submitted_version IS NULL)`,
)
@ForeignKey('GroupReportVersion', ['id', 'submittedVersion'], ['reportId', 'number'], {
  name: 'group_report_submitted_as',
})
export class GroupReport {
  @IdColumn('group_report_key')
  id: string;

  @ForeignKey(() => WorkingGroup, { name: 'group_report_of' })
  @Column('uuid')
  groupId: string;

  /** The plenary to which it reports. */
  @ForeignKey(() => Meeting, { name: 'group_report_to' })
  @Column('uuid')
  meetingId: string;

  /** The language in which it is written. */
  @WordsColumn()
  language: Language;

  /** Null: not submitted. */
  @InstantColumn({ nullable: true })
  submittedAt: Date | null;

  @ForeignKey(() => Person, { name: 'group_report_submitted_by' })
  @Column('uuid', { nullable: true })
  submittedById: string | null;

  /** The version that was submitted: that one and those after it are everybody's. Null: not submitted. */
  @Column('integer', { nullable: true })
  submittedVersion: number | null;

  get state(): GroupReportState {
    return this.submittedAt === null ? 'DRAFT' : 'SUBMITTED';
  }
}
