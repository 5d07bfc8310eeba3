import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PaperVersion } from './paper-version.entity.js';

/** The bytes of one version of a paper, apart from the row that lists it. */
@Entity()
@ForeignKey(() => PaperVersion, ['paperId', 'number'], ['paperId', 'number'], { name: 'paper_file_of' })
@Check('paper_file_size', `octet_length(content) BETWEEN 1 AND 10485760`)
export class PaperFile {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paper_file_key' })
  paperId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'paper_file_key' })
  number: number;

  @Column('bytea')
  content: Buffer;
}
