import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { College, Day } from '@hemicycle/kernel';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';

/** Why a facilitator's mandate ended (charter WORKING-GROUP-SETUP, VACANCY). */
export const FACILITATION_END_REASONS = [
  'REPLACED',
  'RESIGNED',
  'LEFT_ORGANISATION',
  'ORGANISATION_LEFT',
  'CHANGED_COLLEGE',
  'DIED',
  'GROUP_CLOSED',
] as const;
export type FacilitationEndReason = (typeof FACILITATION_END_REASONS)[number];

/** The days during which the mandate was held; none when it ended the day before it began. */
const HELD = `daterange(from_on, ended_on + 1, '[)')`;

/**
 * The office of facilitator of a working group, held by a member from the day of the plenary decision from which it comes.
 * It has no term: it ends with the group, the membership, a replacement or a resignation (charter WORKING-GROUP-SETUP).
 */
@Entity()
@Index('facilitator_mandate_by_member', ['memberId'])
@Check('facilitator_mandate_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('facilitator_mandate_seat', `seat >= 1`)
@Check(
  'facilitator_mandate_end_reason',
  `end_reason IN ('REPLACED', 'RESIGNED', 'LEFT_ORGANISATION', 'ORGANISATION_LEFT', 'CHANGED_COLLEGE', 'DIED', 'GROUP_CLOSED')`,
)
@Check('facilitator_mandate_end_has_reason', `(ended_on IS NULL) = (end_reason IS NULL)`)
@Check('facilitator_mandate_days_in_order', `ended_on >= from_on - 1`)
@Exclusion(
  'facilitator_mandate_one_holder_a_seat',
  `USING gist (group_id WITH =, college WITH =, seat WITH =, ${HELD} WITH &&)`,
)
@Exclusion(
  'facilitator_mandate_one_a_member',
  `USING gist (group_id WITH =, member_id WITH =, ${HELD} WITH &&)`,
)
export class FacilitatorMandate {
  @IdColumn('facilitator_mandate_key')
  id: string;

  @ForeignKey(() => Member, { name: 'facilitator_mandate_holder' })
  @Column('uuid')
  memberId: string;

  @Column('uuid')
  groupId: string;

  /** The seat's college, which is the holder's. */
  @WordsColumn()
  college: College;

  /** Which of the seats that the college has in the group, from 1. */
  @Column('integer')
  seat: number;

  /** The day of the decision. */
  @DayColumn()
  fromOn: Day;

  /** The last day; null: no end known. */
  @DayColumn({ nullable: true })
  endedOn: Day | null;

  @WordsColumn({ nullable: true })
  endReason: FacilitationEndReason | null;

  /** The plenary decision that gave it. */
  @Column('uuid')
  decisionId: string;
}
