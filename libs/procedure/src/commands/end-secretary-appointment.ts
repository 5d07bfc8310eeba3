import { Ledger } from '@hemicycle/audit';
import { endSecretaryAppointment, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { type Appointment, ProcedureRepository } from '../procedure.repository.js';
import { APPOINTMENT } from '../things.js';

/** Ends a person's work in the secretariat with that day. */
@Injectable()
export class EndSecretaryAppointment {
  constructor(
    private readonly ledger: Ledger,
    private readonly procedure: ProcedureRepository,
  ) {}

  verdict({ untilOn }: Pick<Appointment, 'untilOn'>): Violation[] {
    return judge(endSecretaryAppointment, { state: untilOn === null ? 'IN_FORCE' : 'ENDED' });
  }

  execute(
    act: Act,
    { appointmentId }: { readonly appointmentId: string },
  ): Promise<Appointment | RuleRefusal> {
    return this.ledger.record(act, 'endSecretaryAppointment', async (tx) => {
      await this.procedure.lock(tx);
      const appointment = await this.procedure.appointment(tx, appointmentId);
      if (appointment === null) throw new NotFound(APPOINTMENT, appointmentId);
      const violations = this.verdict(appointment);
      if (violations.length > 0) return new RuleRefusal(violations);
      await this.procedure.endAppointment(tx, appointmentId, act.on);
      return this.procedure.knownAppointment(tx, appointmentId);
    });
  }
}
