import { Person } from '@hemicycle/accounts';
import { InstantColumn } from '@hemicycle/database';
import type { RoundCount } from '@hemicycle/tally';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ElectionRound } from './election-round.entity.js';

/** What a count found. Candidates are named by the ids of their candidacies; the words are made when it is read. */
export type CountResult = Omit<RoundCount, 'explanation'>;

/** The count of a round: there is one, after closing (charter CNIL-1-09). */
@Entity()
export class ElectionCount {
  @ForeignKey(() => ElectionRound, { name: 'election_count_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'election_count_key' })
  roundId: string;

  @ForeignKey(() => Person, { name: 'election_count_by' })
  @Column('uuid')
  countedById: string;

  @InstantColumn()
  countedAt: Date;

  @Column('jsonb')
  result: CountResult;
}
