import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** A member's declared interest in an item of an agenda: her seat takes no part in it (charter RECUSAL). */
@Entity()
@Check('recusal_numbered_from_one', `number >= 1`)
export class Recusal {
  @ForeignKey(() => Meeting, { name: 'recusal_at' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_key' })
  meetingId: string;

  /** The item, the same from version to version of the agenda. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_key' })
  itemId: string;

  @ForeignKey(() => Member, { name: 'recusal_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recusal_key' })
  memberId: string;

  /** From 1: a member may declare again what she denied. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'recusal_key' })
  number: number;

  /** The member herself, or whoever presided over the item and recorded what she declared. */
  @ForeignKey(() => Person, { name: 'recusal_declared_by' })
  @Column('uuid')
  declaredById: string;

  @InstantColumn()
  declaredAt: Date;
}
