import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey } from 'typeorm';
import { Member } from './member.entity.js';

/** Who may sit in for a member, from day to day (charter ALTERNATE): one for a seat, one seat for a person. */
@Entity()
@Check('alternate_days_in_order', `until_on >= from_on`)
@Exclusion(
  'alternate_one_a_seat',
  `USING gist (member_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
@Exclusion(
  'alternate_one_seat_a_person',
  `USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
export class Alternate {
  @IdColumn('alternate_key')
  id: string;

  @ForeignKey(() => Member, { name: 'alternate_of' })
  @Column('uuid')
  memberId: string;

  @ForeignKey(() => Person, { name: 'alternate_person' })
  @Column('uuid')
  personId: string;

  @DayColumn()
  fromOn: Day;

  /** The last day; null: no end known. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;
}
