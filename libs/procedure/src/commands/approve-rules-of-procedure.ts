import { Ledger } from '@hemicycle/audit';
import { approveRulesOfProcedure, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fingerprintOf } from '../fingerprint.js';
import { type KnownEdition, ProcedureRepository } from '../procedure.repository.js';
import type { RulesOfProcedureEdition } from '../rules-of-procedure-edition.entity.js';
import { EDITION } from '../things.js';

/** Adopts edition 1 of the rules of procedure, in force from that day (RULES-ADOPTION). */
@Injectable()
export class ApproveRulesOfProcedure {
  constructor(
    private readonly ledger: Ledger,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** Whether whoever acts belongs to the founding working group. */
  async byFounder(reader: EntityManager, { actor: { personId }, on }: Act): Promise<boolean> {
    return personId !== null && this.procedure.isFounder(reader, personId, on);
  }

  verdict(edition: KnownEdition, byFounder: boolean): Violation[] {
    return judge(approveRulesOfProcedure, { edition, byFounder });
  }

  execute(
    act: Act,
    { editionId }: { readonly editionId: string },
  ): Promise<RulesOfProcedureEdition | RuleRefusal> {
    return this.ledger.record(
      act,
      'approveRulesOfProcedure',
      async (tx) => {
        await this.procedure.lock(tx);
        const edition = await this.procedure.edition(tx, editionId);
        if (edition === null) throw new NotFound(EDITION, editionId);
        const violations = this.verdict(edition, await this.byFounder(tx, act));
        if (violations.length > 0) return new RuleRefusal(violations);
        await this.procedure.adopt(tx, editionId, {
          adoptedBy: 'FOUNDING_GROUP',
          approvedById: act.actor.personId,
          inForceFromOn: act.on,
        });
        return this.procedure.knownEdition(tx, editionId);
      },
      (edition: RulesOfProcedureEdition) => fingerprintOf(edition.rules),
    );
  }
}
