import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { ItemOnAgenda } from './agenda-changes.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaKey } from './agenda-key.entity.js';
import { AgendaPublication } from './agenda-publication.entity.js';
import { Agenda } from './agenda.entity.js';
import type { Body } from './meeting.entity.js';

/** One version of an agenda with its items in order. */
export interface AgendaVersion extends Agenda {
  /** Whether it is the version that stands published. */
  readonly state: 'DRAFT' | 'PUBLISHED';
  readonly items: ItemOnAgenda[];
  /** Whose meeting it is: a plenary’s agenda is agreed to by turning keys (charter C3-AGENDA). */
  readonly body: Body;
}

/** How far the agenda of a meeting has come. */
export interface AgendaStanding {
  readonly meetingId: string;
  /** How many convocations left. */
  readonly convocations: number;
  /** The number of the latest version; null: none was drafted. */
  readonly latest: number | null;
  /** The number of the version that stands published, with a convocation or since; null: no convocation left yet. */
  readonly published: number | null;
}

/** A key that was turned, and by whom. */
export interface TurnedAgendaKey extends Omit<AgendaKey, 'turnedById'> {
  readonly turnedBy: NamedPerson;
}

/** Names one version of one meeting's agenda. */
export interface VersionOf {
  readonly meetingId: string;
  readonly version: number;
}

/** The version of `meetingId` that stands published, with a convocation or since. */
const published = (meetingId: string): string => `(
  SELECT max(version) FROM (
    SELECT agenda_version AS version FROM convocation WHERE meeting_id = ${meetingId}
    UNION ALL SELECT version FROM agenda_publication WHERE meeting_id = ${meetingId}
  ) published)`;

@Injectable()
export class AgendasRepository {
  /** How far the agendas of these meetings have come: a row each. */
  standings(reader: EntityManager, meetingIds: readonly string[]): Promise<AgendaStanding[]> {
    return reader.query(
      `SELECT m.id AS "meetingId",
              (SELECT count(*)::integer FROM convocation WHERE meeting_id = m.id) AS convocations,
              (SELECT max(version) FROM agenda WHERE meeting_id = m.id) AS latest,
              ${published('m.id')} AS published
       FROM unnest($1::uuid[]) AS m (id)`,
      [meetingIds],
    );
  }

  /** How far the agenda of a meeting has come. */
  async standing(reader: EntityManager, meetingId: string): Promise<AgendaStanding> {
    const [standing] = await this.standings(reader, [meetingId]);
    if (standing === undefined) throw new Error('One meeting asked for, none answered.');
    return standing;
  }

  /** The latest version of a meeting's agenda; null: none was drafted. */
  async latest(reader: EntityManager, meetingId: string): Promise<AgendaVersion | null> {
    const { latest } = await this.standing(reader, meetingId);
    return latest === null ? null : this.version(reader, { meetingId, version: latest });
  }

  /** The agenda that stands published; null: no convocation left yet. */
  async published(reader: EntityManager, meetingId: string): Promise<AgendaVersion | null> {
    return (await this.publishedOf(reader, [meetingId]))[0] ?? null;
  }

  /** The agendas of these meetings that stand published, in no order: none of one for which no convocation left yet. */
  async publishedOf(reader: EntityManager, meetingIds: readonly string[]): Promise<AgendaVersion[]> {
    const standings = await this.standings(reader, meetingIds);
    const wanted = standings.flatMap(({ meetingId, published: version }) =>
      version === null ? [] : [{ meetingId, version }],
    );
    return wanted.length === 0 ? [] : this.versions(reader, wanted);
  }

  /** Publishes a version after the convocation. */
  async publish(tx: Tx, publication: AgendaPublication): Promise<void> {
    await tx.insert(AgendaPublication, publication);
  }

  /** The changed agendas published after the convocations of these meetings, the first one first. */
  publications(reader: EntityManager, meetingIds: readonly string[]): Promise<AgendaPublication[]> {
    return reader.find(AgendaPublication, {
      where: { meetingId: In(meetingIds) },
      order: { meetingId: 'ASC', version: 'ASC' },
    });
  }

  /** The agenda of a convocation: the one published, else the latest draft; null: none was drafted. */
  async toConveneOn(reader: EntityManager, meetingId: string): Promise<AgendaVersion | null> {
    return (await this.published(reader, meetingId)) ?? this.latest(reader, meetingId);
  }

  /** These versions, with their items in order, in one statement. Unknown ones are left out. */
  versions(reader: EntityManager, wanted: readonly VersionOf[]): Promise<AgendaVersion[]> {
    return reader.query(
      `SELECT a.meeting_id AS "meetingId", a.version, a.drafted_by_id AS "draftedById", a.drafted_at AS "draftedAt",
              CASE a.version WHEN ${published('a.meeting_id')} THEN 'PUBLISHED' ELSE 'DRAFT' END AS state,
              m.body, coalesce(i.items, '[]') AS items
       FROM unnest($1::uuid[], $2::integer[]) AS wanted (meeting_id, version)
       JOIN agenda a USING (meeting_id, version)
       JOIN meeting m ON m.id = a.meeting_id
       CROSS JOIN LATERAL (
         SELECT json_agg(json_build_object('itemId', item_id, 'position', position, 'kind', kind, 'titleFr', title_fr,
           'titleEn', title_en, 'office', office, 'college', college, 'subject', subject, 'objectId', object_id,
           'presentsResults', presents_results, 'reportOfId', report_of_id,
           'plannedMinutes', planned_minutes) ORDER BY position) AS items
         FROM agenda_item WHERE meeting_id = a.meeting_id AND version = a.version
       ) i`,
      [wanted.map(({ meetingId }) => meetingId), wanted.map(({ version }) => version)],
    );
  }

  private async version(reader: EntityManager, wanted: VersionOf): Promise<AgendaVersion | null> {
    return (await this.versions(reader, [wanted]))[0] ?? null;
  }

  /** Adds a version. The meeting's row is locked by then: versions follow each other without a gap. */
  async draft(
    tx: Tx,
    agenda: Agenda,
    items: readonly Omit<AgendaItem, 'meetingId' | 'version' | 'position'>[],
  ): Promise<void> {
    const { meetingId, version } = agenda;
    await tx.insert(Agenda, agenda);
    await tx.insert(
      AgendaItem,
      items.map((item, index) => ({ ...item, meetingId, version, position: index + 1 })),
    );
  }

  async turn(tx: Tx, key: AgendaKey): Promise<void> {
    await tx.insert(AgendaKey, key);
  }

  /** Every key turned on any version of these agendas, in the order of turning. */
  keys(reader: EntityManager, meetingIds: readonly string[]): Promise<TurnedAgendaKey[]> {
    return reader.query(
      `SELECT k.meeting_id AS "meetingId", k.version, k.key, k.part, k.move, k.for_day AS "forDay", k.by_member AS "byMember", k.turned_at AS "turnedAt",
              json_build_object('id', p.id, 'name', p.name) AS "turnedBy"
       FROM agenda_key k JOIN person p ON p.id = k.turned_by_id
       WHERE k.meeting_id = ANY ($1) ORDER BY k.version, k.turned_at, k.key, k.part`,
      [meetingIds],
    );
  }

  /** The keys turned on one version. */
  keysOn(reader: EntityManager, version: VersionOf): Promise<AgendaKey[]> {
    return reader.findBy(AgendaKey, { meetingId: version.meetingId, version: version.version });
  }
}
