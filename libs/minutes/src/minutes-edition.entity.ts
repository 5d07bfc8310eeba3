import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MinutesVersion } from './minutes-version.entity.js';

/**
 * The minutes as a file, byte for byte: what is published. The first edition stands from the circulation on, with the
 * comments annexed as they come, so that the end of a delay publishes it without anybody’s act; a correction adds one.
 */
@Entity()
@ForeignKey(() => MinutesVersion, ['minutesId', 'version'], ['minutesId', 'number'], {
  name: 'minutes_edition_of',
})
@Unique('minutes_edition_by_its_hash', ['minutesId', 'number', 'sha256'])
@Check('minutes_editions_from_one', `number >= 1`)
@Check('minutes_edition_corrected_with_reason', `(number > 1) = (reason IS NOT NULL)`)
@Check('minutes_edition_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class MinutesEdition {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'minutes_edition_key' })
  minutesId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'minutes_edition_key' })
  number: number;

  /** The version that it says. */
  @Column('integer')
  version: number;

  @WordsColumn()
  markdown: string;

  /** SHA-256 of the Markdown in UTF-8, in lowercase hexadecimal. */
  @WordsColumn()
  sha256: string;

  /** Why it corrects the one before; null: the first. */
  @WordsColumn({ nullable: true })
  reason: string | null;

  /** The last change of the first edition before it is published; the publication of a correction. */
  @InstantColumn()
  madeAt: Date;
}
