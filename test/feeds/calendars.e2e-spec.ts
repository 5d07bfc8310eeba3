import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt } from '@hemicycle/kernel';
import type { Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import '../support/matchers.js';
import { done, Plenary } from '../support/plenary.js';

const LINK = 'https://meet.example/for-those-who-take-part';

describe('calendars', () => {
  let plenary: Plenary;
  let elections: Record<string, string>;
  let member: Voice;
  const logged: string[] = [];

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${plenary.forum.url}${path}`, { headers });
  const events = async (path: string): Promise<ReadEvent[]> => readCalendar(await (await get(path)).text());
  const event = async (path: string, uid: string): Promise<ReadEvent> => {
    const found = (await events(path)).find((each) => each.uid === uid);
    if (found === undefined) throw new Error(`No event ${uid} in ${path}`);
    return found;
  };
  const make = async (voice: Voice): Promise<string> => {
    const { makePersonalCalendar } = await voice.reads('mutation { makePersonalCalendar { address } }');
    return new URL(makePersonalCalendar.address).pathname;
  };

  beforeAll(async () => {
    plenary = await Plenary.planned({ log: { write: (line: string) => void logged.push(line) } });
    member = plenary.member('CIVIL_SOCIETY', 2);
    await plenary.forum.database.query('UPDATE meeting SET online_link = $1', [LINK]);
  });
  afterAll(() => plenary.forum.close());

  it('have a meeting from its planning on, changed by each convocation, agenda, closing and cancellation', async () => {
    const path = '/calendars/plenaries.ics?lang=en';
    const { id } = plenary;
    const planned = await event(path, id);
    expect(planned).toMatchObject({
      sequence: 0,
      status: 'TENTATIVE',
      summary: 'Plenary no. 1',
      startsAt: instantAt('2024-06-20' as never, '14:00', 'Europe/Paris'),
      url: expect.stringMatching(new RegExp(`/meetings/${id}$`)),
    });
    elections = await plenary.convened();
    const convened = await event(path, id);
    expect(convened).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
    expect(convened.description).toContain('Election, GOVERNMENT');
    expect(convened.changedAt >= planned.changedAt).toBe(true);

    const other = await plenary.another('2024-12-31');
    done(await plenary.secretary.does('cancelMeeting', { meetingId: other.id, reason: 'Trop tôt' }));
    const cancelled = await event(path, other.id);
    expect(cancelled).toMatchObject({ sequence: 1, status: 'CANCELLED' });
    expect(cancelled.description).toContain('Trop tôt');
    expect((await events('/calendars/all.ics')).map(({ uid }) => uid).toSorted()).toEqual(
      [id, other.id].toSorted(),
    );
  });

  it('of all have the events of the open agenda once they are published, moved and cancelled', async () => {
    const { secretary } = plenary;
    const times = { startsAt: '2024-10-27T00:30:00Z', endsAt: '2024-10-27T02:30:00Z' };
    const drafted = done(
      await secretary.does(
        'draftEvent',
        {
          kind: 'OPEN_EVENING',
          titleFr: 'Soirée; ouverte',
          titleEn: 'Open, evening',
          topicsFr: 'Nuit',
          topicsEn: 'Night',
          place: 'CESE',
          captioning: true,
          signLanguage: false,
          stepFree: true,
          presentsResults: false,
          ...times,
        },
        '... on ForumEvent { id }',
      ),
    );
    const eventId = drafted.id;
    const path = '/calendars/all.ics?lang=en';
    expect((await events(path)).some(({ uid }) => uid === eventId)).toBe(false);
    done(await secretary.does('publishEvent', { eventId }));
    expect(await event(path, eventId)).toMatchObject({
      sequence: 1,
      status: 'CONFIRMED',
      summary: 'Open, evening',
      startsAt: new Date(times.startsAt),
      endsAt: new Date(times.endsAt),
    });
    done(await secretary.does('cancelEvent', { eventId, reason: 'Storm' }));
    const cancelled = await event(path, eventId);
    expect(cancelled).toMatchObject({ sequence: 2, status: 'CANCELLED' });
    expect(cancelled.description).toContain('Storm');
    expect((await events('/calendars/plenaries.ics')).some(({ uid }) => uid === eventId)).toBe(false);
  });

  it('say the same until something changes, and are then not sent again', async () => {
    const first = await get('/calendars/plenaries.ics?lang=fr');
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    const tag = first.headers.get('etag') ?? '';
    const again = await get('/calendars/plenaries.ics?lang=fr', { 'if-none-match': tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    // Unless something happened, one look at the end of the trail is enough.
    const asked = await plenary.forum.statements(() => get('/calendars/plenaries.ics?lang=fr'));
    expect(asked.filter((statement) => !statement.includes('audit_row'))).toEqual([]);
    const english = await get('/calendars/plenaries.ics', { 'accept-language': 'en', 'if-none-match': tag });
    expect(english.status).toBe(200);
    expect(await english.text()).toContain('Plenary no. 1');
    expect(await first.text()).toContain('Séance plénière n° 1');
    expect(
      (await get('/calendars/plenaries.ics', { 'accept-language': 'de' })).headers.get('vary'),
    ).toContain('Accept-Language');
  });

  it('of the public never say where those who take part are online', async () => {
    for (const path of ['/calendars/plenaries.ics', '/calendars/all.ics']) {
      expect(await (await get(path)).text()).not.toContain('meet.example');
    }
  });

  describe('of one’s own', () => {
    it('are behind a secret address, shown once and of which only a hash is kept', async () => {
      expect((await plenary.forum.anyone.ask('{ myCalendar { madeAt } }')).errors?.[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
      expect(await member.reads('{ myCalendar { madeAt } }')).toEqual({ myCalendar: null });
      const path = await make(member);
      const token = /\/calendars\/personal\/([\w-]+)\.ics$/.exec(path)?.[1] ?? '';
      expect(Buffer.from(token, 'base64url').byteLength * 8).toBeGreaterThanOrEqual(128);
      expect((await member.reads('{ myCalendar { madeAt } }')).myCalendar.madeAt).toBeDefined();
      const kept = await plenary.forum.database.query<{ row: string }>(
        'SELECT personal_calendar::text AS row FROM personal_calendar',
      );
      expect(kept).toHaveLength(1);
      expect(kept[0]?.row).not.toContain(token);

      const answer = await get(path);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      const text = await answer.text();
      expect(text).not.toContain(token);
      expect((readCalendar(text).find(({ uid }) => uid === plenary.id) as ReadEvent).description).toContain(
        LINK,
      );
      expect(logged.join('')).not.toContain(token);
    });

    it('of whoever takes part in nothing say what the public knows', async () => {
      const path = await make(await plenary.forum.person('Nobody'));
      expect(await (await get(path)).text()).not.toContain('meet.example');
      expect(await events(path)).toHaveLength(2);
    });

    it('lead nowhere once they are replaced or taken back, as if they had never been', async () => {
      const person = await plenary.forum.person('Ada');
      const first = await make(person);
      const second = await make(person);
      expect((await get(second)).status).toBe(200);
      const revoked = await make(person);
      expect(await person.reads('mutation { revokePersonalCalendar { revokedAt } }')).toBeDefined();
      expect(
        (await person.ask('mutation { revokePersonalCalendar { revokedAt } }')).errors?.[0]?.extensions.code,
      ).toBe('NOT_FOUND');
      const guessed = `/calendars/personal/${'A'.repeat(43)}.ics`;
      const answers = await Promise.all(
        [first, second, revoked, guessed, '/calendars/personal/%00.ics', '/calendars/personal/x.ics'].map(
          async (path) => {
            const answer = await get(path);
            return [answer.status, answer.headers.get('cache-control'), await answer.text()];
          },
        ),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]?.[0]).toBe(404);
      expect(answers[0]?.[1]).toBe('no-store');
      for (const path of [first, second, revoked]) expect(logged.join('')).not.toContain(path.slice(-20, -4));
    });

    it('are one a person, however often she asks at once', async () => {
      const person = await plenary.forum.person('Grace');
      await Promise.all(
        Array.from({ length: 5 }, () => person.ask('mutation { makePersonalCalendar { address } }')),
      );
      const standing = await plenary.forum.database.query(
        'SELECT FROM personal_calendar WHERE person_id = $1 AND revoked_at IS NULL',
        [person.personId],
      );
      expect(standing).toHaveLength(1);
    });

    it('have the closing of polls in which one votes, the same once one has voted', async () => {
      const electionId = elections['CIVIL_SOCIETY'] as string;
      const candidate = plenary.member('CIVIL_SOCIETY', 1);
      const path = await make(member);
      await plenary.stands(candidate, electionId);
      await plenary.opened();
      await plenary.vote(electionId);
      // The first plenary's polls close in session; later ones may have an hour.
      const closesAt = new Date(plenary.forum.clock.now().getTime() + 3_600_000).toISOString();
      await plenary.forum.database.query('UPDATE election_round SET closes_at = $1', [closesAt]);
      const closing = async (): Promise<ReadEvent | undefined> =>
        (await events(path)).find(({ url }) => url.endsWith(`/elections/${electionId}`));
      const before = await (await get(path)).text();
      expect(await closing()).toMatchObject({ startsAt: new Date(closesAt), endsAt: null, sequence: 0 });
      await plenary.ballots(electionId, 'CIVIL_SOCIETY', [null, null]);
      expect(await (await get(path)).text()).toBe(before);
      const others = await events(await make(plenary.member('GOVERNMENT', 2)));
      expect(others.filter(({ url }) => url.includes('/elections/'))).toEqual([]);
    });
  });
});
