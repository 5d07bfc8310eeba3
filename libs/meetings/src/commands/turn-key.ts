import { Ledger } from '@hemicycle/audit';
import {
  type AgendaKeyName,
  judge,
  partHeld,
  turnKey,
  type TurningFacts,
  type Violation,
} from '@hemicycle/charter';
import { BadUserInput, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE, type Text } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from '../agendas.repository.js';
import { Bodies } from '../bodies.js';
import type { TurnKeyInput } from '../graphql/meetings.inputs.js';
import { KeyedAgendas } from '../keyed-agendas.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { MEETING_THING } from '../things.js';

/** Turns a key of an agenda, or the half of it that whoever acts holds, on one version. */
@Injectable()
export class TurnKey {
  constructor(
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyed: KeyedAgendas,
    private readonly mandates: MandatesRepository,
    private readonly members: MembersRepository,
    private readonly bodies: Bodies,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The rules that refuse it on the version that stands: the secretariat's key for a secretary, else the second. */
  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    const key = act.actor.roles.has('SECRETARIAT') ? 'SECRETARIAT' : 'COMMITTEE';
    return judge(turnKey, await this.facts(reader, act, meeting, { key, forDay: null }));
  }

  /** @throws BadUserInput when another key than that of an urgency names a day. */
  execute(act: Act, input: TurnKeyInput): Promise<Meeting | RuleRefusal> {
    const { meetingId, version, key, forDay = null } = input;
    if (forDay !== null && key !== 'URGENCY') throw new BadUserInput('forDay', URGENCY_ALONE);
    return this.ledger.record(act, 'turnKey', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const meeting = await this.meetings.lock(tx, meetingId);
      if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
      const facts = await this.facts(tx, act, meeting, { key, forDay, version });
      const violations = judge(turnKey, facts);
      const held = partHeld(key, facts.secondKey, facts.holder);
      if (violations.length > 0 || held === null) return new RuleRefusal(violations);
      await this.agendas.turn(tx, {
        meetingId,
        version,
        key,
        move: forDay === null ? 0 : await this.keyed.nextMove(tx, meetingId),
        forDay: forDay ?? dayOf(meeting.startsAt, this.zone),
        ...held,
        turnedById: personId,
        turnedAt: act.at,
      });
      return meeting;
    });
  }

  private async facts(
    reader: EntityManager,
    act: Act,
    meeting: Meeting,
    {
      key,
      forDay,
      version,
    }: { readonly key: AgendaKeyName; readonly forDay: Day | null; readonly version?: number },
  ): Promise<TurningFacts> {
    const { id, state } = meeting;
    const { personId, roles } = act.actor;
    // Whatever is being drafted, a meeting is moved on the agenda for which it was convened.
    const agenda =
      forDay === null ? await this.agendas.latest(reader, id) : await this.agendas.published(reader, id);
    const serving = await this.mandates.servingOn(reader, act.on);
    const member = personId === null ? null : await this.members.memberOfPerson(reader, personId, act.on);
    return {
      state,
      ...(await this.bodies.of(reader, act, meeting)),
      secondConvocation: await this.meetings.isConvenedAgain(reader, id),
      key,
      forMove: forDay !== null,
      version: version ?? agenda?.version ?? 0,
      agenda: agenda === null ? null : await this.keyed.keyed(reader, agenda, forDay),
      secondKey: await this.keyed.secondKeyOn(reader, act.on),
      holder: {
        personId,
        bySecretariat: roles.has('SECRETARIAT'),
        byFounder: roles.has('FOUNDING_GROUP'),
        committeeCollege: serving.find((one) => one.personId === personId)?.college ?? null,
        actedUntilOn: personId === null ? null : await this.mandates.actedUntil(reader, personId, act.on),
        memberCollege: member?.college ?? null,
      },
    };
  }
}

const URGENCY_ALONE: Text = {
  fr: 'Seul l’accord à une urgence vaut pour un nouveau jour.',
  en: 'The agreement to an urgency alone is for a new day.',
};
