import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RoundCandidate } from './round-candidate.entity.js';
import { VoteHolder } from './vote-holder.entity.js';

/**
 * A vote by name. Rows are only ever added: of those of one seat in one round, the last counts (charter ONE-BALLOT).
 * Secret ballots are never kept here: identity and choice stand side by side.
 */
@Entity()
@ForeignKey(() => VoteHolder, ['roundId', 'memberId'], ['roundId', 'memberId'], {
  name: 'recorded_ballot_of',
})
@ForeignKey(() => RoundCandidate, ['roundId', 'candidacyId'], ['roundId', 'candidacyId'], {
  name: 'recorded_ballot_for',
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

  /** Null: a blank vote. */
  @Column('uuid', { nullable: true })
  candidacyId: string | null;

  @InstantColumn()
  castAt: Date;
}
