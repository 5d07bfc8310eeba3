import { Person } from '@hemicycle/accounts';
import type { VoteChoice } from '@hemicycle/charter';
import { InstantColumn, WordsColumn } from '@hemicycle/database';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DecisionSeat } from './decision-seat.entity.js';

/** What a seat answered, by name. Rows are only ever added: the last one before the closing counts. */
@Entity()
@ForeignKey(() => DecisionSeat, ['decisionId', 'memberId'], ['decisionId', 'memberId'], {
  name: 'decision_vote_of',
})
@Check('decision_vote_numbered_from_one', `number >= 1`)
@Check('decision_vote_choice', `choice IN ('FOR', 'AGAINST', 'ABSTAIN')`)
export class DecisionVote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_vote_key' })
  decisionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_vote_key' })
  memberId: string;

  /** 1, 2, 3…: the answers of this seat. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'decision_vote_key' })
  number: number;

  @WordsColumn()
  choice: VoteChoice;

  @ForeignKey(() => Person, { name: 'decision_vote_cast_by' })
  @Column('uuid')
  castById: string;

  @InstantColumn()
  castAt: Date;
}
