import { Ledger } from '@hemicycle/audit';
import { judge, type Violation, withdrawCandidacy } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { ElectionsRepository, type NamedCandidacy } from '../elections.repository.js';
import { type Situation, Situations } from '../situations.js';
import { CANDIDACY_THING } from '../things.js';

/** Withdraws a candidacy, by whoever stands, while nominations are open. */
@Injectable()
export class WithdrawCandidacy {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly situations: Situations,
  ) {}

  verdict(act: Act, situation: Situation, candidacy: NamedCandidacy | null): Violation[] {
    return judge(withdrawCandidacy, {
      ...this.situations.nominations(situation, act),
      actorStands: candidacy !== null && candidacy.personId === act.actor.personId,
      withdrawn: candidacy !== null && candidacy.withdrawnAt !== null,
    });
  }

  execute(
    act: Act,
    { candidacyId }: { readonly candidacyId: string },
  ): Promise<NamedCandidacy | RuleRefusal> {
    return this.ledger.record(act, 'withdrawCandidacy', async (tx) => {
      const known = await this.elections.candidacy(tx, candidacyId);
      const election = known === null ? null : await this.elections.lock(tx, known.electionId);
      const candidacy = await this.elections.candidacy(tx, candidacyId);
      if (election === null || candidacy === null) throw new NotFound(CANDIDACY_THING, candidacyId);
      const violations = this.verdict(act, await this.situations.of(tx, act, election), candidacy);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.elections.withdraw(tx, candidacyId, act.at);
      return { ...candidacy, withdrawnAt: act.at };
    });
  }
}
