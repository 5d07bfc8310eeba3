import { PeopleRepository } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import { judge, nameFounder } from '@hemicycle/charter';
import { RuleRefusal } from '@hemicycle/graphql';
import { type Act, type College, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type Founder, ProcedureRepository } from '../procedure.repository.js';

/** Takes a person into the founding working group, from that day on. For the operator alone: no mutation calls it. */
@Injectable()
export class NameFounder {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  execute(
    act: Act,
    input: {
      readonly name: string;
      readonly email: string;
      readonly language: 'FR' | 'EN';
      readonly college: College;
    },
  ): Promise<Founder | RuleRefusal> {
    return this.ledger.record(act, 'nameFounder', async (tx) => {
      const { foundingGroupEndedOn } = await this.procedure.lock(tx);
      const person = await this.people.personAt(tx, {
        email: input.email,
        name: input.name,
        language: input.language === 'FR' ? 'fr' : 'en',
        at: act.at,
      });
      const founds = await this.procedure.isFounder(tx, person.id, act.on);
      const violations = judge(nameFounder, {
        groupEndedOn: foundingGroupEndedOn,
        alreadyFounder: founds ? person.name : null,
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      const founder: Founder = {
        id: newId(),
        person: { id: person.id, name: person.name },
        college: input.college,
        fromOn: act.on,
        untilOn: null,
      };
      await this.procedure.addFounder(tx, founder);
      return founder;
    });
  }
}
