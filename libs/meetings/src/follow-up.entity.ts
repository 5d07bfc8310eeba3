import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn, InstantColumn, WordsColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { Member, Organisation } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { Decision } from './decision.entity.js';

/** What somebody has to do after a decision, and by when. Never edited: another day, or its withdrawal, is a row of its own. */
@Entity()
@Index('follow_up_of_decision', ['decisionId'])
@Index('follow_up_by_day', ['dueOn', 'id'])
@Check('follow_up_one_responsible', `num_nonnulls(member_id, organisation_id, role_fr) = 1`)
@Check('follow_up_role_in_french', `role_en IS NULL OR role_fr IS NOT NULL`)
export class FollowUp {
  @IdColumn('follow_up_key')
  id: string;

  @ForeignKey(() => Decision, { name: 'follow_up_to' })
  @Column('uuid')
  decisionId: string;

  @WordsColumn()
  taskFr: string;

  /** Null: nobody wrote it in English. */
  @WordsColumn({ nullable: true })
  taskEn: string | null;

  @ForeignKey(() => Member, { name: 'follow_up_member' })
  @Column('uuid', { nullable: true })
  memberId: string | null;

  @ForeignKey(() => Organisation, { name: 'follow_up_organisation' })
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  /** A role in words, such as « le secrétariat ». */
  @WordsColumn({ nullable: true })
  roleFr: string | null;

  @WordsColumn({ nullable: true })
  roleEn: string | null;

  @DayColumn()
  dueOn: Day;

  @ForeignKey(() => Person, { name: 'follow_up_recorded_by' })
  @Column('uuid')
  recordedById: string;

  @InstantColumn()
  recordedAt: Date;
}
