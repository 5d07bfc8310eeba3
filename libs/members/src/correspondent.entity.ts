import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { Organisation } from './organisation.entity.js';

/** A department's contact for the action plan, from day to day. She holds no seat by it. */
@Entity()
@Check('correspondent_days_in_order', `until_on >= from_on`)
@Exclusion(
  'correspondent_named_once',
  `USING gist (organisation_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
@Index('correspondent_by_person', ['personId'])
export class Correspondent {
  @IdColumn('correspondent_key')
  id: string;

  @ForeignKey(() => Organisation, { name: 'correspondent_for' })
  @Column('uuid')
  organisationId: string;

  @ForeignKey(() => Person, { name: 'correspondent_person' })
  @Column('uuid')
  personId: string;

  @DayColumn()
  fromOn: Day;

  /** The last day; null: no end known. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;
}
