import { Ledger } from '@hemicycle/audit';
import { judge, planMeeting, type Violation } from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { GroupsRepository } from '@hemicycle/groups';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Bodies } from '../bodies.js';
import type { PlanMeetingInput } from '../graphql/meetings.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { GROUP_THING } from '../things.js';

/** Plans a meeting for a time to come: a plenary, the management committee’s or a working group’s (charter C3-CONVOCATION, WORKING-GROUP-SETUP). */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly groups: GroupsRepository,
    private readonly bodies: Bodies,
  ) {}

  /**
   * @param startsAt null: any time to come.
   */
  async verdict(
    reader: EntityManager,
    act: Act,
    of: Pick<Meeting, 'body' | 'groupId'>,
    startsAt: Date | null,
  ): Promise<Violation[]> {
    return judge(planMeeting, {
      ...(await this.bodies.of(reader, act, of)),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      at: act.at,
      startsAt: startsAt ?? new Date(act.at.getTime() + 1),
    });
  }

  execute(act: Act, input: PlanMeetingInput): Promise<Meeting | RuleRefusal> {
    const { body, startsAt, place, onlineLink } = input;
    const groupId = input.groupId ?? null;
    return this.ledger.record(act, 'planMeeting', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      if ((body === 'WORKING_GROUP') !== (groupId !== null)) throw new BadUserInput('groupId', ITS_GROUP);
      // Nobody closes the group meanwhile, nor does a second facilitator plan at once.
      if (groupId !== null && (await this.groups.lock(tx, groupId)) === null) {
        throw new NotFound(GROUP_THING, groupId);
      }
      const violations = await this.verdict(tx, act, { body, groupId }, startsAt);
      if (violations.length > 0) return new RuleRefusal(violations);
      if (!place && !onlineLink) throw new BadUserInput('place', SOMEWHERE);
      return this.meetings.plan(tx, {
        id: newId(),
        body,
        groupId,
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
const ITS_GROUP = {
  fr: 'La réunion d’un groupe de travail désigne ce groupe ; celle d’un autre organe n’en désigne aucun.',
  en: 'A working group’s meeting names that group; another body’s names none.',
};
