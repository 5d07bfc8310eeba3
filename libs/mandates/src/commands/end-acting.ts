import { Ledger } from '@hemicycle/audit';
import { endActing, judge, type Violation } from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { ComingsAndGoings, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EndActingInput } from '../graphql/mandates.inputs.js';
import { type DatedMandate, MandatesRepository } from '../mandates.repository.js';
import { MANDATE_THING } from '../things.js';

/**
 * Ends the acting of whoever goes on after her term without a successor (charter ACTING): she gives it up, or the secretariat ends it,
 * with a reason. Today is its last day; from then on the seat is vacant, and goes to a by-election (VACANCY).
 */
@Injectable()
export class EndActing {
  constructor(
    private readonly ledger: Ledger,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  async verdict(
    reader: EntityManager,
    { actor, on }: Act,
    mandate: DatedMandate,
    holderId: string,
  ): Promise<Violation[]> {
    return judge(endActing, {
      state: await this.mandates.stateOn(reader, mandate, on),
      byHolder: actor.personId === holderId,
      bySecretariat: actor.roles.has('SECRETARIAT'),
    });
  }

  /** @throws BadUserInput where the secretariat gives no reason. */
  execute(act: Act, { mandateId, reason }: EndActingInput): Promise<DatedMandate | RuleRefusal> {
    return this.ledger.record(act, 'endActing', async (tx) => {
      const known = await this.mandates.byId(tx, mandateId);
      if (known === null) throw new NotFound(MANDATE_THING, mandateId);
      // The member first, as whoever ends her membership does.
      const holder = await this.members.lock(tx, known.memberId);
      const { personId } = act.actor;
      if (holder === null || personId === null) throw new RangeError(`Nobody holds mandate ${mandateId}`);
      const mandate = await this.mandates.lock(tx, mandateId);
      const violations = await this.verdict(tx, act, mandate, holder.personId);
      if (violations.length > 0) return new RuleRefusal(violations);
      const given = reason ?? null;
      if (personId !== holder.personId && given === null) throw new BadUserInput('reason', REASON_WANTED);
      await this.mandates.endActing(tx, {
        mandateId,
        lastOn: act.on,
        reason: given,
        recordedById: personId,
        recordedAt: act.at,
      });
      await this.comings.tell(tx);
      return { ...mandate, actingEndedOn: act.on, actingEndReason: given };
    });
  }
}

const REASON_WANTED = {
  fr: 'Le secrétariat dit pourquoi il met fin à l’intérim de quelqu’un.',
  en: 'The secretariat says why it ends somebody’s acting.',
};
