import {
  addDays,
  COLLEGES,
  type College,
  type Day,
  day,
  dayOf,
  endOfDay,
  FORUM_TIME_ZONE,
} from '@hemicycle/kernel';
import { anotherRoundFollows, type CountResult } from '@hemicycle/elections';
import { EventsRepository } from '@hemicycle/events';
import {
  ACTING_ENDED_ON,
  ACTS_UNTIL,
  MandatesRepository,
  type Office,
  OFFICES,
  Parities,
} from '@hemicycle/mandates';
import { agendaChanges, AgendasRepository, chargedWith, KeyedAgendas } from '@hemicycle/meetings';
import { MembersRepository } from '@hemicycle/members';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AgendaFacts } from './agendas.js';
import type { PublicationFacts } from './evidence.js';
import type { FollowUpFacts } from './follow-ups.js';
import type { GroupFacts, GroupMeetingFacts } from './groups.js';
import type { CommitteeFacts, MinutesFacts, SessionFacts } from './minutes.js';
import type { ForumFacts } from './observance.js';
import { heldBy, type PlenaryFacts } from './plenaries.js';
import type { PollFacts } from './polls.js';
import type { PreparedFacts } from './preparations.js';
import type { RequestFacts } from './requests.js';
import type { PresentationFacts } from './results.js';
import type { ParityFacts, SeatFacts, SeatMandate } from './seats.js';

/** A meeting and how far its minutes have come. */
interface SessionRow {
  readonly meetingId: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly presidentId: string | null;
  readonly circulatedAt: Date | null;
  readonly rulingUntil: Date | null;
  readonly commentedAt: Date | null;
  readonly ruledAt: Date | null;
  readonly publishesAt: Date | null;
}

interface PlenaryRow extends SessionRow {
  readonly sentAt: Date | null;
  readonly again: boolean | null;
}

interface PreparedRow extends SessionRow {
  readonly draftedAt: Date | null;
  readonly sentAt: Date | null;
  readonly again: boolean | null;
}

interface GroupMeetingRow extends PreparedRow {
  readonly groupId: string;
}

type GroupRow = Omit<GroupFacts, 'meetings'>;

interface PollRow extends Pick<PollFacts, 'electionId' | 'meetingId' | 'office' | 'college' | 'round'> {
  readonly editionNumber: number | null;
  readonly openedAt: Date;
  readonly closesAt: Date | null;
  readonly closedAt: Date | null;
  readonly countedAt: Date | null;
  readonly result: CountResult | null;
  readonly nextOpenedAt: Date | null;
  readonly endedAt: Date | null;
}

interface MandateRow extends SeatMandate {
  readonly office: Office;
  readonly college: College;
  readonly seat: number;
}

/** How far the minutes of meeting `m` have come, and who presided over it last: see {@link RECORDED_FROM}. */
const RECORDED = `m.id AS "meetingId", m.number, m.opened_at AS "openedAt", m.closed_at AS "closedAt",
              r.circulated_at AS "circulatedAt", r.ruling_until AS "rulingUntil", r.ruled_at AS "ruledAt",
              r.publishes_at AS "publishesAt", p.person_id AS "presidentId",
              (SELECT min(made_at) FROM minutes_comment WHERE minutes_id = r.id) AS "commentedAt"`;
const RECORDED_FROM = `
       LEFT JOIN LATERAL (
         SELECT coalesce(s.person_id, y.secretary_id) AS person_id
         FROM presidency y LEFT JOIN member s ON s.id = y.member_id
         WHERE y.meeting_id = m.id ORDER BY y.number DESC LIMIT 1
       ) p ON true
       LEFT JOIN minutes r ON r.meeting_id = m.id`;

/** How far meeting `m` was prepared by the instant `$1`: see {@link PREPARED_FROM}. */
const PREPARED = `${RECORDED}, coalesce(v.former_starts_at, m.starts_at) AS "startsAt", c.sent_at AS "sentAt", c.again,
              (SELECT min(drafted_at) FROM agenda WHERE meeting_id = m.id) AS "draftedAt"`;
