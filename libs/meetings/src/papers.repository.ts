import type { PaperState } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Text } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PaperFile } from './paper-file.entity.js';
import { PaperVersion } from './paper-version.entity.js';
import { Paper } from './paper.entity.js';

/** A version of a paper, with who added it. */
export interface ListedPaperVersion extends Omit<PaperVersion, 'addedById'> {
  readonly meetingId: string;
  readonly addedBy: NamedPerson;
}

/** A paper with its versions, the latest first: there is one at least. */
export interface ListedPaper extends Pick<
  Paper,
  'id' | 'meetingId' | 'itemId' | 'membersOnlyReason' | 'withdrawnAt' | 'withdrawReason'
> {
  readonly title: Text;
  readonly state: PaperState;
  readonly versions: readonly [ListedPaperVersion, ...ListedPaperVersion[]];
}

/** How much of a file is read at a time, in bytes. */
const PIECE = 262_144;

@Injectable()
export class PapersRepository {
  /** The papers of these meetings, withdrawn ones included, the first attached first. */
  ofMeetings(reader: EntityManager, meetingIds: readonly string[]): Promise<ListedPaper[]> {
    return this.listed(reader, 'p.meeting_id = ANY ($1)', meetingIds);
  }

  /** A paper; null: unknown. In a command, the meeting's row is locked by then. */
  async byId(reader: EntityManager, id: string): Promise<ListedPaper | null> {
    return (await this.listed(reader, 'p.id = ANY ($1)', [id]))[0] ?? null;
  }

  private async listed(reader: EntityManager, which: string, ids: readonly string[]): Promise<ListedPaper[]> {
    const rows: (Omit<ListedPaper, 'state' | 'versions'> & ListedPaperVersion)[] = await reader.query(
      `SELECT p.id, p.meeting_id AS "meetingId", p.item_id AS "itemId",
              json_build_object('fr', p.title_fr, 'en', p.title_en) AS title,
              p.members_only_reason AS "membersOnlyReason", p.withdrawn_at AS "withdrawnAt",
              p.withdraw_reason AS "withdrawReason", v.number, v.file_name AS "fileName", v.format, v.size, v.fingerprint,
              v.added_at AS "addedAt", json_build_object('id', a.id, 'name', a.name) AS "addedBy"
       FROM paper p
       JOIN paper_version v ON v.paper_id = p.id
       JOIN person a ON a.id = v.added_by_id
       WHERE ${which}
       ORDER BY (SELECT added_at FROM paper_version WHERE paper_id = p.id AND number = 1), p.id, v.number DESC`,
      [ids],
    );
    const papers = new Map<string, ListedPaper>();
    for (const row of rows) {
      const { id, meetingId, itemId, title, membersOnlyReason, withdrawnAt, withdrawReason, ...version } =
        row;
      const known = papers.get(id);
      const one = { ...version, paperId: id, meetingId };
      const state = withdrawnAt === null ? 'ATTACHED' : 'WITHDRAWN';
      const said = {
        id,
        meetingId,
        itemId,
        title,
        membersOnlyReason,
        withdrawnAt,
        withdrawReason,
        state,
      } as const;
      papers.set(id, { ...said, versions: known === undefined ? [one] : [...known.versions, one] });
    }
    return [...papers.values()];
  }

  async attach(
    tx: Tx,
    paper: Omit<Paper, 'withdrawnAt' | 'withdrawnById' | 'withdrawReason'>,
    version: PaperVersion,
    content: Buffer,
  ): Promise<void> {
    await tx.insert(Paper, paper);
    await this.addVersion(tx, version, content);
  }

  /** Adds a version. The meeting's row is locked by then: versions follow each other without a gap. */
  async addVersion(tx: Tx, version: PaperVersion, content: Buffer): Promise<void> {
    await tx.insert(PaperVersion, version);
    await tx.insert(PaperFile, { paperId: version.paperId, number: version.number, content });
  }

  async withdraw(
    tx: Tx,
    id: string,
    withdrawal: Pick<Paper, 'withdrawnAt' | 'withdrawnById' | 'withdrawReason'>,
  ): Promise<void> {
    await tx.update(Paper, { id }, withdrawal);
  }

  /** The bytes of a version, piece by piece: no more than one is in memory at a time. */
  async *content(
    reader: EntityManager,
    { paperId, number, size }: Pick<PaperVersion, 'paperId' | 'number' | 'size'>,
  ): AsyncGenerator<Buffer> {
    for (let from = 0; from < size; from += PIECE) {
      const [row]: { piece: Buffer }[] = await reader.query(
        `SELECT substring(content FROM $3::integer FOR $4::integer) AS piece FROM paper_file WHERE paper_id = $1 AND number = $2`,
        [paperId, number, from + 1, PIECE],
      );
      if (row === undefined) throw new RangeError(`No file of version ${number} of ${paperId}`);
      yield row.piece;
    }
  }
}
