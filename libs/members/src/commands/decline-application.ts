import { Ledger } from '@hemicycle/audit';
import {
  type ApplicationState,
  type CallState,
  declineApplication,
  judge,
  type Violation,
} from '@hemicycle/charter';
import { NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from '../application-letters.js';
import type { Application } from '../application.entity.js';
import { ApplicationsRepository } from '../applications.repository.js';
import { CallsRepository } from '../calls.repository.js';
import type { DeclineApplicationInput } from '../graphql/calls.inputs.js';
import { APPLICATION, CALL_FOR_APPLICATIONS } from '../things.js';

/** Declines an application with its reasons; the applicant is told, and nobody else. */
@Injectable()
export class DeclineApplication {
  constructor(
    private readonly ledger: Ledger,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly mail: Mail,
    private readonly letters: ApplicationLetters,
  ) {}

  verdict(
    call: { state: CallState },
    application: { state: ApplicationState },
    reasoned = true,
  ): Violation[] {
    return judge(declineApplication, { call, application, reasoned });
  }

  execute(act: Act, input: DeclineApplicationInput): Promise<Application | RuleRefusal> {
    const { applicationId, reasonsFr = null, reasonsEn = null } = input;
    const { personId } = act.actor;
    if (personId === null) throw new Unauthenticated();
    return this.ledger.record(act, 'declineApplication', async (tx) => {
      const sent = await this.applications.byId(tx, applicationId);
      if (sent === null) throw new NotFound(APPLICATION, applicationId);
      const call = await this.calls.lock(tx, sent.callId, act.at);
      if (call === null) throw new NotFound(CALL_FOR_APPLICATIONS, sent.callId);
      const application = (await this.applications.lock(tx, applicationId)) ?? sent;
      const violations = this.verdict(call, application, reasonsFr !== null || reasonsEn !== null);
      const { email: address, language } = application;
      if (violations.length > 0 || address === null) return new RuleRefusal(violations);
      await this.applications.decide(tx, applicationId, {
        state: 'DECLINED',
        decidedAt: act.at,
        decidedById: personId,
        reasonsFr,
        reasonsEn,
        memberId: null,
      });
      await this.mail.enqueue(tx, this.letters.declined, {
        to: { address, language },
        parameters: { reasonsFr, reasonsEn, callFr: call.title.fr, callEn: call.title.en },
        at: act.at,
      });
      return (await this.applications.byId(tx, applicationId)) ?? application;
    });
  }
}
