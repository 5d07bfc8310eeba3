import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { StoryPlace } from '../../apps/cli/src/demonstration/story.js';
import { tellStory } from '../../apps/cli/src/demonstration/tell-story.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

// Four years of plenaries, with every ballot of theirs sealed.
jest.setTimeout(600_000);

interface HeldElection {
  readonly on: string;
  readonly meeting: string;
  readonly office: string;
  readonly state: string;
}

describe('the demonstration told on another day', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    database = await aDatabase();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.drop();
  });

  const place = (): StoryPlace => ({
    url: database.url,
    secretKey: randomBytes(32).toString('hex'),
    publicUrl: 'https://forum.example',
  });
  const elections = (): Promise<HeldElection[]> =>
    database.query<HeldElection>(
      `SELECT to_char(m.starts_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS on, m.state AS meeting, e.office, e.state
       FROM election e JOIN meeting m ON m.id = e.meeting_id ORDER BY m.starts_at, e.called_at`,
    );
  const meetings = (): Promise<{ state: string }[]> =>
    database.query(`SELECT state FROM meeting WHERE body = 'PLENARY' ORDER BY starts_at`);

  it('the day after a regular plenary, in its first minute, has a by-election open', async () => {
    const trustees = await tellStory(place(), new Date('2026-12-17T23:00:20Z'));
    expect(trustees).toHaveLength(3);
    const held = await elections();
    const states = (await meetings()).map(({ state }) => state);
    expect(states).toEqual(['HELD', 'HELD', 'HELD', 'HELD', 'HELD', 'HELD', 'IN_SESSION', 'PLANNED']);
    expect(held.slice(0, -1).map(({ state }) => state)).toEqual(Array(8).fill('PROCLAIMED'));
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
    const groupMeetings = await database.query(
      `SELECT m.state, count(*)::integer AS meetings, count(r.id)::integer AS minutes, count(d.id)::integer AS recommendations,
              count(DISTINCT to_char(m.starts_at, 'YYYY Q'))::integer AS quarters
       FROM meeting m LEFT JOIN minutes r ON r.meeting_id = m.id LEFT JOIN decision d ON d.meeting_id = m.id
       WHERE m.body = 'WORKING_GROUP' GROUP BY m.state ORDER BY m.state`,
    );
    expect(groupMeetings).toEqual([
      { state: 'HELD', meetings: 16, minutes: 16, recommendations: 16, quarters: 8 },
      { state: 'PLANNED', meetings: 2, minutes: 0, recommendations: 0, quarters: 1 },
    ]);
    const committee = await database.query(
      `SELECT m.state, count(*)::integer AS meetings, count(r.id)::integer AS minutes, count(d.id)::integer AS recommendations,
              sum((SELECT count(*)::integer FROM minutes_signature s WHERE s.minutes_id = r.id))::integer AS signatures
       FROM meeting m LEFT JOIN minutes r ON r.meeting_id = m.id LEFT JOIN decision d ON d.meeting_id = m.id
       WHERE m.body = 'MANAGEMENT_COMMITTEE' GROUP BY m.state ORDER BY m.state`,
    );
    expect(committee).toEqual([
      { state: 'HELD', meetings: 5, minutes: 5, recommendations: 5, signatures: 10 },
      { state: 'PLANNED', meetings: 1, minutes: 0, recommendations: 0, signatures: 0 },
    ]);
    // Of each group that met since its last report: today’s session comes three weeks after one that heard both. The one to come waits for theirs.
    const reports = await database.query(
      `SELECT m.state, count(*)::integer AS named, count(r.submitted_at)::integer AS submitted
       FROM meeting m JOIN agenda_item i ON i.meeting_id = m.id
         LEFT JOIN group_report r ON r.meeting_id = m.id AND r.group_id = i.report_of_id
       WHERE i.report_of_id IS NOT NULL GROUP BY m.state ORDER BY m.state`,
    );
    expect(reports).toEqual([
      { state: 'HELD', named: 8, submitted: 8 },
      { state: 'IN_SESSION', named: 1, submitted: 1 },
      { state: 'PLANNED', named: 2, submitted: 0 },
    ]);
    const [{ linked, elsewhere } = {}] = await database.query<{ linked: number; elsewhere: number }>(
      `SELECT count(*) FILTER (WHERE markdown LIKE '%](https://forum.example/papers/%')::integer AS linked,
              count(*) FILTER (WHERE markdown LIKE '%127.0.0.1%')::integer AS elsewhere FROM minutes_edition`,
    );
    expect(linked).toBeGreaterThan(0);
    expect(elsewhere).toBe(0);
    const steps = await database.query(
      `SELECT s.state, s.settled_on < s.due_on AS early, count(*)::integer
       FROM roadmap_step s WHERE version = 2 GROUP BY 1, 2, s.due_on ORDER BY s.due_on`,
    );
    expect(steps).toEqual([
      { state: 'DONE', early: true, count: 2 },
      { state: 'DONE', early: false, count: 2 },
      { state: 'DONE', early: false, count: 2 },
      { state: 'UNDER_WAY', early: null, count: 2 },
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
    expect(held.at(-1)).toEqual({
      on: '2026-12-18',
      meeting: 'IN_SESSION',
      office: 'COMMITTEE_MEMBER',
      state: 'VOTING',
    });
  });

  it('shortly before the terms end renews them, and leaves the last poll open', async () => {
    await tellStory(place(), new Date('2026-06-02T13:40:00Z'));
    const today = (await elections()).filter(({ meeting }) => meeting === 'IN_SESSION');
    expect(today.map(({ office, state }) => [office, state])).toEqual([
      ['CO_CHAIR', 'PROCLAIMED'],
      ['CO_CHAIR', 'PROCLAIMED'],
      ['COMMITTEE_MEMBER', 'PROCLAIMED'],
      ['COMMITTEE_MEMBER', 'VOTING'],
    ]);
  });
});
