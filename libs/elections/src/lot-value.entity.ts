import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ElectionRound } from './election-round.entity.js';

/** A college's value of the lot, revealed after the round closed, or rolled with dice where it was withheld (charter TIE). */
@Entity()
@Check('lot_value_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('lot_value_form', `value ~ '^[0-9a-f]{32}$'`)
export class LotValue {
  @ForeignKey(() => ElectionRound, { name: 'lot_value_for' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lot_value_key' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'lot_value_key' })
  college: College;

  /** 32 lowercase hexadecimal digits. */
  @WordsColumn()
  value: string;

  @Column('boolean')
  rolled: boolean;

  /** The scrutineer; for dice, the person of the secretariat who recorded them. */
  @ForeignKey(() => Person, { name: 'lot_value_by' })
  @Column('uuid')
  givenById: string;

  @InstantColumn()
  givenAt: Date;
}
