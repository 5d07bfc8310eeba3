import { Ledger } from '@hemicycle/audit';
import { ApiError } from '@hemicycle/graphql';
import { type Act, newId, type Text, unnamed } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import type { WriteToSecretariatInput } from '../graphql/secretariat-messages.inputs.js';
import { ProofOfWork } from '../proof-of-work.js';
import { SecretariatLetters } from '../secretariat-letters.js';

/** What the challenges of this form are for. */
export const WRITING_TO_SECRETARIAT = 'writeToSecretariat';

/** In one hour: whoever keeps giving somebody else's address has no more letters sent to her. */
const ACKNOWLEDGEMENTS_PER_ADDRESS = 3;
/** In one hour. Further messages are refused, and their sender is told. */
export const MESSAGES_PER_ADDRESS = 10;

/** What the sender is told at once. */
export interface MessageReceived {
  /** For the audit trail: it names nothing that is kept. */
  readonly id: string;
  readonly receivedAt: Date;
}

/**
 * Passes a message of anybody on to everybody who works in the secretariat on that day. It rests nowhere but in letters
 * that have not left yet; the audit trail says that somebody wrote, and when.
 */
@Injectable()
export class WriteToSecretariat {
  constructor(
    private readonly ledger: Ledger,
    private readonly proofs: ProofOfWork,
    private readonly procedure: ProcedureRepository,
    private readonly mail: Mail,
    private readonly letters: SecretariatLetters,
  ) {}

  /**
   * @throws BadUserInput, ApiError (FORBIDDEN) when the proof of work is not good, or when too many came; ApiError
   * (CONFLICT) when nobody works in the secretariat.
   */
  async execute(act: Act, input: WriteToSecretariatInput, callerAddress: string): Promise<MessageReceived> {
    const { at, on } = act;
    const nonce = await this.proofs.solved(input.proofOfWork, WRITING_TO_SECRETARIAT, at);
    // Whoever is signed in writes as anybody does: the trail and the log are not told who she is.
    return this.ledger.record(unnamed(act), 'writeToSecretariat', async (tx) => {
      const appointments = await this.procedure.appointments(tx, on);
      // A person may work for two bodies; one letter is enough.
      const personIds = new Set(appointments.map(({ person }) => person.id));
      if (personIds.size === 0) throw new ApiError('CONFLICT', NOBODY);
      const address = input.email.toLowerCase();
      const times = await this.proofs.spend(tx, nonce, { callerAddress, email: address }, at);
      if (times > MESSAGES_PER_ADDRESS) throw new ApiError('FORBIDDEN', TOO_MANY);
      await this.mail.enqueueMany(tx, this.letters.message, {
        to: [...personIds].map((personId) => ({ personId })),
        parameters: {
          name: input.name ?? null,
          email: input.email,
          subject: input.subject,
          message: input.message,
        },
        at,
      });
      if (times <= ACKNOWLEDGEMENTS_PER_ADDRESS) {
        const language = input.language === 'FR' ? 'fr' : 'en';
        await this.mail.enqueue(tx, this.letters.acknowledgement, {
          to: { address, language },
          parameters: {},
          at,
        });
      }
      return { id: newId(), receivedAt: at };
    });
  }
}

const NOBODY: Text = {
  fr: 'Personne ne travaille au secrétariat aujourd’hui : votre message n’a été transmis à personne. Gardez-le et réessayez plus tard.',
  en: 'Nobody works in the secretariat today: your message was passed on to nobody. Keep it and try again later.',
};
const TOO_MANY: Text = {
  fr: `Plus de ${MESSAGES_PER_ADDRESS} envois ont été faits avec cette adresse en une heure. Votre message n’a pas été transmis : réessayez dans une heure.`,
  en: `More than ${MESSAGES_PER_ADDRESS} messages were sent with this address within an hour. Yours was not passed on: try again in an hour.`,
};
