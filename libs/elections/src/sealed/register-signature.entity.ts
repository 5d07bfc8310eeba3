import { WordsColumn } from '@hemicycle/database';
import { Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { VoteHolder } from '../vote-holder.entity.js';

/** That a seat voted in a round by sealed ballots (charter CNIL-1-02), written with its first ballot; no instant. */
@Entity()
@ForeignKey(() => VoteHolder, ['roundId', 'memberId'], ['roundId', 'memberId'], {
  name: 'register_signature_of',
})
@Unique('register_signature_one_seat_a_mark', ['roundId', 'mark'])
export class RegisterSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_signature_key' })
  roundId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_signature_key' })
  memberId: string;

  /**
   * Keyed hash of the credential that the seat votes with: it holds the seat to one credential while the poll is open. Its
   * key is destroyed at the closing.
   */
  @WordsColumn()
  mark: string;
}
