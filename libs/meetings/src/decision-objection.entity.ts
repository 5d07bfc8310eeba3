import { WordsColumn } from '@hemicycle/database';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Decision } from './decision.entity.js';

/** An objection to a consensus, recorded because somebody asked (charter DECISION). */
@Entity()
@Check('decision_objection_numbered_from_one', `number >= 1`)
export class DecisionObjection {
  @ForeignKey(() => Decision, { name: 'decision_objection_to' })
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decision_objection_key' })
  decisionId: string;

  /** 1, 2, 3…: in the order in which they were recorded. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'decision_objection_key' })
  number: number;

  /** Null: she did not ask for her name. */
  @ForeignKey(() => Member, { name: 'decision_objection_by' })
  @Column('uuid', { nullable: true })
  memberId: string | null;

  /** In the objector's own words, in her language. */
  @WordsColumn()
  words: string;
}
