import { Ledger } from '@hemicycle/audit';
import { judge, planMeeting, type Violation } from '@hemicycle/charter';
import { BadUserInput, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { PlanMeetingInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';

/** Plans a plenary for a time to come. */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
  ) {}

  verdict({ actor, at }: Act, startsAt: Date): Violation[] {
    return judge(planMeeting, { bySecretariat: actor.roles.has('SECRETARIAT'), at, startsAt });
  }

  execute(act: Act, input: PlanMeetingInput): Promise<Meeting | RuleRefusal> {
    const { body, startsAt, place, onlineLink } = input;
    return this.ledger.record(act, 'planMeeting', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const violations = this.verdict(act, startsAt);
      if (violations.length > 0) return new RuleRefusal(violations);
      if (!place && !onlineLink) throw new BadUserInput('place', SOMEWHERE);
      return this.meetings.plan(tx, {
        id: newId(),
        body,
        startsAt,
        place: place ?? null,
        onlineLink: onlineLink ?? null,
        plannedById: personId,
        plannedAt: act.at,
      });
    });
  }
}

export const SOMEWHERE = {
  fr: 'Une réunion a un lieu, un lien pour y participer à distance, ou les deux.',
  en: 'A meeting has a place, a link to take part at a distance, or both.',
};
