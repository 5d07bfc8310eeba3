import { Person } from '@hemicycle/accounts';
import type { DecisionState, RulesOfProcedure } from '@hemicycle/charter';
import { DayColumn, IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { AgendaItem } from './agenda-item.entity.js';

/** How an item is decided: consensus first, else a recorded vote (charter DECISION). */
export const DECISION_WAYS = ['CONSENSUS', 'VOTE'] as const;
export type DecisionWay = (typeof DECISION_WAYS)[number];

/**
 * An item of a published agenda, decided by consensus or put to a recorded vote by the president. What was decided on is
 * fixed then; a decision that was taken, either way, has a number that never changes.
 */
@Entity()
@ForeignKey(() => AgendaItem, ['meetingId', 'agendaVersion', 'itemId'], ['meetingId', 'version', 'itemId'], {
  name: 'decision_on',
})
@Unique('decision_once_an_item', ['meetingId', 'itemId'])
@Unique('decision_number_once', ['year', 'number'])
@Check('decision_state', `state IN ('ORDERED', 'VOTING', 'ADOPTED', 'REJECTED', 'CARRIED_OVER')`)
@Check('decision_way', `way IN ('CONSENSUS', 'VOTE')`)
@Check('decision_consensus_adopts', `way = 'VOTE' OR state = 'ADOPTED'`)
@Check('decision_majority', `majority IN ('DOUBLE', 'SIMPLE')`)
@Check(
  'decision_opened',
  `num_nonnulls(opened_at, opened_by_id, majority, quorum_number) = CASE WHEN way = 'VOTE' AND state IN ('VOTING', 'ADOPTED', 'REJECTED') THEN 4 ELSE 0 END`,
)
@Check(
  'decision_taken',
  `num_nonnulls(closed_at, closed_by_id, taken_on, year, number) = CASE WHEN state IN ('ADOPTED', 'REJECTED') THEN 5 ELSE 0 END`,
)
@Check('decision_numbered_from_one', `number >= 1 AND year = extract(year FROM taken_on)`)
@Check(
  'decision_hours_in_order',
  `opened_at >= ordered_at AND closed_at >= opened_at AND closed_at >= ordered_at`,
)
export class Decision {
  @IdColumn('decision_key')
  id: string;

  @Column('uuid')
  meetingId: string;

  /** The version that stood published when it was taken up. */
  @Column('integer')
  agendaVersion: number;

  @Column('uuid')
  itemId: string;

  @WordsColumn()
  way: DecisionWay;

  @WordsColumn()
  state: DecisionState;

  /** The item's title as that version has it, for the search in words. */
  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  /** The sense of what is decided, fixed when it was put to the vote or the consensus recorded. */
  @WordsColumn()
  wordingFr: string;

  /** Null: nobody wrote it in English. */
  @WordsColumn({ nullable: true })
  wordingEn: string | null;

  /** By the rules of procedure of the day of the vote; null: not opened, or by consensus. */
  @WordsColumn({ nullable: true })
  majority: RulesOfProcedure['decisionMajority'] | null;

  /** Whoever presided over the item, and put it to the vote or recorded the consensus. */
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

  /** Which of the meeting's tests of the quorum was that of this vote; null: not opened, or by consensus. */
  @Column('integer', { nullable: true })
  quorumNumber: number | null;

  @ForeignKey(() => Person, { name: 'decision_closed_by' })
  @Column('uuid', { nullable: true })
  closedById: string | null;

  @InstantColumn({ nullable: true })
  closedAt: Date | null;

  /** The day on which it was adopted or rejected; null: neither. */
  @DayColumn({ nullable: true })
  takenOn: Day | null;

  @Column('integer', { nullable: true })
  year: number | null;

  /** 1, 2, 3…: the decisions of the year, in the order in which they were taken. */
  @Column('integer', { nullable: true })
  number: number | null;
}
