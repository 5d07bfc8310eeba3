import { Person } from '@hemicycle/accounts';
import type { MEETING, StateOf } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** Whose meeting it is. */
export const BODIES = ['PLENARY'] as const;
export type Body = (typeof BODIES)[number];
export type MeetingState = StateOf<typeof MEETING>;

/** A session of a body of the forum. */
@Entity()
@Unique('meeting_number_once', ['body', 'number'])
@Index('meeting_by_start', ['startsAt', 'id'])
@Check('meeting_body', `body IN ('PLENARY')`)
@Check('meeting_numbered_from_one', `number >= 1`)
@Check(
  'meeting_state',
  `state IN ('PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION', 'HELD', 'CANCELLED')`,
)
@Check('meeting_somewhere', `place IS NOT NULL OR online_link IS NOT NULL`)
@Check(
  'meeting_cancelled_with_reason',
  `num_nonnulls(cancelled_at, cancel_reason) = CASE state WHEN 'CANCELLED' THEN 2 ELSE 0 END`,
)
@Check('meeting_opened', `(state IN ('IN_SESSION', 'HELD')) = (opened_at IS NOT NULL)`)
@Check('meeting_closed', `(state = 'HELD') = (closed_at IS NOT NULL)`)
@Check('meeting_hours_in_order', `closed_at >= opened_at`)
export class Meeting {
  @IdColumn('meeting_key')
  id: string;

  @WordsColumn()
  body: Body;

  /** In the order in which the body's meetings were planned, from 1. */
  @Column('integer')
  number: number;

  /** When it is planned or convened to begin. */
  @InstantColumn()
  startsAt: Date;

  @WordsColumn({ nullable: true })
  place: string | null;

  /** Where one takes part at a distance: for those who take part, never shown to the public. */
  @WordsColumn({ nullable: true })
  onlineLink: string | null;

  @WordsColumn()
  state: MeetingState;

  @ForeignKey(() => Person, { name: 'meeting_planned_by' })
  @Column('uuid')
  plannedById: string;

  @InstantColumn()
  plannedAt: Date;

  @InstantColumn({ nullable: true })
  cancelledAt: Date | null;

  @WordsColumn({ nullable: true })
  cancelReason: string | null;

  @InstantColumn({ nullable: true })
  openedAt: Date | null;

  @InstantColumn({ nullable: true })
  closedAt: Date | null;
}
