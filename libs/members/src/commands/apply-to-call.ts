import { Ledger } from '@hemicycle/audit';
import { applyToCall, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, type Day, newId } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import { ApplicationLetters } from '../application-letters.js';
import { ApplicationsRepository } from '../applications.repository.js';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
import type { ApplyToCallInput } from '../graphql/calls.inputs.js';
import { ProofOfWork } from '../proof-of-work.js';
import { CALL_FOR_APPLICATIONS } from '../things.js';

/** What an applicant is told at once; the letter tells the rest, to the address alone. */
export interface ApplicationReceived {
  /** For the audit trail: the applicant is never given it. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly closesOn: Day;
}

/** In one hour: whoever keeps giving somebody else's address has no more letters sent to her. */
const LETTERS_PER_ADDRESS = 3;

/**
 * Takes an application. One address has one application to a call: a second one is not stored, and only the letter
 * says so, since the answer must not tell who has applied.
 */
@Injectable()
export class ApplyToCall {
  constructor(
    private readonly ledger: Ledger,
    private readonly proofs: ProofOfWork,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
    private readonly mail: Mail,
    private readonly letters: ApplicationLetters,
  ) {}

  verdict(call: CallAtInstant): Violation[] {
    return judge(applyToCall, { call });
  }

  /** @throws BadUserInput, ApiError (FORBIDDEN) when the proof of work is not good, or when too many came. */
  async execute(
    act: Act,
    input: ApplyToCallInput,
    callerAddress: string,
  ): Promise<ApplicationReceived | RuleRefusal> {
    const { callId } = input;
    const nonce = await this.proofs.solved(input.proofOfWork, callId, act.at);
    return this.ledger.record(act, 'applyToCall', async (tx) => {
      const call = await this.calls.lock(tx, callId, act.at);
      if (call === null || call.state === 'DRAFT') throw new NotFound(CALL_FOR_APPLICATIONS, callId);
      const violations = this.verdict(call);
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      const language = input.language === 'FR' ? 'fr' : 'en';
      const address = input.email.toLowerCase();
      const times = await this.proofs.spend(tx, nonce, { callerAddress, email: address }, act.at);
      const standing = await this.applications.submit(tx, {
        id,
        callId,
        name: input.name,
        email: address,
        language,
        organisationName: input.organisationName,
        motivation: input.motivation,
        submittedAt: act.at,
      });
      const isNew = standing === id;
      if (isNew || times <= LETTERS_PER_ADDRESS) {
        await this.mail.enqueue(tx, isNew ? this.letters.received : this.letters.receivedBefore, {
          to: { address, language },
          parameters: {
            applicationId: standing,
            callFr: call.title.fr,
            callEn: call.title.en,
            closesOn: call.closesOn,
          },
          at: act.at,
        });
      }
      return { id: standing, receivedAt: act.at, closesOn: call.closesOn };
    });
  }
}
