import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { GroupReport } from './group-report.entity.js';

/** One version of what a report says, in Markdown. A change is a new version: nothing is edited. */
@Entity()
@Check('group_report_versions_from_one', `number >= 1`)
export class GroupReportVersion {
  @ForeignKey(() => GroupReport, { name: 'group_report_version_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'group_report_version_key' })
  reportId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'group_report_version_key' })
  number: number;

  @WordsColumn()
  text: string;

  @ForeignKey(() => Person, { name: 'group_report_version_by' })
  @Column('uuid')
  writtenById: string;

  @InstantColumn()
  writtenAt: Date;
}
