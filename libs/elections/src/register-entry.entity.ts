import { Member } from '@hemicycle/members';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Election } from './election.entity.js';

/** A seat that votes in an election, written when its first round opens and never changed (charter REGISTER). */
@Entity()
export class RegisterEntry {
  @ForeignKey(() => Election, { name: 'register_entry_of' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_entry_key' })
  electionId: string;

  @ForeignKey(() => Member, { name: 'register_entry_member' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'register_entry_key' })
  memberId: string;
}
