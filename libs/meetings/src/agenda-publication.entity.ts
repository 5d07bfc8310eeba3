import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agenda } from './agenda.entity.js';

/**
 * The publication of an agenda changed after the convocation, which published the first: it takes the place of the one
 * that stood (charter C3-AGENDA).
 */
@Entity()
@ForeignKey(() => Agenda, ['meetingId', 'version'], ['meetingId', 'version'], {
  name: 'agenda_publication_of',
})
@Check('agenda_publication_notice_not_negative', `notice_days >= 0`)
export class AgendaPublication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_publication_key' })
  meetingId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_publication_key' })
  version: number;

  @InstantColumn()
  publishedAt: Date;

  @ForeignKey(() => Person, { name: 'agenda_publication_by' })
  @Column('uuid')
  publishedById: string;

  /** Whole days between the day of the publication and the day of the meeting. */
  @Column('integer')
  noticeDays: number;

  /** Why it was sent late; null: it was not said to be urgent. */
  @WordsColumn({ nullable: true })
  urgencyReason: string | null;
}
