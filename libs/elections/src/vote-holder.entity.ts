import { Person } from '@hemicycle/accounts';
import { Member } from '@hemicycle/members';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ElectionRound } from './election-round.entity.js';

/**
 * Who holds the vote of a seat in a round, fixed when it opens: the alternate recorded by then as sitting in for
 * this meeting, otherwise the member (charter ALTERNATE).
 */
@Entity()
@Unique('vote_holder_one_vote_a_person', ['roundId', 'personId'])
export class VoteHolder {
  @ForeignKey(() => ElectionRound, { name: 'vote_holder_in' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_holder_key' })
  roundId: string;

  @ForeignKey(() => Member, { name: 'vote_holder_seat' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'vote_holder_key' })
  memberId: string;

  @ForeignKey(() => Person, { name: 'vote_holder_person' })
  @Column('uuid')
  personId: string;
}
