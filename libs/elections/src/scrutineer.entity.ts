import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Election } from './election.entity.js';

/**
 * Who is named scrutineer of an election for a college: commits and reveals that college's value of the lot (charter TIE).
 * The last one named counts.
 */
@Entity()
@Check('scrutineer_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('scrutineer_numbered_from_one', `number >= 1`)
export class Scrutineer {
  @ForeignKey(() => Election, { name: 'scrutineer_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scrutineer_key' })
  electionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'scrutineer_key' })
  college: College;

  /** 1, 2…: those named one after the other. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'scrutineer_key' })
  number: number;

  @ForeignKey(() => Person, { name: 'scrutineer_person' })
  @Column('uuid')
  personId: string;

  @ForeignKey(() => Person, { name: 'scrutineer_named_by' })
  @Column('uuid')
  namedById: string;

  @InstantColumn()
  namedAt: Date;
}
