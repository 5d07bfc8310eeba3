import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRET_KEY } from './keyed-hashes.js';

const BYTES = 16;

/**
 * The codes that letters give to whoever has no sign-in: the id of what they are for, and a proof for one purpose that only this
 * installation can make. They are kept nowhere, and a letter that has to be sent again carries the same.
 */
@Injectable()
export class ProvenIds {
  constructor(@Inject(SECRET_KEY) private readonly secret: string) {}

  /** 43 characters, safe in an address. */
  of(purpose: string, uuid: string): string {
    const id = Buffer.from(uuid.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.proof(purpose, id)]).toString('base64url');
  }

  /** The id that a code is for; null: the code was not given out here for that purpose. */
  idOf(purpose: string, code: string): string | null {
    const bytes = Buffer.from(code, 'base64url');
    if (bytes.length !== 2 * BYTES) return null;
    const id = bytes.subarray(0, BYTES);
    if (!timingSafeEqual(bytes.subarray(BYTES), this.proof(purpose, id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private proof(purpose: string, id: Buffer): Buffer {
    return createHmac('sha256', this.secret).update(`${purpose}\n`).update(id).digest().subarray(0, BYTES);
  }
}
