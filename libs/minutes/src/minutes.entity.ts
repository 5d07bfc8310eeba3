import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Language } from '@hemicycle/kernel';
import { Meeting } from '@hemicycle/meetings';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/**
 * The record of one meeting. Its state is never written: it follows from these instants and from the one at which it is
 * asked (charter MINUTES), so that it is true on the day even if nobody acts.
 */
@Entity()
@Unique('minutes_one_a_meeting', ['meetingId'])
@Index('minutes_by_publication', ['publishesAt', 'id'])
@Check('minutes_language', `language IN ('fr', 'en')`)
@Check(
  'minutes_circulated',
  `num_nonnulls(circulated_at, circulated_by_id, comments_until, ruling_until, publishes_at) IN (0, 5)`,
)
@Check('minutes_delays_in_order', `comments_until > circulated_at AND ruling_until >= comments_until`)
@Check('minutes_ruled', `num_nonnulls(ruled_at, ruled_by_id) IN (0, 2)`)
@Check('minutes_ruled_in_time', `ruled_at >= comments_until AND ruled_at < ruling_until`)
@Check(
  'minutes_published_at_an_end',
  `publishes_at IN (comments_until, ruling_until) OR publishes_at = ruled_at`,
)
@Check(
  'minutes_told_once_published',
  `publication_told_at IS NULL OR (publishes_at IS NOT NULL AND publication_told_at >= publishes_at)`,
)
export class Minutes {
  @IdColumn('minutes_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'minutes_of' })
  @Column('uuid')
  meetingId: string;

  /** In which they are written. */
  @WordsColumn()
  language: Language;

  @ForeignKey(() => Person, { name: 'minutes_drafted_by' })
  @Column('uuid')
  draftedById: string;

  @InstantColumn()
  draftedAt: Date;

  @ForeignKey(() => Person, { name: 'minutes_circulated_by' })
  @Column('uuid', { nullable: true })
  circulatedById: string | null;

  @InstantColumn({ nullable: true })
  circulatedAt: Date | null;

  /** The first instant at which no comment is taken. */
  @InstantColumn({ nullable: true })
  commentsUntil: Date | null;

  /** The first instant at which the president decides no more. */
  @InstantColumn({ nullable: true })
  rulingUntil: Date | null;

  /**
   * When they are published if nothing else happens: at the end of the comments; from the first comment on, at the end of
   * the president’s time; once she decided, at that instant.
   */
  @InstantColumn({ nullable: true })
  publishesAt: Date | null;

  @ForeignKey(() => Person, { name: 'minutes_ruled_by' })
  @Column('uuid', { nullable: true })
  ruledById: string | null;

  @InstantColumn({ nullable: true })
  ruledAt: Date | null;

  /** When the members were written to of the publication; null: not yet. */
  @InstantColumn({ nullable: true })
  publicationToldAt: Date | null;
}
