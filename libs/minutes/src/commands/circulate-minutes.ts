import { Ledger } from '@hemicycle/audit';
import {
  circulateMinutes,
  deadlinesOfMinutes,
  judge,
  minutesStateAt,
  type Violation,
} from '@hemicycle/charter';
import { Conflict, Forbidden, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Bodies, MeetingsRepository } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import { AttendeesRepository } from '../attendees.repository.js';
import { MINUTES_LETTER } from '../circulated.letter.js';
import { Editions, type FixedMinutes } from '../editions.js';
import { MinutesReaders } from '../minutes-readers.js';
import type { Minutes } from '../minutes.entity.js';
import { MinutesRepository } from '../minutes.repository.js';
import { MINUTES_THING } from '../things.js';
import { changedMeanwhile } from './save-minutes.js';

/**
 * Sends the draft to the members, or to those of the working group, by whoever writes it: its delays begin, by the rules of procedure of the day, and without a
 * comment it is published at their end as it is (charter MINUTES). Whoever attended without a seat is named there alone from now on.
 */
@Injectable()
export class CirculateMinutes {
  constructor(
    private readonly ledger: Ledger,
    private readonly minutes: MinutesRepository,
    private readonly editions: Editions,
    private readonly attendees: AttendeesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly bodies: Bodies,
    private readonly readers: MinutesReaders,
    private readonly procedure: ProcedureRepository,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(MINUTES_LETTER);
  }

  verdict({ at }: Act, minutes: Minutes): Violation[] {
    return judge(circulateMinutes, { state: minutesStateAt(minutes, at) });
  }

  execute(
    act: Act,
    { minutesId, version: given }: { readonly minutesId: string; readonly version: number },
  ): Promise<FixedMinutes | RuleRefusal> {
    return this.ledger.record(
      act,
      'circulateMinutes',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const minutes = await this.minutes.lock(tx, minutesId);
        if (minutes === null) throw new NotFound(MINUTES_THING, minutesId);
        if (!(await this.readers.writes(tx, act, minutes.meetingId))) throw new Forbidden();
        const violations = this.verdict(act, minutes);
        if (violations.length > 0) return new RuleRefusal(violations);
        const version = await this.minutes.latestVersion(tx, minutesId);
        if (version.number !== given) throw new Conflict(changedMeanwhile(version.number, given));
        const { rules } = await this.procedure.editionOn(tx, act.on);
        const { commentsUntil, rulingUntil } = deadlinesOfMinutes(act.on, rules, this.zone);
        const text = await this.editions.text(tx, minutes, version, { edition: 1, reason: null });
        await this.minutes.addEdition(tx, {
          minutesId,
          number: 1,
          version: version.number,
          ...text,
          reason: null,
          madeAt: act.at,
        });
        await this.minutes.change(tx, minutesId, {
          circulatedById: personId,
          circulatedAt: act.at,
          commentsUntil,
          rulingUntil,
          publishesAt: commentsUntil,
        });
        await this.attendees.forget(tx, minutes, version.number);
        const meeting = await this.meetings.known(tx, minutes.meetingId);
        const named = await this.bodies.named(tx, meeting);
        for (const member of await this.bodies.membersOf(tx, meeting, act.on)) {
          await this.mail.enqueue(tx, MINUTES_LETTER, {
            to: { personId: member.personId },
            at: act.at,
            parameters: {
              minutesId,
              meetingNumber: version.facts.number,
              ...named,
              meetingOn: version.facts.on,
              commentsUntil: commentsUntil.toISOString(),
              timeZone: this.zone,
            },
          });
        }
        return { ...(await this.minutes.known(tx, minutesId)), sha256: text.sha256 };
      },
      ({ sha256 }: FixedMinutes) => sha256,
    );
  }
}
