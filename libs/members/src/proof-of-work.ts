import { createHmac } from 'node:crypto';
import { callerNetwork, KeyedHashes, SECRET_KEY } from '@hemicycle/accounts';
import type { Tx } from '@hemicycle/database';
import { ApiError, BadUserInput } from '@hemicycle/graphql';
import type { Text } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { createChallenge, type Payload, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** Injection token of the work asked for: iterations of PBKDF2 for each of some 256 tries. */
export const PROOF_OF_WORK_COST = Symbol('the cost of a proof of work');

/** How long a challenge can be solved and sent. */
const MINUTES = 60;
const LIFETIME = MINUTES * 60_000;
/** For one network in one hour: a whole assembly may sit behind one address. */
export const PROOFS_PER_CALLER = 100;

/**
 * Keeps automatic senders away from what is open to everybody, with neither puzzle nor tracker: the sender's machine
 * works for a second (the protocol of ALTCHA, version 2). Each challenge is for one purpose, one hour and one use.
 */
@Injectable()
export class ProofOfWork {
  private readonly signingKey: string;

  constructor(
    @Inject(SECRET_KEY) secret: string,
    @Inject(PROOF_OF_WORK_COST) private readonly cost: number,
    private readonly hashes: KeyedHashes,
  ) {
    this.signingKey = createHmac('sha256', secret).update('proof of work').digest('hex');
  }

  /** A new challenge as the ALTCHA widget reads it, in JSON, and the instant from which it is no longer taken. */
  async challenge(purpose: string, at: Date): Promise<{ challenge: string; expiresAt: Date }> {
    const expiresAt = new Date(at.getTime() + LIFETIME);
    const challenge = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: this.cost,
      deriveKey,
      hmacSignatureSecret: this.signingKey,
      // Not the protocol's own `expiresAt`: that one is compared with the machine's clock.
      data: { purpose, until: expiresAt.toISOString() },
    });
    return { challenge: JSON.stringify(challenge), expiresAt };
  }

  /**
   * Gives the nonce of the challenge that a solution solves.
   *
   * @param solution base64 of the JSON `{ challenge, solution }`, as the ALTCHA widget gives it.
   * @throws BadUserInput when it solves nothing, is over, or was for another purpose.
   */
  async solved(solution: string, purpose: string, at: Date): Promise<string> {
    const payload = read(solution);
    if (payload === null || !(await this.verified(payload))) throw refused(NOT_SOLVED);
    const { nonce, data } = payload.challenge.parameters;
    if (data?.['purpose'] !== purpose) throw refused(NOT_SOLVED);
    if (at >= new Date(String(data['until']))) throw refused(OVER);
    return nonce;
  }

  /**
   * Uses a solved challenge up, from a caller for a mail address; gives how often that was done for its mailbox within
   * the hour, this time included: somebody else may have given it.
   *
   * @throws BadUserInput when it was used before; ApiError (FORBIDDEN) when too many came from there within the hour.
   */
  async spend(
    tx: Tx,
    nonce: string,
    { callerAddress, email }: { callerAddress: string; email: string },
    at: Date,
  ): Promise<number> {
    const caller = this.hashes.ofCaller(callerNetwork(callerAddress));
    const addressee = this.hashes.ofMailbox(email);
    const anHourAgo = new Date(at.getTime() - LIFETIME);
    // Two that forget at once must not wait for each other in a circle.
    await tx.query(
      `DELETE FROM spent_challenge WHERE nonce IN
         (SELECT nonce FROM spent_challenge WHERE spent_at <= $1 FOR UPDATE SKIP LOCKED)`,
      [anHourAgo],
    );
    const first: unknown[] = await tx.query(
      `INSERT INTO spent_challenge (nonce, caller_hash, address_hash, spent_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT spent_challenge_key DO NOTHING RETURNING nonce`,
      [nonce, caller, addressee, at],
    );
    if (first.length === 0) throw refused(USED);
    const [count]: { byCaller: number; forAddress: number }[] = await tx.query(
      `SELECT count(*) FILTER (WHERE caller_hash = $1)::integer AS "byCaller",
              count(*) FILTER (WHERE address_hash = $2)::integer AS "forAddress"
       FROM spent_challenge WHERE (caller_hash = $1 OR address_hash = $2) AND spent_at > $3`,
      [caller, addressee, anHourAgo],
    );
    if ((count?.byCaller ?? 0) > PROOFS_PER_CALLER) throw new ApiError('FORBIDDEN', TOO_MANY);
    return count?.forAddress ?? 1;
  }

  private async verified({ challenge, solution }: Payload): Promise<boolean> {
    try {
      const { verified } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        hmacSignatureSecret: this.signingKey,
      });
      return verified;
    } catch {
      // What cannot even be read solves nothing.
      return false;
    }
  }
}

function read(solution: string): Payload | null {
  try {
    const payload = JSON.parse(Buffer.from(solution, 'base64').toString('utf8')) as Payload;
    return typeof payload.challenge.parameters.nonce === 'string' ? payload : null;
  } catch {
    return null;
  }
}

const refused = (text: Text): BadUserInput => new BadUserInput('proofOfWork', text);

const NOT_SOLVED: Text = {
  fr: 'L’épreuve de calcul n’est pas résolue.',
  en: 'The proof of work does not solve its challenge.',
};
const OVER: Text = {
  fr: `L’épreuve de calcul date de plus de ${MINUTES} minutes : demandez-en une nouvelle.`,
  en: `The challenge is more than ${MINUTES} minutes old: ask for a new one.`,
};
const USED: Text = {
  fr: 'Cette épreuve de calcul a déjà servi : demandez-en une nouvelle.',
  en: 'This challenge was used before: ask for a new one.',
};
const TOO_MANY: Text = {
  fr: 'Trop d’envois viennent de votre réseau. Réessayez dans une heure.',
  en: 'Too much was sent from your network. Try again in an hour.',
};
