import { Person } from '@hemicycle/accounts';
import type { ElectionFailure, ElectionMethod, ElectionState } from '@hemicycle/charter';
import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import { Meeting } from '@hemicycle/meetings';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** The election of one or several seats of an office and a college at a plenary. Its rounds are rows of `ElectionRound`; its life is that of the charter. */
@Entity()
@Index('election_of_meeting', ['meetingId'])
// Two elections to the same seats would give them too many winners (charter C3-COCHAIRS, C3-COMMITTEE).
@Index('election_one_under_way_a_seat', ['office', 'college'], {
  unique: true,
  where: `state IN ('DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED')`,
})
@Check('election_office', `office IN ('CO_CHAIR', 'COMMITTEE_MEMBER')`)
@Check('election_college', `college IN ('GOVERNMENT', 'CIVIL_SOCIETY')`)
@Check(
  'election_state',
  `state IN ('DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED', 'COUNTED', 'PROCLAIMED', 'FAILED', 'ANNULLED', 'CANCELLED')`,
)
@Check('election_method', `method IN ('MAJORITY_TWO_ROUNDS', 'BLOCK_VOTE')`)
@Check(
  'election_edition_with_nominations',
  `num_nonnulls(edition_number, method, seats, nominations_opened_at) IN (0, 4)`,
)
@Check('election_seats', `seats >= 1 AND (office <> 'CO_CHAIR' OR seats = 1)`)
@Check(
  'election_nominations_opened',
  `CASE state WHEN 'DRAFT' THEN nominations_opened_at IS NULL WHEN 'CANCELLED' THEN true ELSE nominations_opened_at IS NOT NULL END`,
)
@Check(
  'election_concluded',
  `(state IN ('PROCLAIMED', 'FAILED', 'ANNULLED', 'CANCELLED')) = (concluded_at IS NOT NULL) AND (concluded_at IS NULL) = (concluded_by_id IS NULL)`,
)
@Check('election_cancelled_with_reason', `(state = 'CANCELLED') = (cancel_reason IS NOT NULL)`)
@Check('election_failure_said', `(state = 'FAILED') = (failure IS NOT NULL)`)
@Check(
  'election_failure',
  `failure IN ('NO_CANDIDATE', 'NO_VALID_VOTE', 'WINNER_LOST', 'NOT_SETTLED_IN_TIME')`,
)
export class Election {
  @IdColumn('election_key')
  id: string;

  @ForeignKey(() => Meeting, { name: 'election_at' })
  @Column('uuid')
  meetingId: string;

  @WordsColumn()
  office: Office;

  @WordsColumn()
  college: College;

  @WordsColumn()
  state: ElectionState;

  @ForeignKey(() => Person, { name: 'election_called_by' })
  @Column('uuid')
  calledById: string;

  @InstantColumn()
  calledAt: Date;

  /** The edition in force when the nominations opened judges the election to its end (charter RULES-EDITION). */
  @Column('integer', { nullable: true })
  editionNumber: number | null;

  /** Fixed when the nominations open (charter METHOD). */
  @WordsColumn({ nullable: true })
  method: ElectionMethod | null;

  /** How many seats it fills, fixed when the nominations open (charter C3-COMMITTEE). */
  @Column('integer', { nullable: true })
  seats: number | null;

  @InstantColumn({ nullable: true })
  nominationsOpenedAt: Date | null;

  /** When an elector asked that it be secret; null: nobody did, and votes are recorded by name (charter SECRECY). */
  @InstantColumn({ nullable: true })
  secrecyAskedAt: Date | null;

  /** When it was proclaimed, failed or was cancelled. */
  @InstantColumn({ nullable: true })
  concludedAt: Date | null;

  @ForeignKey(() => Person, { name: 'election_concluded_by' })
  @Column('uuid', { nullable: true })
  concludedById: string | null;

  @WordsColumn({ nullable: true })
  cancelReason: string | null;

  @WordsColumn({ nullable: true })
  failure: ElectionFailure | null;
}
