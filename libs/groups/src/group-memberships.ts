import type { GroupMembershipFacts } from '@hemicycle/charter';
import type { Act } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GroupsRepository } from './groups.repository.js';
import type { WorkingGroup } from './working-group.entity.js';

/** What whoever acts is in a group. */
@Injectable()
export class GroupMemberships {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
    private readonly members: MembersRepository,
  ) {}

  /** The seat in the forum that whoever acts holds; null: none. */
  async seatOf(reader: EntityManager, { actor, on }: Act): Promise<MemberOnDay | null> {
    return actor.personId === null ? null : this.members.memberOfPerson(reader, actor.personId, on);
  }

  /** As of the day of the act. Whoever left that day is out of it. */
  async facts(reader: EntityManager, act: Act, { id, state }: WorkingGroup): Promise<GroupMembershipFacts> {
    const seat = await this.seatOf(reader, act);
    const rows = await this.groups.members(reader, [id]);
    const inOffice = await this.facilitators.inOffice(reader, id, act.on);
    return {
      state,
      inTheGroup: rows.some(
        ({ memberId, untilOn }) => memberId === seat?.id && (untilOn === null || act.on < untilOn),
      ),
      facilitates: inOffice.some(({ memberId }) => memberId === seat?.id),
    };
  }
}
