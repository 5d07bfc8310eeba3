import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Person } from './person.entity.js';

/** A sign-in that lasts: a cookie in a browser, a bearer token in a program. Only the token's hash is kept. */
@Entity()
@Unique('session_token_once', ['tokenHash'])
@Index('session_of_person', ['personId'])
export class Session {
  @IdColumn('session_key')
  id: string;

  /** SHA-256 of the token, in hex: the token is 256 random bits, so no slower hash is needed. */
  @WordsColumn()
  tokenHash: string;

  @ForeignKey(() => Person, { name: 'session_person' })
  @Column('uuid')
  personId: string;

  @InstantColumn()
  createdAt: Date;

  @InstantColumn()
  expiresAt: Date;

  @InstantColumn({ nullable: true })
  revokedAt: Date | null;
}
