import { Ledger } from '@hemicycle/audit';
import { judge, nameCorrespondent, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { CorrespondentsRepository, type NamedCorrespondent } from '../correspondents.repository.js';
import type { NameCorrespondentInput } from '../graphql/organisations.inputs.js';
import { Newcomers } from '../newcomers.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';
import { ORGANISATION } from '../things.js';

/** Names a department's contact for the action plan. Naming her again changes nothing. */
@Injectable()
export class NameCorrespondent {
  constructor(
    private readonly ledger: Ledger,
    private readonly newcomers: Newcomers,
    private readonly organisations: OrganisationsRepository,
    private readonly correspondents: CorrespondentsRepository,
  ) {}

  verdict(act: Act, organisation: NamedOrganisation): Violation[] {
    return judge(nameCorrespondent, { on: act.on, organisation });
  }

  execute(act: Act, input: NameCorrespondentInput): Promise<NamedCorrespondent | RuleRefusal> {
    return this.ledger.record(act, 'nameCorrespondent', async (tx) => {
      const organisation = await this.organisations.lock(tx, input.organisationId, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION, input.organisationId);
      const violations = this.verdict(act, organisation);
      if (violations.length > 0) return new RuleRefusal(violations);
      const { person } = await this.newcomers.welcome(tx, act, input);
      const id = await this.correspondents.name(tx, organisation.id, person.id, act.on);
      return this.correspondents.named(tx, id);
    });
  }
}
