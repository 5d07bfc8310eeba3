import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '@hemicycle/database';
import type { Act, Role } from '@hemicycle/kernel';
import { Convocations, MeetingsRepository } from '@hemicycle/meetings';
import pg from 'pg';
import { idOf, type Json, type MemberVoice, TestForum, type Voice } from '../support/forum.js';

jest.setTimeout(60_000);

const MEETING = '... on Meeting { id number state startsAt on }';
const ITEMS = [
  { kind: 'INFORMATION', titleFr: 'Point d’étape', titleEn: 'Where we stand' },
  { kind: 'DECISION', titleFr: 'Règles de fonctionnement', titleEn: 'Rules of procedure' },
  {
    kind: 'ELECTION',
    titleFr: 'Coprésidence, acteurs publics',
    titleEn: 'Co-chair, government',
    office: 'CO_CHAIR',
    college: 'GOVERNMENT',
  },
];

describe('plenaries', () => {
  let forum: TestForum;
  let secretary: Voice;
  let founder: Voice;
  let outsider: Voice;

  beforeAll(async () => {
    forum = await TestForum.on('2024-04-10');
    secretary = await forum.secretary();
    founder = await forum.founder('CIVIL_SOCIETY', 'Founder');
    outsider = await forum.person('Somebody');
  });
  afterAll(() => forum.close());

  const planned = async (startsAt = '2024-06-12T12:00:00Z'): Promise<string> =>
    idOf(await secretary.does('planMeeting', { startsAt, place: 'Palais d’Iéna, Paris' }, MEETING));
  const drafted = async (meetingId: string, items: readonly object[] = ITEMS): Promise<void> => {
    expect(await secretary.does('draftAgenda', { meetingId, items })).toBeDone();
  };
  /** Convenes as the secretariat does, with whatever notice: the law has tests of its own. */
  const convened = async (meetingId: string, startsAt?: Date): Promise<void> => {
    await secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' });
    await founder.does('turnKey', { meetingId, version: 1, key: 'COMMITTEE' });
    const convocations = forum.api.get(Convocations, { strict: false });
    const meetings = forum.api.get(MeetingsRepository, { strict: false });
    const act: Act = {
      actor: { personId: secretary.personId, sessionId: null, roles: new Set<Role>(['SECRETARIAT']) },
      at: forum.clock.now(),
      on: forum.today,
      requestId: 'test',
    };
    await forum.api.get(Database).transaction(async (tx) => {
      const meeting = await meetings.lock(tx, meetingId);
      if (meeting === null) throw new Error('no such meeting');
      await convocations.send(tx, act, meeting, {
        startsAt: startsAt ?? meeting.startsAt,
        urgencyReason: null,
      });
    });
  };
  const read = async (voice: Voice, id: string, fields: string): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id })).meeting;

  describe('are planned', () => {
    const input = { startsAt: '2024-06-12T12:00:00Z', place: 'Palais d’Iéna, Paris' };

    it('by the secretariat (C3-CONVOCATION), for a time to come (NOTICE)', async () => {
      expect(await forum.anyone.does('planMeeting', input)).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(await outsider.does('planMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
      expect(await founder.does('planMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
      expect(
        await secretary.does('planMeeting', { ...input, startsAt: '2024-04-01T12:00:00Z' }),
      ).toBeRefusedBy('NOTICE');
      expect(await secretary.does('planMeeting', input, MEETING)).toMatchObject({
        state: 'PLANNED',
        number: expect.any(Number),
        startsAt: '2024-06-12T12:00:00.000Z',
        on: '2024-06-12',
      });
    });

    it('somewhere, at an instant that exists', async () => {
      const refused = { __typename: 'Error', code: 'BAD_USER_INPUT' };
      for (const wrong of [
        { place: undefined },
        { place: '' },
        { onlineLink: 'javascript:alert(1)' },
        { startsAt: 'tomorrow' },
        { startsAt: '+010000-01-01T00:00:00Z' },
        { place: 'a\u0000b' },
      ]) {
        expect(await secretary.does('planMeeting', { ...input, ...wrong })).toMatchObject(refused);
      }
    });

    it('and numbered without a gap, ten at once', async () => {
      const another = await forum.secretary('Another');
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          (i % 2 === 0 ? secretary : another).does('planMeeting', input, MEETING),
        ),
      );
      const numbers = results.map((result) => result.number).toSorted((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => numbers[0] + i));
    });

    it('and listed for everybody, the latest first, page after page', async () => {
      await planned('2025-01-15T13:00:00Z');
      await planned('2025-06-18T12:00:00Z');
      const page = async (after: string | null): Promise<Json> =>
        (
          await forum.anyone.reads(
            `query ($after: String) { meetings(first: 4, after: $after) {
               nodes { id startsAt } pageInfo { endCursor hasNextPage } } }`,
            { after },
          )
        ).meetings;
      const seen: { id: string; startsAt: string }[] = [];
      let after: string | null = null;
      let more = true;
      while (more) {
        const { nodes, pageInfo }: Json = await page(after);
        seen.push(...nodes);
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(seen[0]?.startsAt).toBe('2025-06-18T12:00:00.000Z');
      expect(seen.map(({ startsAt }) => startsAt)).toEqual(
        seen.map(({ startsAt }) => startsAt).toSorted((a, b) => (a < b ? 1 : -1)),
      );
      const [{ count } = { count: 0 }] = await forum.database.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM meeting',
      );
      expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
      expect(await forum.anyone.ask(`{ meetings(after: "WyJ4IiwieCJd") { nodes { id } } }`)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }],
      });
      expect(await read(forum.anyone, 'not-an-id', 'id')).toBeNull();
    });
  });

  describe('have an agenda', () => {
    it('drafted by the secretariat (C3-AGENDA) for a meeting that exists', async () => {
      const meetingId = await planned();
      expect(await founder.does('draftAgenda', { meetingId, items: ITEMS })).toBeRefusedBy('C3-AGENDA');
      const unknown = '00000000-0000-4000-8000-000000000000';
      expect(await secretary.does('draftAgenda', { meetingId: unknown, items: ITEMS })).toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('whose items hold together', async () => {
      const meetingId = await planned();
      const election = ITEMS[2];
      for (const items of [
        [],
        [{ kind: 'ELECTION', titleFr: 'x', titleEn: 'x' }],
        [{ kind: 'ELECTION', titleFr: 'x', titleEn: 'x', office: 'CO_CHAIR' }],
        [{ kind: 'DECISION', titleFr: 'x', titleEn: 'x', college: 'GOVERNMENT' }],
        [election, election],
        [{ ...ITEMS[0], id: '00000000-0000-4000-8000-000000000000' }],
        [{ ...ITEMS[0], titleFr: '' }],
        Array.from({ length: 51 }, () => ITEMS[0]),
      ]) {
        expect(await secretary.does('draftAgenda', { meetingId, items })).toMatchObject({
          code: 'BAD_USER_INPUT',
        });
      }
    });

    it('seen as a draft by those who agree to it, by everybody once convened', async () => {
      const meetingId = await planned();
      await drafted(meetingId);
      const fields = 'onlineLink agenda { version state items { position kind title office college } }';
      expect((await read(forum.anyone, meetingId, fields)).agenda).toBeNull();
      expect((await read(outsider, meetingId, fields)).agenda).toBeNull();
      const draft = { version: 1, state: 'DRAFT' };
      expect((await read(secretary, meetingId, fields)).agenda).toMatchObject(draft);
      expect((await read(founder, meetingId, fields)).agenda).toMatchObject({
        ...draft,
        items: [
          { position: 1, kind: 'INFORMATION', title: 'Where we stand', office: null, college: null },
          { position: 2, kind: 'DECISION' },
          { position: 3, kind: 'ELECTION', office: 'CO_CHAIR', college: 'GOVERNMENT' },
        ],
      });
      await convened(meetingId);
      expect((await read(forum.anyone, meetingId, fields)).agenda).toMatchObject({
        version: 1,
        state: 'PUBLISHED',
      });
    });

    it('whose versions follow each other, twenty drafts at once, nothing lost', async () => {
      const meetingId = await planned();
      const drafts = Array.from({ length: 20 }, (_, i) => [
        { kind: 'DISCUSSION', titleFr: `Sujet ${i}`, titleEn: `Subject ${i}` },
        { kind: 'DISCUSSION', titleFr: `Suite ${i}`, titleEn: `Next ${i}` },
      ]);
      const results = await Promise.all(
        drafts.map((items) => secretary.does('draftAgenda', { meetingId, items })),
      );
      for (const result of results) expect(result).toBeDone();
      const rows = await forum.database.query<{ version: number; titles: string[] }>(
        `SELECT version, array_agg(title_en ORDER BY position) AS titles FROM agenda_item
         WHERE meeting_id = $1 GROUP BY version ORDER BY version`,
        [meetingId],
      );
      expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(rows.map(({ titles }) => titles.join(' + ')).toSorted()).toEqual(
        drafts.map((items) => items.map(({ titleEn }) => titleEn).join(' + ')).toSorted(),
      );
    });

    it('that a draft started from an older version does not replace', async () => {
      const meetingId = await planned();
      const first = { meetingId, items: ITEMS, basedOnVersion: 0 };
      const results = await Promise.all([
        secretary.does('draftAgenda', first),
        secretary.does('draftAgenda', first),
      ]);
      expect(results.filter((result) => result.code === 'CONFLICT')).toHaveLength(1);
      expect(await secretary.does('draftAgenda', { ...first, basedOnVersion: 1 })).toBeDone();
    });
  });

  describe('have two keys', () => {
    const KEYS = `agenda { version keys { key college turnedBy { name } } keysPutBack { key version turnedBy { name } }
      changesSince(version: 1) { kind before { title } after { title } } items { id title } }`;

    it('the secretariat’s, and before a committee exists the founding group’s (C3-AGENDA)', async () => {
      const meetingId = await planned();
      const turn = (key: string, version = 1): Record<string, unknown> => ({ meetingId, version, key });
      expect(await secretary.does('turnKey', turn('SECRETARIAT'))).toBeRefusedBy('C3-AGENDA');
      await drafted(meetingId);
      expect(await outsider.does('turnKey', turn('COMMITTEE'))).toBeRefusedBy('C3-AGENDA');
      expect(await founder.does('turnKey', turn('SECRETARIAT'))).toBeRefusedBy('C3-AGENDA');
      expect(await secretary.does('turnKey', turn('COMMITTEE'))).toBeRefusedBy('C3-AGENDA');
      expect(await founder.does('turnKey', turn('COMMITTEE', 2))).toBeRefusedBy('C3-AGENDA');
      expect(await founder.does('turnKey', turn('COMMITTEE'))).toBeDone('Meeting');
      expect(await founder.does('turnKey', turn('COMMITTEE'))).toBeRefusedBy('C3-AGENDA');
      expect((await read(secretary, meetingId, KEYS)).agenda.keys).toEqual([
        { key: 'SECRETARIAT', college: null, turnedBy: null },
        { key: 'COMMITTEE', college: null, turnedBy: { name: 'Founder' } },
        { key: 'URGENCY', college: null, turnedBy: null },
      ]);
    });

    it('turned once, ten secretaries’ hands on the same one', async () => {
      const meetingId = await planned();
      await drafted(meetingId);
      const results = await Promise.all(
        Array.from({ length: 10 }, () =>
          secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' }),
        ),
      );
      expect(results.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
      expect(results.filter(({ __typename }) => __typename === 'RuleRefusal')).toHaveLength(9);
    });

    it('which any change puts back, and it shows what changed', async () => {
      const meetingId = await planned();
      await drafted(meetingId);
      await secretary.does('turnKey', { meetingId, version: 1, key: 'SECRETARIAT' });
      await founder.does('turnKey', { meetingId, version: 1, key: 'COMMITTEE' });
      const { items } = (await read(secretary, meetingId, KEYS)).agenda;
      await drafted(meetingId, [
        { ...ITEMS[1], id: items[1].id },
        { ...ITEMS[0], id: items[0].id, titleEn: 'Progress' },
        { kind: 'DISCUSSION', titleFr: 'Divers', titleEn: 'Other business' },
      ]);
      const { agenda } = await read(founder, meetingId, KEYS);
      expect(agenda.version).toBe(2);
      expect(agenda.keys.map(({ turnedBy }: Json) => turnedBy)).toEqual([null, null, null]);
      expect(agenda.keysPutBack).toMatchObject([
        { key: 'COMMITTEE', version: 1, turnedBy: { name: 'Founder' } },
        { key: 'SECRETARIAT', version: 1 },
      ]);
      expect(agenda.changesSince).toEqual([
        expect.objectContaining({
          kind: 'CHANGED',
          before: { title: 'Where we stand' },
          after: { title: 'Progress' },
        }),
        expect.objectContaining({ kind: 'ADDED', before: null, after: { title: 'Other business' } }),
        expect.objectContaining({ kind: 'REMOVED', before: { title: 'Co-chair, government' }, after: null }),
      ]);
      expect(items.slice(0, 2).map(({ id }: Json) => id)).toEqual([agenda.items[1].id, agenda.items[0].id]);
    });
  });

  describe('meet', () => {
    let gov: MemberVoice;
    let gov2: MemberVoice;
    let civ: MemberVoice;
    let civ2: MemberVoice;
    let meetingId: string;

    const record = (entries: readonly object[]): Promise<Json> =>
      secretary.does('recordAttendance', { meetingId, entries });
    const here = ({ memberId }: MemberVoice, mode = 'IN_ROOM'): object => ({ memberId, mode });

    beforeAll(async () => {
      gov = await forum.member({ college: 'GOVERNMENT', name: 'Ana' });
      civ = await forum.member({ college: 'CIVIL_SOCIETY', name: 'Bea' });
      gov2 = await forum.member({ college: 'GOVERNMENT', name: 'Cem' });
      civ2 = await forum.member({ college: 'CIVIL_SOCIETY', name: 'Dee' });
      meetingId = idOf(
        await secretary.does(
          'planMeeting',
          { startsAt: '2024-04-24T12:00:00Z', place: 'Paris', onlineLink: 'https://meet.example/forum' },
          MEETING,
        ),
      );
      await drafted(meetingId);
    });

    it('attended from the convocation on (LIFE), apologies first (QUORUM)', async () => {
      expect(await record([here(gov, 'EXCUSED')])).toBeRefusedBy('LIFE');
      await convened(meetingId);
      expect(await outsider.does('recordAttendance', { meetingId, entries: [here(gov)] })).toMatchObject({
        code: 'FORBIDDEN',
      });
      expect(await record([here(gov)])).toBeRefusedBy('QUORUM');
      expect(await record([here(gov2, 'EXCUSED')])).toBeDone('Meeting');
      expect(await record([here(gov2, 'EXCUSED'), here(gov2, 'ABSENT')])).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
      expect(await record([{ memberId: meetingId, mode: 'EXCUSED' }])).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('called by a letter to each member, in her language, at the forum’s hour', async () => {
      const letters = await forum.database.query<{ person_id: string; parameters: Json }>(
        `SELECT person_id, parameters FROM outgoing_mail WHERE kind = 'convocation' AND parameters->>'startsAt' = $1`,
        ['2024-04-24T12:00:00.000Z'],
      );
      expect(letters.map(({ person_id: id }) => id).toSorted()).toEqual(
        [gov, gov2, civ, civ2].map(({ personId }) => personId).toSorted(),
      );
      expect(letters[0]?.parameters).toMatchObject({ timeZone: 'Europe/Paris', again: false });
    });

    it('with the named alternate and no other (ALTERNATE)', async () => {
      forum.clock.goTo('2024-04-24', '13:00');
      expect(await record([{ ...here(civ2), byAlternate: true }])).toBeRefusedBy('ALTERNATE');
      expect(
        await civ2.does('nameAlternate', {
          memberId: civ2.memberId,
          organisationId: civ2.organisationId,
          name: 'Eli',
          email: 'eli@example.org',
          language: 'FR',
        }),
      ).toBeDone('Member');
      expect(await record([{ memberId: civ2.memberId, mode: 'EXCUSED', byAlternate: true }])).toBeRefusedBy(
        'ALTERNATE',
      );
      expect(await record([{ ...here(civ2, 'ONLINE'), byAlternate: true }, here(gov, 'ONLINE')])).toBeDone();
    });

    it('shown to those who take part only', async () => {
      const fields =
        'onlineLink attendance { mode alternate { name } member { person { name } organisation { name } } }';
      expect(await read(forum.anyone, meetingId, fields)).toEqual({ onlineLink: null, attendance: null });
      expect(await read(outsider, meetingId, fields)).toEqual({ onlineLink: null, attendance: null });
      const { attendance, onlineLink } = await read(civ, meetingId, fields);
      expect(onlineLink).toBe('https://meet.example/forum');
      expect(attendance).toMatchObject([
        { mode: 'ONLINE', alternate: null, member: { person: { name: 'Ana' } } },
        { mode: 'EXCUSED', alternate: null, member: { person: { name: 'Cem' } } },
        { mode: 'ONLINE', alternate: { name: 'Eli' }, member: { person: { name: 'Dee' } } },
      ]);
    });

    it('opened by the longest-serving member present (PRESIDING), at the hour (NOTICE)', async () => {
      const early = await gov.does('openSession', { meetingId });
      expect(early).toBeRefusedBy('NOTICE');
      expect(early.violations[0].reason).toContain('24 April 2024 at 14:00');
      forum.clock.goTo('2024-04-24', '14:00');
      const wrong = await civ.does('openSession', { meetingId });
      expect(wrong).toBeRefusedBy('PRESIDING');
      expect(wrong.violations[0].reason).toBe(
        'Ana presides over the session (the longest-serving member present).',
      );
      expect(await secretary.does('openSession', { meetingId })).toBeRefusedBy('PRESIDING');
    });

    it('only with a quorum in each college (QUORUM), an alternate counting', async () => {
      expect(await record([here(civ2, 'ABSENT')])).toBeDone();
      const missed = await gov.does('openSession', { meetingId });
      expect(missed).toBeRefusedBy('QUORUM');
      expect(missed.violations[0].reason).toContain(
        'Civil society: 2 voting members; 1/2 of 2, rounded up, is 1; 0 present',
      );
      const { permitted } = await read(
        gov,
        meetingId,
        'permitted { action allowed violations { rule { id } } }',
      );
      expect(permitted).toContainEqual({
        action: 'openSession',
        allowed: false,
        violations: [{ rule: { id: 'QUORUM' } }],
      });
      expect(permitted).toContainEqual({ action: 'declareNoQuorum', allowed: true, violations: [] });
      expect(await record([{ ...here(civ2), byAlternate: true }])).toBeDone();
      expect(await gov.does('declareNoQuorum', { meetingId })).toBeRefusedBy('QUORUM');
    });

    it('once, five at the door', async () => {
      const results = await Promise.all(
        Array.from({ length: 5 }, () => gov.does('openSession', { meetingId })),
      );
      expect(results.filter(({ __typename }) => __typename === 'Meeting')).toHaveLength(1);
      expect(
        await read(
          forum.anyone,
          meetingId,
          `state openedAt nextStates president { person { name } member { number } }
           quorum { met required colleges { college present members needed met explanation(language: FR) } }
           quorumChecks { college present members needed }`,
        ),
      ).toMatchObject({
        state: 'IN_SESSION',
        openedAt: '2024-04-24T12:00:00.000Z',
        nextStates: ['HELD'],
        president: { person: { name: 'Ana' }, member: { number: gov.number } },
        quorum: {
          met: true,
          required: true,
          colleges: [
            { college: 'GOVERNMENT', present: 1, members: 2, needed: 1, met: true },
            {
              college: 'CIVIL_SOCIETY',
              explanation:
                'Société civile : 2 membres ayant voix délibérative ; 1/2 de 2, arrondi à l’entier supérieur, soit 1 ; 1 présent ou représenté : le quorum est atteint.',
            },
          ],
        },
        quorumChecks: [
          { college: 'GOVERNMENT', present: 1, members: 2, needed: 1 },
          { college: 'CIVIL_SOCIETY', present: 1, members: 2, needed: 1 },
        ],
      });
      expect(await secretary.does('cancelMeeting', { meetingId, reason: 'Too late.' })).toBeRefusedBy('LIFE');
    });

    it('or not, for want of a quorum, and once more on the same agenda without one', async () => {
      const second = await planned('2024-04-25T12:00:00Z');
      await drafted(second);
      await convened(second);
      forum.clock.goTo('2024-04-25', '14:05');
      expect(
        await secretary.does('recordAttendance', { meetingId: second, entries: [here(civ)] }),
      ).toBeDone();
      expect(await gov.does('declareNoQuorum', { meetingId: second })).toBeRefusedBy('PRESIDING');
      expect(await civ.does('declareNoQuorum', { meetingId: second }, MEETING)).toMatchObject({
        state: 'WITHOUT_QUORUM',
      });
      expect(await civ.does('openSession', { meetingId: second })).toBeRefusedBy('LIFE');
      await convened(second, new Date('2024-05-02T12:00:00Z'));
      forum.clock.goTo('2024-05-02', '14:00');
      expect((await read(civ, second, 'quorum { required met }')).quorum).toEqual({
        required: false,
        met: false,
      });
      expect(
        await secretary.does('recordAttendance', { meetingId: second, entries: [here(civ)] }),
      ).toBeDone();
      expect(await civ.does('openSession', { meetingId: second }, MEETING)).toMatchObject({
        state: 'IN_SESSION',
      });
      expect(
        (await read(forum.anyone, second, 'convocations { number quorumRequired agendaVersion }'))
          .convocations,
      ).toEqual([
        { number: 1, quorumRequired: true, agendaVersion: 1 },
        { number: 2, quorumRequired: false, agendaVersion: 1 },
      ]);
    });

    it('opened by the secretariat when no member is there to preside (PRESIDING)', async () => {
      const empty = await planned('2024-05-02T12:30:00Z');
      await drafted(empty);
      await convened(empty);
      forum.clock.goTo('2024-05-02', '14:30');
      expect(await gov.does('declareNoQuorum', { meetingId: empty })).toBeRefusedBy('PRESIDING');
      expect(await secretary.does('declareNoQuorum', { meetingId: empty })).toBeDone();
    });
  });

  describe('are cancelled', () => {
    it('by the secretariat (C3-CONVOCATION), with a reason that those convened are told', async () => {
      const meetingId = await planned('2024-09-18T12:00:00Z');
      await drafted(meetingId);
      await convened(meetingId);
      const input = { meetingId, reason: 'Une canicule est annoncée.' };
      expect(await outsider.does('cancelMeeting', input)).toBeRefusedBy('C3-CONVOCATION');
      expect(await secretary.does('cancelMeeting', { ...input, reason: ' ' })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
      expect(
        await secretary.does('cancelMeeting', input, '... on Meeting { state cancelReason }'),
      ).toMatchObject({
        state: 'CANCELLED',
        cancelReason: 'Une canicule est annoncée.',
      });
      const told = await forum.database.query(`SELECT FROM outgoing_mail WHERE kind = 'meeting-cancelled'`);
      // The four members, and an alternate.
      expect(told).toHaveLength(5);
      expect(await secretary.does('cancelMeeting', input)).toBeRefusedBy('LIFE');
      // Whoever was called by an event is told by the same event, changed.
      const invitations = (await forum.letters())
        .map(({ letter: { invitation } }) => invitation)
        .filter((invitation) => invitation?.event.uid === meetingId);
      expect(
        new Set(invitations.map((one) => `${one?.method} ${one?.event.sequence} ${one?.event.status}`)),
      ).toEqual(new Set(['CANCEL 2 CANCELLED', 'REQUEST 1 CONFIRMED']));
    });
  });

  it('cost one statement a table, however many are listed', async () => {
    for (const startsAt of ['2026-01-14T13:00:00Z', '2026-06-17T12:00:00Z'])
      await drafted(await planned(startsAt));
    const statements = jest.spyOn(pg.Client.prototype, 'query');
    const cost = async (first: number): Promise<number> => {
      statements.mockClear();
      const { meetings } = await secretary.reads(
        `query ($first: Int!) { meetings(first: $first) { nodes {
           id on state nextStates convocations { number } president { person { name } } quorumChecks { college }
           agenda { version state items { title } keys { key turnedAt } }
         } } }`,
        { first },
      );
      expect(meetings.nodes).toHaveLength(first);
      // Letters leave beside: only what reads meetings counts.
      return statements.mock.calls.filter(([query]) => /meeting/.test(JSON.stringify(query))).length;
    };
    const ofTwo = await cost(2);
    expect(ofTwo).toBeGreaterThan(5);
    expect(await cost(20)).toBe(ofTwo);
    statements.mockRestore();
  });
});
