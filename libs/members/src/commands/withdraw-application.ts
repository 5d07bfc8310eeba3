import { ProvenIds } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import { judge, withdrawApplication } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from '../application-letters.js';
import { ApplicationsRepository } from '../applications.repository.js';
import { CallsRepository } from '../calls.repository.js';
import type { WithdrawApplicationInput } from '../graphql/calls.inputs.js';
import { APPLICATION, WITHDRAWAL } from '../things.js';

export interface ApplicationWithdrawn {
  /** For the audit trail: nobody is given it. */
  readonly id: string;
  readonly withdrawnAt: Date;
}

/** Withdraws an application that waits for its decision, by whoever has its code, and erases what was in it. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly ledger: Ledger,
    private readonly codes: ProvenIds,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly mail: Mail,
    private readonly letters: ApplicationLetters,
  ) {}

  execute(act: Act, { code }: WithdrawApplicationInput): Promise<ApplicationWithdrawn | RuleRefusal> {
    return this.ledger.record(act, 'withdrawApplication', async (tx) => {
      const id = this.codes.idOf(WITHDRAWAL, code);
      const application = id === null ? null : await this.applications.lock(tx, id);
      if (application === null) throw new NotFound(APPLICATION, code);
      const violations = judge(withdrawApplication, { application });
      const { email: address, language } = application;
      if (violations.length > 0 || address === null) return new RuleRefusal(violations);
      const { title } = await this.calls.known(tx, application.callId, act.at);
      await this.mail.enqueue(tx, this.letters.withdrawn, {
        to: { address, language },
        parameters: { callFr: title.fr, callEn: title.en },
        at: act.at,
      });
      await this.applications.withdraw(tx, application.id, act.at);
      return { id: application.id, withdrawnAt: act.at };
    });
  }
}
