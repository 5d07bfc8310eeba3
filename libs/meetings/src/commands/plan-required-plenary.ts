import { Ledger } from '@hemicycle/audit';
import { judge, planRequiredPlenary, type Violation } from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, dayOf, FORUM_TIME_ZONE, newId } from '@hemicycle/kernel';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from '../agendas.repository.js';
import type { PlanRequiredPlenaryInput } from '../graphql/plenary-requests.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequests } from '../plenary-requests.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import { PLENARY_REQUEST_THING } from '../things.js';
import { SOMEWHERE } from './plan-meeting.js';

/** Plans the plenary that members require, on the agenda of their request, by the secretariat (charter EXTRAORDINARY). */
@Injectable()
export class PlanRequiredPlenary {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PlenaryRequestsRepository,
    private readonly requests: PlenaryRequests,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** @param startsAt null: any time that the charter lets it begin. */
  async verdict(
    reader: EntityManager,
    act: Act,
    { id, state, requiredOn, meetingId }: PlenaryRequest,
    startsAt: Date | null,
  ): Promise<Violation[]> {
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const planned = meetingId === null ? null : await this.meetings.known(reader, meetingId);
    const soon = startsAt ?? new Date(act.at.getTime() + 1);
    const requirement = await this.requests.requirement(reader, id, act.on);
    return judge(planRequiredPlenary, {
      state,
      rules,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      at: act.at,
      on: act.on,
      startsAt: soon,
      meetingOn: dayOf(soon, this.zone),
      // Members may have left, or taken office, since the last of them supported it.
      requiredOn: requiredOn ?? (state === 'OPEN' && requirement.required ? act.on : null),
      requirement,
      isPlanned: planned !== null && planned.state !== 'CANCELLED',
    });
  }

  execute(
    act: Act,
    { requestId, startsAt, place, onlineLink }: PlanRequiredPlenaryInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.ledger.record(act, 'planRequiredPlenary', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const request = await this.repository.lock(tx, requestId);
      if (request === null) throw new NotFound(PLENARY_REQUEST_THING, requestId);
      const violations = await this.verdict(tx, act, request, startsAt);
      if (violations.length > 0) return new RuleRefusal(violations);
      if (!place && !onlineLink) throw new BadUserInput('place', SOMEWHERE);
      if (request.requiredOn === null) await this.repository.require(tx, requestId, act.on);
      const meeting = await this.meetings.plan(tx, {
        id: newId(),
        body: 'PLENARY',
        groupId: null,
        startsAt,
        place: place ?? null,
        onlineLink: onlineLink ?? null,
        plannedById: personId,
        plannedAt: act.at,
      });
      await this.repository.plan(tx, requestId, meeting.id);
      const items = await this.repository.items(tx, [requestId]);
      await this.agendas.draft(
        tx,
        { meetingId: meeting.id, version: 1, draftedById: personId, draftedAt: act.at },
        items.map(({ requestId: _, position: __, ...item }) => ({
          ...item,
          reportOfId: null,
          itemId: newId(),
        })),
      );
      return meeting;
    });
  }
}
