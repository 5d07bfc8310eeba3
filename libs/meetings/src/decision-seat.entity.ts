import { Person } from '@hemicycle/accounts';
import { WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Decision } from './decision.entity.js';

/** In what capacity somebody holds the vote of a seat. */
export const CAPACITIES = ['MEMBER', 'ALTERNATE', 'PROXY'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** A seat that takes part in a recorded vote, and who holds its vote: fixed when the vote opens (charter ALTERNATE, PROXY). */
@Entity()
@Check('decision_seat_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('decision_seat_capacity', `capacity IN ('MEMBER', 'ALTERNATE', 'PROXY')`)
export class DecisionSeat {
  @ForeignKey(() => Decision, { name: 'decision_seat_in' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_seat_key' })
  decisionId: string;

  @ForeignKey(() => Member, { name: 'decision_seat_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_seat_key' })
  memberId: string;

  @WordsColumn()
  college: College;

  @ForeignKey(() => Person, { name: 'decision_seat_holder' })
  @Column('uuid')
  personId: string;

  @WordsColumn()
  capacity: Capacity;
}
