import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Candidacy } from './candidacy.entity.js';
import { ElectionRound } from './election-round.entity.js';

/** Who is on the ballot of a round, fixed when it opens: a candidate lost afterwards stays on it (charter ELIGIBILITY). */
@Entity()
@Unique('round_candidate_one_a_position', ['roundId', 'position'])
@Check('round_candidate_positions_from_one', `position >= 1`)
export class RoundCandidate {
  @ForeignKey(() => ElectionRound, { name: 'round_candidate_in' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_candidate_key' })
  roundId: string;

  @ForeignKey(() => Candidacy, { name: 'round_candidate_stands' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_candidate_key' })
  candidacyId: string;

  /** The order of the ballot: that of the declarations. */
  @Column('integer')
  position: number;
}
