import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { College, Day } from '@hemicycle/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey } from 'typeorm';

/** A person of the founding working group, from day to day: until the first plenary at the latest (RULES-ADOPTION). */
@Entity()
@Check('founding_group_membership_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('founding_group_membership_days_in_order', `until_on >= from_on`)
@Exclusion(
  'founding_group_membership_one_a_person',
  `USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
export class FoundingGroupMembership {
  @IdColumn('founding_group_membership_key')
  id: string;

  @ForeignKey(() => Person, { name: 'founding_group_membership_person' })
  @Column('uuid')
  personId: string;

  /** The side from which the person comes; nobody needs to be a member of the forum yet. */
  @WordsColumn()
  college: College;

  @DayColumn()
  fromOn: Day;

  /** The last day; null: no end known. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;
}
