import { Ledger } from '@hemicycle/audit';
import { judge, registerSecretariatBody } from '@hemicycle/charter';
import { RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type NamedBody, ProcedureRepository } from '../procedure.repository.js';

/** Enters a body among those that hold the role of secretariat together. */
@Injectable()
export class RegisterSecretariatBody {
  constructor(
    private readonly ledger: Ledger,
    private readonly procedure: ProcedureRepository,
  ) {}

  execute(
    act: Act,
    { nameFr, nameEn }: { readonly nameFr: string; readonly nameEn: string },
  ): Promise<NamedBody | RuleRefusal> {
    return this.ledger.record(act, 'registerSecretariatBody', async (tx) => {
      await this.procedure.lock(tx);
      const namesakes = await this.procedure.bodiesNamed(tx, { fr: nameFr, en: nameEn });
      const violations = judge(registerSecretariatBody, { namesakes: namesakes.map(({ name }) => name) });
      if (violations.length > 0) return new RuleRefusal(violations);
      const body: NamedBody = { id: newId(), name: { fr: nameFr, en: nameEn }, registeredOn: act.on };
      await this.procedure.addBody(tx, body);
      return body;
    });
  }
}
