import { WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SealedPoll } from './sealed-poll.entity.js';

/**
 * A sealed ballot, every proof of it verified. Nothing is ever taken out; of those of one credential the last counts (charter
 * ONE-BALLOT). No person, no instant: what stands here is what the archive publishes.
 */
@Entity()
@Unique('sealed_ballot_number_once', ['roundId', 'credential', 'number'])
@Check('sealed_ballot_numbered_from_one', `number >= 1`)
export class SealedBallot {
  @ForeignKey(() => SealedPoll, { name: 'sealed_ballot_in' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sealed_ballot_key' })
  roundId: string;

  /** Its fingerprint: a ballot enters once. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sealed_ballot_key' })
  tracker: string;

  /** Fingerprint of the public credential that signs it. */
  @WordsColumn()
  credential: string;

  /** 1, 2…: those of the credential. */
  @Column('integer')
  number: number;

  @WordsColumn()
  ballot: string;
}
