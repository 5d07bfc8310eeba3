import { Person } from '@hemicycle/accounts';
import { MINUTES_SIGNATORIES, type MinutesSignatory } from '@hemicycle/charter';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MinutesEdition } from './minutes-edition.entity.js';

/**
 * That somebody signed an edition of published minutes, by its hash: it stands apart from the text, whose hash stays. Never
 * edited. The key to the edition and its hash keeps a text from changing under a signature.
 */
@Entity()
@ForeignKey(() => MinutesEdition, ['minutesId', 'edition', 'sha256'], ['minutesId', 'number', 'sha256'], {
  name: 'minutes_signature_of',
})
@Check(
  'minutes_signature_capacity',
  `capacity IN (${MINUTES_SIGNATORIES.map((one) => `'${one}'`).join(', ')})`,
)
export class MinutesSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'minutes_signature_key' })
  minutesId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'minutes_signature_key' })
  edition: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'minutes_signature_key' })
  capacity: MinutesSignatory;

  /** That of the edition. */
  @WordsColumn()
  sha256: string;

  @ForeignKey(() => Person, { name: 'minutes_signature_by' })
  @Column('uuid')
  signedById: string;

  @InstantColumn()
  signedAt: Date;
}
