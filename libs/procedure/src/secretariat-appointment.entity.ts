import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import { SecretariatBody } from './secretariat-body.entity.js';

/** A person who works in the secretariat for one of its bodies, from day to day. */
@Entity()
@Index('secretariat_appointment_by_body', ['bodyId'])
@Check('secretariat_appointment_days_in_order', `until_on >= from_on`)
@Exclusion(
  'secretariat_appointment_one_a_person',
  `USING gist (person_id WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
export class SecretariatAppointment {
  @IdColumn('secretariat_appointment_key')
  id: string;

  @ForeignKey(() => Person, { name: 'secretariat_appointment_person' })
  @Column('uuid')
  personId: string;

  @ForeignKey(() => SecretariatBody, { name: 'secretariat_appointment_body' })
  @Column('uuid')
  bodyId: string;

  @DayColumn()
  fromOn: Day;

  /** The last day; null: no end known. */
  @DayColumn({ nullable: true })
  untilOn: Day | null;
}
