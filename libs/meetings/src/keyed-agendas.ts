import type { KeyedAgenda, KeyHolder, SecondKey, TurningFacts } from '@hemicycle/charter';
import { type Act, COLLEGES, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaKey } from './agenda-key.entity.js';
import type { MeetingMove } from './meeting-move.entity.js';
import { AgendasRepository, type AgendaVersion } from './agendas.repository.js';
import { Bodies } from './bodies.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryRequestsRepository } from './plenary-requests.repository.js';

/** Of these moves of one meeting, those that took it to another day. */
const movesToAnotherDay = (moves: readonly MeetingMove[], zone: string): MeetingMove[] =>
  moves.filter(({ formerStartsAt, startsAt }) => dayOf(formerStartsAt, zone) !== dayOf(startsAt, zone));

/**
 * How many moves took a meeting to another day while it was planned: an urgency agreed to with an agenda of it counts from the last
 * of them on, since it is agreed to for a day.
 *
 * @param moves its moves
 */
export const movesWhilePlanned = (moves: readonly MeetingMove[], zone: string): number =>
  movesToAnotherDay(moves, zone).filter(({ noticeDays }) => noticeDays === null).length;

/** The keys of a plenary's agenda, and who holds the second (charter C3-AGENDA, RULES-ADOPTION). */
@Injectable()
export class KeyedAgendas {
  constructor(
    private readonly agendas: AgendasRepository,
    private readonly meetings: MeetingsRepository,
    private readonly mandates: MandatesRepository,
    private readonly members: MembersRepository,
    private readonly procedure: ProcedureRepository,
    private readonly requests: PlenaryRequestsRepository,
    private readonly bodies: Bodies,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /**
   * The founding group, until somebody was proclaimed or the first plenary was held, even if it elected nobody; then
   * the committee, acting holders included (charter ACTING). A founding group without a member left can turn nothing: the colleges do.
   */
  async secondKeyOn(reader: EntityManager, on: Day): Promise<SecondKey> {
    const committee =
      (await this.mandates.committeeExists(reader, on)) || (await this.meetings.anyHeld(reader, 'PLENARY'));
    if (!committee && (await this.procedure.founders(reader, on)).length > 0) return { by: 'FOUNDING_GROUP' };
    const serving = await this.mandates.servingOn(reader, on);
    const vacant = COLLEGES.filter((college) => !serving.some((one) => one.college === college));
    return { by: 'COMMITTEE', vacant };
  }

  /** What whoever acts is, on the day of the act, as a holder of keys. */
  async holder(reader: EntityManager, { actor: { personId, roles }, on }: Act): Promise<KeyHolder> {
    const serving = await this.mandates.servingOn(reader, on);
    const member = personId === null ? null : await this.members.memberOfPerson(reader, personId, on);
    return {
      personId,
      bySecretariat: roles.has('SECRETARIAT'),
      byFounder: roles.has('FOUNDING_GROUP'),
      committeeCollege: serving.find((one) => one.personId === personId)?.college ?? null,
      actedUntilOn: personId === null ? null : await this.mandates.actedUntil(reader, personId, on),
      memberCollege: member?.college ?? null,
    };
  }

  /** What the charter asks to know of whoever turns a key, or her half of it, on a version. */
  async turning(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    turned: Pick<TurningFacts, 'key' | 'forDay' | 'version' | 'agenda'>,
  ): Promise<TurningFacts> {
    return {
      ...turned,
      state: meeting.state,
      on: act.on,
      ...(await this.bodies.of(reader, act, meeting)),
      secondConvocation: await this.meetings.isConvenedAgain(reader, meeting.id),
      secondKey: await this.secondKeyOn(reader, act.on),
      holder: await this.holder(reader, act),
    };
  }

  /** How many moves took it to another day, plus one: which of them an urgency agreed to now would be for. */
  async nextMove(reader: EntityManager, meetingId: string): Promise<number> {
    return movesToAnotherDay(await this.meetings.moves(reader, [meetingId]), this.zone).length + 1;
  }

  /** With which move an urgency goes that is agreed to with the agenda itself: {@link movesWhilePlanned}. */
  async urgencyOfTheAgenda(reader: EntityManager, meetingId: string): Promise<number> {
    return movesWhilePlanned(await this.meetings.moves(reader, [meetingId]), this.zone);
  }

  /** A version and the keys turned on it, as the charter asks to know them; the urgency is that of the agenda itself. */
  async keyed(reader: EntityManager, agenda: AgendaVersion): Promise<KeyedAgenda> {
    const own = await this.urgencyOfTheAgenda(reader, agenda.meetingId);
    return this.withUrgency(reader, agenda, ({ move }) => move === own);
  }

  /**
   * The version on which a meeting is to be moved, and the keys turned on it: the urgency is that of the next move, to this day. It
   * serves once.
   *
   * @param toDay null: to some day to which nobody agreed yet
   */
  async keyedForMove(reader: EntityManager, agenda: AgendaVersion, toDay: Day | null): Promise<KeyedAgenda> {
    const next = await this.nextMove(reader, agenda.meetingId);
    return this.withUrgency(reader, agenda, ({ move, forDay }) => move === next && forDay === toDay);
  }

  /** The days to come to which somebody agreed already that it be moved, on this version, the earliest first. */
  async daysAgreedTo(reader: EntityManager, agenda: AgendaVersion, on: Day): Promise<Day[]> {
    const next = await this.nextMove(reader, agenda.meetingId);
    const turned = await this.agendas.keysOn(reader, agenda);
    const days = turned
      .filter(({ move, forDay }) => move === next && on <= forDay)
      .map(({ forDay }) => forDay);
    return [...new Set(days)].toSorted();
  }

  private async withUrgency(
    reader: EntityManager,
    agenda: AgendaVersion,
    serves: (turned: AgendaKey) => boolean,
  ): Promise<KeyedAgenda> {
    const turned = await this.agendas.keysOn(reader, agenda);
    const keys = turned.filter((one) => one.key !== 'URGENCY' || serves(one));
    return {
      version: agenda.version,
      published: agenda.state === 'PUBLISHED',
      electionsOnly: agenda.items.every(({ kind }) => kind === 'ELECTION'),
      requested: await this.requests.isRequested(reader, agenda.meetingId),
      keys: keys.map(({ turnedAt, ...key }) => ({ ...key, turnedOn: dayOf(turnedAt, this.zone) })),
    };
  }
}
