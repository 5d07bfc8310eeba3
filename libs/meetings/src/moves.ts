import type { ConvocationFacts, MovingFacts } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { BadUserInput } from '@hemicycle/graphql';
import { type Act, type Day, dayOf, daysBetween, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from './agendas.repository.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Bodies } from './bodies.js';
import { SOMEWHERE } from './commands/plan-meeting.js';
import { type Calling, Convocations } from './convocations.js';
import { KeyedAgendas } from './keyed-agendas.js';
import { MeetingCalendar } from './meeting-calendar.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { MOVE_LETTER } from './move.letter.js';
import { MOVED_AWAY_LETTER, type MovedAwayWords } from './moved-away.letter.js';
import { PlenaryRequestsRepository } from './plenary-requests.repository.js';
import { takesPart } from './sessions.js';

/** When and where a meeting is to be from now on, and why. */
export interface Moving extends Calling {
  readonly place: string | null;
  readonly onlineLink: string | null;
  readonly reason: string;
  /** The last day of the nominations for its elections, that day included; null: none is open, or they close in session. */
  readonly nominationsUntilOn: Day | null;
}

type MovingWithoutElections = Omit<MovingFacts, 'called' | 'nominations'>;

/** What moving a meeting rests on and what it writes, for the command that also looks at its elections, in a later room. */
@Injectable()
export class Moves {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly attendance: AttendanceRepository,
    private readonly requests: PlenaryRequestsRepository,
    private readonly convocations: Convocations,
    private readonly keyed: KeyedAgendas,
    private readonly bodies: Bodies,
    private readonly calendar: MeetingCalendar,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(MOVE_LETTER);
    mail.register(MOVED_AWAY_LETTER);
  }

  /** What the charter asks to know of the move. In a command, the meeting's row is locked by then. */
  async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    calling: Calling,
  ): Promise<MovingWithoutElections> {
    const facts: ConvocationFacts = await this.convocations.facts(reader, act, meeting, calling);
    const agenda = await this.agendas.published(reader, meeting.id);
    const sent = await this.meetings.latestConvocation(reader, meeting.id);
    const again = sent !== null && sent.number > 1;
    const recorded = await this.attendance.latest(reader, [meeting.id]);
    const [request] = await this.requests.ofMeetings(reader, [meeting.id]);
    return {
      ...facts,
      agenda: agenda === null ? null : await this.keyed.keyedForMove(reader, agenda, facts.meetingOn),
      // Convened once and not met yet, it has lacked no quorum.
      missedOn: again ? facts.missedOn : null,
      wasAt: meeting.startsAt,
      wasOn: dayOf(meeting.startsAt, this.zone),
      presenceRecorded: recorded.some(takesPart),
      requiredOn: request?.requiredOn ?? null,
    };
  }

  /**
   * Moves the meeting and, once it is convened, tells whoever makes it up on its new day; of those who were convened for the day that it had, the others
   * are freed of it. The law was judged on {@link facts} in the same transaction.
   *
   * @throws BadUserInput when nothing would change, or when the meeting would be nowhere.
   */
  async write(tx: Tx, act: Act, meeting: Meeting, moving: Moving): Promise<Meeting> {
    const { startsAt, place, onlineLink, reason, urgencyReason } = moving;
    const { personId } = act.actor;
    if (personId === null) throw new RangeError('Nobody moves the meeting');
    if (place === null && onlineLink === null) throw new BadUserInput('place', SOMEWHERE);
    const sameTime = startsAt.getTime() === meeting.startsAt.getTime();
    if (sameTime && place === meeting.place && onlineLink === meeting.onlineLink) {
      throw new BadUserInput('startsAt', NOTHING_CHANGES);
    }
    const moved: Meeting = { ...meeting, startsAt, place, onlineLink };
    const convened = meeting.state !== 'PLANNED';
    await this.meetings.move(tx, {
      meetingId: meeting.id,
      number: (await this.meetings.countMoves(tx, meeting.id)) + 1,
      formerStartsAt: meeting.startsAt,
      formerPlace: meeting.place,
      formerOnlineLink: meeting.onlineLink,
      startsAt,
      place,
      onlineLink,
      reason,
      noticeDays: convened ? daysBetween(act.on, dayOf(startsAt, this.zone)) : null,
      urgencyReason: convened ? urgencyReason : null,
      movedById: personId,
      movedAt: act.at,
    });
    if (convened) await this.tellEverybody(tx, act, meeting, moved, moving);
    return moved;
  }

  private async tellEverybody(
    tx: Tx,
    act: Act,
    meeting: Meeting,
    moved: Meeting,
    { place, reason, urgencyReason, nominationsUntilOn }: Moving,
  ): Promise<void> {
    const convocation = await this.meetings.latestConvocation(tx, meeting.id);
    if (convocation === null) throw new RangeError(`Meeting ${meeting.id} is not convened`);
    const awaited = (await this.bodies.addressees(tx, moved)).map(({ personId: toId }) => toId);
    // Whoever takes part on the new day alone is told of the meeting by this letter.
    await this.meetings.summon(tx, convocation, awaited, act.at);
    const freed = await this.convocations.freeWhoeverLeft(tx, act.at, moved);
    const wordsTo = await this.calendar.wordsToEach(tx, meeting.id);
    const toEach = (toId: string): MovedAwayWords => ({
      ...wordsTo(toId),
      formerStartsAt: meeting.startsAt.toISOString(),
      reason,
    });
    const samePlace = place === meeting.place;
    await this.mail.enqueueEach(
      tx,
      MOVE_LETTER,
      awaited.map((toId) => ({
        to: { personId: toId },
        parameters: { ...toEach(toId), samePlace, urgencyReason, nominationsUntilOn },
      })),
      act.at,
    );
    await this.mail.enqueueEach(
      tx,
      MOVED_AWAY_LETTER,
      freed.map((toId) => ({ to: { personId: toId }, parameters: toEach(toId) })),
      act.at,
    );
  }
}

const NOTHING_CHANGES = {
  fr: 'La réunion a déjà cette date et ce lieu : rien ne changerait.',
  en: 'The meeting has this time and this place already: nothing would change.',
};
