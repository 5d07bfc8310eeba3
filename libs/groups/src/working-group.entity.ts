import { Person } from '@hemicycle/accounts';
import type { GroupState } from '@hemicycle/charter';
import { DayColumn, IdColumn, WordsColumn } from '@hemicycle/database';
import type { Day, Text } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/**
 * A thematic working group: proposed, then set up and closed by plenary decisions, readable for ever. What was proposed is
 * what is decided: a proposal is never edited (charter WORKING-GROUP-SETUP).
 */
@Entity()
@Index('working_group_by_proposal', ['proposedOn', 'id'])
@Check('working_group_state', `state IN ('PROPOSED', 'SET_UP', 'CLOSED')`)
@Check('working_group_set_up', `(state = 'PROPOSED') = (set_up_on IS NULL)`)
@Check('working_group_closed', `(state = 'CLOSED') = (closed_on IS NOT NULL)`)
@Check('working_group_days_in_order', `set_up_on >= proposed_on AND closed_on >= set_up_on`)
@Check('working_group_commitments', `cardinality(commitments) >= 1 AND 1 <= ALL (commitments)`)
export class WorkingGroup {
  @IdColumn('working_group_key')
  id: string;

  @WordsColumn()
  themeFr: string;

  @WordsColumn()
  themeEn: string;

  /** Commitments of the action plan, by number, in order. */
  @Column('integer', { array: true })
  commitments: number[];

  @WordsColumn()
  state: GroupState;

  @ForeignKey(() => Person, { name: 'working_group_proposed_by' })
  @Column('uuid')
  proposedById: string;

  @DayColumn()
  proposedOn: Day;

  /** The day of the decision that set it up; null: none did. */
  @DayColumn({ nullable: true })
  setUpOn: Day | null;

  /** The day of the decision that closed it; null: none did. */
  @DayColumn({ nullable: true })
  closedOn: Day | null;

  get theme(): Text {
    return { fr: this.themeFr, en: this.themeEn };
  }
}
