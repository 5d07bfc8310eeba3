import { InstantColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A day of the forum whose tasks were asked for: once, whichever process was first. */
@Entity()
export class BegunDay {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'begun_day_key' })
  day: Day;

  @InstantColumn()
  begunAt: Date;
}
