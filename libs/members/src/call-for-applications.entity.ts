import { Person } from '@hemicycle/accounts';
import type { CallState } from '@hemicycle/charter';
import { DayColumn, IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** A call by which civil society comes in (charter OPEN-CALL). */
@Entity()
@Check('call_for_applications_state', `state IN ('DRAFT', 'OPEN', 'CLOSED', 'DECIDED')`)
@Check('call_for_applications_days_in_order', `closes_on >= opens_on`)
@Check(
  'call_for_applications_opened',
  `(state = 'DRAFT') = (opened_at IS NULL) AND (opened_at IS NULL) = (closes_at IS NULL)`,
)
@Check('call_for_applications_closed', `(closed_at IS NULL) = (closed_on IS NULL)`)
@Check('call_for_applications_decided', `(state = 'DECIDED') = (decided_at IS NOT NULL)`)
export class CallForApplications {
  @IdColumn('call_for_applications_key')
  id: string;

  @WordsColumn()
  titleFr: string;

  @WordsColumn()
  titleEn: string;

  @WordsColumn()
  criteriaFr: string;

  @WordsColumn()
  criteriaEn: string;

  /** The day set for the opening, then that of the opening. */
  @DayColumn()
  opensOn: Day;

  /** The last day as published. */
  @DayColumn()
  closesOn: Day;

  /** As somebody recorded it: an open call closes by itself, see `callStateAt`. */
  @WordsColumn()
  state: CallState;

  @ForeignKey(() => Person, { name: 'call_for_applications_drafted_by' })
  @Column('uuid')
  draftedById: string;

  @InstantColumn()
  draftedAt: Date;

  @InstantColumn({ nullable: true })
  openedAt: Date | null;

  /** The first instant after the closing day; null: a draft. */
  @InstantColumn({ nullable: true })
  closesAt: Date | null;

  /** When the secretariat closed it ahead of time; null: it did not. */
  @InstantColumn({ nullable: true })
  closedAt: Date | null;

  @DayColumn({ nullable: true })
  closedOn: Day | null;

  @InstantColumn({ nullable: true })
  decidedAt: Date | null;
}
