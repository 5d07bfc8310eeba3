import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AgendaItem } from './agenda-item.entity.js';
import { AgendaKey } from './agenda-key.entity.js';
import { AgendaPublication } from './agenda-publication.entity.js';
import { Agenda } from './agenda.entity.js';

/** One version of an agenda with its items in order. */
export interface AgendaVersion extends Agenda {
  readonly items: AgendaItem[];
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

@Injectable()
export class AgendasRepository {
  /** The number of each meeting's latest version; nothing for one without an agenda. */
  async latestVersions(reader: EntityManager, meetingIds: readonly string[]): Promise<VersionOf[]> {
    return reader.query(
      `SELECT meeting_id AS "meetingId", max(version)::integer AS version FROM agenda
       WHERE meeting_id = ANY ($1) GROUP BY meeting_id`,
      [meetingIds],
    );
  }

  /** The latest version of a meeting's agenda; null: none was drafted. */
  async latest(reader: EntityManager, meetingId: string): Promise<AgendaVersion | null> {
    const [version] = await this.latestVersions(reader, [meetingId]);
    if (version === undefined) return null;
    return (await this.versions(reader, [version]))[0] ?? null;
  }

  /** The number of the version that stands published for each meeting, with a convocation or since; nothing before the first. */
  async publishedVersions(reader: EntityManager, meetingIds: readonly string[]): Promise<VersionOf[]> {
    return reader.query(
      `SELECT meeting_id AS "meetingId", max(version)::integer AS version FROM (
         SELECT meeting_id, agenda_version AS version FROM convocation
         UNION ALL SELECT meeting_id, version FROM agenda_publication
       ) published WHERE meeting_id = ANY ($1) GROUP BY meeting_id`,
      [meetingIds],
    );
  }

  /** The agenda that stands published; null: no convocation left yet. */
  async published(reader: EntityManager, meetingId: string): Promise<AgendaVersion | null> {
    const [version] = await this.publishedVersions(reader, [meetingId]);
    if (version === undefined) return null;
    return (await this.versions(reader, [version]))[0] ?? null;
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

  /** These versions, with their items in order. Unknown ones are left out. */
  async versions(reader: EntityManager, wanted: readonly VersionOf[]): Promise<AgendaVersion[]> {
    if (wanted.length === 0) return [];
    const which = wanted.map(({ meetingId, version }) => ({ meetingId, version }));
    const agendas = await reader.find(Agenda, { where: which });
    const items = await reader.find(AgendaItem, { where: which, order: { position: 'ASC' } });
    return agendas.map((agenda) => ({
      ...agenda,
      items: items.filter((item) => item.meetingId === agenda.meetingId && item.version === agenda.version),
    }));
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
      `SELECT k.meeting_id AS "meetingId", k.version, k.key, k.part, k.by_member AS "byMember", k.turned_at AS "turnedAt",
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
