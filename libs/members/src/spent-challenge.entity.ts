import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A challenge that was solved and used, until it is over by itself. */
@Entity()
@Index('spent_challenge_by_caller', ['callerHash'])
export class SpentChallenge {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'spent_challenge_key' })
  nonce: string;

  /** Keyed hash of the network it came from. */
  @WordsColumn()
  callerHash: string;

  /** Keyed hash of the mail address that it was used for. */
  @WordsColumn()
  addressHash: string;

  @InstantColumn()
  spentAt: Date;
}
