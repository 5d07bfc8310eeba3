import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Minutes } from './minutes.entity.js';

/** What a member says of circulated minutes, and what the president decided of it (charter MINUTES). */
@Entity()
@Index('minutes_comment_one_a_section', ['minutesId', 'memberId', 'section'], { unique: true })
@Check('minutes_comment_decided_with_reason', `(taken_in IS NULL) = (ruling IS NULL)`)
export class MinutesComment {
  @IdColumn('minutes_comment_key')
  id: string;

  @ForeignKey(() => Minutes, { name: 'minutes_comment_on' })
  @Column('uuid')
  minutesId: string;

  @ForeignKey(() => Member, { name: 'minutes_comment_by' })
  @Column('uuid')
  memberId: string;

  /** The section that it is about; empty: the whole. */
  @WordsColumn()
  section: string;

  @WordsColumn()
  text: string;

  @InstantColumn()
  madeAt: Date;

  /** Null: not decided. */
  @Column('boolean', { nullable: true })
  takenIn: boolean | null;

  /** Why it was taken in, or not; null: not decided. */
  @WordsColumn({ nullable: true })
  ruling: string | null;
}
