import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forgetting } from '@hemicycle/accounts';
import { DailyTasks } from '@hemicycle/jobs';
import pg from 'pg';
import { until, waitingForLocks } from '../support/at-once.js';
import { TestForum, type Voice } from '../support/forum.js';

describe('the addresses of those who have left', () => {
  let forum: TestForum;
  let gone: Voice;
  let back: Voice;
  let serving: Voice;
  beforeAll(async () => {
    forum = await TestForum.on('2024-03-01');
    gone = await forum.founder('GOVERNMENT', 'Ada');
    back = await forum.founder('CIVIL_SOCIETY', 'Grace');
    serving = await forum.secretary('Hedy');
    await forum.person('Mary, who never had one');
    await forum.database.query(`UPDATE founding_group_membership SET until_on = '2024-06-20'`);
    await forum.database.query(
      `INSERT INTO mail_preference (person_id, topic, delivery) SELECT id, 'RESULTS', 'NEVER' FROM person`,
    );
  });
  afterAll(() => forum.close());

  const morning = async (on: string): Promise<void> => {
    forum.clock.goTo(on);
    await forum.api.get(Forgetting, { strict: false }).forget();
    await forum.api.get(DailyTasks, { strict: false }).begin();
    await forum.settled();
  };
  /** Who has an address still, and a choice of letters, by name. */
  const known = async (on: string): Promise<unknown> => {
    await morning(on);
    const people = await forum.database.query<{ name: string; chose: boolean }>(
      `SELECT name, EXISTS (SELECT FROM mail_preference WHERE person_id = id) AS chose FROM person
       WHERE email IS NOT NULL ORDER BY name`,
    );
    expect(people.every(({ chose }) => chose)).toBe(true);
    expect(await forum.database.query('SELECT FROM mail_preference')).toHaveLength(people.length);
    return people.map(({ name }) => name);
  };

  it('are forgotten three years after their last role, with the letters that they wanted, but for who is signed in', async () => {
    expect(await known('2027-06-20')).toEqual(['Ada', 'Grace', 'Hedy']);
    await forum.voiceOf(back.personId ?? '');
    expect(await known('2027-06-21')).toEqual(['Grace', 'Hedy']);
  });

  it('are kept for whoever comes back at that very moment', async () => {
    const admission = new pg.Client({ connectionString: forum.database.url });
    await admission.connect();
    const personId = back.personId ?? '';
    await forum.database.query('DELETE FROM session WHERE person_id = $1', [personId]);
    await admission.query('BEGIN');
    await admission.query(
      `INSERT INTO secretariat_appointment (id, person_id, body_id, from_on)
       SELECT gen_random_uuid(), $1, body_id, '2027-06-21' FROM secretariat_appointment LIMIT 1`,
      [personId],
    );
    const forgotten = known('2027-06-22');
    await until(async () => (await waitingForLocks(forum.database)) > 0);
    await admission.query('COMMIT');
    await admission.end();
    expect(await forgotten).toEqual(['Grace', 'Hedy']);
  });

  it('are written to no more, until the secretariat gives another one', async () => {
    const secretary = await forum.voiceOf(serving.personId ?? '');
    const personId = gone.personId ?? '';
    const own = await forum.voiceOf(personId);
    expect(await own.reads('{ me { email person { name } } }')).toEqual({
      me: { email: null, person: { name: 'Ada' } },
    });
    const before = (await forum.letters()).length;
    const asking = 'mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { said } }';
    await forum.anyone.ask(asking, { input: { email: `${personId}@example.org` } });
    expect(await forum.letters()).toHaveLength(before);
    const given = await secretary.ask(
      'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { name } }',
      { input: { personId, email: 'ada@example.net' } },
    );
    expect(given.data.changeAddress).toEqual({ name: 'Ada' });
    expect(await forum.letters()).toHaveLength(before);
  });

  it('are kept for as long again once another one was given', async () => {
    const kept = async (on: string): Promise<boolean> => {
      await morning(on);
      const rows = await forum.database.query(`SELECT FROM person WHERE name = 'Ada' AND email IS NOT NULL`);
      return rows.length > 0;
    };
    expect(await kept('2027-06-23')).toBe(true);
    expect(await kept('2030-06-22')).toBe(true);
    expect(await kept('2030-06-23')).toBe(false);
  });
});
