import { DayColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What this installation is: one row, made with the table. */
@Entity()
@Check('forum_is_one', 'one')
export class Forum {
  /** Always true: the key that leaves no place for a second row. */
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'forum_key' })
  one: boolean;

  /** Whether what it shows is invented. */
  @Column('boolean')
  demonstration: boolean;

  /** The day on which the first plenary was held, the founding group's last (RULES-ADOPTION); null: still at work. */
  @DayColumn({ nullable: true })
  foundingGroupEndedOn: Day | null;
}
