import { Person } from '@hemicycle/accounts';
import { WordsColumn } from '@hemicycle/database';
import type { TrusteeCapacity } from '@hemicycle/charter';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { KeyCeremony } from './key-ceremony.entity.js';

/** Who holds a share of the key (charter CNIL-1-08): one from each college, one from the host. */
@Entity()
@Unique('trustee_one_a_capacity', ['ceremonyId', 'capacity'])
@Unique('trustee_three_people', ['ceremonyId', 'personId'])
@Check('trustee_capacity', `capacity IN ('GOVERNMENT', 'CIVIL_SOCIETY', 'HOST')`)
@Check('trustee_numbered_to_three', `number BETWEEN 1 AND 3`)
export class Trustee {
  @ForeignKey(() => KeyCeremony, { name: 'trustee_in' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trustee_key' })
  ceremonyId: string;

  /** 1 to 3, as archives number them. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'trustee_key' })
  number: number;

  @WordsColumn()
  capacity: TrusteeCapacity;

  @ForeignKey(() => Person, { name: 'trustee_person' })
  @Column('uuid')
  personId: string;
}
