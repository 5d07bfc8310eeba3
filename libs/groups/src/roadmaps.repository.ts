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

/** Which step it is, of which group. */
export type StepOf = Pick<RoadmapStep, 'groupId' | 'stepId'>;

/** What a step said from one version of the roadmap on. */
export interface StepRevision extends RoadmapStep {
  readonly writtenAt: Date;
  readonly writtenBy: NamedPerson;
}

/** What is written of a step; its place in the list is its place on the roadmap. */
export type NewStep = Omit<RoadmapStep, 'groupId' | 'version' | 'position'>;

@Injectable()
export class RoadmapsRepository {
  /** The latest version of each of these groups; groups without any are left out. */
  async latest(reader: EntityManager, groupIds: readonly string[]): Promise<Roadmap[]> {
    const versions: Omit<Roadmap, 'steps'>[] = await reader.query(
      `SELECT v.group_id AS "groupId", v.number, v.written_at AS "writtenAt",
              json_build_object('id', p.id, 'name', p.name) AS "writtenBy"
       FROM roadmap_version v JOIN person p ON p.id = v.written_by_id
       WHERE v.group_id = ANY ($1)
         AND v.number = (SELECT max(number) FROM roadmap_version WHERE group_id = v.group_id)`,
      [groupIds],
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
      steps: steps.filter(({ groupId }) => groupId === version.groupId),
    }));
  }

  /**
   * A page's worth of what each of these steps said, the latest first: a version that left it as it was, or only moved it, is
   * not in its history.
   *
   * @param before the version before which to go on; null: from the latest
   */
  async histories(
    reader: EntityManager,
    steps: readonly StepOf[],
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<StepRevision[]> {
    const written: { step: Omit<StepRevision, 'writtenAt'>; writtenAt: Date }[] = await reader.query(
      `SELECT json_build_object(
                'groupId', s.group_id, 'version', s.version, 'position', s.position, 'stepId', s.step_id,
                'titleFr', s.title_fr, 'titleEn', s.title_en, 'descriptionFr', s.description_fr,
                'descriptionEn', s.description_en, 'commitments', s.commitments, 'fromOn', s.from_on, 'dueOn', s.due_on,
                'dueInWords', s.due_in_words, 'responsible', s.responsible, 'state', s.state, 'settledOn', s.settled_on,
                'reason', s.reason, 'writtenBy', json_build_object('id', p.id, 'name', p.name)) AS step, v.written_at AS "writtenAt"
       FROM (
         SELECT told.*, row_number() OVER (PARTITION BY group_id, step_id ORDER BY version DESC) AS place
         FROM (
           SELECT s.*, (to_jsonb(s) - 'version' - 'position') AS said,
                  lag(to_jsonb(s) - 'version' - 'position') OVER (PARTITION BY group_id, step_id ORDER BY version) AS formerly
           FROM roadmap_step s
           WHERE (group_id, step_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
         ) told
         WHERE said IS DISTINCT FROM formerly AND ($3::integer IS NULL OR version < $3)
       ) s
       JOIN roadmap_version v ON v.group_id = s.group_id AND v.number = s.version
       JOIN person p ON p.id = v.written_by_id
       WHERE s.place <= $4 ORDER BY s.group_id, s.step_id, s.version DESC`,
      [steps.map(({ groupId }) => groupId), steps.map(({ stepId }) => stepId), before, limit],
    );
    return written.map(({ step, ...when }) => ({ ...step, ...when }));
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
}
