import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Column, Entity, ForeignKey } from 'typeorm';

/** What the forum lacks and a direct appointment brings in (charter C3-ADMISSION). Stated once, never edited. */
@Entity()
export class Need {
  @IdColumn('need_key')
  id: string;

  @WordsColumn()
  statementFr: string;

  @WordsColumn()
  statementEn: string;

  /** The working group that stated it; null: the founding one. */
  @Column('uuid', { nullable: true })
  groupId: string | null;

  @ForeignKey(() => Person, { name: 'need_stated_by' })
  @Column('uuid')
  statedById: string;

  @DayColumn()
  statedOn: Day;
}
