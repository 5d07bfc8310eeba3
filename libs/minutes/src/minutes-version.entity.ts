import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SectionText } from './document/compose.js';
import type { MeetingFacts } from './document/meeting-facts.js';
import { Minutes } from './minutes.entity.js';

/** One version of what minutes say: a change is a new version, nothing is edited. */
@Entity()
@Check('minutes_versions_from_one', `number >= 1`)
export class MinutesVersion {
  @ForeignKey(() => Minutes, { name: 'minutes_version_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'minutes_version_key' })
  minutesId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'minutes_version_key' })
  number: number;

  /** What the tables said when it was written; but for the last one, those who attended without a seat are erased from a draft. */
  @Column('jsonb')
  facts: MeetingFacts;

  /** What the rapporteur wrote, section by section. */
  @Column('jsonb')
  texts: SectionText[];

  @ForeignKey(() => Person, { name: 'minutes_version_by' })
  @Column('uuid')
  writtenById: string;

  @InstantColumn()
  writtenAt: Date;
}
