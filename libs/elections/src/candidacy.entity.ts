import { IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Election } from './election.entity.js';

/** A member who stands in an election, with the statement that is published (charter ELIGIBILITY). */
@Entity()
@Check('candidacy_ends_once', `num_nonnulls(withdrawn_at, lapsed_at) <= 1`)
@Index('candidacy_one_standing_a_member', ['electionId', 'memberId'], {
  unique: true,
  where: 'withdrawn_at IS NULL AND lapsed_at IS NULL',
})
export class Candidacy {
  @IdColumn('candidacy_key')
  id: string;

  @ForeignKey(() => Election, { name: 'candidacy_in' })
  @Column('uuid')
  electionId: string;

  @ForeignKey(() => Member, { name: 'candidacy_of' })
  @Column('uuid')
  memberId: string;

  /** In the words and the language of the candidate. */
  @WordsColumn()
  statement: string;

  @InstantColumn()
  declaredAt: Date;

  @InstantColumn({ nullable: true })
  withdrawnAt: Date | null;

  /** When she was proclaimed to another seat: nobody holds two (charter C3-COMMITTEE). */
  @InstantColumn({ nullable: true })
  lapsedAt: Date | null;
}
