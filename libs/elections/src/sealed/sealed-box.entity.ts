import { WordsColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SealedPoll } from './sealed-poll.entity.js';

/** The box of a round as it was closed: what trustees verify and open. */
@Entity()
export class SealedBox {
  @ForeignKey(() => SealedPoll, { name: 'sealed_box_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sealed_box_key' })
  roundId: string;

  /** The archive up to its encrypted tally, ballots by tracker. */
  @Column('bytea')
  archive: Buffer;

  /** SHA-256 of it, which bound proofs name. */
  @WordsColumn()
  digest: string;

  /** The encrypted tally's file. */
  @WordsColumn()
  tally: string;

  /** How many ballots count. */
  @Column('integer')
  ballots: number;
}
