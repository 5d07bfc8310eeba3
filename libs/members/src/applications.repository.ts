import type { ApplicationState } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Application } from './application.entity.js';

@Injectable()
export class ApplicationsRepository {
  /** Stores an application, unless one stands with that address; gives the id of the one that stands. */
  async submit(
    tx: Tx,
    application: Pick<
      Application,
      'id' | 'callId' | 'name' | 'email' | 'language' | 'organisationName' | 'motivation' | 'submittedAt'
    >,
  ): Promise<string> {
    const { id, callId, name, email, language, organisationName, motivation, submittedAt } = application;
    await tx.query(
      `INSERT INTO application
         (id, call_id, name, email, language, organisation_name, motivation, state, submitted_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'SUBMITTED', $8)
       ON CONFLICT ON CONSTRAINT application_one_an_address DO NOTHING`,
      [id, callId, name, email, language, organisationName, motivation, submittedAt],
    );
    const [standing]: { id: string }[] = await tx.query(
      'SELECT id FROM application WHERE call_id = $1 AND email = $2',
      [callId, email],
    );
    return standing?.id ?? id;
  }

  byId(reader: EntityManager, id: string): Promise<Application | null> {
    return reader.findOneBy(Application, { id });
  }

  lock(tx: Tx, id: string): Promise<Application | null> {
    return tx.findOne(Application, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Records the one decision. */
  async decide(
    tx: Tx,
    id: string,
    decision: Pick<Application, 'decidedAt' | 'decidedById' | 'reasonsFr' | 'reasonsEn' | 'memberId'> & {
      state: ApplicationState;
    },
  ): Promise<void> {
    await tx.update(Application, { id }, decision);
  }

  /** Withdraws and erases what the applicant sent. */
  async withdraw(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(
      Application,
      { id },
      {
        state: 'WITHDRAWN',
        withdrawnAt: at,
        name: null,
        email: null,
        organisationName: null,
        motivation: null,
      },
    );
  }

  /**
   * Erases what was sent to the calls decided before an instant, and why it was declined; that it was, when and by whom stays, and
   * the reasons for which somebody is a member.
   */
  async forget(tx: Tx, { decidedBefore, at }: { decidedBefore: Date; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE application a SET name = NULL, email = NULL, organisation_name = NULL, motivation = NULL,
         reasons_fr = CASE a.state WHEN 'ADMITTED' THEN a.reasons_fr END,
         reasons_en = CASE a.state WHEN 'ADMITTED' THEN a.reasons_en END, erased_at = $2
       FROM call_for_applications c
       WHERE c.id = a.call_id AND c.decided_at < $1 AND a.state IN ('ADMITTED', 'DECLINED') AND a.erased_at IS NULL`,
      [decidedBefore, at],
    );
  }

  /** How many wait for their decision, call by call; calls where none does are left out. */
  undecided(
    reader: EntityManager,
    callIds: readonly string[],
  ): Promise<{ callId: string; undecided: number }[]> {
    return reader.query(
      `SELECT call_id AS "callId", count(*)::integer AS undecided FROM application
       WHERE call_id = ANY ($1) AND state = 'SUBMITTED' GROUP BY call_id`,
      [callIds],
    );
  }

  /** A page's worth of a call's applications, the earliest first. */
  list(
    reader: EntityManager,
    { callId, after, limit }: { callId: string; after: readonly unknown[] | null; limit: number },
  ): Promise<Application[]> {
    const query = reader
      .createQueryBuilder(Application, 'application')
      .where('application.callId = :callId', { callId })
      .orderBy('application.submittedAt')
      .addOrderBy('application.id')
      .limit(limit);
    if (after !== null) {
      query.andWhere(
        '(application.submittedAt, application.id) > (CAST(:at AS timestamptz), CAST(:id AS uuid))',
        {
          at: after[0],
          id: after[1],
        },
      );
    }
    return query.getMany();
  }
}
