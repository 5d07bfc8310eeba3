import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@hemicycle/kernel';
import type { Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { done, type Plenary } from '../support/plenary.js';
import { groupInSession, groupMeeting, proposed, withGroup } from '../support/working-groups.js';

describe('calendars of working groups', () => {
  let plenary: Plenary;
  let groupId: string;
  let meetingId: string;

  const get = (path: string): Promise<Response> => fetch(`${plenary.forum.url}${path}`);
  const events = async (path: string): Promise<ReadEvent[]> => readCalendar(await (await get(path)).text());
  const own = async (voice: Voice): Promise<ReadEvent[]> => {
    const { makePersonalCalendar } = await voice.reads('mutation { makePersonalCalendar { address } }');
    return events(`${new URL(makePersonalCalendar.address).pathname}?lang=en`);
  };

  beforeAll(async () => {
    ({ plenary, groupId } = await withGroup());
    await plenary.goTo('2025-01-10');
    meetingId = await groupMeeting({ plenary, groupId }, '2025-02-04');
  });
  afterAll(() => plenary?.forum.close());

  it('have the meetings of that group alone, without where those who take part are online', async () => {
    const answer = await get(`/calendars/groups/${groupId}.ics?lang=en`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const text = await answer.text();
    expect(text).toContain('Group “Open justice”');
    expect(text).not.toContain('visio.example');
    expect(readCalendar(text).map(({ uid, status }) => [uid, status])).toEqual([[meetingId, 'TENTATIVE']]);
    expect(await (await get(`/calendars/groups/${groupId}.ics?lang=fr`)).text()).toContain('Justice ouverte');
    const plenaries = await events('/calendars/plenaries.ics');
    expect(plenaries.some(({ uid }) => uid === meetingId)).toBe(false);
  });

  it('are not there for what is no group yet, or never was', async () => {
    const other = await proposed(plenary);
    for (const id of [other, newId(), 'x', '%00', meetingId]) {
      expect((await get(`/calendars/groups/${id}.ics`)).status).toBe(404);
    }
  });

  it('and of one’s own say until when one comments on the minutes of one’s groups', async () => {
    const facilitator = plenary.member('GOVERNMENT', 4);
    const inTheGroup = plenary.member('CIVIL_SOCIETY', 1);
    done(await facilitator.does('conveneMeeting', { meetingId }));
    await groupInSession(plenary, meetingId, '2025-02-04', [facilitator, inTheGroup]);
    const { meeting } = await facilitator.reads(
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id } } } }',
      { id: meetingId },
    );
    const [{ id: itemId }] = meeting.publishedAgenda.items;
    const agreed = { meetingId, itemId, wordingFr: 'Publier.', wordingEn: 'Publish.' };
    done(await facilitator.does('recordConsensus', agreed));
    done(await facilitator.does('closeSession', { meetingId }));
    const { id } = done(await facilitator.does('draftMinutes', { meetingId }, '... on Minutes { id }'));
    const ends = async (voice: Voice): Promise<ReadEvent[]> =>
      (await own(voice)).filter(({ url }) => url.endsWith(`/minutes/${id}`));
    expect(await ends(inTheGroup)).toEqual([]);
    done(await facilitator.does('circulateMinutes', { minutesId: id, version: 1 }));
    expect(await ends(inTheGroup)).toMatchObject([
      {
        uid: id,
        startsAt: new Date('2025-02-11T22:59:00.000Z'),
        summary:
          'Last minute for comments on the minutes of meeting no. 1 of the working group “Open justice”',
      },
    ]);
    // Another member of the forum, who is not in the group, does not comment on them.
    expect(await ends(plenary.member('CIVIL_SOCIETY', 2))).toEqual([]);
    expect((await events(`/calendars/groups/${groupId}.ics`)).some(({ uid }) => uid === id)).toBe(false);
  });

  it('and what a group adopts is fed as its recommendation', async () => {
    const feed = async (language: string): Promise<string> =>
      (await get(`/feeds/decisions.atom?lang=${language}`)).text();
    expect(await feed('en')).toContain(
      'Recommendation 2025-1 of the working group “Open justice”: Recommendation on datasets',
    );
    expect(await feed('fr')).toContain('Recommandation 2025-1 du groupe de travail « Justice ouverte » : ');
    expect(await feed('en')).toContain('Decision 2024-2 of the plenary: ');
  });
});
