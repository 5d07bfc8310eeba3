import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECRET_KEY } from '@hemicycle/accounts';
import { Inject, Injectable } from '@nestjs/common';

const ID_BYTES = 16;
const PROOF_BYTES = 16;

/**
 * The codes by which applicants withdraw. A code is the application's id and a proof that only this installation can
 * make: it is kept nowhere, and a letter that has to be sent again carries the same.
 */
@Injectable()
export class WithdrawalCodes {
  constructor(@Inject(SECRET_KEY) private readonly secret: string) {}

  /** 43 characters, safe in an address. */
  of(applicationId: string): string {
    const id = Buffer.from(applicationId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.proof(id)]).toString('base64url');
  }

  /** The id of the application that a code withdraws; null: the code was not given out here. */
  applicationOf(code: string): string | null {
    const bytes = Buffer.from(code, 'base64url');
    if (bytes.length !== ID_BYTES + PROOF_BYTES) return null;
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.proof(id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private proof(id: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('application withdrawal\n')
      .update(id)
      .digest()
      .subarray(0, PROOF_BYTES);
  }
}
