import { InstantColumn, WordsColumn } from '@hemicycle/database';
import type { TrusteeStep } from '@hemicycle/charter';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Trustee } from './trustee.entity.js';

/** What a trustee gave to the making of the key: public, or sealed for another trustee; nothing that a server could open. */
@Entity()
@ForeignKey(() => Trustee, ['ceremonyId', 'number'], ['ceremonyId', 'number'], { name: 'trustee_part_by' })
@Check('trustee_part_step', `step IN ('CERTIFICATE', 'SHARES', 'KEY')`)
export class TrusteePart {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'trustee_part_key' })
  ceremonyId: string;

  /** The trustee's. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'trustee_part_key' })
  number: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'trustee_part_key' })
  step: TrusteeStep;

  /** JSON, byte for byte as it came. */
  @WordsColumn()
  part: string;

  @InstantColumn()
  givenAt: Date;
}
