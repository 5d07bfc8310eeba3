import type { Tx } from '@hemicycle/database';
import type { Day, Text } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { NamedPerson } from './members.repository.js';
import { Need } from './need.entity.js';

/** A need with the person who stated it. */
export interface StatedNeed {
  readonly id: string;
  readonly statement: Text;
  /** The working group that stated it; null: the founding one. */
  readonly groupId: string | null;
  readonly statedBy: NamedPerson;
  readonly statedOn: Day;
}

const SELECT = `
  SELECT need.id, need.stated_on AS "statedOn", need.group_id AS "groupId",
         json_build_object('fr', need.statement_fr, 'en', need.statement_en) AS statement,
         json_build_object('id', p.id, 'name', p.name) AS "statedBy"
  FROM need JOIN person p ON p.id = need.stated_by_id`;

@Injectable()
export class NeedsRepository {
  async add(tx: Tx, need: Need): Promise<void> {
    await tx.insert(Need, { ...need });
  }

  exists(reader: EntityManager, id: string): Promise<boolean> {
    return reader.existsBy(Need, { id });
  }

  async stated(reader: EntityManager, id: string): Promise<StatedNeed> {
    const [need] = await this.byIds(reader, [id]);
    if (need === undefined) throw new RangeError(`No need ${id}`);
    return need;
  }

  byIds(reader: EntityManager, ids: readonly string[]): Promise<StatedNeed[]> {
    return reader.query(`${SELECT} WHERE need.id = ANY ($1)`, [ids]);
  }

  /** The needs that these groups stated, the earliest first. */
  ofGroups(reader: EntityManager, groupIds: readonly string[]): Promise<StatedNeed[]> {
    return reader.query(`${SELECT} WHERE need.group_id = ANY ($1) ORDER BY need.stated_on, need.id`, [
      groupIds,
    ]);
  }

  /** A page's worth of needs, the earliest first. */
  list(
    reader: EntityManager,
    { after, limit }: { after: readonly unknown[] | null; limit: number },
  ): Promise<StatedNeed[]> {
    return reader.query(
      `${SELECT} WHERE $1::date IS NULL OR (need.stated_on, need.id) > ($1, $2::uuid)
       ORDER BY need.stated_on, need.id LIMIT $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }
}
