import { Ledger } from '@hemicycle/audit';
import { appointDirectly, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { AppointDirectlyInput } from '../graphql/members.inputs.js';
import { type ListedMember, MembersRepository, NO_TIES, type Ties } from '../members.repository.js';
import { NeedsRepository } from '../needs.repository.js';
import { Newcomers } from '../newcomers.js';
import { type NamedOrganisation, OrganisationsRepository } from '../organisations.repository.js';
import { NEED, ORGANISATION } from '../things.js';

/** Admits a civil-society member for a need that was stated, without a call. */
@Injectable()
export class AppointDirectly {
  constructor(
    private readonly ledger: Ledger,
    private readonly newcomers: Newcomers,
    private readonly organisations: OrganisationsRepository,
    private readonly needs: NeedsRepository,
    private readonly members: MembersRepository,
  ) {}

  /** The rules that refuse it for the organisation: for a need and for somebody without ties unless told otherwise. */
  verdict(act: Act, organisation: NamedOrganisation, forANeed = true, ties: Ties = NO_TIES): Violation[] {
    const bySecretariat = act.actor.roles.has('SECRETARIAT');
    return judge(appointDirectly, { on: act.on, organisation, bySecretariat, forANeed, ...ties });
  }

  execute(act: Act, input: AppointDirectlyInput): Promise<ListedMember | RuleRefusal> {
    const needId = input.needId ?? null;
    return this.ledger.record(act, 'appointDirectly', async (tx) => {
      if (needId !== null && !(await this.needs.exists(tx, needId))) throw new NotFound(NEED, needId);
      const organisation = await this.organisations.lock(tx, input.organisationId, act.on);
      if (organisation === null) throw new NotFound(ORGANISATION, input.organisationId);
      // Whose the address is, and her ties, are told to nobody who may not appoint her.
      if (!act.actor.roles.has('SECRETARIAT')) {
        return new RuleRefusal(this.verdict(act, organisation, needId !== null));
      }
      const { person, ties } = await this.newcomers.welcome(tx, act, input);
      const violations = this.verdict(act, organisation, needId !== null, ties);
      if (violations.length > 0) return new RuleRefusal(violations);
      const memberId = await this.members.add(tx, {
        personId: person.id,
        organisationId: organisation.id,
        college: organisation.college,
        route: 'DIRECT_APPOINTMENT',
        needId,
        fromOn: act.on,
      });
      return this.members.known(tx, memberId, act.on);
    });
  }
}
