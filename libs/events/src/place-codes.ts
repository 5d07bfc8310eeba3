import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECRET_KEY } from '@hemicycle/accounts';
import { Inject, Injectable } from '@nestjs/common';

const BYTES = 16;

/**
 * The codes by which guests confirm a place and give it up: the place's id, and a proof that only this installation can
 * make. They are kept nowhere, and a letter that has to be sent again carries the same.
 */
@Injectable()
export class PlaceCodes {
  constructor(@Inject(SECRET_KEY) private readonly secret: string) {}

  /** 43 characters, safe in an address. */
  of(placeId: string): string {
    const id = Buffer.from(placeId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.proof(id)]).toString('base64url');
  }

  /** The id of the place that a code is for; null: the code was not given out here. */
  placeOf(code: string): string | null {
    const bytes = Buffer.from(code, 'base64url');
    if (bytes.length !== 2 * BYTES) return null;
    const id = bytes.subarray(0, BYTES);
    if (!timingSafeEqual(bytes.subarray(BYTES), this.proof(id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  private proof(id: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update('place at an event\n')
      .update(id)
      .digest()
      .subarray(0, BYTES);
  }
}
