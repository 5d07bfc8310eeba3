import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { WorkingGroup } from './working-group.entity.js';

/** A member of the forum in a group, from day to day; it also ends with her membership of the forum, and with the group. */
@Entity()
@Index('group_member_by_member', ['memberId'])
@Check('group_member_days_in_order', `until_on >= from_on`)
@Exclusion(
  'group_member_once',
  `USING gist (group_id WITH =, member_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
export class GroupMember {
  @IdColumn('group_member_key')
  id: string;

  @ForeignKey(() => WorkingGroup, { name: 'group_member_of' })
  @Column('uuid')
  groupId: string;

  @ForeignKey(() => Member, { name: 'group_member_person' })
  @Column('uuid')
  memberId: string;

  @DayColumn()
  fromOn: Day;

  /** The last day, when she left; null: she did not. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;
}