const PREPARED_FROM = `
       LEFT JOIN LATERAL (
         SELECT former_starts_at FROM meeting_move
         WHERE meeting_id = m.id AND moved_at >= $1 ORDER BY number LIMIT 1
       ) v ON true
       LEFT JOIN LATERAL (
         SELECT max(sent_at) AS sent_at, max(number) > 1 AS again FROM convocation WHERE meeting_id = m.id AND sent_at < $1
       ) c ON true ${RECORDED_FROM}`;

/** The version of the agenda of meeting `m` that stands published. */
const PUBLISHED_AGENDA = `(
  SELECT max(version) FROM (
    SELECT agenda_version AS version FROM convocation WHERE meeting_id = m.id
    UNION ALL SELECT version FROM agenda_publication WHERE meeting_id = m.id
  ) published)`;

/** Whether meeting `m` left its item `i` to the next session. */
const POSTPONED = `EXISTS (SELECT FROM postponement WHERE meeting_id = m.id AND item_id = i.item_id)`;

/** What the calendar is computed from, read across the rooms as it was known on a day. */
@Injectable()
export class ForumFactsRepository {
  constructor(
    private readonly procedure: ProcedureRepository,
    private readonly agendas: AgendasRepository,
    private readonly keyedAgendas: KeyedAgendas,
    private readonly events: EventsRepository,
    private readonly mandates: MandatesRepository,
    private readonly parities: Parities,
    private readonly members: MembersRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async knownOn(reader: EntityManager, on: Day): Promise<ForumFacts> {
    const { rules } = await this.procedure.editionOn(reader, on);
    const plenaries = await this.plenaries(reader, on);
    const seatsGiven = (office: Office, college: College): number =>
      office === 'CO_CHAIR' ? 1 : rules.committeeSeatsPerCollege[college];
    return {
      plenaries,
      presentations: [
        ...(await this.presentations(reader, on)),
        ...(await this.presentationsAtEvents(reader, on, plenaries)),
      ],
      publications: await this.publications(reader, on),
      groups: await this.groups(reader, on),
      committee: await this.committee(reader, on),
      seats: await this.seats(reader, on, seatsGiven),
      parity: await this.parity(reader, on),
      agendas: await this.waitingAgendas(reader, on, plenaries),
      requests: await this.requests(reader, on),
      followUps: await this.followUps(reader, on),
      polls: await this.polls(reader, on),
      secondKey: await this.keyedAgendas.secondKeyOn(reader, on),
      rules,
    };
  }

  /** Those planned by the end of the day. When a meeting was cancelled is not kept apart: a cancelled one is left out of every day. */
  private async plenaries(reader: EntityManager, on: Day): Promise<PlenaryFacts[]> {
    const rows: PlenaryRow[] = await reader.query(
      `SELECT ${RECORDED}, c.sent_at AS "sentAt", c.again,
              coalesce(c.starts_at, (SELECT former_starts_at FROM meeting_move WHERE meeting_id = m.id ORDER BY number LIMIT 1), m.starts_at) AS "startsAt"
       FROM meeting m
       LEFT JOIN LATERAL (
         SELECT max(sent_at) FILTER (WHERE convenes) AS sent_at, bool_or(again) AS again, (array_agg(starts_at ORDER BY sent_at DESC, convenes, number DESC))[1] AS starts_at
         FROM (SELECT sent_at, starts_at, number, true AS convenes, NOT quorum_required AS again FROM convocation WHERE meeting_id = m.id AND sent_at < $1
               UNION ALL
               SELECT moved_at, starts_at, number, false, false FROM meeting_move WHERE meeting_id = m.id AND moved_at < $1) told
       ) c ON true ${RECORDED_FROM}
       WHERE m.body = 'PLENARY' AND m.state <> 'CANCELLED' AND m.planned_at < $1
       ORDER BY m.number`,
      [endOfDay(on, this.zone)],
    );
    return rows.map((row) => {
      const session = this.session(row, on);
      const openedOn = this.by(row.openedAt, on);
      return {
        ...session,
        startsOn: dayOf(row.startsAt, this.zone),
        convenedOn: this.dayOf(row.sentAt),
        convenedAgain: row.again === true,
        openedOn,
        heldOn: session.closedOn === null ? null : openedOn,
      };
    });
  }

  private session(row: SessionRow, on: Day): SessionFacts {
    const { meetingId, number, closedAt, presidentId } = row;
    return { meetingId, number, closedOn: this.by(closedAt, on), presidentId, minutes: this.minutes(row) };
  }

  /** The day on which something happened; null: it did not by that day. */
  private by(instant: Date | null, on: Day): Day | null {
    const happened = this.dayOf(instant);
    return happened !== null && happened <= on ? happened : null;
  }

  private minutes({
    circulatedAt,
    rulingUntil,
    commentedAt,
    ruledAt,
    publishesAt,
  }: SessionRow): MinutesFacts | null {
    if (circulatedAt === null || rulingUntil === null || publishesAt === null) return null;
    return {
      sentOn: dayOf(circulatedAt, this.zone),
      // The instant is the first one at which it is too late.
      rulingLastOn: addDays(dayOf(rulingUntil, this.zone), -1),
      commentedOn: this.dayOf(commentedAt),
      ruledOn: this.dayOf(ruledAt),
      publishedOn: dayOf(publishesAt, this.zone),
    };
  }

  /** The working groups set up by that day, with the meetings planned by then: a cancelled one is left out of every day. */
  private async groups(reader: EntityManager, on: Day): Promise<GroupFacts[]> {
    const rows: GroupRow[] = await reader.query(
      `SELECT g.id AS "groupId", json_build_object('fr', g.theme_fr, 'en', g.theme_en) AS theme,
              g.set_up_on AS "setUpOn", CASE WHEN g.closed_on <= $1 THEN g.closed_on END AS "closedOn",
              ARRAY (SELECT s.person_id FROM facilitator_mandate f JOIN member s ON s.id = f.member_id
                     WHERE f.group_id = g.id AND $1 BETWEEN f.from_on AND coalesce(f.ended_on, 'infinity')
                     ORDER BY f.college DESC, f.seat) AS "facilitatorIds",
              (SELECT coalesce(json_agg(json_build_object('college', f.college, 'seat', f.seat, 'holder', p.name,
                                                          'fromOn', f.from_on, 'endedOn', f.ended_on)), '[]')
               FROM facilitator_mandate f JOIN member s ON s.id = f.member_id JOIN person p ON p.id = s.person_id
               WHERE f.group_id = g.id AND f.from_on <= $1) AS facilitators
       FROM working_group g WHERE g.set_up_on <= $1 ORDER BY g.set_up_on, g.id`,
      [on],
    );
    const meetings: GroupMeetingRow[] = await reader.query(
      `SELECT ${PREPARED}, m.group_id AS "groupId"
       FROM meeting m ${PREPARED_FROM}
       WHERE m.body = 'WORKING_GROUP' AND m.state <> 'CANCELLED' AND m.planned_at < $1
       ORDER BY m.starts_at`,
      [endOfDay(on, this.zone)],
    );
    return rows.map((row) => ({
      ...row,
      meetings: meetings
        .filter(({ groupId }) => groupId === row.groupId)
        .map((meeting): GroupMeetingFacts => {
          const prepared = this.prepared(meeting, on);
          return { ...prepared, heldOn: prepared.closedOn === null ? null : prepared.openedOn };
        }),
    }));
  }

  private prepared(row: PreparedRow, on: Day): PreparedFacts {
    return {
      ...this.session(row, on),
      startsOn: dayOf(row.startsAt, this.zone),
      agendaOn: this.by(row.draftedAt, on),
      convenedOn: this.dayOf(row.sentAt),
      convenedAgain: row.again === true,
      openedOn: this.by(row.openedAt, on),
    };
  }

  /** The committee’s meetings planned by that day. */
  private async committee(reader: EntityManager, on: Day): Promise<CommitteeFacts> {
    const rows: PreparedRow[] = await reader.query(
      `SELECT ${PREPARED}
       FROM meeting m ${PREPARED_FROM}
       WHERE m.body = 'MANAGEMENT_COMMITTEE' AND m.state <> 'CANCELLED' AND m.planned_at < $1
       ORDER BY m.starts_at`,
      [endOfDay(on, this.zone)],
    );
    const serving = await this.mandates.servingOn(reader, on);
    return {
      coChairIds: serving.filter(({ office }) => office === 'CO_CHAIR').map(({ personId }) => personId),
      meetings: rows.map((row) => this.prepared(row, on)),
    };
  }

  /** The meetings, of whatever body, closed by that day, that took up an item presenting results. */
  private async presentations(reader: EntityManager, on: Day): Promise<PresentationFacts[]> {
    const rows: { meetingId: string; openedAt: Date }[] = await reader.query(
      `SELECT DISTINCT m.id AS "meetingId", m.opened_at AS "openedAt"
       FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id AND i.version = ${PUBLISHED_AGENDA}
       WHERE m.closed_at < $1 AND i.presents_results AND NOT ${POSTPONED}
       ORDER BY m.opened_at, m.id`,
      [endOfDay(on, this.zone)],
    );
    return rows.map(({ meetingId, openedAt }) => ({ meetingId, on: dayOf(openedAt, this.zone) }));
  }

  /** The events held since the year of the first plenary, from which on they count, that presented results. */
  private async presentationsAtEvents(
    reader: EntityManager,
    on: Day,
    plenaries: readonly PlenaryFacts[],
  ): Promise<PresentationFacts[]> {
    const first = heldBy(plenaries, on)[0]?.heldOn;
    if (first === undefined) return [];
    const from = day(`${first.slice(0, 4)}-01-01`);
    const events = await this.events.presentingResults(reader, from, on);
    return events.map(({ heldOn }) => ({ meetingId: null, on: heldOn }));
  }

  /** What was published of the forum's work by that day: a row for each kind and day. */
  private async publications(reader: EntityManager, on: Day): Promise<PublicationFacts[]> {
    return reader.query(
      `SELECT DISTINCT kind, published_on AS "on" FROM (
         SELECT 'DECISION' AS kind, taken_on AS published_on FROM decision WHERE taken_on IS NOT NULL
         UNION ALL SELECT 'ELECTION', proclaimed_on FROM proclamation
         UNION ALL SELECT 'MINUTES', (publishes_at AT TIME ZONE $2)::date FROM minutes WHERE publishes_at IS NOT NULL
       ) published WHERE published_on <= $1 ORDER BY published_on, kind`,
      [on, this.zone],
    );
  }

  /** The plenaries that members required by that day. */
  private async requests(reader: EntityManager, on: Day): Promise<RequestFacts[]> {
    const rows: (Omit<RequestFacts, 'takenUpOn'> & { takenUpAt: string[] })[] = await reader.query(
      `SELECT r.required_on AS "requiredOn", r.meeting_id AS "meetingId", t.asked, t."takenUpAt"
       FROM plenary_request r CROSS JOIN LATERAL (
         SELECT count(*)::integer AS asked,
                coalesce(json_agg(h.opened_at ORDER BY h.opened_at) FILTER (WHERE h.opened_at IS NOT NULL), '[]') AS "takenUpAt"
         FROM plenary_request_item q LEFT JOIN LATERAL (
           SELECT m.opened_at
           FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id AND i.version = ${PUBLISHED_AGENDA}
           WHERE m.body = 'PLENARY' AND m.closed_at < $2 AND m.opened_at >= r.made_at AND NOT ${POSTPONED}
             AND i.kind = q.kind
             AND CASE WHEN q.kind = 'ELECTION' THEN (i.office, i.college) = (q.office, q.college)
                      WHEN q.subject IS NOT NULL THEN (i.subject, i.object_id) IS NOT DISTINCT FROM (q.subject, q.object_id)
                      ELSE i.subject IS NULL AND (i.title_fr, i.title_en) = (q.title_fr, q.title_en) END
           ORDER BY m.opened_at LIMIT 1
         ) h ON true
         WHERE q.request_id = r.id
       ) t
       WHERE r.required_on <= $1 ORDER BY r.required_on, r.id`,
      [on, endOfDay(on, this.zone)],
    );
    return rows.map(({ takenUpAt, ...request }) => ({
      ...request,
      takenUpOn: takenUpAt.map((instant) => dayOf(new Date(instant), this.zone)),
    }));
  }

  /** What was written down by that day to be done after decisions: what is done, or was due, before the year before is over. */
  private async followUps(reader: EntityManager, on: Day): Promise<FollowUpFacts[]> {
    const rows: (Omit<FollowUpFacts, 'personIds'> & {
      readonly memberId: string | null;
      readonly organisationId: string | null;
    })[] = await reader.query(
      `SELECT f.id, d.id AS "decisionId", d.meeting_id AS "meetingId", d.year || '-' || d.number AS reference, t.body,
              CASE WHEN g.id IS NOT NULL THEN json_build_object('fr', g.theme_fr, 'en', g.theme_en) END AS theme,
              f.member_id AS "memberId", f.organisation_id AS "organisationId",
              json_build_object('fr', f.task_fr, 'en', coalesce(f.task_en, f.task_fr)) AS task,
              CASE WHEN f.role_fr IS NOT NULL
                   THEN json_build_object('fr', f.role_fr, 'en', coalesce(f.role_en, f.role_fr))
                   ELSE json_build_object('fr', coalesce(p.name, n.name_fr), 'en', coalesce(p.name, n.name_en)) END AS who,
              coalesce(h.due_on, f.due_on) AS "dueOn", c.done_on AS "doneOn"
       FROM follow_up f
       JOIN decision d ON d.id = f.decision_id
       JOIN meeting t ON t.id = d.meeting_id
       LEFT JOIN working_group g ON g.id = t.group_id
       LEFT JOIN LATERAL (
         SELECT due_on, number FROM follow_up_change
         WHERE follow_up_id = f.id AND recorded_at < $1 ORDER BY number DESC LIMIT 1
       ) h ON true
       LEFT JOIN member m ON m.id = f.member_id
       LEFT JOIN person p ON p.id = m.person_id
       LEFT JOIN LATERAL (
         SELECT name_fr, name_en FROM organisation_name
         WHERE organisation_id = f.organisation_id AND from_on <= $2 ORDER BY from_on DESC LIMIT 1
       ) n ON true
       LEFT JOIN follow_up_completion c ON c.follow_up_id = f.id
       WHERE f.recorded_at < $1 AND (h.number IS NULL OR h.due_on IS NOT NULL)
         AND (c.done_on IS NULL OR c.done_on > $2 OR c.done_on >= $2::date - 366)
       ORDER BY coalesce(h.due_on, f.due_on), f.id LIMIT 500`,
      [endOfDay(on, this.zone), on],
    );
    if (rows.length === 0) return [];
    const members = await this.members.inForce(reader, on);
    return rows.map(({ memberId, organisationId, ...followUp }) => ({
      ...followUp,
      personIds: chargedWith({ memberId, organisationId }, members).map(({ personId }) => personId),
    }));
  }

  /** The rounds opened by that day, since the year before. */
  private async polls(reader: EntityManager, on: Day): Promise<PollFacts[]> {
    const rows: PollRow[] = await reader.query(
      `SELECT e.id AS "electionId", e.meeting_id AS "meetingId", e.office, e.college, e.edition_number AS "editionNumber",
              r.number AS round, r.opened_at AS "openedAt", r.closes_at AS "closesAt", r.closed_at AS "closedAt",
              c.counted_at AS "countedAt", c.result, n.opened_at AS "nextOpenedAt", e.concluded_at AS "endedAt"
       FROM election_round r
       JOIN election e ON e.id = r.election_id
       LEFT JOIN election_count c ON c.round_id = r.id
       LEFT JOIN election_round n ON n.election_id = r.election_id AND n.number = r.number + 1
       WHERE r.opened_at < $1 AND r.opened_at >= $1::timestamptz - interval '2 years'
       ORDER BY r.opened_at, e.id`,
      [endOfDay(on, this.zone)],
    );
    const editions = await this.procedure.editions(reader);
    return rows.flatMap(({ editionNumber, result, ...row }) => {
      const rules = editions.find(({ number }) => number === editionNumber)?.rules;
      if (rules === undefined) return [];
      const { electionId, meetingId, office, college, round } = row;
      return [
        {
          electionId,
          meetingId,
          office,
          college,
          round,
          rules,
          openedOn: dayOf(row.openedAt, this.zone),
          closesOn: this.dayOf(row.closesAt),
          closedOn: this.dayOf(row.closedAt),
          countedOn: this.dayOf(row.countedAt),
          followed: result !== null && anotherRoundFollows(result),
          nextOpenedOn: this.dayOf(row.nextOpenedAt),
          endedOn: this.dayOf(row.endedAt),
        },
      ];
    });
  }

  /** The seats that the rules of procedure of the day give, each with every mandate begun by then. */
  private async seats(
    reader: EntityManager,
    on: Day,
    seatsGiven: (office: Office, college: College) => number,
  ): Promise<SeatFacts[]> {
    const rows: MandateRow[] = await reader.query(
      `SELECT m.id AS "mandateId", p.id AS "personId", m.office, m.college, m.seat, p.name AS holder, m.from_on AS "fromOn", m.term_until_on AS "termUntilOn", ${ACTS_UNTIL} AS "actsUntilOn",
              CASE WHEN ${ACTING_ENDED_ON} <= $1 THEN ${ACTING_ENDED_ON} END AS "actingEndedOn",
              m.ended_on AS "endedOn", m.end_reason IS NOT DISTINCT FROM 'SUCCEEDED' AS succeeded,
              m.end_reason IS NOT NULL AND m.end_reason IN ('REMOVED', 'ELECTED_TO_ANOTHER_SEAT') AS "endedByPlenary"
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

  private async parity(reader: EntityManager, on: Day): Promise<ParityFacts[]> {
    const serving = await this.mandates.servingOn(reader, on);
    const colleges = await this.parities.on(reader, on);
    return colleges.map(({ college, parity }) => {
      const seats = serving.filter((holder) => holder.college === college);
      return {
        college,
        parity,
        sinceOn: seats.map(({ fromOn }) => fromOn).reduce((a, b) => (a > b ? a : b)),
        termUntilOn: seats.map(({ untilOn }) => untilOn).reduce((a, b) => (a < b ? a : b)),
      };
    });
  }

  /**
   * The agendas of plenaries to come for which no convocation left by that day, and those changed since a first one and not published by then:
   * that of a second convocation changes no more (charter QUORUM).
   */
  private async waitingAgendas(
    reader: EntityManager,
    on: Day,
    plenaries: readonly PlenaryFacts[],
  ): Promise<AgendaFacts[]> {
    const waiting = plenaries.filter(
      ({ convenedOn, convenedAgain, openedOn, startsOn }) =>
        openedOn === null && (convenedOn === null || (!convenedAgain && startsOn >= on)),
    );
    const agendas: AgendaFacts[] = [];
    for (const { meetingId, number, startsOn, convenedOn } of waiting) {
      const convened = convenedOn !== null;
      const [row]: { version: number | null; published: number | null }[] = await reader.query(
        `SELECT (SELECT max(version) FROM agenda WHERE meeting_id = $1 AND drafted_at < $2) AS version,
                (SELECT max(version) FROM (
                   SELECT agenda_version AS version FROM convocation WHERE meeting_id = $1 AND sent_at < $2
                   UNION ALL SELECT version FROM agenda_publication WHERE meeting_id = $1 AND published_at < $2
                 ) sent) AS published`,
        [meetingId, endOfDay(on, this.zone)],
      );
      const version = row?.version ?? null;
      const published = row?.published ?? null;
      const versions = [...new Set([version, published])].flatMap((one) =>
        one === null ? [] : [{ meetingId, version: one }],
      );
      const known = versions.length === 0 ? [] : await this.agendas.versions(reader, versions);
      const agenda = known.find((one) => one.version === version);
      if (agenda === undefined) {
        agendas.push({ meetingId, number, startsOn, convened, agenda: null });
        continue;
      }
      const sent = known.find((one) => one.version === published);
      if (sent !== undefined && agendaChanges(sent.items, agenda.items).length === 0) continue;
      const keyed = await this.keyedAgendas.keyed(reader, agenda);
      const keys = keyed.keys.filter(({ turnedOn }) => turnedOn <= on);
      const draftedOn = dayOf(agenda.draftedAt, this.zone);
      agendas.push({ meetingId, number, startsOn, convened, agenda: { ...keyed, keys, draftedOn } });
    }
    return agendas;
  }

  private dayOf(instant: Date | null): Day | null {
    return instant === null ? null : dayOf(instant, this.zone);
  }
}
