import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ForumEvent } from './forum-event.entity.js';

/** That an event was moved: when it would have been, and why it is no more. Never edited. */
@Entity()
@Check('event_moves_from_one', `number >= 1`)
@Check('event_move_lasted', `ended_at > started_at`)
export class EventMove {
  @ForeignKey(() => ForumEvent, { name: 'event_move_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_move_key' })
  eventId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'event_move_key' })
  number: number;

  /** When it was to begin and to end, before this. */
  @InstantColumn()
  startedAt: Date;

  @InstantColumn()
  endedAt: Date;

  /** In the language of whoever moved it. */
  @WordsColumn()
  reason: string;

  @ForeignKey(() => Person, { name: 'event_move_by' })
  @Column('uuid')
  movedById: string;

  @InstantColumn()
  movedAt: Date;
}
