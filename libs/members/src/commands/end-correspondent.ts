import { Ledger } from '@hemicycle/audit';
import { endCorrespondent, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { CorrespondentsRepository, type NamedCorrespondent } from '../correspondents.repository.js';
import type { EndCorrespondentInput } from '../graphql/organisations.inputs.js';
import { CORRESPONDENT } from '../things.js';

/** Ends a correspondent's charge; today is its last day. */
@Injectable()
export class EndCorrespondent {
  constructor(
    private readonly ledger: Ledger,
    private readonly correspondents: CorrespondentsRepository,
  ) {}

  verdict(act: Act, { untilOn }: { untilOn: Day | null }): Violation[] {
    return judge(endCorrespondent, { on: act.on, untilOn });
  }

  execute(act: Act, { correspondentId }: EndCorrespondentInput): Promise<NamedCorrespondent | RuleRefusal> {
    return this.ledger.record(act, 'endCorrespondent', async (tx) => {
      const correspondent = await this.correspondents.lock(tx, correspondentId);
      if (correspondent === null) throw new NotFound(CORRESPONDENT, correspondentId);
      const violations = this.verdict(act, correspondent);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.correspondents.end(tx, correspondentId, act.on);
      return this.correspondents.named(tx, correspondentId);
    });
  }
}
