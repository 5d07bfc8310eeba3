import { Ledger } from '@hemicycle/audit';
import { judge, renameOrganisation, type RenamingFacts, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { RenameOrganisationInput } from '../graphql/organisations.inputs.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';
import { ORGANISATION } from '../things.js';

/** Records the name that an organisation bears from a day on; the earlier ones are kept. */
@Injectable()
export class RenameOrganisation {
  constructor(
    private readonly ledger: Ledger,
    private readonly organisations: OrganisationsRepository,
  ) {}

  verdict(facts: RenamingFacts): Violation[] {
    return judge(renameOrganisation, facts);
  }

  execute(act: Act, input: RenameOrganisationInput): Promise<NamedOrganisation | RuleRefusal> {
    const { organisationId: id, fromOn } = input;
    return this.ledger.record(act, 'renameOrganisation', async (tx) => {
      await this.organisations.lockNames(tx);
      const organisation = await this.organisations.lock(tx, id, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION, id);
      const namesakes = await this.organisations.namesakes(tx, input, fromOn, id);
      const violations = this.verdict({
        on: fromOn,
        organisation,
        namesakes: namesakes.map(({ college }) => college),
        lastNamedOn: await this.organisations.lastNamedOn(tx, id),
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.organisations.name(tx, input);
      return this.organisations.named(tx, id, act.on);
    });
  }
}
