import { Ledger } from '@hemicycle/audit';
import { judge, type KnownPaperFacts, type Violation, withdrawPaper } from '@hemicycle/charter';
import { RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { WithdrawPaperInput } from '../graphql/papers.inputs.js';
import { Papers } from '../papers.js';
import { type ListedPaper, PapersRepository } from '../papers.repository.js';

/** Withdraws a paper with a reason: its title, its versions and their fingerprints stay on record, its files are read no more. */
@Injectable()
export class WithdrawPaper {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PapersRepository,
    private readonly papers: Papers,
  ) {}

  verdict(facts: KnownPaperFacts): Violation[] {
    return judge(withdrawPaper, facts);
  }

  execute(act: Act, { paperId, reason }: WithdrawPaperInput): Promise<ListedPaper | RuleRefusal> {
    return this.ledger.record(act, 'withdrawPaper', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const { meeting, paper } = await this.papers.lock(tx, paperId);
      const facts = await this.papers.facts(tx, act, meeting);
      const violations = this.verdict({ ...facts, paper: paper.state });
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.repository.withdraw(tx, paperId, {
        withdrawnAt: act.at,
        withdrawnById: personId,
        withdrawReason: reason,
      });
      await this.papers.tell(tx, act, meeting, { id: paperId, news: 'WITHDRAWN' });
      return this.papers.known(tx, paperId);
    });
  }
}
