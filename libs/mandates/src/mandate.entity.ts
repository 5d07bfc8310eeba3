import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { College, Day } from '@hemicycle/kernel';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';

/** What a mandate is for. */
export const OFFICES = ['CO_CHAIR', 'COMMITTEE_MEMBER'] as const;
export type Office = (typeof OFFICES)[number];

/** Why a membership ends by itself, its organisation staying in its college and in the forum. */
export const MEMBERSHIP_END_REASONS = ['RESIGNED', 'LEFT_ORGANISATION', 'DIED'] as const;
export type MembershipEndReason = (typeof MEMBERSHIP_END_REASONS)[number];

/** Why a mandate ended before its term (charter C3-TERM, VACANCY). One that reached its term has no reason. */
export const MANDATE_END_REASONS = [
  'SUCCEEDED',
  'RESIGNED',
  'LEFT_ORGANISATION',
  'ORGANISATION_LEFT',
  'CHANGED_COLLEGE',
  'DIED',
  'REMOVED',
  'ELECTED_TO_ANOTHER_SEAT',
] as const;
export type MandateEndReason = (typeof MANDATE_END_REASONS)[number];

/** The days during which the mandate was held; none when it ended the day before it began. */
const HELD = `daterange(from_on, coalesce(ended_on, term_until_on) + 1, '[)')`;

/**
 * An office held by a member, from day to day, with the election from which it comes: nobody is appointed
 * (charter C3-ELECTED-AT-PLENARY). Held from `fromOn` to `endedOn`, or to `termUntilOn` when nothing ended it.
 */
@Entity()
@Index('mandate_by_member', ['memberId'])
@Check('mandate_office', `office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')`)
@Check('mandate_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check(
  'mandate_end_reason',
  `end_reason IN ('SUCCEEDED', 'RESIGNED', 'LEFT_ORGANISATION', 'ORGANISATION_LEFT', 'CHANGED_COLLEGE', 'DIED', 'REMOVED', 'ELECTED_TO_ANOTHER_SEAT')`,
)
@Check('mandate_end_has_reason', `(ended_on IS NULL) = (end_reason IS NULL)`)
@Check('mandate_days_in_order', `term_until_on >= from_on AND ended_on >= from_on - 1`)
@Check('mandate_two_years_at_most', `term_until_on <= from_on + interval '2 years'`)
@Check('mandate_never_lengthened', `ended_on <= term_until_on`)
@Check('mandate_seat', `seat >= 1 AND (office <> 'CO_CHAIR' OR seat = 1)`)
@Exclusion(
  'mandate_one_holder_a_seat',
  `USING gist (office WITH =, college WITH =, seat WITH =, ${HELD} WITH &&)`,
)
@Exclusion('mandate_one_seat_a_member', `USING gist (member_id WITH =, ${HELD} WITH &&)`)
export class Mandate {
  @IdColumn('mandate_key')
  id: string;

  @ForeignKey(() => Member, { name: 'mandate_holder' })
  @Column('uuid')
  memberId: string;

  @WordsColumn()
  office: Office;

  /** The seat's college, which is the holder's. */
  @WordsColumn()
  college: College;

  /** Which of the seats of that office and college, from 1: a college has one co-chair’s. */
  @Column('integer')
  seat: number;

  /** The day of the proclamation. */
  @DayColumn()
  fromOn: Day;

  /** The last day of the term, fixed at the proclamation: no act lengthens it. */
  @DayColumn()
  termUntilOn: Day;

  /** The last day, when something ended it before its term. */
  @DayColumn({ nullable: true })
  endedOn: Day | null;

  @WordsColumn({ nullable: true })
  endReason: MandateEndReason | null;

  /** The election that gave it. */
  @Column('uuid')
  electionId: string;
}
