import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** One version of a meeting's agenda. A change is a new version: nothing is edited (charter C3-AGENDA). */
@Entity()
@Check('agenda_versions_from_one', `version >= 1`)
export class Agenda {
  @ForeignKey(() => Meeting, { name: 'agenda_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_version_key' })
  meetingId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_version_key' })
  version: number;

  @ForeignKey(() => Person, { name: 'agenda_drafted_by' })
  @Column('uuid')
  draftedById: string;

  @InstantColumn()
  draftedAt: Date;
}
