import { Person } from '@hemicycle/accounts';
import type { EventState } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Text } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** What kinds of events the open agenda has, beyond the meetings of bodies. */
export const EVENT_KINDS = ['WORKSHOP', 'WEBINAR', 'OPEN_EVENING'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An event of the open agenda, to which anybody may come. */
@Entity()
@Index('forum_event_by_start', ['startsAt', 'id'])
@Check('forum_event_kind', `kind IN ('WORKSHOP', 'WEBINAR', 'OPEN_EVENING')`)
@Check('forum_event_state', `state IN ('DRAFT', 'PUBLISHED', 'HELD', 'CANCELLED')`)
@Check('forum_event_lasts', `ends_at > starts_at`)
@Check('forum_event_somewhere', `num_nonnulls(place, stream_link) >= 1`)
@Check('forum_event_stream_is_sealed', `stream_link LIKE 'https://%'`)
@Check('forum_event_capacity', `capacity >= 1`)
@Check(
  'forum_event_published',
  `CASE state WHEN 'DRAFT' THEN published_at IS NULL WHEN 'CANCELLED' THEN true ELSE published_at IS NOT NULL END`,
)
@Check('forum_event_cancelled_with_reason', `(state = 'CANCELLED') = (cancel_reason IS NOT NULL)`)
@Check('forum_event_versions_from_one', `version >= 1`)
export class ForumEvent {
  @IdColumn('forum_event_key')
  id: string;

  @WordsColumn()
  kind: EventKind;

  @WordsColumn()
  state: EventState;

  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  /** What it will be about, known beforehand. */
  @WordsColumn()
  topicsFr: string;

  @WordsColumn()
  topicsEn: string;

  @InstantColumn()
  startsAt: Date;

  @InstantColumn()
  endsAt: Date;

  /** Null: online only. */
  @WordsColumn({ nullable: true })
  place: string | null;

  /** Where it is followed at a distance, by https; null: in the room only. */
  @WordsColumn({ nullable: true })
  streamLink: string | null;

  @Column('boolean')
  captioning: boolean;

  @Column('boolean')
  signLanguage: boolean;

  @Column('boolean')
  stepFree: boolean;

  /** How many may come; null: as many as wish. */
  @Column('integer', { nullable: true })
  capacity: number | null;

  /** Whether it presents results of implementation and collects comments (charter OGP-5.1). */
  @Column('boolean')
  presentsResults: boolean;

  /** When it was announced; null: never, whatever became of it, and only the secretariat knows of it. */
  @InstantColumn({ nullable: true })
  publishedAt: Date | null;

  @WordsColumn({ nullable: true })
  cancelReason: string | null;

  /** Raised by one whenever the event changes; 1 for the draft. */
  @Column('integer')
  version: number;

  /** Since when it is as it is. */
  @InstantColumn()
  changedAt: Date;

  @ForeignKey(() => Person, { name: 'forum_event_drafted_by' })
  @Column('uuid')
  draftedById: string;

  get title(): Text {
    return { fr: this.titleFr, en: this.titleEn };
  }

  get topics(): Text {
    return { fr: this.topicsFr, en: this.topicsEn };
  }
}
