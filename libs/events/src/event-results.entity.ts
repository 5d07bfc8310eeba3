import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ForumEvent } from './forum-event.entity.js';

/** What came out of an event. A correction is another version: nothing is edited. */
@Entity()
@Check('event_results_from_one', `number >= 1`)
@Check('event_results_documents', `cardinality(document_titles) = cardinality(document_links)`)
export class EventResults {
  @ForeignKey(() => ForumEvent, { name: 'event_results_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_results_key' })
  eventId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'event_results_key' })
  number: number;

  /** Markdown. */
  @WordsColumn()
  summaryFr: string;

  /** Null: in French alone. */
  @WordsColumn({ nullable: true })
  summaryEn: string | null;

  @Column('text', { array: true })
  documentTitles: string[];

  /** By https, one a title. */
  @Column('text', { array: true })
  documentLinks: string[];

  @ForeignKey(() => Person, { name: 'event_results_by' })
  @Column('uuid')
  publishedById: string;

  @InstantColumn()
  publishedAt: Date;
}
