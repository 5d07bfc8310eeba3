import { Ledger } from '@hemicycle/audit';
import { judge, type Violation, withdrawPaper } from '@hemicycle/charter';
import { RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WithdrawPaperInput } from '../graphql/papers.inputs.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { Papers } from '../papers.js';
import { type ListedPaper, PapersRepository } from '../papers.repository.js';

/** Withdraws a paper with a reason: its title, its versions and their fingerprints stay on record, its files are read no more. */
@Injectable()
export class WithdrawPaper {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly repository: PapersRepository,
    private readonly papers: Papers,
  ) {}

  async verdict(
    reader: EntityManager,
    act: Act,
    { meetingId, state }: Pick<ListedPaper, 'meetingId' | 'state'>,
  ): Promise<Violation[]> {
    const meeting = await this.meetings.known(reader, meetingId);
    return judge(withdrawPaper, { ...(await this.papers.facts(reader, act, meeting)), paper: state });
  }

  execute(act: Act, { paperId, reason }: WithdrawPaperInput): Promise<ListedPaper | RuleRefusal> {
    return this.ledger.record(act, 'withdrawPaper', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const { meeting, paper } = await this.papers.lock(tx, paperId);
      const violations = await this.verdict(tx, act, paper);
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
