import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { College, Day } from '@hemicycle/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey, Unique } from 'typeorm';
import { Need } from './need.entity.js';

/** How a member came in (charter C3-ADMISSION). */
export const ADMISSION_ROUTES = ['CALL', 'DIRECT_APPOINTMENT', 'CONVENED'] as const;
export type AdmissionRoute = (typeof ADMISSION_ROUTES)[number];

/** A person's seat in the forum, from day to day. The organisation is in `MemberAffiliation`. */
@Entity()
@Unique('member_number_once', ['number'])
@Check('member_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('member_route', `route IN ('CALL', 'DIRECT_APPOINTMENT', 'CONVENED')`)
@Check('member_route_of_college', `(college = 'GOVERNMENT') = (route = 'CONVENED')`)
@Check('member_appointed_for_a_need', `(route = 'DIRECT_APPOINTMENT') = (need_id IS NOT NULL)`)
@Check('member_days_in_order', `until_on >= from_on`)
@Check('member_end_has_reason', `(until_on IS NULL) = (end_reason IS NULL)`)
@Exclusion(
  'member_one_seat_a_person',
  `USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
export class Member {
  @IdColumn('member_key')
  id: string;

  /** Given in the order of admission; decides who presides when nothing else does (charter PRESIDING). */
  @Column('integer')
  number: number;

  @ForeignKey(() => Person, { name: 'member_person' })
  @Column('uuid')
  personId: string;

  @WordsColumn()
  college: College;

  @WordsColumn()
  route: AdmissionRoute;

  /** What a direct appointment is for; null for the other routes. */
  @ForeignKey(() => Need, { name: 'member_need' })
  @Column('uuid', { nullable: true })
  needId: string | null;

  @DayColumn()
  fromOn: Day;

  /** The last day of the membership; null: no end known. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;

  @WordsColumn({ nullable: true })
  endReason: string | null;
}
