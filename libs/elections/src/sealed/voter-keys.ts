import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { SECRET_KEY } from '@hemicycle/accounts';
import { credentialFrom } from '@hemicycle/sealed-ballot';
import { Inject, Injectable } from '@nestjs/common';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * The key of a round from which voters' credentials are derived, and by which a seat is held to one of them. It is kept
 * sealed with the installation's secret, so that neither the tables nor a backup give anybody's credential, and destroyed
 * when the round closes.
 */
@Injectable()
export class VoterKeys {
  private readonly wrapping: Buffer;

  constructor(@Inject(SECRET_KEY) secret: string) {
    this.wrapping = Buffer.from(hkdfSync('sha256', secret, '', 'voter keys', 32));
  }

  /** A new key, and how it is kept. */
  fresh(): { readonly key: Buffer; readonly kept: string } {
    const key = randomBytes(32);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.wrapping, nonce);
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return { key, kept: Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url') };
  }

  /** The key that was kept. @throws Error where the installation's secret is another than then. */
  open(kept: string): Buffer {
    const bytes = Buffer.from(kept, 'base64url');
    const decipher = createDecipheriv(CIPHER, this.wrapping, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
  }
}

const hashed = (key: Buffer, use: string, what: string): string =>
  createHmac('sha256', key).update(`${use}\n${what}`).digest('hex');

/** The secret credential of a seat, where the server issues it. */
export const credentialOfSeat = (key: Buffer, memberId: string): string =>
  credentialFrom(BigInt(`0x${hashed(key, 'credential', memberId)}`));

/** What stands in the register for the credential that a seat votes with. @param credential in public */
export const markOf = (key: Buffer, credential: string): string => hashed(key, 'mark', credential);
