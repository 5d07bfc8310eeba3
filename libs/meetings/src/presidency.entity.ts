import { Person } from '@hemicycle/accounts';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** Who presides over a session, from an instant on, until the next row's (charter PRESIDING). */
@Entity()
@Check('presidency_of_one', `num_nonnulls(member_id, secretary_id) = 1`)
export class Presidency {
  @ForeignKey(() => Meeting, { name: 'presidency_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'presidency_key' })
  meetingId: string;

  @PrimaryColumn('timestamptz', { precision: 3, primaryKeyConstraintName: 'presidency_key' })
  fromAt: Date;

  @ForeignKey(() => Member, { name: 'presidency_member' })
  @Column('uuid', { nullable: true })
  memberId: string | null;

  /** The person of the secretariat who presides when no member can. */
  @ForeignKey(() => Person, { name: 'presidency_secretary' })
  @Column('uuid', { nullable: true })
  secretaryId: string | null;
}
