import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One act written down for ever. It holds ids and hashes only: a person can be erased without touching the trail.
 * The application may insert and read; a trigger stops everybody else, the tables' owner included.
 */
@Entity()
@Index('audit_row_about', ['subjectId'])
@Unique('audit_row_hash_once', ['hash'])
@Unique('audit_row_one_successor', ['previousHash'])
@Check('audit_row_seq_from_one', 'seq >= 1')
export class AuditRow {
  /** 1, 2, 3… without a gap: a missing number is a removed row. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_row_key' })
  seq: string;

  @InstantColumn()
  at: Date;

  /** The API's operation, or the command line's. */
  @WordsColumn()
  command: string;

  /** The person who acted; null: the public, or the operator at the command line. */
  @Column('uuid', { nullable: true })
  actorId: string | null;

  /** What was made or changed. */
  @Column('uuid', { nullable: true })
  subjectId: string | null;

  /** SHA-256, in hex, of a text that the act fixed (an edition, an agenda…); null when it fixed none. */
  @WordsColumn({ nullable: true })
  fingerprint: string | null;

  /** The hash of the row before; 64 zeros for the first. */
  @WordsColumn()
  previousHash: string;

  /** See `hashOf`. */
  @WordsColumn()
  hash: string;
}
