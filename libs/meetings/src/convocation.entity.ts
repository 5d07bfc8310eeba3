import { Person } from '@hemicycle/accounts';
import type { AgendaGround } from '@hemicycle/charter';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agenda } from './agenda.entity.js';
import { Meeting } from './meeting.entity.js';

/**
 * The dated call to a meeting, with the version of the agenda that it publishes. The second one of a meeting that
 * lacked its quorum keeps the agenda and requires none (charter QUORUM).
 */
@Entity()
@ForeignKey(() => Agenda, ['meetingId', 'agendaVersion'], ['meetingId', 'version'], {
  name: 'convocation_publishes',
})
@Check('convocation_numbered_from_one', `number >= 1`)
@Check('convocation_ground', `ground IN ('TWO_KEYS', 'SILENCE', 'REQUEST', 'FACILITATORS', 'CO_CHAIRS')`)
@Check('convocation_notice_not_negative', `notice_days >= 0`)
@Check('convocation_first_requires_quorum', `quorum_required = (number = 1 AND ground <> 'FACILITATORS')`)
export class Convocation {
  @ForeignKey(() => Meeting, { name: 'convocation_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'convocation_key' })
  meetingId: string;

  /** 1; 2 and more after a lack of quorum. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'convocation_key' })
  number: number;

  @InstantColumn()
  sentAt: Date;

  /** Null: it left by itself, as a group's does (charter C3-CONVOCATION). */
  @ForeignKey(() => Person, { name: 'convocation_sent_by' })
  @Column('uuid', { nullable: true })
  sentById: string | null;

  @Column('integer')
  agendaVersion: number;

  /** On what ground it left with that agenda; a second one keeps the ground of the first (charter C3-AGENDA). */
  @WordsColumn()
  ground: AgendaGround;

  /** When it calls the members for. */
  @InstantColumn()
  startsAt: Date;

  /** Whole days between the day of the sending and the day of the meeting. */
  @Column('integer')
  noticeDays: number;

  /** Why the notice is shorter than the rules ask; null: it is not. */
  @WordsColumn({ nullable: true })
  urgencyReason: string | null;

  @Column('boolean')
  quorumRequired: boolean;
}
