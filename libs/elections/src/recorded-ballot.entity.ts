import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VoteHolder } from './vote-holder.entity.js';

/**
 * A vote by name; the candidates chosen are rows of `RecordedChoice`, none for a blank vote. Rows are only ever added: of those of one seat in one round, the last counts (charter ONE-BALLOT).
 * Secret ballots are never kept here: identity and choice stand side by side.
 */
@Entity()
@ForeignKey(() => VoteHolder, ['roundId', 'memberId'], ['roundId', 'memberId'], {
  name: 'recorded_ballot_of',
})
@Check('recorded_ballot_numbered_from_one', `number >= 1`)
export class RecordedBallot {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recorded_ballot_key' })
  roundId: string;

  /** The seat that votes. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recorded_ballot_key' })
  memberId: string;

  /** 1, 2, 3…: the ballots that this seat cast in this round. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'recorded_ballot_key' })
  number: number;

  /** The member, or the alternate who holds the seat's vote. */
  @ForeignKey(() => Person, { name: 'recorded_ballot_cast_by' })
  @Column('uuid')
  castById: string;

  @InstantColumn()
  castAt: Date;
}
