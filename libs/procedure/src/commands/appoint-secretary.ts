import { PeopleRepository } from '@hemicycle/accounts';
import { Ledger } from '@hemicycle/audit';
import { appointSecretary, judge } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type Appointment, ProcedureRepository } from '../procedure.repository.js';
import { BODY } from '../things.js';

/** Takes a person into the secretariat, for one of its bodies, from that day on. */
@Injectable()
export class AppointSecretary {
  constructor(
    private readonly ledger: Ledger,
    private readonly people: PeopleRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  execute(
    act: Act,
    input: {
      readonly bodyId: string;
      readonly name: string;
      readonly email: string;
      readonly language: 'FR' | 'EN';
    },
  ): Promise<Appointment | RuleRefusal> {
    return this.ledger.record(act, 'appointSecretary', async (tx) => {
      await this.procedure.lock(tx);
      if (!(await this.procedure.hasBody(tx, input.bodyId))) throw new NotFound(BODY, input.bodyId);
      const person = await this.people.personAt(tx, {
        email: input.email,
        name: input.name,
        language: input.language === 'FR' ? 'fr' : 'en',
        at: act.at,
      });
      const held = await this.procedure.heldAppointment(tx, person.id, act.on);
      const violations = judge(appointSecretary, {
        held: held && { ...held, personName: held.person.name, bodyName: held.body.name },
      });
      if (violations.length > 0) return new RuleRefusal(violations);
      const id = newId();
      await this.procedure.appoint(tx, { id, personId: person.id, bodyId: input.bodyId, fromOn: act.on });
      return this.procedure.knownAppointment(tx, id);
    });
  }
}
