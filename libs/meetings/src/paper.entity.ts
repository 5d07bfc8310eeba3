import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** A paper of an item of an agenda (charter NOTICE). What it says is in its versions; it changes once, when it is withdrawn. */
@Entity()
@Index('paper_by_meeting', ['meetingId'])
@Check(
  'paper_withdrawn_with_reason',
  `num_nonnulls(withdrawn_at, withdrawn_by_id, withdraw_reason) IN (0, 3)`,
)
export class Paper {
  @IdColumn('paper_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'paper_of_meeting' })
  @Column('uuid')
  meetingId: string;

  /** The item, which keeps its id from version to version of the agenda. */
  @Column('uuid')
  itemId: string;

  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  /** Why it is for those who take part alone; null: everybody reads it from the convocation on. */
  @WordsColumn({ nullable: true })
  membersOnlyReason: string | null;

  @InstantColumn({ nullable: true })
  withdrawnAt: Date | null;

  @ForeignKey(() => Person, { name: 'paper_withdrawn_by' })
  @Column('uuid', { nullable: true })
  withdrawnById: string | null;

  /** Null: it was not withdrawn. */
  @WordsColumn({ nullable: true })
  withdrawReason: string | null;
}
