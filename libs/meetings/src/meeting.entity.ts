import { Person } from '@hemicycle/accounts';
import type { MEETING, StateOf } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { WorkingGroup } from '@hemicycle/groups';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** Whose meeting it is. */
export const BODIES = ['PLENARY', 'MANAGEMENT_COMMITTEE', 'WORKING_GROUP'] as const;
export type Body = (typeof BODIES)[number];
export type MeetingState = StateOf<typeof MEETING>;

/** A session of a body of the forum. */
@Entity()
@Index('meeting_number_once', ['body', 'number'], { unique: true, where: 'group_id IS NULL' })
@Index('meeting_number_once_a_group', ['groupId', 'number'], { unique: true, where: 'group_id IS NOT NULL' })
@Index('meeting_of_group_by_start', ['groupId', 'startsAt', 'id'], { where: 'group_id IS NOT NULL' })
@Index('meeting_by_start', ['startsAt', 'id'])
@Check('meeting_body', `body IN ('PLENARY', 'MANAGEMENT_COMMITTEE', 'WORKING_GROUP')`)
@Check('meeting_of_a_group', `(body = 'WORKING_GROUP') = (group_id IS NOT NULL)`)
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

  /** The working group whose meeting it is; null: another body's. */
  @ForeignKey(() => WorkingGroup, { name: 'meeting_of_working_group' })
  @Column('uuid', { nullable: true })
  groupId: string | null;

  /** In the order in which the meetings of the body, or of the group, were planned, from 1. */
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
