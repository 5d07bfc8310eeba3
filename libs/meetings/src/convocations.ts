import {
  type AgendaGround,
  type ConvenedGroup,
  type ConvocationFacts,
  groundOf,
  type OfABody,
} from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { type Act, dayOf, daysBetween, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository, type AgendaVersion } from './agendas.repository.js';
import { Bodies } from './bodies.js';
import { CONVOCATION_LETTER } from './convocation.letter.js';
import { ConvocationStopsRepository } from './convocation-stops.repository.js';
import { KeyedAgendas } from './keyed-agendas.js';
import { MeetingCalendar } from './meeting-calendar.js';
import type { Body, Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { Papers } from './papers.js';
import { RELEASED_LETTER } from './released.letter.js';

/** How a meeting is to be convened. */
export interface Calling {
  /** When the members are called for: the planned start, or a new one after a lack of quorum. */
  readonly startsAt: Date;
  /** Why the notice is short; null: it is not said to be urgent. */
  readonly urgencyReason: string | null;
  /** Whether it leaves by itself, by nobody’s act, as a group’s does. */
  readonly byItself?: boolean;
}

/** Whoever sets the agenda of a body alone; a plenary’s has its keys (charter C3-AGENDA). */
const SET_BY: Readonly<Partial<Record<Body, AgendaGround>>> = {
  MANAGEMENT_COMMITTEE: 'CO_CHAIRS',
  WORKING_GROUP: 'FACILITATORS',
};

/** What convening rests on and what it writes, for the command that also opens nominations, in a later room. */
@Injectable()
export class Convocations {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyed: KeyedAgendas,
    private readonly bodies: Bodies,
    private readonly stops: ConvocationStopsRepository,
    private readonly procedure: ProcedureRepository,
    private readonly members: MembersRepository,
    private readonly papers: Papers,
    private readonly calendar: MeetingCalendar,
    private readonly mail: Mail,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    mail.register(CONVOCATION_LETTER);
    mail.register(RELEASED_LETTER);
  }

  /** What the charter asks to know of a convocation. In a command, the meeting's row is locked by then. */
  async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    { startsAt, urgencyReason, byItself = false }: Calling,
  ): Promise<ConvocationFacts> {
    const meetingOn = dayOf(startsAt, this.zone);
    const { rules } = await this.procedure.editionOn(reader, act.on);
    const agenda = await this.agendas.toConveneOn(reader, meeting.id);
    const members = await this.bodies.membersOf(reader, meeting, meetingOn);
    const sent = await this.meetings.latestConvocation(reader, meeting.id);
    return {
      rules,
      state: meeting.state,
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      at: act.at,
      on: act.on,
      startsAt,
      meetingOn,
      urgencyReason,
      missedOn: sent === null ? null : dayOf(meeting.startsAt, this.zone),
      ...(await this.whose(reader, act, meeting, byItself)),
      isFirstPlenary: await this.meetings.isFirstPlenary(reader, meeting),
      agenda: agenda === null ? null : await this.keyed.keyed(reader, agenda),
      secondKey: await this.keyed.secondKeyOn(reader, act.on),
      memberCounts: {
        GOVERNMENT: members.filter(({ college }) => college === 'GOVERNMENT').length,
        CIVIL_SOCIETY: members.filter(({ college }) => college === 'CIVIL_SOCIETY').length,
      },
    };
  }

  private async whose(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    byItself: boolean,
  ): Promise<OfABody<ConvenedGroup>> {
    const { group, committee } = await this.bodies.of(reader, act, meeting);
    if (group === null) return { group, committee };
    const stopReason = await this.stops.reason(reader, meeting.id);
    return { group: { ...group, byItself, stopReason }, committee };
  }

  /**
   * Convenes the meeting on its agenda, again on the one published, and writes to everybody who takes part in it on its day. The law
   * was judged on {@link facts} in the same transaction.
   */
  async send(tx: Tx, act: Act, meeting: Meeting, { startsAt, urgencyReason }: Calling): Promise<void> {
    const agenda = await this.agendas.toConveneOn(tx, meeting.id);
    if (agenda === null) throw new RangeError('No agenda to convene on');
    const meetingOn = dayOf(startsAt, this.zone);
    const ground = SET_BY[meeting.body] ?? (await this.ground(tx, act, agenda));
    await this.meetings.convene(tx, {
      meetingId: meeting.id,
      sentAt: act.at,
      sentById: act.actor.personId,
      agendaVersion: agenda.version,
      ground,
      startsAt,
      noticeDays: daysBetween(act.on, meetingOn),
      urgencyReason,
    });
    await this.sendToWhoeverLacksIt(tx, act.at, { ...meeting, startsAt });
  }

  /**
   * Sends the convocation that stands, on the agenda and for the time that stand by now, to whoever takes part in the meeting on its
   * day and was not sent it: everybody when it leaves, then whoever comes to take part. The meeting's row is held by then.
   */
  async sendToWhoeverLacksIt(tx: Tx, at: Date, meeting: Meeting): Promise<void> {
    const convocation = await this.meetings.latestConvocation(tx, meeting.id);
    if (convocation === null) throw new RangeError(`Meeting ${meeting.id} is not convened`);
    const addressees = await this.bodies.addressees(tx, meeting);
    const lacking = await this.meetings.summon(
      tx,
      convocation,
      addressees.map(({ personId }) => personId),
      at,
    );
    if (lacking.size === 0) return;
    const { urgencyReason, ground, number } = convocation;
    const wordsTo = await this.calendar.wordsToEach(tx, meeting.id);
    const words = {
      ...(await this.papers.words(tx, meeting.id)),
      urgencyReason,
      ground,
      again: number > 1,
    };
    await this.mail.enqueueEach(
      tx,
      CONVOCATION_LETTER,
      addressees
        .filter(({ personId }) => lacking.has(personId))
        .map(({ personId, isAlternate }) => ({
          to: { personId },
          parameters: { ...wordsTo(personId), ...words, isAlternate },
        })),
      at,
    );
  }

  /**
   * Frees whoever was convened to the meeting and takes no part in it on its day any more; gives those to be told of it, who were not
   * before. Of the dead, nobody is written to. The meeting's row is held by then.
   */
  async freeWhoeverLeft(tx: Tx, at: Date, meeting: Meeting): Promise<readonly string[]> {
    const awaited = (await this.bodies.addressees(tx, meeting)).map(({ personId }) => personId);
    const freed = await this.meetings.releaseAllBut(tx, meeting.id, awaited, at);
    const dead = await this.members.deadAmong(tx, freed);
    return freed.filter((personId) => !dead.has(personId));
  }

  /** Frees them, and tells them so. */
  async tellWhoeverLeft(tx: Tx, at: Date, meeting: Meeting): Promise<void> {
    const freed = await this.freeWhoeverLeft(tx, at, meeting);
    if (freed.length === 0) return;
    const wordsTo = await this.calendar.wordsToEach(tx, meeting.id);
    await this.mail.enqueueEach(
      tx,
      RELEASED_LETTER,
      freed.map((personId) => ({ to: { personId }, parameters: wordsTo(personId) })),
      at,
    );
  }

  /** On what ground a convocation leaves: a second one on that of the first. */
  private async ground(reader: EntityManager, act: Act, agenda: AgendaVersion): Promise<AgendaGround> {
    const first = await this.meetings.latestConvocation(reader, agenda.meetingId);
    const secondKey = await this.keyed.secondKeyOn(reader, act.on);
    const ground = first?.ground ?? groundOf(await this.keyed.keyed(reader, agenda), secondKey, act.on);
    if (ground === null) throw new RangeError(`Version ${agenda.version} has no ground to be convened on`);
    return ground;
  }
}
