import type { KeyedAgenda, SecondKey } from '@hemicycle/charter';
import { COLLEGES, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { MandatesRepository } from '@hemicycle/mandates';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository, type AgendaVersion } from './agendas.repository.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PlenaryRequestsRepository } from './plenary-requests.repository.js';

/** The keys of a plenary's agenda, and who holds the second (charter C3-AGENDA, RULES-ADOPTION). */
@Injectable()
export class KeyedAgendas {
  constructor(
    private readonly agendas: AgendasRepository,
    private readonly meetings: MeetingsRepository,
    private readonly mandates: MandatesRepository,
    private readonly procedure: ProcedureRepository,
    private readonly requests: PlenaryRequestsRepository,
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

  /** How many moves took it to another day, plus one: which of them an urgency agreed to now would be for. */
  async nextMove(reader: EntityManager, meetingId: string): Promise<number> {
    const moves = await this.meetings.moves(reader, [meetingId]);
    const toAnotherDay = moves.filter(
      ({ formerStartsAt, startsAt }) => dayOf(formerStartsAt, this.zone) !== dayOf(startsAt, this.zone),
    );
    return toAnotherDay.length + 1;
  }

  /**
   * A version and the keys turned on it, as the charter asks to know them: an urgency agreed to serves once.
   *
   * @param newDay that to which its meeting is to be moved, whose urgency counts; null: that of the agenda itself does
   */
  async keyed(reader: EntityManager, agenda: AgendaVersion, newDay: Day | null = null): Promise<KeyedAgenda> {
    const move = newDay === null ? 0 : await this.nextMove(reader, agenda.meetingId);
    const keys = (await this.agendas.keysOn(reader, agenda)).filter(
      (turned) =>
        turned.key !== 'URGENCY' || (turned.move === move && (move === 0 || turned.forDay === newDay)),
    );
    return {
      version: agenda.version,
      published: agenda.state === 'PUBLISHED',
      electionsOnly: agenda.items.every(({ kind }) => kind === 'ELECTION'),
      requested: await this.requests.isRequested(reader, agenda.meetingId),
      keys: keys.map(({ turnedAt, ...key }) => ({ ...key, turnedOn: dayOf(turnedAt, this.zone) })),
    };
  }
}
