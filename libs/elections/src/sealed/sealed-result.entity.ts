import { WordsColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SealedBox } from './sealed-box.entity.js';

/** The files of a counted round: anyone verifies the count with them, unless the floor of secrecy keeps them with the scrutineers. */
@Entity()
export class SealedResult {
  @ForeignKey(() => SealedBox, { name: 'sealed_result_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sealed_result_key' })
  roundId: string;

  /** The whole archive. */
  @Column('bytea')
  archive: Buffer;

  /** The bound proofs, beside it. */
  @WordsColumn()
  sideFile: string;
}
