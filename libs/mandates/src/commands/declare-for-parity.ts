import { Ledger } from '@hemicycle/audit';
import type { Gender } from '@hemicycle/charter';
import { Forbidden } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { Parities } from '../parities.js';

/** What whoever holds a seat of the committee declares of herself (charter PARITY). The audit trail says that she did, not what. */
@Injectable()
export class DeclareForParity {
  constructor(
    private readonly ledger: Ledger,
    private readonly parities: Parities,
  ) {}

  /** @throws Forbidden where the rules of procedure do not follow parity, or the seat was just left: nobody asks her. */
  execute(act: Act, gender: Gender | null): Promise<{ readonly id: string; readonly gender: Gender | null }> {
    return this.ledger.record(act, 'declareForParity', async (tx) => {
      const asked = await this.parities.askedOf(tx, act.actor.personId, act.on);
      if (asked === null) throw new Forbidden();
      await this.parities.declare(tx, asked.mandateId, gender);
      return { id: asked.mandateId, gender };
    });
  }
}
