import type { Gender } from '@hemicycle/charter';
import { WordsColumn } from '@hemicycle/database';
import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Mandate } from './mandate.entity.js';

/**
 * What the holder of a seat declared of herself (charter PARITY). Unlike what the forum decides, it is hers: it is replaced or
 * taken back without a trace of what it was, bears no day, and is deleted once the seat is left.
 */
@Entity()
@Check('parity_declaration_gender', `gender IN ('WOMAN', 'MAN', 'NEITHER')`)
export class ParityDeclaration {
  @ForeignKey(() => Mandate, { name: 'parity_declaration_for' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'parity_declaration_key' })
  mandateId: string;

  @WordsColumn()
  gender: Gender;
}
