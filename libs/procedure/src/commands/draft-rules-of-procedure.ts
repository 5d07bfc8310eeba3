import { Ledger } from '@hemicycle/audit';
import { EDITION_0, type RulesOfProcedure, type Setting, settingsProblems } from '@hemicycle/charter';
import { BadUserInput } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { fingerprintOf } from '../fingerprint.js';
import { ProcedureRepository } from '../procedure.repository.js';
import type { RulesOfProcedureEdition } from '../rules-of-procedure-edition.entity.js';

/** Prepares the next edition of the rules of procedure; the draft that was waiting is superseded. */
@Injectable()
export class DraftRulesOfProcedure {
  constructor(
    private readonly ledger: Ledger,
    private readonly procedure: ProcedureRepository,
  ) {}

  /**
   * @param settings those that differ from edition 0 (RULES-EDITION).
   * @throws BadUserInput naming the first setting that contradicts a text, another setting or its own form.
   */
  execute(
    act: Act,
    { settings }: { readonly settings: Readonly<Partial<Record<Setting, unknown>>> },
  ): Promise<RulesOfProcedureEdition> {
    const candidate = { ...EDITION_0, ...settings };
    const [wrong] = settingsProblems(candidate);
    if (wrong !== undefined) throw new BadUserInput(`settings.${wrong.setting}`, wrong.problem);
    const rules = candidate as RulesOfProcedure;
    return this.ledger.record(
      act,
      'draftRulesOfProcedure',
      async (tx) => {
        await this.procedure.lock(tx);
        const id = newId();
        await this.procedure.addDraft(tx, {
          id,
          rules,
          draftedById: act.actor.personId,
          draftedAt: act.at,
        });
        return this.procedure.knownEdition(tx, id);
      },
      (edition) => fingerprintOf(edition.rules),
    );
  }
}
