import { Ledger } from '@hemicycle/audit';
import { judge, proposeWorkingGroup } from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import { Facilitation } from '../facilitation.js';
import type { ProposeWorkingGroupInput } from '../graphql/groups.inputs.js';
import { GroupsRepository } from '../groups.repository.js';
import { MEMBER_THING } from '../things.js';
import type { WorkingGroup } from '../working-group.entity.js';

/** Proposes a group to the plenary: its theme, its commitments and whoever would facilitate it, all as it would be set up. */
@Injectable()
export class ProposeWorkingGroup {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly facilitation: Facilitation,
    private readonly procedure: ProcedureRepository,
  ) {}

  execute(act: Act, input: ProposeWorkingGroupInput): Promise<WorkingGroup | RuleRefusal> {
    const { themeFr, themeEn, commitments, facilitatorIds } = input;
    return this.ledger.record(act, 'proposeWorkingGroup', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      if (new Set(commitments).size < commitments.length) throw new BadUserInput('commitments', EACH_ONCE);
      if (new Set(facilitatorIds).size < facilitatorIds.length)
        throw new BadUserInput('facilitatorIds', EACH_ONCE);
      const { rules } = await this.procedure.editionOn(tx, act.on);
      const facilitators = await this.facilitation.proposed(tx, facilitatorIds, act.on);
      const unknown = facilitatorIds.find((_, index) => facilitators[index] === null);
      if (unknown !== undefined) throw new NotFound(MEMBER_THING, unknown);
      const violations = judge(proposeWorkingGroup, {
        rules,
        facilitators: facilitators.filter((one) => one !== null),
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      return this.groups.propose(
        tx,
        {
          id: newId(),
          themeFr,
          themeEn,
          commitments: commitments.toSorted((a, b) => a - b),
          proposedById: personId,
          proposedOn: act.on,
        },
        facilitatorIds,
      );
    });
  }
}

const EACH_ONCE = {
  fr: 'Chacun une seule fois.',
  en: 'Each once only.',
};
