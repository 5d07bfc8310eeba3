import '../support/matchers.js';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { DailyTasks } from '@hemicycle/jobs';
import { addDays, day } from '@hemicycle/kernel';
import type { TestForum } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

jest.setTimeout(120_000);

let plenary: Plenary;
let forum: TestForum;
afterEach(() => forum.close());

/** A morning of the forum: who is reminded of what by it, a line each, by the name of the person. */
const morning = async (on: string): Promise<string[]> => {
  const before = await written();
  await plenary.goTo(on, '08:00');
  await forum.api.get(DailyTasks, { strict: false }).begin();
  await forum.settled();
  const after = await written();
  return after.slice(before.length);
};
const written = async (): Promise<string[]> => {
  const rows = await forum.database.query<{ name: string; subject: string; sent: boolean }>(
    `SELECT p.name, o.parameters->>'subjectEn' AS subject, sent_at IS NOT NULL AS sent
     FROM outgoing_mail o JOIN person p ON p.id = o.person_id WHERE kind = 'reminder'
     ORDER BY enqueued_at, o.parameters->>'subjectEn', p.name`,
  );
  return rows.map(({ name, subject, sent }) => `${name}: ${subject}${sent ? '' : ' (waits)'}`);
};
const both = (subject: string): string[] => [`Secretary: ${subject}`, `Secretary: ${subject}`];

describe('reminders', () => {
  it('tell the whole secretariat that an agenda is not drafted, then whoever holds the key that it waits for, once', async () => {
    plenary = await Plenary.planned();
    ({ forum } = plenary);
    expect(await morning('2024-05-31')).toEqual(both('Agenda of plenary 1'));
    const [letter] = await forum.letters();
    expect(letter?.letter.subject).toBe('Reminder: Agenda of plenary 1, by 5 June 2024');
    expect(letter?.letter.text).toContain('The secretariat has not drafted it yet');
    expect(letter?.letter.text).toContain('/charter#C3-AGENDA');
    expect(await morning('2024-06-01')).toEqual([]);

    // The job of one day, eight times, some at the same time.
    await plenary.called();
    done(await plenary.secretary.does('turnKey', { meetingId: plenary.id, version: 1, key: 'SECRETARIAT' }));
    const before = await written();
    await plenary.goTo('2024-06-03', '08:00');
    await forum.database.query(
      `SELECT graphile_worker.add_job('remind', '{"on": "2024-06-03"}') FROM generate_series(1, 8)`,
    );
    await forum.settled();
    expect((await written()).slice(before.length)).toEqual([
      'Founder, CIVIL_SOCIETY: Agenda of plenary 1: the founding group’s key',
      'Founder, GOVERNMENT: Agenda of plenary 1: the founding group’s key',
    ]);
    expect(await morning('2024-06-03')).toEqual([]);
  });

  it('tell of minutes before their day and once it is past, then of the terms that end, to their holders too', async () => {
    plenary = await (await Plenary.planned()).held();
    ({ forum } = plenary);
    const minutes = both('Minutes of plenary 1, to be sent to the members');
    expect(await morning('2024-06-27')).toEqual([]);
    expect(await morning('2024-06-28')).toEqual(minutes);
    expect(await morning('2024-06-29')).toEqual([]);
    expect(await morning('2024-07-05')).toEqual(minutes);
    expect(await morning('2024-07-06')).toEqual(minutes);
    expect((await forum.letters())[0]?.letter.subject).toBe(
      'Late: Minutes of plenary 1, to be sent to the members',
    );
    expect(await morning('2025-12-21')).toEqual([]);

    const holders = await forum.database.query<{ name: string; college: string }>(
      `SELECT p.name, m.college FROM mandate m JOIN member s ON s.id = m.member_id JOIN person p ON p.id = s.person_id`,
    );
    const renewals = (['GOVERNMENT', 'CIVIL_SOCIETY'] as const).flatMap((college) => {
      const words = college === 'GOVERNMENT' ? 'government' : 'civil society';
      const holder = holders.find((each) => each.college === college)?.name ?? '';
      return [holder, 'Secretary', 'Secretary'].map(
        (name) => `${name}: Renewal of the co-chair’s seat (${words})`,
      );
    });
    for (const on of ['2025-12-22', '2026-03-22', '2026-04-21', '2026-05-21']) {
      expect((await morning(on)).toSorted()).toEqual(renewals.toSorted());
      expect(await morning(addDays(day(on), 1))).toEqual([]);
    }
    expect(await morning('2026-06-21')).toEqual([]);
  });

  it('tell whoever a decision charged, and the secretariat of what is up to a role, anew where it got another day', async () => {
    plenary = await (await Plenary.planned()).held();
    ({ forum } = plenary);
    const { decisions } = await plenary.secretary.reads('{ decisions { nodes { id } } }');
    const task = { decisionId: decisions.nodes[0].id, taskFr: 'Publier', dueOn: '2024-07-20' };
    const { memberId } = plenary.member('CIVIL_SOCIETY', 4);
    const { id: followUpId } = done(
      await plenary.secretary.does('recordFollowUp', { ...task, memberId }, '... on FollowUp { id }'),
    );
    done(await plenary.secretary.does('recordFollowUp', { ...task, roleFr: 'Le secrétariat' }));
    const ofThem = async (on: string): Promise<string[]> =>
      (await morning(on)).filter((line) => line.includes('Publier'));
    expect(await ofThem('2024-07-12')).toEqual([]);
    const member = 'CIVIL_SOCIETY 4: Publier (CIVIL_SOCIETY 4)';
    expect(await ofThem('2024-07-13')).toEqual([member, ...both('Publier (Le secrétariat)')]);
    expect(await ofThem('2024-07-14')).toEqual([]);
    const later = { followUpId, dueOn: '2024-07-23', reason: 'Le mois d’août.' };
    done(await plenary.secretary.does('redateFollowUp', later));
    expect(await ofThem('2024-07-16')).toEqual([member]);
    expect(await ofThem('2024-07-21')).toEqual([member, ...both('Publier (Le secrétariat)')]);
    done(await plenary.secretary.does('withdrawFollowUp', { followUpId, reason: 'Fait ailleurs.' }));
    expect(await ofThem('2024-07-24')).toEqual([]);
  });
});
