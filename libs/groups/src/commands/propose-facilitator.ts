import { Ledger } from '@hemicycle/audit';
import { judge, proposeFacilitator } from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import { Facilitation } from '../facilitation.js';
import type { ProposeFacilitatorInput } from '../graphql/groups.inputs.js';
import { GroupsRepository } from '../groups.repository.js';
import { FACILITATOR_THING, GROUP_THING, MEMBER_THING } from '../things.js';
import type { WorkingGroup } from '../working-group.entity.js';

/** Proposes a facilitator to the next plenary, for a vacant seat of a group at work or in somebody's place. */
@Injectable()
export class ProposeFacilitator {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
    private readonly facilitation: Facilitation,
  ) {}

  execute(
    act: Act,
    { groupId, memberId, replacesId }: ProposeFacilitatorInput,
  ): Promise<WorkingGroup | RuleRefusal> {
    return this.ledger.record(act, 'proposeFacilitator', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const group = await this.groups.lock(tx, groupId);
      if (group === null) throw new NotFound(GROUP_THING, groupId);
      if (replacesId !== null && replacesId !== undefined) {
        const replaced = await this.facilitators.byId(tx, replacesId);
        if (replaced?.groupId !== groupId) throw new NotFound(FACILITATOR_THING, replacesId);
      }
      const proposal = { groupId, memberId, replacesId: replacesId ?? null };
      const facts = await this.facilitation.named(tx, proposal, act.on);
      if (facts === null) throw new NotFound(MEMBER_THING, memberId);
      const violations = judge(proposeFacilitator, facts);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.groups.proposeFacilitator(tx, {
        ...proposal,
        id: newId(),
        proposedById: personId,
        proposedOn: act.on,
      });
      return group;
    });
  }
}
