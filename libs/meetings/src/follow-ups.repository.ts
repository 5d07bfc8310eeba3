import type { Tx } from '@hemicycle/database';
import type { Day, Text } from '@hemicycle/kernel';
import type { NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FollowUpCompletion } from './follow-up-completion.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** What follows from a decision, as it is shown. */
export interface ListedFollowUp {
  readonly id: string;
  readonly decisionId: string;
  readonly task: Text;
  /** Exactly one of the three. */
  readonly memberId: string | null;
  readonly organisationId: string | null;
  readonly role: Text | null;
  readonly dueOn: Day;
  readonly recordedBy: NamedPerson;
  readonly recordedAt: Date;
  /** Null: not done. */
  readonly doneOn: Day | null;
  readonly note: string | null;
}

const LISTED = `
  SELECT f.id, f.decision_id AS "decisionId",
         json_build_object('fr', f.task_fr, 'en', coalesce(f.task_en, f.task_fr)) AS task,
         f.member_id AS "memberId", f.organisation_id AS "organisationId",
         CASE WHEN f.role_fr IS NOT NULL
              THEN json_build_object('fr', f.role_fr, 'en', coalesce(f.role_en, f.role_fr)) END AS role,
         f.due_on AS "dueOn", json_build_object('id', p.id, 'name', p.name) AS "recordedBy",
         f.recorded_at AS "recordedAt", c.done_on AS "doneOn", c.note
  FROM follow_up f
  JOIN person p ON p.id = f.recorded_by_id
  LEFT JOIN follow_up_completion c ON c.follow_up_id = f.id`;

@Injectable()
export class FollowUpsRepository {
  /** What follows from these decisions, by due day. */
  ofDecisions(reader: EntityManager, decisionIds: readonly string[]): Promise<ListedFollowUp[]> {
    return reader.query(`${LISTED} WHERE f.decision_id = ANY ($1) ORDER BY f.due_on, f.id`, [decisionIds]);
  }

  /**
   * What follows from any decision, the first due first. `after` is the due day and the id of the last one shown; `done`
   * null: done or not.
   */
  list(
    reader: EntityManager,
    { done, after, limit }: { done: boolean | null; after: readonly unknown[] | null; limit: number },
  ): Promise<ListedFollowUp[]> {
    return reader.query(
      `${LISTED} WHERE ($1::boolean IS NULL OR (c.done_on IS NOT NULL) = $1)
         AND ($2::date IS NULL OR (f.due_on, f.id) > ($2, $3::uuid))
       ORDER BY f.due_on, f.id LIMIT $4`,
      [done, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /** What waits for a member, or for her organisation, the first due first. */
  waitingFor(
    reader: EntityManager,
    { memberId, organisationId }: { readonly memberId: string; readonly organisationId: string },
    limit: number,
  ): Promise<ListedFollowUp[]> {
    return reader.query(
      `${LISTED} WHERE c.done_on IS NULL AND (f.member_id = $1 OR f.organisation_id = $2)
       ORDER BY f.due_on, f.id LIMIT $3`,
      [memberId, organisationId, limit],
    );
  }

  async byId(reader: EntityManager, id: string): Promise<ListedFollowUp | null> {
    const [followUp]: ListedFollowUp[] = await reader.query(`${LISTED} WHERE f.id = $1`, [id]);
    return followUp ?? null;
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<ListedFollowUp> {
    const followUp = await this.byId(reader, id);
    if (followUp === null) throw new RangeError(`No follow-up ${id}`);
    return followUp;
  }

  async add(tx: Tx, followUp: FollowUp): Promise<void> {
    await tx.insert(FollowUp, followUp);
  }

  async complete(tx: Tx, completion: FollowUpCompletion): Promise<void> {
    await tx.insert(FollowUpCompletion, completion);
  }
}
