import { InstantColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/** The arithmetic of a quorum as it was found at an instant, one row a college (charter QUORUM). */
@Entity()
@Check('quorum_check_numbered_from_one', `number >= 1`)
@Check('quorum_check_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('quorum_check_counts', `present >= 0 AND present <= members AND needed >= 0 AND recused >= 0`)
export class QuorumCheck {
  @ForeignKey(() => Meeting, { name: 'quorum_check_at' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quorum_check_key' })
  meetingId: string;

  /** 1 at the opening, then one more at each recorded vote. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'quorum_check_key' })
  number: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'quorum_check_key' })
  college: College;

  @InstantColumn()
  checkedAt: Date;

  /** Voting members present, online or represented. */
  @Column('integer')
  present: number;

  /** Voting members of the college on the day of the meeting. */
  @Column('integer')
  members: number;

  /** How many the rules of procedure asked for. */
  @Column('integer')
  needed: number;

  /** Seats in neither count, by a declared interest in the item voted on (charter RECUSAL). */
  @Column('integer')
  recused: number;
}
