import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Person } from './person.entity.js';

/** A link that opens one session, once, for a short time. Only its token's hash is kept. */
@Entity()
@Unique('sign_in_link_token_once', ['tokenHash'])
export class SignInLink {
  @IdColumn('sign_in_link_key')
  id: string;

  /** See `Session.tokenHash`. */
  @WordsColumn()
  tokenHash: string;

  @ForeignKey(() => Person, { name: 'sign_in_link_person' })
  @Column('uuid')
  personId: string;

  @InstantColumn()
  createdAt: Date;

  @InstantColumn()
  expiresAt: Date;

  @InstantColumn({ nullable: true })
  usedAt: Date | null;
}
