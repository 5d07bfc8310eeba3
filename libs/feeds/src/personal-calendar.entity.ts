import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** The secret address at which a person’s own calendar is read. Only the hash of its token is kept. */
@Entity()
@Unique('personal_calendar_token_once', ['tokenHash'])
@Index('personal_calendar_one_a_person', ['personId'], { unique: true, where: 'revoked_at IS NULL' })
@Check('personal_calendar_hours_in_order', `revoked_at >= made_at`)
export class PersonalCalendar {
  @IdColumn('personal_calendar_key')
  id: string;

  /** SHA-256 of the token, in hex: the token is 256 random bits, so no slower hash is needed. */
  @WordsColumn()
  tokenHash: string;

  @ForeignKey(() => Person, { name: 'personal_calendar_of' })
  @Column('uuid')
  personId: string;

  @InstantColumn()
  madeAt: Date;

  /** When it was taken back or replaced; null: it is read. */
  @InstantColumn({ nullable: true })
  revokedAt: Date | null;
}
