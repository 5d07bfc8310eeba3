import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** An item of the published agenda that its session left to the next one. */
@Entity()
export class Postponement {
  @ForeignKey(() => Meeting, { name: 'postponement_at' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'postponement_key' })
  meetingId: string;

  /** The item, the same from version to version of the agenda. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'postponement_key' })
  itemId: string;

  /** In the words and language of whoever postponed it; null: none was given. */
  @WordsColumn({ nullable: true })
  reason: string | null;

  /** Whoever presided over the item. */
  @ForeignKey(() => Person, { name: 'postponement_by' })
  @Column('uuid')
  postponedById: string;

  @InstantColumn()
  postponedAt: Date;
}
