import { Ledger } from '@hemicycle/audit';
import { endAlternate, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { AlternatesRepository } from '../alternates.repository.js';
import { ComingsAndGoings } from '../comings-and-goings.js';
import type { EndAlternateInput } from '../graphql/members.inputs.js';
import { type ListedMember, type MemberOnDay, MembersRepository } from '../members.repository.js';
import { MEMBER } from '../things.js';

/** Ends the right of an alternate to sit in for a member; today is its last day. */
@Injectable()
export class EndAlternate {
  constructor(
    private readonly ledger: Ledger,
    private readonly members: MembersRepository,
    private readonly alternates: AlternatesRepository,
    private readonly comings: ComingsAndGoings,
  ) {}

  /** @param member as she is on the day of the act. */
  verdict({ on, actor }: Act, member: MemberOnDay): Violation[] {
    const { alternatePersonId, alternateUntilOn } = member;
    return judge(endAlternate, {
      on,
      byMember: actor.personId === member.personId,
      byAlternate: actor.personId !== null && actor.personId === alternatePersonId,
      bySecretariat: actor.roles.has('SECRETARIAT'),
      alternate: alternatePersonId === null ? null : { untilOn: alternateUntilOn },
    });
  }

  execute(act: Act, { memberId }: EndAlternateInput): Promise<ListedMember | RuleRefusal> {
    return this.ledger.record(act, 'endAlternate', async (tx) => {
      await this.members.lock(tx, memberId);
      const [member] = await this.members.onDay(tx, [memberId], act.on);
      if (member === undefined) throw new NotFound(MEMBER, memberId);
      const violations = this.verdict(act, member);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.alternates.end(tx, memberId, act.on);
      await this.comings.tell(tx);
      return this.members.known(tx, memberId, act.on);
    });
  }
}
