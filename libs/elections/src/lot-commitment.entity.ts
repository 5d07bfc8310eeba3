import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ElectionRound } from './election-round.entity.js';

/** The hash of a college's value of the lot, committed before a round opens (charter TIE). */
@Entity()
@Check('lot_commitment_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check('lot_commitment_form', `commitment ~ '^[0-9a-f]{64}$'`)
export class LotCommitment {
  @ForeignKey(() => ElectionRound, { name: 'lot_commitment_for' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'lot_commitment_key' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'lot_commitment_key' })
  college: College;

  /** SHA-256 of the value, in lowercase hexadecimal. */
  @WordsColumn()
  commitment: string;

  @ForeignKey(() => Person, { name: 'lot_commitment_by' })
  @Column('uuid')
  committedById: string;

  @InstantColumn()
  committedAt: Date;
}
