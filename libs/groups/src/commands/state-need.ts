import { Ledger } from '@hemicycle/audit';
import { judge, stateNeed } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { NeedsRepository, type StatedNeed } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { StateNeedInput } from '../graphql/groups.inputs.js';
import { GroupsRepository } from '../groups.repository.js';
import { GROUP_THING } from '../things.js';

/** States what the forum lacks, for a group or, before any exists, for the founding one: somebody may be appointed directly for it. */
@Injectable()
export class StateNeed {
  constructor(
    private readonly ledger: Ledger,
    private readonly needs: NeedsRepository,
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
  ) {}

  execute(
    act: Act,
    { groupId, statementFr, statementEn }: StateNeedInput,
  ): Promise<StatedNeed | RuleRefusal> {
    return this.ledger.record(act, 'stateNeed', async (tx) => {
      const { personId, roles } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const group = groupId === null || groupId === undefined ? null : await this.groups.lock(tx, groupId);
      if (group === null && groupId) throw new NotFound(GROUP_THING, groupId);
      const inOffice = group === null ? [] : await this.facilitators.inOffice(tx, group.id, act.on);
      const violations = judge(stateNeed, {
        byFounder: roles.has('FOUNDING_GROUP'),
        groupsExist: await this.groups.anySetUp(tx),
        group:
          group === null
            ? null
            : { state: group.state, facilitates: inOffice.some((one) => one.personId === personId) },
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      await this.needs.add(tx, {
        id,
        statementFr,
        statementEn,
        groupId: group?.id ?? null,
        statedById: personId,
        statedOn: act.on,
      });
      return this.needs.stated(tx, id);
    });
  }
}
