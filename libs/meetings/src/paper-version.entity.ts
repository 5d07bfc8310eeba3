import { Person } from '@hemicycle/accounts';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PaperFormat } from './paper-format.js';
import { Paper } from './paper.entity.js';

/** One version of a paper: what is known of its file, whose bytes are kept apart. A change is a new version. */
@Entity()
@Check('paper_versions_from_one', `number >= 1`)
@Check(
  'paper_version_format',
  `format IN ('PDF', 'ODT', 'DOCX', 'ODS', 'XLSX', 'CSV', 'PNG', 'JPEG', 'MARKDOWN', 'TEXT')`,
)
@Check('paper_version_size', `size BETWEEN 1 AND 10485760`)
@Check('paper_version_fingerprint', `fingerprint ~ '^[0-9a-f]{64}$'`)
export class PaperVersion {
  @ForeignKey(() => Paper, { name: 'paper_version_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paper_version_key' })
  paperId: string;

  /** 1, 2, 3… without a gap. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'paper_version_key' })
  number: number;

  /** As whoever attached it named the file. */
  @WordsColumn()
  fileName: string;

  @WordsColumn()
  format: PaperFormat;

  /** In bytes. */
  @Column('integer')
  size: number;

  /** SHA-256 of the file, in hexadecimal. */
  @WordsColumn()
  fingerprint: string;

  @ForeignKey(() => Person, { name: 'paper_version_by' })
  @Column('uuid')
  addedById: string;

  @InstantColumn()
  addedAt: Date;
}
