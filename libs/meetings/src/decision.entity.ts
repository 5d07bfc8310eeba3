import { Person } from '@hemicycle/accounts';
import type { DecisionState, RulesOfProcedure } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { AgendaItem } from './agenda-item.entity.js';

/** An item of a published agenda, put to a recorded vote by the president and carried out by the secretariat. */
@Entity()
@ForeignKey(() => AgendaItem, ['meetingId', 'agendaVersion', 'itemId'], ['meetingId', 'version', 'itemId'], {
  name: 'decision_on',
})
@Unique('decision_once_an_item', ['meetingId', 'itemId'])
@Check('decision_state', `state IN ('ORDERED', 'VOTING', 'ADOPTED', 'REJECTED', 'CARRIED_OVER')`)
@Check('decision_majority', `majority IN ('DOUBLE', 'SIMPLE')`)
@Check(
  'decision_opened',
  `num_nonnulls(opened_at, opened_by_id, majority) = CASE WHEN state IN ('VOTING', 'ADOPTED', 'REJECTED') THEN 3 ELSE 0 END`,
)
@Check(
  'decision_closed',
  `num_nonnulls(closed_at, closed_by_id) = CASE WHEN state IN ('ADOPTED', 'REJECTED') THEN 2 ELSE 0 END`,
)
@Check('decision_hours_in_order', `opened_at >= ordered_at AND closed_at >= opened_at`)
export class Decision {
  @IdColumn('decision_key')
  id: string;

  @Column('uuid')
  meetingId: string;

  /** The version that stood published when it was put to the vote. */
  @Column('integer')
  agendaVersion: number;

  @Column('uuid')
  itemId: string;

  @WordsColumn()
  state: DecisionState;

  /** By the rules of procedure of the day of the vote; null: not opened. */
  @WordsColumn({ nullable: true })
  majority: RulesOfProcedure['decisionMajority'] | null;

  /** The president of the session. */
  @ForeignKey(() => Person, { name: 'decision_ordered_by' })
  @Column('uuid')
  orderedById: string;

  @InstantColumn()
  orderedAt: Date;

  @ForeignKey(() => Person, { name: 'decision_opened_by' })
  @Column('uuid', { nullable: true })
  openedById: string | null;

  @InstantColumn({ nullable: true })
  openedAt: Date | null;

  @ForeignKey(() => Person, { name: 'decision_closed_by' })
  @Column('uuid', { nullable: true })
  closedById: string | null;

  @InstantColumn({ nullable: true })
  closedAt: Date | null;
}
