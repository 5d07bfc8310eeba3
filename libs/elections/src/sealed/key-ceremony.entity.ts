import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Meeting } from '@hemicycle/meetings';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';

/**
 * The making of the key that seals the secret polls of a plenary, by its three trustees (charter CNIL-1-08). The last one
 * named counts. The private key exists nowhere: each trustee holds a share, and two of them open a box.
 */
@Entity()
@Unique('key_ceremony_number_once', ['meetingId', 'number'])
@Check('key_ceremony_numbered_from_one', `number >= 1`)
@Check('key_ceremony_complete_with_its_file', `(completed_at IS NULL) = (trustees_file IS NULL)`)
export class KeyCeremony {
  @IdColumn('key_ceremony_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'key_ceremony_of' })
  @Column('uuid')
  meetingId: string;

  /** 1, 2…: those of one meeting. */
  @Column('integer')
  number: number;

  @ForeignKey(() => Person, { name: 'key_ceremony_named_by' })
  @Column('uuid')
  namedById: string;

  @InstantColumn()
  namedAt: Date;

  /** The public half, as the archives of its polls carry it; null: the key is not made yet. */
  @WordsColumn({ nullable: true })
  trusteesFile: string | null;

  @InstantColumn({ nullable: true })
  completedAt: Date | null;
}
