import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SealedBox } from './sealed-box.entity.js';

/** A trustee's part of the opening of a box, every proof of it verified. */
@Entity()
@Check('partial_decryption_numbered_to_three', `number BETWEEN 1 AND 3`)
export class PartialDecryption {
  @ForeignKey(() => SealedBox, { name: 'partial_decryption_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'partial_decryption_key' })
  roundId: string;

  /** The trustee's. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'partial_decryption_key' })
  number: number;

  /** The archive's file, byte for byte. */
  @WordsColumn()
  decryption: string;

  /** JSON: the bound proofs, for the side file. */
  @WordsColumn()
  boundProofs: string;

  @ForeignKey(() => Person, { name: 'partial_decryption_by' })
  @Column('uuid')
  givenById: string;

  @InstantColumn()
  givenAt: Date;
}
