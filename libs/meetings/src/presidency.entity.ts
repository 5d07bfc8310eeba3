import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/**
 * Who presides over a session, from an act of hers on, until that of the next row: whoever opens it, then whoever else presides
 * over an item, or closes it (charter PRESIDING). The last row of a meeting that was held is whoever closed it, and she is its
 * president in what comes after: the comments on its minutes, and their signature.
 */
@Entity()
@Check('presidency_of_one', `num_nonnulls(member_id, secretary_id) = 1`)
export class Presidency {
  @ForeignKey(() => Meeting, { name: 'presidency_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presidency_key' })
  meetingId: string;

  /** In the order in which they presided, from 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'presidency_key' })
  number: number;

  @InstantColumn()
  fromAt: Date;

  /** The item of the agenda over which she began to preside; null: the opening, or the closing. */
  @Column('uuid', { nullable: true })
  itemId: string | null;

  @ForeignKey(() => Member, { name: 'presidency_member' })
  @Column('uuid', { nullable: true })
  memberId: string | null;

  /** The person of the secretariat who presides when no member can. */
  @ForeignKey(() => Person, { name: 'presidency_secretary' })
  @Column('uuid', { nullable: true })
  secretaryId: string | null;
}
