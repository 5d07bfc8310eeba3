import { Person } from '@hemicycle/accounts';
import type { Day } from '@hemicycle/kernel';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AgendaKeyName, AgendaKeyPart } from '@hemicycle/charter';
import { Agenda } from './agenda.entity.js';

/**
 * A key, or its half, turned on one version of an agenda (charter C3-AGENDA). A new version has none: that is how a
 * change puts both back. Where members turn a half for want of anybody in office, each of the two has a row.
 */
@Entity()
@ForeignKey(() => Agenda, ['meetingId', 'version'], ['meetingId', 'version'], { name: 'agenda_key_of' })
@Check('agenda_key_name', `key IN ('SECRETARIAT', 'COMMITTEE', 'URGENCY')`)
@Check('agenda_key_part', `part IN ('WHOLE', 'GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('agenda_key_secretariat_whole', `key <> 'SECRETARIAT' OR part = 'WHOLE'`)
@Check('agenda_key_members_turn_halves', `NOT by_member OR part <> 'WHOLE'`)
@Check('agenda_key_move', `move = 0 OR (move > 0 AND key = 'URGENCY')`)
@Index('agenda_key_one_holder', ['meetingId', 'version', 'key', 'part'], {
  unique: true,
  where: 'NOT by_member AND move = 0',
})
@Index('agenda_key_once_by_each', ['meetingId', 'version', 'key', 'part', 'turnedById'], {
  unique: true,
  where: 'move = 0',
})
@Index('agenda_key_one_holder_of_move', ['meetingId', 'version', 'key', 'part', 'move', 'forDay'], {
  unique: true,
  where: 'NOT by_member AND move > 0',
})
export class AgendaKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  meetingId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  version: number;

  /** SECRETARIAT and COMMITTEE are the two keys; URGENCY is the holders' of the second, for a short notice. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  key: AgendaKeyName;

  /** WHOLE, or the half of one college. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  part: AgendaKeyPart;

  /**
   * The move to another day at whose short notice it is turned, from 1; a change of hour or place counts for none. That of the agenda
   * itself: the last move before the convocation; 0: there was none.
   */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  move: number;

  /** For a move, the new day agreed to; else the day that the meeting had when it was turned. */
  @PrimaryColumn('date', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  forDay: Day;

  @ForeignKey(() => Person, { name: 'agenda_key_turned_by' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'agenda_key_turned_once' })
  turnedById: string;

  /** Whether it is one of the two turns of members, in the place of whoever is missing from the committee. */
  @Column('boolean')
  byMember: boolean;

  @InstantColumn()
  turnedAt: Date;
}
