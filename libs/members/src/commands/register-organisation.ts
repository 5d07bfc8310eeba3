import { Ledger } from '@hemicycle/audit';
import { judge, registerOrganisation } from '@hemicycle/charter';
import { RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { RegisterOrganisationInput } from '../graphql/organisations.inputs.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';

/** Enters an organisation in one of the two colleges. */
@Injectable()
export class RegisterOrganisation {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsRepository,
  ) {}

  execute(act: Act, input: RegisterOrganisationInput): Promise<NamedOrganisation | RuleRefusal> {
    return this.ledger.record(act, 'registerOrganisation', async (tx) => {
      await this.organisations.lockNames(tx);
      const namesakes = await this.organisations.namesakes(tx, input, act.on);
      const violations = judge(registerOrganisation, { namesakes: namesakes.map(({ college }) => college) });
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      await this.organisations.add(tx, { id, college: input.college, registeredOn: act.on });
      await this.organisations.name(tx, { ...input, organisationId: id, fromOn: act.on });
      return this.organisations.named(tx, id, act.on);
    });
  }
}
