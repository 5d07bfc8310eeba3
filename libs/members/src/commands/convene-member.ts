import { Ledger } from '@hemicycle/audit';
import { conveneMember, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { ConveneMemberInput } from '../graphql/members.inputs.js';
import { type ListedMember, MembersRepository, NO_TIES, type Ties } from '../members.repository.js';
import { Newcomers } from '../newcomers.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';
import { ORGANISATION } from '../things.js';

/** Admits a member for a government organisation: being convened by the secretariat is the admission. */
@Injectable()
export class ConveneMember {
  constructor(
    private readonly ledger: Ledger,
    private readonly newcomers: Newcomers,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
  ) {}

  /** The rules that refuse it for the organisation, for somebody without ties unless they are given. */
  verdict(act: Act, organisation: NamedOrganisation, ties: Ties = NO_TIES): Violation[] {
    const bySecretariat = act.actor.roles.has('SECRETARIAT');
    return judge(conveneMember, { on: act.on, organisation, bySecretariat, ...ties });
  }

  execute(act: Act, input: ConveneMemberInput): Promise<ListedMember | RuleRefusal> {
    return this.ledger.record(act, 'conveneMember', async (tx) => {
      const organisation = await this.organisations.lock(tx, input.organisationId, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION, input.organisationId);
      // Whose the address is, and her ties, are told to nobody who may not convene her.
      if (!act.actor.roles.has('SECRETARIAT')) return new RuleRefusal(this.verdict(act, organisation));
      const { person, ties } = await this.newcomers.welcome(tx, act, input);
      const violations = this.verdict(act, organisation, ties);
      if (violations.length > 0) return new RuleRefusal(violations);
      const memberId = await this.members.add(tx, {
        personId: person.id,
        organisationId: organisation.id,
        college: organisation.college,
        route: 'CONVENED',
        needId: null,
        fromOn: act.on,
      });
      return this.members.known(tx, memberId, act.on);
    });
  }
}
