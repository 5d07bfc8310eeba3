import { WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ElectionRound } from '../election-round.entity.js';
import { KeyCeremony } from './key-ceremony.entity.js';

/** What a round by sealed ballots fixes when it opens: its archive's first files. A round without this row is by recorded votes. */
@Entity()
@Unique('sealed_poll_uuid_once', ['uuid'])
@Check('sealed_poll_booth_hash', `booth_hash ~ '^[0-9a-f]{64}$'`)
export class SealedPoll {
  @ForeignKey(() => ElectionRound, { name: 'sealed_poll_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sealed_poll_key' })
  roundId: string;

  /** Whose key seals it. */
  @ForeignKey(() => KeyCeremony, { name: 'sealed_poll_sealed_by' })
  @Column('uuid')
  ceremonyId: string;

  /** As archives name elections. */
  @WordsColumn()
  uuid: string;

  /** Byte for byte: ballots carry its fingerprint. */
  @WordsColumn()
  electionFile: string;

  /** The public credentials, sorted. */
  @WordsColumn()
  credentialsFile: string;

  /** Whether credentials were issued on another machine: the server never knew them. */
  @Column('boolean')
  issuedApart: boolean;

  /**
   * From which credentials are derived where the server issues them, and by which a seat is held to one credential;
   * itself sealed with the installation's secret. Null once the round is closed: then nothing here tells whose a ballot is.
   */
  @WordsColumn({ nullable: true })
  voterKey: string | null;

  /** SHA-256 of the pages that the server gave voters when the poll opened. */
  @WordsColumn()
  boothHash: string;

  /** The program, with its version, by which the archive is to be verified. */
  @WordsColumn()
  verifier: string;
}
