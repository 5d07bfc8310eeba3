import { Database } from '@hemicycle/database';
import { type DailyPayload, Jobs, type Task } from '@hemicycle/jobs';
import { addYears, day, FORUM_TIME_ZONE, startOfDay } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** For how many years the address of whoever held a role is kept once she holds none. */
const KEPT_YEARS = 3;

/** Every role that a person has from day to day, with its last day; null: no end known. */
const ROLES = ['secretariat_appointment', 'founding_group_membership', 'member', 'alternate', 'correspondent']
  .map((table) => `SELECT person_id, until_on FROM ${table}`)
  .join(' UNION ALL ');

/** Whose address is forgotten; $1: the first day, $2: the first instant, of the years for which it is kept. */
const TO_FORGET = `
  email IS NOT NULL AND coalesce(email_changed_at, created_at) < $2
  AND NOT EXISTS (SELECT FROM (${ROLES}) r WHERE r.person_id = p.id AND coalesce(r.until_on, 'infinity') >= $1)
  AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = p.id)
  AND NOT EXISTS (SELECT FROM sign_in_link l WHERE l.person_id = p.id)`;

/**
 * Every day, forgets where to write to those who held no role for years, and which letters they wanted. Whoever is signed in or
 * asks to be, or was given another address since, keeps hers; names stay, as what was done under them does.
 */
@Injectable()
export class ForgetAddresses implements Task<DailyPayload> {
  readonly name = 'forget-addresses';

  constructor(
    private readonly database: Database,
    jobs: Jobs,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {
    jobs.registerDaily(this);
  }

  async run({ on }: DailyPayload): Promise<void> {
    const keptFrom = addYears(day(on), -KEPT_YEARS);
    await this.database.transaction(async (tx) => {
      const since = [keptFrom, startOfDay(keptFrom, this.zone)];
      // Locked, then asked about again: somebody may have come back between the one and the other.
      await tx.query(`SELECT FROM person p WHERE ${TO_FORGET} ORDER BY id FOR UPDATE`, since);
      const [forgotten]: [{ id: string }[], number] = await tx.query(
        `UPDATE person p SET email = NULL WHERE ${TO_FORGET} RETURNING id`,
        since,
      );
      await tx.query('DELETE FROM mail_preference WHERE person_id = ANY ($1)', [
        forgotten.map(({ id }) => id),
      ]);
    });
  }
}
