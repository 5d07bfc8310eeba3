import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { DemonstrationTrustee } from '../../apps/cli/src/demonstration/trustee-seeds.js';
import { tellStory } from '../../apps/cli/src/demonstration/tell-story.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

// Years of plenaries, with every ballot of theirs sealed.
jest.setTimeout(600_000);

let database: TestDatabase;
let trustees: readonly DemonstrationTrustee[];

/** Tells the story to a forum of its own, for the tests of one `describe`. */
function told(instant: string): void {
  beforeAll(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    database = await aDatabase();
    const secretKey = randomBytes(32).toString('hex');
    const place = { url: database.url, secretKey, publicUrl: 'https://forum.example' };
    trustees = await tellStory(place, new Date(instant));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await database.drop();
  });
}

const plenaries = async (): Promise<string[]> => {
  const meetings = await database.query<{ state: string }>(
    `SELECT state FROM meeting WHERE body = 'PLENARY' ORDER BY starts_at`,
  );
  return meetings.map(({ state }) => state);
};
const elections = (): Promise<Record<'on' | 'meeting' | 'office' | 'state', string>[]> =>
  database.query(
    `SELECT to_char(m.starts_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS on, m.state AS meeting, e.office, e.state
     FROM election e JOIN meeting m ON m.id = e.meeting_id ORDER BY m.starts_at, e.called_at`,
  );

// What a start tells of today is in `start`: years, and mostly a by-election. Here are the other days, the first soon after
// the story’s beginning, the second at the end of its first terms.

describe('the demonstration told the day after a regular plenary, in its first minute', () => {
  told('2024-12-19T23:00:20Z');

  it('has a by-election open, whose key is in the hands of three trustees', async () => {
    expect(trustees).toHaveLength(3);
    expect(await plenaries()).toEqual(['HELD', 'HELD', 'IN_SESSION', 'PLANNED']);
    const held = await elections();
    expect(held.slice(0, -1).map(({ state }) => state)).toEqual(Array(4).fill('PROCLAIMED'));
    expect(held.at(-1)).toEqual({
      on: '2024-12-20',
      meeting: 'IN_SESSION',
      office: 'COMMITTEE_MEMBER',
      state: 'VOTING',
    });
  });
});

