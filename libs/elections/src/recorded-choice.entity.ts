import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecordedBallot } from './recorded-ballot.entity.js';
import { RoundCandidate } from './round-candidate.entity.js';

/** A name on a vote by name. */
@Entity()
@ForeignKey(() => RecordedBallot, ['roundId', 'memberId', 'number'], ['roundId', 'memberId', 'number'], {
  name: 'recorded_choice_on',
})
@ForeignKey(() => RoundCandidate, ['roundId', 'candidacyId'], ['roundId', 'candidacyId'], {
  name: 'recorded_choice_for',
})
export class RecordedChoice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recorded_choice_key' })
  roundId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recorded_choice_key' })
  memberId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'recorded_choice_key' })
  number: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recorded_choice_key' })
  candidacyId: string;
}
