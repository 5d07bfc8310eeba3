import { Person } from '@hemicycle/accounts';
import type { EventPlaceState } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { ForumEvent } from './forum-event.entity.js';

/**
 * Somebody's place at an event. Nobody reads whose it is: only letters go there. Given up, and once the event is over, the
 * address and the person are erased, and in the morning the letters that were sent there. No other table ever names her: what
 * guests do is in the trail and in the log without them.
 */
@Entity()
@Unique('event_place_one_an_address', ['eventId', 'email'])
@Unique('event_place_one_a_person', ['eventId', 'personId'])
// Two acts that would give the last place meet here.
@Unique('event_place_numbered_once', ['eventId', 'number'])
@Index('event_place_in_order', ['eventId', 'state', 'confirmedAt'])
@Check('event_place_email_lowercase', `email = lower(email)`)
@Check('event_place_language', `language IN ('fr', 'en')`)
@Check('event_place_state', `state IN ('REQUESTED', 'WAITING', 'REGISTERED', 'CANCELLED')`)
@Check('event_place_number', `(state = 'REGISTERED') = (number IS NOT NULL) AND number >= 1`)
@Check('event_place_confirmed', `state NOT IN ('WAITING', 'REGISTERED') OR confirmed_at IS NOT NULL`)
@Check(
  'event_place_somebody_or_erased',
  `num_nonnulls(email, person_id) = CASE WHEN erased_at IS NULL THEN 1 ELSE 0 END`,
)
@Check('event_place_cancelled_erased', `state <> 'CANCELLED' OR erased_at IS NOT NULL`)
export class EventPlace {
  @IdColumn('event_place_key')
  id: string;

  @ForeignKey(() => ForumEvent, { name: 'event_place_at' })
  @Column('uuid')
  eventId: string;

  @WordsColumn()
  state: EventPlaceState;

  /** In lowercase; null: a person of the forum, or erased. */
  @WordsColumn({ nullable: true })
  email: string | null;

  /** Null: an address only, or erased. */
  @ForeignKey(() => Person, { name: 'event_place_of' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @WordsColumn()
  language: Language;

  /** From 1, each given once; null: no place, or none yet. */
  @Column('integer', { nullable: true })
  number: number | null;

  @InstantColumn()
  requestedAt: Date;

  @InstantColumn({ nullable: true })
  confirmedAt: Date | null;

  /** When whoever has it was reminded; null: not yet. */
  @InstantColumn({ nullable: true })
  remindedAt: Date | null;

  @InstantColumn({ nullable: true })
  erasedAt: Date | null;
}
