import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Member } from './member.entity.js';
import { Organisation } from './organisation.entity.js';

/** The organisation for which a member sits, from a day on, until the next row's day: successions carry seats over. */
@Entity()
@Unique('member_affiliation_one_a_day', ['memberId', 'fromOn'])
@Index('member_affiliation_by_organisation', ['organisationId'])
export class MemberAffiliation {
  @IdColumn('member_affiliation_key')
  id: string;

  @ForeignKey(() => Member, { name: 'member_affiliation_of' })
  @Column('uuid')
  memberId: string;

  @ForeignKey(() => Organisation, { name: 'member_affiliation_with' })
  @Column('uuid')
  organisationId: string;

  @DayColumn()
  fromOn: Day;
}
