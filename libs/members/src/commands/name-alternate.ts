import { Ledger } from '@hemicycle/audit';
import { judge, nameAlternate, type RulesOfProcedure, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import { ALTERNATE_NAMED_LETTER } from '../alternate-named.letter.js';
import { AlternatesRepository } from '../alternates.repository.js';
import type { NameAlternateInput } from '../graphql/members.inputs.js';
import {
  type ListedMember,
  type MemberOnDay,
  MembersRepository,
  NO_TIES,
  type Ties,
} from '../members.repository.js';
import { Newcomers } from '../newcomers.js';
import { MEMBER } from '../things.js';

/** Names the one person who may sit in for a member, and tells her. */
@Injectable()
export class NameAlternate {
  constructor(
    private readonly ledger: Ledger,
    private readonly newcomers: Newcomers,
    private readonly procedure: ProcedureRepository,
    private readonly members: MembersRepository,
    private readonly alternates: AlternatesRepository,
    private readonly mail: Mail,
  ) {
    mail.register(ALTERNATE_NAMED_LETTER);
  }

  /**
   * The rules that refuse it to the actor, by the edition of the day.
   *
   * @param member as she is on the day of the act.
   * @param person the one named; somebody without ties, of the member's own organisation, unless given.
   */
  verdict(
    act: Act,
    rules: RulesOfProcedure,
    member: MemberOnDay,
    person: Ties & { organisationId: string } = { ...NO_TIES, organisationId: member.organisationId },
  ): Violation[] {
    return judge(nameAlternate, {
      on: act.on,
      rules,
      member,
      byMember: act.actor.personId === member.personId,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      alternate: member.alternatePersonId === null ? null : { untilOn: member.alternateUntilOn },
      ...person,
    });
  }

  execute(act: Act, input: NameAlternateInput): Promise<ListedMember | RuleRefusal> {
    const { memberId, organisationId } = input;
    return this.ledger.record(act, 'nameAlternate', async (tx) => {
      await this.members.lock(tx, memberId);
      const [member] = await this.members.onDay(tx, [memberId], act.on);
      if (member === undefined) throw new NotFound(MEMBER, memberId);
      const { rules } = await this.procedure.editionOn(tx, act.on);
      // Whose the address is, and her ties, are told to nobody who may not name her.
      if (act.actor.personId !== member.personId && !act.actor.roles.has('SECRETARIAT')) {
        return new RuleRefusal(this.verdict(act, rules, member, { ...NO_TIES, organisationId }));
      }
      const { person, ties } = await this.newcomers.welcome(tx, act, input);
      const violations = this.verdict(act, rules, member, { ...ties, organisationId });
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.alternates.name(tx, member, person.id, act.on);
      await this.mail.enqueue(tx, ALTERNATE_NAMED_LETTER, {
        to: { personId: person.id },
        at: act.at,
        parameters: {
          memberName: member.personName,
          memberNumber: member.number,
          organisationFr: member.organisationName.fr,
          organisationEn: member.organisationName.en,
        },
      });
      return this.members.known(tx, memberId, act.on);
    });
  }
}