describe('the demonstration told shortly before the terms end', () => {
  told('2026-06-02T13:40:00Z');

  it('renews them, and leaves the last poll open', async () => {
    expect(await plenaries()).toEqual(['HELD', 'HELD', 'HELD', 'HELD', 'IN_SESSION', 'PLANNED']);
    const today = (await elections()).filter(({ meeting }) => meeting === 'IN_SESSION');
    expect(today.map(({ office, state }) => [office, state])).toEqual([
      ['CO_CHAIR', 'PROCLAIMED'],
      ['CO_CHAIR', 'PROCLAIMED'],
      ['COMMITTEE_MEMBER', 'PROCLAIMED'],
      ['COMMITTEE_MEMBER', 'VOTING'],
    ]);
  });

  it('has working groups that met every quarter since the second plenary set them up', async () => {
    const groups = await database.query(
      `SELECT state, to_char(set_up_on, 'YYYY-MM-DD') AS on, array_length(commitments, 1) AS commitments,
              (SELECT count(*)::integer FROM facilitator_mandate f WHERE f.group_id = g.id) AS facilitators,
              (SELECT count(*)::integer FROM group_member m WHERE m.group_id = g.id) AS members
       FROM working_group g ORDER BY theme_fr`,
    );
    expect(groups).toEqual([
      { state: 'SET_UP', on: '2024-12-19', commitments: 4, facilitators: 2, members: 7 },
      { state: 'SET_UP', on: '2024-12-19', commitments: 5, facilitators: 2, members: 8 },
    ]);
    const meetings = await database.query(
      `SELECT m.state, count(*)::integer AS meetings, count(r.id)::integer AS minutes, count(d.id)::integer AS recommendations,
              count(DISTINCT to_char(m.starts_at, 'YYYY Q'))::integer AS quarters
       FROM meeting m LEFT JOIN minutes r ON r.meeting_id = m.id LEFT JOIN decision d ON d.meeting_id = m.id
       WHERE m.body = 'WORKING_GROUP' GROUP BY m.state ORDER BY m.state`,
    );
    expect(meetings).toEqual([
      { state: 'HELD', meetings: 12, minutes: 12, recommendations: 12, quarters: 6 },
      { state: 'PLANNED', meetings: 2, minutes: 0, recommendations: 0, quarters: 1 },
    ]);
  });

  it('has each plenary hear both groups from the third on; the one to come waits for their reports', async () => {
    const reports = await database.query(
      `SELECT m.state, count(*)::integer AS named, count(r.submitted_at)::integer AS submitted
       FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id
         LEFT JOIN group_report r ON r.meeting_id = m.id AND r.group_id = i.report_of_id
       WHERE i.report_of_id IS NOT NULL GROUP BY m.state ORDER BY m.state`,
    );
    expect(reports).toEqual([
      { state: 'HELD', named: 4, submitted: 4 },
      { state: 'IN_SESSION', named: 2, submitted: 2 },
      { state: 'PLANNED', named: 2, submitted: 0 },
    ]);
  });

  it('has the committee prepare each plenary after the first', async () => {
    const committee = await database.query(
      `SELECT m.state, count(*)::integer AS meetings, count(r.id)::integer AS minutes, count(d.id)::integer AS recommendations,
              sum((SELECT count(*)::integer FROM minutes_signature s WHERE s.minutes_id = r.id))::integer AS signatures
       FROM meeting m LEFT JOIN minutes r ON r.meeting_id = m.id LEFT JOIN decision d ON d.meeting_id = m.id
       WHERE m.body = 'MANAGEMENT_COMMITTEE' GROUP BY m.state ORDER BY m.state`,
    );
    expect(committee).toEqual([
      { state: 'HELD', meetings: 4, minutes: 4, recommendations: 4, signatures: 8 },
      { state: 'PLANNED', meetings: 1, minutes: 0, recommendations: 0, signatures: 0 },
    ]);
  });

  it('has minutes that link to papers where the forum is reached', async () => {
    const [{ linked, elsewhere } = {}] = await database.query<{ linked: number; elsewhere: number }>(
      `SELECT count(*) FILTER (WHERE markdown LIKE '%](https://forum.example/papers/%')::integer AS linked,
              count(*) FILTER (WHERE markdown LIKE '%127.0.0.1%')::integer AS elsewhere FROM minutes_edition`,
    );
    expect(linked).toBeGreaterThan(0);
    expect(elsewhere).toBe(0);
  });

  it('has roadmaps under way, and events that were held, cancelled and announced', async () => {
    const steps = await database.query(
      `SELECT s.state, s.settled_on < s.due_on AS early, count(*)::integer
       FROM roadmap_step s WHERE version = 2 GROUP BY 1, 2, s.due_on ORDER BY s.due_on`,
    );
    expect(steps).toEqual([
      { state: 'DONE', early: true, count: 2 },
      { state: 'DONE', early: false, count: 2 },
      { state: 'UNDER_WAY', early: null, count: 2 },
      { state: 'TO_DO', early: null, count: 2 },
    ]);
    const events = await database.query(
      `SELECT kind, state, (SELECT count(*)::integer FROM event_place p WHERE p.event_id = e.id) AS places
       FROM forum_event e ORDER BY starts_at`,
    );
    expect(events).toEqual([
      { kind: 'OPEN_EVENING', state: 'HELD', places: 0 },
      { kind: 'WEBINAR', state: 'CANCELLED', places: 0 },
      { kind: 'WORKSHOP', state: 'PUBLISHED', places: 5 },
    ]);
  });
});
