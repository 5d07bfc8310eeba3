import { DayColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Check, Entity, PrimaryColumn } from 'typeorm';

const OnceColumn = (type: 'text' | 'integer' | 'uuid'): PropertyDecorator =>
  PrimaryColumn(type, { primaryKeyConstraintName: 'reminder_once' });

/** A reminder that was sent: of one thing, so many days ahead, to one person, it is sent once. */
@Entity()
@Check('reminder_kind', `kind IN ('TERM', 'AGENDA', 'MINUTES', 'MEETING', 'FOLLOW_UP')`)
export class Reminder {
  @OnceColumn('text')
  kind: string;

  /** What it was about, as the calendar names it. */
  @OnceColumn('text')
  about: string;

  /** How many days ahead, as the timetable of its kind says; -1: late. */
  @OnceColumn('integer')
  threshold: number;

  @OnceColumn('uuid')
  personId: string;

  @DayColumn()
  sentOn: Day;
}
