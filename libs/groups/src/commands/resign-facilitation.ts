import { Ledger } from '@hemicycle/audit';
import { judge, resignFacilitation, type Violation } from '@hemicycle/charter';
import { Forbidden, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { FacilitatorsRepository, type NamedFacilitator } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import type { ResignFacilitationInput } from '../graphql/groups.inputs.js';
import { GroupsRepository } from '../groups.repository.js';
import { FACILITATOR_THING } from '../things.js';

/**
 * Gives up one's own office of facilitator; today is its last day. The seat is vacant until the next plenary, and meanwhile
 * the secretariat plans the group's meetings (charter WORKING-GROUP-SETUP).
 */
@Injectable()
export class ResignFacilitation {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
  ) {}

  verdict({ on }: Act, { endedOn }: NamedFacilitator): Violation[] {
    return judge(resignFacilitation, { on, endedOn });
  }

  execute(act: Act, { mandateId }: ResignFacilitationInput): Promise<NamedFacilitator | RuleRefusal> {
    return this.ledger.record(act, 'resignFacilitation', async (tx) => {
      const known = await this.facilitators.byId(tx, mandateId);
      if (known === null) throw new NotFound(FACILITATOR_THING, mandateId);
      if (known.personId !== act.actor.personId) throw new Forbidden();
      await this.groups.lock(tx, known.groupId);
      const mandate = (await this.facilitators.byId(tx, mandateId)) ?? known;
      const violations = this.verdict(act, mandate);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.facilitators.resign(tx, mandateId, act.on);
      return (await this.facilitators.byId(tx, mandateId)) ?? mandate;
    });
  }
}
