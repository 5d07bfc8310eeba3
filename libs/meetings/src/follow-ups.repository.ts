import type { Tx } from '@hemicycle/database';
import type { Day, Text } from '@hemicycle/kernel';
import type { MemberOnDay, NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FollowUpChange } from './follow-up-change.entity.js';
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
  /** The day that it got last. */
  readonly dueOn: Day;
  readonly recordedBy: NamedPerson;
  readonly recordedAt: Date;
  /** Null: not done. */
  readonly doneOn: Day | null;
  readonly note: string | null;
  /** Null: it stands. */
  readonly withdrawnAt: Date | null;
  /** Each other day that it got, and its withdrawal, in their order. */
  readonly changes: readonly ListedFollowUpChange[];
}

/** Another day, or the withdrawal, of what follows from a decision. */
export interface ListedFollowUpChange extends Pick<FollowUpChange, 'dueOn' | 'reason' | 'recordedAt'> {
  /** The day that it had. */
  readonly formerlyDueOn: Day;
  readonly recordedBy: NamedPerson;
}

/** A row, whose instants within JSON are in ISO 8601. */
type FollowUpRow = Omit<ListedFollowUp, 'changes'> & {
  readonly changes: readonly (Omit<ListedFollowUpChange, 'recordedAt'> & { readonly recordedAt: string })[];
};

const listed = (row: FollowUpRow): ListedFollowUp => ({
  ...row,
  changes: row.changes.map((change) => ({ ...change, recordedAt: new Date(change.recordedAt) })),
});

/** The members, of those given, to whom it is up: herself, or those of the organisation; none where it is up to a role. */
export const chargedWith = (
  { memberId, organisationId }: Pick<ListedFollowUp, 'memberId' | 'organisationId'>,
  members: readonly MemberOnDay[],
): MemberOnDay[] =>
  members.filter((member) => member.id === memberId || member.organisationId === organisationId);

/** The day that follow-up `f` got last, by its changes `h`. */
const DUE_ON = `coalesce(h.due_on, f.due_on)`;

const LISTED = `
  SELECT f.id, f.decision_id AS "decisionId",
         json_build_object('fr', f.task_fr, 'en', coalesce(f.task_en, f.task_fr)) AS task,
         f.member_id AS "memberId", f.organisation_id AS "organisationId",
         CASE WHEN f.role_fr IS NOT NULL
              THEN json_build_object('fr', f.role_fr, 'en', coalesce(f.role_en, f.role_fr)) END AS role,
         ${DUE_ON} AS "dueOn", json_build_object('id', p.id, 'name', p.name) AS "recordedBy",
         f.recorded_at AS "recordedAt", c.done_on AS "doneOn", c.note,
         h.withdrawn_at AS "withdrawnAt", coalesce(h.changes, '[]') AS changes
  FROM follow_up f
  JOIN person p ON p.id = f.recorded_by_id
  LEFT JOIN follow_up_completion c ON c.follow_up_id = f.id
  CROSS JOIN LATERAL (
    SELECT (array_agg(g.due_on ORDER BY g.number DESC) FILTER (WHERE g.due_on IS NOT NULL))[1] AS due_on,
           max(g.recorded_at) FILTER (WHERE g.due_on IS NULL) AS withdrawn_at,
           json_agg(json_build_object(
             'formerlyDueOn', coalesce((SELECT b.due_on FROM follow_up_change b WHERE b.follow_up_id = f.id
                                          AND b.number = g.number - 1), f.due_on),
             'dueOn', g.due_on, 'reason', g.reason, 'recordedAt', g.recorded_at,
             'recordedBy', json_build_object('id', q.id, 'name', q.name)) ORDER BY g.number) AS changes
    FROM follow_up_change g JOIN person q ON q.id = g.recorded_by_id WHERE g.follow_up_id = f.id
  ) h`;

@Injectable()
export class FollowUpsRepository {
  /** What follows from these decisions, by due day. */
  ofDecisions(reader: EntityManager, decisionIds: readonly string[]): Promise<ListedFollowUp[]> {
    return this.read(reader, `WHERE f.decision_id = ANY ($1) ORDER BY ${DUE_ON}, f.id`, [decisionIds]);
  }

  private async read(
    reader: EntityManager,
    which: string,
    given: readonly unknown[],
  ): Promise<ListedFollowUp[]> {
    const rows: FollowUpRow[] = await reader.query(`${LISTED} ${which}`, [...given]);
    return rows.map(listed);
  }

  /**
   * What follows from any decision, the first due first. `after` is the due day and the id of the last one shown; `done`
   * null: done or not, withdrawn ones too, which are neither.
   */
  list(
    reader: EntityManager,
    { done, after, limit }: { done: boolean | null; after: readonly unknown[] | null; limit: number },
  ): Promise<ListedFollowUp[]> {
    return this.read(
      reader,
      `WHERE ($1::boolean IS NULL OR ((c.done_on IS NOT NULL) = $1 AND h.withdrawn_at IS NULL))
         AND ($2::date IS NULL OR (${DUE_ON}, f.id) > ($2, $3::uuid))
       ORDER BY ${DUE_ON}, f.id LIMIT $4`,
      [done, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
  }

  /**
   * What waits for a member, or for her organisation, the first due first.
   *
   * @param ofRoles whether for the secretariat: it keeps what is up to a role, which no member holds
   */
  waitingFor(
    reader: EntityManager,
    {
      memberId,
      organisationId,
      ofRoles,
    }: {
      readonly memberId: string | null;
      readonly organisationId: string | null;
      readonly ofRoles: boolean;
    },
    limit: number,
  ): Promise<ListedFollowUp[]> {
    return this.read(
      reader,
      `WHERE c.done_on IS NULL AND h.withdrawn_at IS NULL
         AND (f.member_id = $1 OR f.organisation_id = $2 OR $3 AND f.role_fr IS NOT NULL)
       ORDER BY ${DUE_ON}, f.id LIMIT $4`,
      [memberId, organisationId, ofRoles, limit],
    );
  }

  async byId(reader: EntityManager, id: string): Promise<ListedFollowUp | null> {
    const [followUp] = await this.read(reader, 'WHERE f.id = $1', [id]);
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

  /** Adds another day, or the withdrawal, after what was written before. The decision’s row is locked by then. */
  async change(tx: Tx, change: Omit<FollowUpChange, 'number'>): Promise<void> {
    const { followUpId } = change;
    const last = await tx.maximum(FollowUpChange, 'number', { followUpId });
    await tx.insert(FollowUpChange, { ...change, number: (last ?? 0) + 1 });
  }
}
