import { Person } from '@hemicycle/accounts';
import { DayColumn, IdColumn } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import { FacilitatorMandate } from '@hemicycle/mandates';
import { Member } from '@hemicycle/members';
import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { WorkingGroup } from './working-group.entity.js';

/** Somebody proposed to the plenary as a facilitator: with the group, or later for a seat of it. Never edited. */
@Entity()
@Index('facilitator_proposal_by_group', ['groupId'])
@Index('facilitator_proposal_once_with_group', ['groupId', 'memberId'], { unique: true, where: 'with_group' })
@Check('facilitator_proposal_with_group_replaces_nobody', `NOT with_group OR replaces_id IS NULL`)
export class FacilitatorProposal {
  @IdColumn('facilitator_proposal_key')
  id: string;

  @ForeignKey(() => WorkingGroup, { name: 'facilitator_proposal_for' })
  @Column('uuid')
  groupId: string;

  @ForeignKey(() => Member, { name: 'facilitator_proposal_member' })
  @Column('uuid')
  memberId: string;

  /** Whether the decision that sets the group up names her. */
  @Column('boolean')
  withGroup: boolean;

  /** The mandate that hers would end; null: a vacant seat. */
  @ForeignKey(() => FacilitatorMandate, { name: 'facilitator_proposal_replaces' })
  @Column('uuid', { nullable: true })
  replacesId: string | null;

  @ForeignKey(() => Person, { name: 'facilitator_proposal_by' })
  @Column('uuid')
  proposedById: string;

  @DayColumn()
  proposedOn: Day;
}
