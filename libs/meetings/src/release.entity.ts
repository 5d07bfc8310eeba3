import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Meeting } from './meeting.entity.js';

/**
 * That somebody who was convened to a meeting takes part in it no more: her seat, her place in the body or that of the member whose
 * alternate she was ends before its day. Nobody is told of it twice; who comes back is convened again.
 */
@Entity()
@Index('release_of_person', ['personId'])
@Index('release_one_that_stands', ['meetingId', 'personId'], {
  unique: true,
  where: 'convened_again_at IS NULL',
})
@Check('release_number', `number >= 1`)
@Check('release_hours_in_order', `convened_again_at >= released_at`)
export class Release {
  @ForeignKey(() => Meeting, { name: 'release_from' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_key' })
  meetingId: string;

  @ForeignKey(() => Person, { name: 'release_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'release_key' })
  personId: string;

  /** From 1, for each person and meeting. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'release_key' })
  number: number;

  @InstantColumn()
  releasedAt: Date;

  /** Null: she takes no part in it. */
  @InstantColumn({ nullable: true })
  convenedAgainAt: Date | null;
}
