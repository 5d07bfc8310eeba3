import { Ledger } from '@hemicycle/audit';
import { judge, resignMandate, type Violation } from '@hemicycle/charter';
import { Forbidden, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { ComingsAndGoings, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { ResignMandateInput } from '../graphql/mandates.inputs.js';
import { type DatedMandate, MandatesRepository } from '../mandates.repository.js';
import { MANDATE_THING } from '../things.js';

/** Gives up one's own mandate before its term. The seat stays with the member. */
@Injectable()
export class ResignMandate {
  constructor(
    private readonly ledger: Ledger,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  /** @param lastOn the last day of the mandate; the day of the act unless given. */
  verdict({ on }: Act, { untilOn }: DatedMandate, lastOn: Day = on): Violation[] {
    return judge(resignMandate, { on, lastOn, untilOn, state: on <= untilOn ? 'IN_FORCE' : 'ENDED' });
  }

  execute(act: Act, { mandateId, lastOn }: ResignMandateInput): Promise<DatedMandate | RuleRefusal> {
    return this.ledger.record(act, 'resignMandate', async (tx) => {
      const known = await this.mandates.byId(tx, mandateId);
      if (known === null) throw new NotFound(MANDATE_THING, mandateId);
      // The member first, as whoever ends her membership does.
      const member = await this.members.lock(tx, known.memberId);
      if (member?.personId !== act.actor.personId) throw new Forbidden();
      const mandate = await this.mandates.lock(tx, mandateId);
      const violations = this.verdict(act, mandate, lastOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.comings.tell(tx);
      return this.mandates.end(tx, mandate, lastOn, 'RESIGNED');
    });
  }
}
