import { COLLEGES, type College, type Day, dayOf, endOfDay, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { type Office, OFFICES } from '@hemicycle/mandates';
import { AgendasRepository, KeyedAgendas } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaFacts } from './agendas.js';
import type { ForumFacts } from './observance.js';
import type { PlenaryFacts } from './plenaries.js';
import type { RequestFacts } from './requests.js';
import type { SeatFacts, SeatMandate } from './seats.js';

interface PlenaryRow {
  readonly meetingId: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly sentAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly circulatedAt: Date | null;
}

interface MandateRow extends SeatMandate {
  readonly office: Office;
  readonly college: College;
  readonly seat: number;
}

/** What the calendar is computed from, read across the rooms as it was known on a day. */
@Injectable()
export class ForumFactsRepository {
  constructor(
    private readonly procedure: ProcedureRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyedAgendas: KeyedAgendas,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async knownOn(reader: EntityManager, on: Day): Promise<ForumFacts> {
    const { rules } = await this.procedure.editionOn(reader, on);
    const plenaries = await this.plenaries(reader, on);
    const seatsGiven = (office: Office, college: College): number =>
      office === 'CO_CHAIR' ? 1 : rules.committeeSeatsPerCollege[college];
    return {
      plenaries,
      seats: await this.seats(reader, on, seatsGiven),
      agendas: await this.waitingAgendas(reader, on, plenaries),
      requests: await this.requests(reader, on),
      secondKey: await this.keyedAgendas.secondKeyOn(reader, on),
      rules,
    };
  }

  /** Those planned by the end of the day. When a meeting was cancelled is not kept apart: a cancelled one is left out of every day. */
  private async plenaries(reader: EntityManager, on: Day): Promise<PlenaryFacts[]> {
    const rows: PlenaryRow[] = await reader.query(
      `SELECT m.id AS "meetingId", m.number, m.opened_at AS "openedAt", m.closed_at AS "closedAt",
              r.circulated_at AS "circulatedAt", c.sent_at AS "sentAt",
              coalesce(c.starts_at, m.starts_at) AS "startsAt"
       FROM meeting m
       LEFT JOIN LATERAL (
         SELECT sent_at, starts_at FROM convocation
         WHERE meeting_id = m.id AND sent_at < $1 ORDER BY number DESC LIMIT 1
       ) c ON true
       LEFT JOIN minutes r ON r.meeting_id = m.id
       WHERE m.body = 'PLENARY' AND m.state <> 'CANCELLED' AND m.planned_at < $1
       ORDER BY m.number`,
      [endOfDay(on, this.zone)],
    );
    return rows.map(({ meetingId, number, startsAt, sentAt, openedAt, closedAt, circulatedAt }) => {
      const heldOn = this.dayOf(openedAt);
      const closedOn = this.dayOf(closedAt);
      const minutesSentOn = this.dayOf(circulatedAt);
      return {
        meetingId,
        number,
        startsOn: dayOf(startsAt, this.zone),
        convenedOn: this.dayOf(sentAt),
        heldOn: heldOn !== null && heldOn <= on ? heldOn : null,
        closedOn,
        minutesSentOn,
      };
    });
  }

  /** The plenaries that members required by that day. */
  private requests(reader: EntityManager, on: Day): Promise<RequestFacts[]> {
    return reader.query(
      `SELECT required_on AS "requiredOn", meeting_id AS "meetingId" FROM plenary_request
       WHERE required_on <= $1 ORDER BY required_on, id`,
      [on],
    );
  }

  /** The seats that the rules of procedure of the day give, each with every mandate begun by then. */
  private async seats(
    reader: EntityManager,
    on: Day,
    seatsGiven: (office: Office, college: College) => number,
  ): Promise<SeatFacts[]> {
    const rows: MandateRow[] = await reader.query(
      `SELECT m.id AS "mandateId", p.id AS "personId", m.office, m.college, m.seat, p.name AS holder, m.from_on AS "fromOn", m.term_until_on AS "termUntilOn",
              m.ended_on AS "endedOn", m.end_reason IS NOT DISTINCT FROM 'SUCCEEDED' AS succeeded
       FROM mandate m JOIN member s ON s.id = m.member_id JOIN person p ON p.id = s.person_id
       WHERE m.from_on <= $1 ORDER BY m.from_on, m.term_until_on`,
      [on],
    );
    return OFFICES.flatMap((office) =>
      COLLEGES.flatMap((college) =>
        Array.from({ length: seatsGiven(office, college) }, (_, index) => ({
          office,
          college,
          number: index + 1,
          mandates: rows.filter(
            (row) => row.office === office && row.college === college && row.seat === index + 1,
          ),
        })),
      ),
    );
  }

  /** The agendas of plenaries to come for which no convocation left by that day. */
  private async waitingAgendas(
    reader: EntityManager,
    on: Day,
    plenaries: readonly PlenaryFacts[],
  ): Promise<AgendaFacts[]> {
    const waiting = plenaries.filter(({ convenedOn, heldOn }) => convenedOn === null && heldOn === null);
    const agendas: AgendaFacts[] = [];
    for (const { meetingId, number, startsOn } of waiting) {
      const [row]: { version: number | null }[] = await reader.query(
        'SELECT max(version)::integer AS version FROM agenda WHERE meeting_id = $1 AND drafted_at < $2',
        [meetingId, endOfDay(on, this.zone)],
      );
      const version = row?.version ?? null;
      const [agenda] = version === null ? [] : await this.agendas.versions(reader, [{ meetingId, version }]);
      if (agenda === undefined) {
        agendas.push({ meetingId, number, startsOn, agenda: null });
        continue;
      }
      const keyed = await this.keyedAgendas.keyed(reader, agenda);
      const keys = keyed.keys.filter(({ turnedOn }) => turnedOn <= on);
      const draftedOn = dayOf(agenda.draftedAt, this.zone);
      agendas.push({ meetingId, number, startsOn, agenda: { ...keyed, keys, draftedOn } });
    }
    return agendas;
  }

  private dayOf(instant: Date | null): Day | null {
    return instant === null ? null : dayOf(instant, this.zone);
  }
}
