import type { Tx } from '@hemicycle/database';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoadmapStep } from './roadmap-step.entity.js';
import { RoadmapVersion } from './roadmap-version.entity.js';

/** A version of a roadmap, with its steps in order. */
export interface Roadmap extends Omit<RoadmapVersion, 'writtenById'> {
  readonly writtenBy: NamedPerson;
  readonly steps: readonly RoadmapStep[];
}

/** What is written of a step; its place in the list is its place on the roadmap. */
export type NewStep = Omit<RoadmapStep, 'groupId' | 'version' | 'position'>;

@Injectable()
export class RoadmapsRepository {
  /** The latest version of each of these groups; groups without any are left out. */
  latest(reader: EntityManager, groupIds: readonly string[]): Promise<Roadmap[]> {
    return this.read(
      reader,
      `WHERE v.group_id = ANY ($1)
         AND v.number = (SELECT max(number) FROM roadmap_version WHERE group_id = v.group_id)`,
      [groupIds],
    );
  }

  /** Every version of these groups’ roadmaps, the first one first. */
  all(reader: EntityManager, groupIds: readonly string[]): Promise<Roadmap[]> {
    return this.read(reader, `WHERE v.group_id = ANY ($1)`, [groupIds]);
  }

  /** Writes the next version. The group's row is locked by then. */
  async write(tx: Tx, version: RoadmapVersion, steps: readonly NewStep[]): Promise<void> {
    await tx.insert(RoadmapVersion, version);
    const { groupId, number } = version;
    await tx.insert(
      RoadmapStep,
      steps.map((step, index) => ({ ...step, groupId, version: number, position: index + 1 })),
    );
  }

  private async read(
    reader: EntityManager,
    which: string,
    parameters: readonly unknown[],
  ): Promise<Roadmap[]> {
    const versions: Omit<Roadmap, 'steps'>[] = await reader.query(
      `SELECT v.group_id AS "groupId", v.number, v.written_at AS "writtenAt",
              json_build_object('id', p.id, 'name', p.name) AS "writtenBy"
       FROM roadmap_version v JOIN person p ON p.id = v.written_by_id ${which} ORDER BY v.group_id, v.number`,
      [...parameters],
    );
    if (versions.length === 0) return [];
    const steps = await reader
      .createQueryBuilder(RoadmapStep, 'step')
      .where(`(step.groupId, step.version) IN (SELECT * FROM unnest(:groups::uuid[], :numbers::integer[]))`, {
        groups: versions.map(({ groupId }) => groupId),
        numbers: versions.map(({ number }) => number),
      })
      .orderBy('step.position')
      .getMany();
    return versions.map((version) => ({
      ...version,
      steps: steps.filter((one) => one.groupId === version.groupId && one.version === version.number),
    }));
  }
}
