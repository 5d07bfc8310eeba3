import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Organisation } from './organisation.entity.js';

/** The name of an organisation from a day on, until the next row's day. */
@Entity()
@Unique('organisation_name_one_a_day', ['organisationId', 'fromOn'])
export class OrganisationName {
  @IdColumn('organisation_name_key')
  id: string;

  @ForeignKey(() => Organisation, { name: 'organisation_name_of' })
  @Column('uuid')
  organisationId: string;

  @DayColumn()
  fromOn: Day;

  @WordsColumn()
  nameFr: string;

  @WordsColumn()
  nameEn: string;
}
