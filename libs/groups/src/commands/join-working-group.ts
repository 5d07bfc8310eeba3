import { Ledger } from '@hemicycle/audit';
import { joinWorkingGroup, judge, type Violation } from '@hemicycle/charter';
import { Forbidden, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { ComingsAndGoings } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JoinWorkingGroupInput } from '../graphql/groups.inputs.js';
import { GroupMemberships } from '../group-memberships.js';
import { GroupsRepository } from '../groups.repository.js';
import { GROUP_THING } from '../things.js';
import type { WorkingGroup } from '../working-group.entity.js';

/** Joins a group at work, as a member of the forum of whichever college. */
@Injectable()
export class JoinWorkingGroup {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly memberships: GroupMemberships,
    private readonly comings: ComingsAndGoings,
  ) {}

  async verdict(reader: EntityManager, act: Act, group: WorkingGroup): Promise<Violation[]> {
    return judge(joinWorkingGroup, await this.memberships.facts(reader, act, group));
  }

  execute(act: Act, { groupId }: JoinWorkingGroupInput): Promise<WorkingGroup | RuleRefusal> {
    return this.ledger.record(act, 'joinWorkingGroup', async (tx) => {
      const group = await this.groups.lock(tx, groupId);
      if (group === null) throw new NotFound(GROUP_THING, groupId);
      const violations = await this.verdict(tx, act, group);
      if (violations.length > 0) return new RuleRefusal(violations);
      const member = await this.memberships.seatOf(tx, act);
      if (member === null) throw new Forbidden();
      await this.groups.join(tx, groupId, member.id, act.on);
      await this.comings.tell(tx);
      return group;
    });
  }
}
