import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ForumEvent } from './forum-event.entity.js';

/** How many came to an event, as counted by hand. A correction is another row, with its reason: nothing is edited. */
@Entity()
@Check('event_head_counts_from_one', `number >= 1`)
@Check('event_head_count_corrected_with_reason', `(number > 1) = (reason IS NOT NULL)`)
@Check('event_head_count_heads', `least(government, civil_society, public) >= 0`)
export class EventHeadCount {
  @ForeignKey(() => ForumEvent, { name: 'event_head_count_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_head_count_key' })
  eventId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'event_head_count_key' })
  number: number;

  @Column('integer')
  government: number;

  @Column('integer')
  civilSociety: number;

  /** Whoever is of neither college. */
  @Column('integer')
  public: number;

  /** Why the one before was wrong, in the language of whoever corrects it; null: the first one. */
  @WordsColumn({ nullable: true })
  reason: string | null;

  @ForeignKey(() => Person, { name: 'event_head_count_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
