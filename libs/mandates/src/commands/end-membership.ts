import { Ledger } from '@hemicycle/audit';
import { endMembership, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act, Day } from '@hemicycle/kernel';
import { ComingsAndGoings, type ListedMember, MembersRepository } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EndMembershipInput } from '../graphql/mandates.inputs.js';
import { MandatesRepository } from '../mandates.repository.js';
import { MEMBER_THING } from '../things.js';

/** Ends a membership, and with it the mandates that the member holds. */
@Injectable()
export class EndMembership {
  constructor(
    private readonly ledger: Ledger,
    private readonly members: MembersRepository,
    private readonly mandates: MandatesRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  /** @param lastOn the last day of the membership; the day of the act unless given. */
  verdict(
    { on }: Act,
    { person, untilOn }: Pick<ListedMember, 'person' | 'untilOn'>,
    lastOn: Day = on,
  ): Violation[] {
    return judge(endMembership, { on, lastOn, member: { name: person.name, untilOn } });
  }

  execute(act: Act, { memberId, reason, lastOn }: EndMembershipInput): Promise<ListedMember | RuleRefusal> {
    return this.ledger.record(act, 'endMembership', async (tx) => {
      if ((await this.members.lock(tx, memberId)) === null) throw new NotFound(MEMBER_THING, memberId);
      const member = await this.members.known(tx, memberId, act.on);
      const violations = this.verdict(act, member, lastOn);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.members.end(tx, memberId, lastOn, reason);
      await this.mandates.endWithMemberships(tx, [memberId], lastOn, reason);
      await this.comings.tell(tx);
      return this.members.known(tx, memberId, act.on);
    });
  }
}
