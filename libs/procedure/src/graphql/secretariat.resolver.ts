import {
  type ApiContext,
  CurrentAct,
  PermittedAction,
  permittedAction,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { AppointSecretary } from '../commands/appoint-secretary.js';
import { EndSecretaryAppointment } from '../commands/end-secretary-appointment.js';
import { RegisterSecretariatBody } from '../commands/register-secretariat-body.js';
import type { Appointment, NamedBody } from '../procedure.repository.js';
import {
  AppointSecretaryResult,
  EndSecretaryAppointmentResult,
  RegisterSecretariatBodyResult,
  SecretariatAppointmentType,
} from './forum.type.js';
import {
  AppointSecretaryInput,
  EndSecretaryAppointmentInput,
  RegisterSecretariatBodyInput,
} from './secretariat.inputs.js';

@Resolver(() => SecretariatAppointmentType)
export class SecretariatResolver {
  constructor(
    private readonly registration: RegisterSecretariatBody,
    private readonly appointment: AppointSecretary,
    private readonly end: EndSecretaryAppointment,
  ) {}

  @ResolveField(() => [PermittedAction], {
    description: 'Whether the person who asks may end it now, and which rules refuse it.',
  })
  permitted(appointment: Appointment, _: unknown, { act }: ApiContext): PermittedAction[] {
    return [
      permittedAction(
        'endSecretaryAppointment',
        this.end.verdict(appointment),
        act.actor.roles.has('SECRETARIAT'),
      ),
    ];
  }

  @Mutation(() => RegisterSecretariatBodyResult, {
    description: 'Enters a body among those that hold the role of secretariat together.',
  })
  registerSecretariatBody(
    @CurrentAct() act: Act,
    @Args('input') input: RegisterSecretariatBodyInput,
  ): Promise<NamedBody | RuleRefusal> {
    return this.registration.execute(act, input);
  }

  @Mutation(() => AppointSecretaryResult, {
    description: 'Takes a person into the secretariat, for one of its bodies, from that day on.',
  })
  appointSecretary(
    @CurrentAct() act: Act,
    @Args('input') input: AppointSecretaryInput,
  ): Promise<Appointment | RuleRefusal> {
    return this.appointment.execute(act, input);
  }

  @Mutation(() => EndSecretaryAppointmentResult, {
    description: 'Ends a person’s work in the secretariat: that day is the last.',
  })
  endSecretaryAppointment(
    @CurrentAct() act: Act,
    @Args('input') input: EndSecretaryAppointmentInput,
  ): Promise<Appointment | RuleRefusal> {
    return this.end.execute(act, input);
  }
}
