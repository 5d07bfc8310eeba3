import { Person } from '@hemicycle/accounts';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { RoundKind } from '@hemicycle/tally';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { Election } from './election.entity.js';

/** One poll of an election: ordered by the item's president, carried out by the secretariat (charter POLL). */
@Entity()
@Unique('election_round_number_once', ['electionId', 'number'])
@Check('election_round_numbered_from_one', `number >= 1`)
@Check('election_round_kind', `kind IN ('FIRST', 'SECOND', 'BLOCK_VOTE', 'RUN_OFF')`)
@Check('election_round_seats', `seats >= 1 AND (kind IN ('BLOCK_VOTE', 'RUN_OFF') OR seats = 1)`)
@Check('election_round_opening_by_somebody', `(opened_at IS NULL) = (opened_by_id IS NULL)`)
@Check('election_round_closing_by_somebody', `(closed_at IS NULL) = (closed_by_id IS NULL)`)
@Check(
  'election_round_steps_in_order',
  `opened_at >= ordered_at AND closed_at >= opened_at AND closes_at > opened_at`,
)
@Check('election_round_closed_after_opening', `closed_at IS NULL OR opened_at IS NOT NULL`)
export class ElectionRound {
  @IdColumn('election_round_key')
  id: string;

  @ForeignKey(() => Election, { name: 'election_round_of' })
  @Column('uuid')
  electionId: string;

  /** 1, 2… */
  @Column('integer')
  number: number;

  @WordsColumn()
  kind: RoundKind;

  /** How many it may elect: all of them, or those that a tie left to a run-off. */
  @Column('integer')
  seats: number;

  /** The item's president. */
  @ForeignKey(() => Person, { name: 'election_round_ordered_by' })
  @Column('uuid')
  orderedById: string;

  @InstantColumn()
  orderedAt: Date;

  @ForeignKey(() => Person, { name: 'election_round_opened_by' })
  @Column('uuid', { nullable: true })
  openedById: string | null;

  @InstantColumn({ nullable: true })
  openedAt: Date | null;

  /** The closing instant announced at the opening, after which no ballot is taken; null: it closes in session. */
  @InstantColumn({ nullable: true })
  closesAt: Date | null;

  @ForeignKey(() => Person, { name: 'election_round_closed_by' })
  @Column('uuid', { nullable: true })
  closedById: string | null;

  @InstantColumn({ nullable: true })
  closedAt: Date | null;
}
