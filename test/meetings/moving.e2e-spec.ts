import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomes, times } from '../support/at-once.js';
import type { Json, Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { done, Plenary } from '../support/plenary.js';
import { groupMeeting, morning, withGroup } from '../support/working-groups.js';

const SHOWN = `... on Meeting { id state startsAt place onlineLink
  moves { number formerStartsAt formerPlace startsAt reason noticeDays urgencyReason movedAt } }`;
const REASON = 'La salle est inondée.';
const LINK = 'https://visio.example/plenary';

/** The event in a published calendar. */
async function inCalendar({ forum }: Plenary, path: string, uid: string): Promise<ReadEvent> {
  const events = readCalendar(await (await fetch(`${forum.url}${path}`)).text());
  const found = events.find((each) => each.uid === uid);
  if (found === undefined) throw new Error(`No event ${uid}`);
  return found;
}

/** What the calendar of what is due says for a day, each with its rule. */
async function due({ forum }: Plenary, on: string): Promise<string> {
  const { observance } = await forum.anyone.reads(
    'query ($on: Day!) { observance(on: $on) { obligations { rule { id } why } } }',
    { on },
  );
  return observance.obligations.map((one: Json) => `${one.rule.id} ${one.why}`).join('\n');
}

describe('a meeting that is planned, and given another day', () => {
  let plenary: Plenary;
  const moves = (input: Json, voice: Voice = plenary.secretary): Promise<Json> =>
    voice.does('moveMeeting', { meetingId: plenary.id, place: 'Sénat', reason: REASON, ...input }, SHOWN);
  const told = (): Promise<Json[]> =>
    plenary.forum.database.query(`SELECT FROM outgoing_mail WHERE kind LIKE 'meeting-moved%'`);

  beforeAll(async () => {
    plenary = await Plenary.planned();
    await plenary.goTo('2024-06-01');
  });
  afterAll(() => plenary?.forum.close());

  it('is moved by whoever plans it, to a time to come, without notice (C3-CONVOCATION, NOTICE)', async () => {
    const soon = { basedOnMove: 0, startsAt: '2024-06-05T12:00:00Z' };
    expect(await moves(soon, plenary.member('GOVERNMENT', 1))).toBeRefusedBy('C3-CONVOCATION');
    expect(await moves({ ...soon, startsAt: '2024-05-31T12:00:00Z' })).toBeRefusedBy('NOTICE');
    expect(await moves({ ...soon, place: null })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { meeting } = await plenary.secretary.reads(
      'query ($id: ID!) { meeting(id: $id) { permitted { action allowed } } }',
      { id: plenary.id },
    );
    expect(meeting.permitted).toContainEqual({ action: 'moveMeeting', allowed: true });
    const before = await inCalendar(plenary, '/calendars/plenaries.ics?lang=en', plenary.id);
    expect(await moves({ ...soon, urgencyReason: 'Not one that anybody is told.' })).toMatchObject({
      state: 'PLANNED',
      startsAt: '2024-06-05T12:00:00.000Z',
      moves: [
        {
          number: 1,
          formerStartsAt: '2024-06-20T12:00:00.000Z',
          formerPlace: 'Palais d’Iéna',
          reason: REASON,
          noticeDays: null,
          urgencyReason: null,
        },
      ],
    });
    const after = await inCalendar(plenary, '/calendars/plenaries.ics?lang=en', plenary.id);
    expect(after).toMatchObject({
      sequence: before.sequence + 1,
      status: 'TENTATIVE',
      startsAt: new Date('2024-06-05T12:00:00Z'),
    });
    expect(after.description).toContain(`it was planned for 20 June 2024 at 14:00. Reason: ${REASON}`);
    expect(await told()).toEqual([]);
  });

  it('is moved once by two who do so at once', async () => {
    const both = await times(2, (index) =>
      moves({ basedOnMove: 1, startsAt: `2024-07-2${index}T12:00:00Z`, place: 'CESE' }),
    );
    expect(outcomes(both).toSorted()).toEqual(['CONFLICT', 'Meeting']);
  });

  it('is in the calendar of what is due for the day that it had on each day', async () => {
    expect(await due(plenary, '2024-05-31')).toContain('20 June 2024');
    const now = await due(plenary, '2024-06-01');
    expect(now).toMatch(/2[01] July 2024/);
    expect(now).not.toContain('20 June 2024');
  });

  it('is convened for the day that was read, by an urgency agreed to for that day (NOTICE)', async () => {
    const { founder, secretary, id } = plenary;
    expect(await moves({ basedOnMove: 2, startsAt: '2024-06-10T12:00:00Z' })).toMatchObject({
      state: 'PLANNED',
    });
    const agrees = (basedOnMove: number): Promise<Json> =>
      founder.does('turnKey', { meetingId: id, version: 1, key: 'URGENCY', basedOnMove });
    const convenes = (basedOnMove: number): Promise<Json> =>
      secretary.does('conveneMeeting', { meetingId: id, basedOnMove, urgencyReason: 'La salle est prise.' });
    await plenary.called();
    await plenary.keys();
    done(await agrees(3));
    expect(await agrees(3)).toBeRefusedBy('C3-AGENDA');
    // Keys are turned on an agenda; who agreed to one day in haste has agreed to no other.
    expect(await moves({ basedOnMove: 3, startsAt: '2024-06-11T12:00:00Z' })).toMatchObject({
      state: 'PLANNED',
    });
    expect(await convenes(4)).toBeRefusedBy('NOTICE');
    expect(await agrees(3)).toMatchObject({ code: 'CONFLICT' });
    done(await agrees(4));
    expect(await convenes(3)).toMatchObject({ code: 'CONFLICT' });
    done(await convenes(4));
    const keys = async (): Promise<Json> =>
      (
        await secretary.reads(
          'query ($id: ID!) { meeting(id: $id) { publishedAgenda { keys { key forDay turnedAt } } } }',
          { id },
        )
      ).meeting.publishedAgenda.keys.filter(({ key }: Json) => key === 'URGENCY');
    const turned = { key: 'URGENCY', turnedAt: expect.any(String) };
    expect(await keys()).toEqual([{ ...turned, forDay: null }]);
    // From now on it is moved as a convened one, and its members are told.
    const sooner = { basedOnMove: 4, startsAt: '2024-06-09T12:00:00Z', urgencyReason: 'La salle ferme.' };
    expect(await moves(sooner)).toBeRefusedBy('NOTICE');
    done(await founder.does('agreeToMove', { meetingId: id, version: 1, forDay: '2024-06-09' }));
    expect(await moves(sooner)).toMatchObject({
      moves: expect.arrayContaining([expect.objectContaining({ number: 5, noticeDays: 8 })]),
    });
    expect(await keys()).toEqual([
      { ...turned, forDay: null },
      { ...turned, forDay: '2024-06-09' },
    ]);
    expect(await told()).toHaveLength(10);
  });
});

describe('a convened meeting, moved', () => {
  let plenary: Plenary;
  let elections: Record<string, string>;

  const moves = (voice: Voice, meetingId: string, input: Json): Promise<Json> =>
    voice.does('moveMeeting', { meetingId, place: 'Palais d’Iéna', reason: REASON, ...input }, SHOWN);
  const read = async (voice: Voice, id: string, fields: string): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id })).meeting;
  const letters = (kind: string): Promise<{ name: string; parameters: Json }[]> =>
    plenary.forum.database.query(
      `SELECT p.name, m.parameters FROM outgoing_mail m JOIN person p ON p.id = m.person_id
       WHERE m.kind = $1 ORDER BY p.name`,
      [kind],
    );

  beforeAll(async () => {
    plenary = await Plenary.planned();
    elections = await plenary.convened();
  });
  afterAll(() => plenary?.forum.close());

  it('is moved by the secretariat, to a time to come, with its notice (C3-CONVOCATION, NOTICE)', async () => {
    const { secretary, id, forum } = plenary;
    const later = { basedOnMove: 0, startsAt: '2024-06-27T12:00:00Z' };
    expect(await moves(plenary.member('GOVERNMENT', 1), id, later)).toBeRefusedBy('C3-CONVOCATION');
    expect(await moves(forum.anyone, id, later)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await moves(secretary, id, { ...later, startsAt: '2024-06-12T12:00:00Z' })).toBeRefusedBy(
      'NOTICE',
    );
    expect(await moves(secretary, id, { ...later, startsAt: '2024-05-30T12:00:00Z' })).toBeRefusedBy(
      'NOTICE',
    );
    expect(await moves(secretary, id, { ...later, reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await moves(secretary, id, { ...later, place: null })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const same = { basedOnMove: 0, startsAt: '2024-06-20T12:00:00Z' };
    expect(await moves(secretary, id, same)).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { permitted } = await read(secretary, id, 'permitted { action allowed }');
    expect(permitted).toContainEqual({ action: 'moveMeeting', allowed: true });
    expect((await read(secretary, id, 'moves { number }')).moves).toEqual([]);
  });

  it('keeps its agenda, its candidacies and its proxies, and every date that it had', async () => {
    const { secretary, id } = plenary;
    await plenary.stands(plenary.member('GOVERNMENT', 2), elections['GOVERNMENT'] ?? '');
    const [giver, holder] = [plenary.member('CIVIL_SOCIETY', 4), plenary.member('CIVIL_SOCIETY', 5)];
    done(
      await giver.does('giveProxy', { meetingId: id, memberId: giver.memberId, holderId: holder.memberId }),
    );
    const before = await inCalendar(plenary, '/calendars/plenaries.ics?lang=en', id);
    const moved = await moves(secretary, id, {
      basedOnMove: 0,
      startsAt: '2024-06-27T13:00:00Z',
      place: 'Hôtel de Lassay',
      onlineLink: LINK,
    });
    expect(moved).toMatchObject({
      state: 'CONVENED',
      startsAt: '2024-06-27T13:00:00.000Z',
      place: 'Hôtel de Lassay',
      moves: [
        {
          number: 1,
          formerStartsAt: '2024-06-20T12:00:00.000Z',
          formerPlace: 'Palais d’Iéna',
          startsAt: '2024-06-27T13:00:00.000Z',
          reason: REASON,
          noticeDays: 27,
          urgencyReason: null,
        },
      ],
    });
    expect(
      await read(
        secretary,
        id,
        'convocations { startsAt noticeDays } publishedAgenda { version keys { key turnedAt } } proxies { endedAt }',
      ),
    ).toMatchObject({
      convocations: [{ startsAt: '2024-06-20T12:00:00.000Z', noticeDays: 20 }],
      publishedAgenda: {
        version: 1,
        keys: expect.arrayContaining([{ key: 'COMMITTEE', turnedAt: expect.any(String) }]),
      },
      proxies: [{ endedAt: null }],
    });
    expect(await plenary.election(elections['GOVERNMENT'] ?? '', 'state candidacies { id }')).toMatchObject({
      state: 'NOMINATIONS',
      candidacies: [{ id: expect.any(String) }],
    });
    const after = await inCalendar(plenary, '/calendars/plenaries.ics?lang=en', id);
    expect(after).toMatchObject({
      sequence: before.sequence + 1,
      status: 'CONFIRMED',
      startsAt: new Date('2024-06-27T13:00:00Z'),
    });
    expect(after.changedAt >= before.changedAt).toBe(true);
    expect(after.description).toContain(`it was planned for 20 June 2024 at 14:00. Reason: ${REASON}`);
    expect(after.description).not.toContain(LINK);
  });

  it('is told to whoever is convened, with the event that changes theirs', async () => {
    const told = await letters('meeting-moved');
    expect(told).toHaveLength(10);
    const sent = (await plenary.forum.letters()).filter(({ letter: { subject } }) =>
      subject.startsWith('Plenary no. 1: moved to'),
    );
    expect(sent).toHaveLength(10);
    for (const { letter } of sent) {
      expect(letter.subject).toBe('Plenary no. 1: moved to 27 June 2024 at 15:00');
      expect(letter.text).toContain('convened on 20 June 2024 at 14:00');
      expect(letter.text).toContain(`Reason: ${REASON}`);
      expect(letter.text).toContain('and so do candidacies');
      expect(letter.invitation).toMatchObject({
        method: 'REQUEST',
        event: {
          uid: plenary.id,
          sequence: 2,
          status: 'CONFIRMED',
          startsAt: new Date('2024-06-27T13:00:00Z'),
        },
      });
    }
  });

  it('changes its hour or its place alone without more notice, and says so', async () => {
    const { secretary, id } = plenary;
    await plenary.goTo('2024-06-25');
    const elsewhere = { basedOnMove: 1, startsAt: '2024-06-27T13:00:00Z', place: 'Sénat' };
    expect(await moves(secretary, id, elsewhere)).toMatchObject({ place: 'Sénat', onlineLink: null });
    const subjects = (await plenary.forum.letters()).map(({ letter }) => letter.subject);
    expect(subjects).toContain('Plenary no. 1: another place');
  });

  it('is moved once by two who do so at once: the second is told', async () => {
    const { secretary, id } = plenary;
    const input = { basedOnMove: 2, place: 'Sénat' };
    const both = await times(2, (index) =>
      moves(secretary, id, { ...input, startsAt: `2024-06-27T1${index + 4}:00:00Z` }),
    );
    expect(outcomes(both).toSorted()).toEqual(['CONFLICT', 'Meeting']);
    expect((await read(secretary, id, 'moves { number }')).moves).toHaveLength(3);
  });

  it('is brought nearer by an urgency that the holders of the second key agree to, each time (NOTICE)', async () => {
    const { secretary, founder, id } = plenary;
    const agrees = (voice: Voice, forDay = '2024-07-01', version = 1): Promise<Json> =>
      voice.does('agreeToMove', { meetingId: id, version, forDay });
    const soon = { basedOnMove: 3, startsAt: '2024-07-01T12:00:00Z', place: 'Sénat' };
    expect(await moves(secretary, id, soon)).toBeRefusedBy('NOTICE');
    const urgent = { ...soon, urgencyReason: 'La salle est requise.' };
    expect(await moves(secretary, id, urgent)).toBeRefusedBy('NOTICE');
    expect(await agrees(secretary)).toBeRefusedBy('C3-AGENDA');
    // What was agreed to is for a day to come.
    expect(await agrees(founder, '2024-06-24')).toBeRefusedBy('NOTICE');
    expect(await agrees(founder, 'tomorrow')).toMatchObject({ code: 'BAD_USER_INPUT' });
    // Agreed to for one day, it serves for no other.
    done(await agrees(founder, '2024-07-03'));
    expect(await moves(secretary, id, urgent)).toBeRefusedBy('NOTICE');
    // A changed agenda that is being agreed to stands in nobody's way.
    const { publishedAgenda: standing } = await read(
      secretary,
      id,
      'publishedAgenda { items { id kind title office college } }',
    );
    done(
      await secretary.does('draftAgenda', {
        meetingId: id,
        items: [
          ...standing.items.map(({ title, ...item }: Json) => ({ ...item, titleFr: title, titleEn: title })),
          { kind: 'INFORMATION', titleFr: 'Le budget', titleEn: 'The budget' },
        ],
      }),
    );
    expect(await agrees(founder, '2024-07-01', 2)).toBeRefusedBy('C3-AGENDA');
    done(await agrees(founder));
    expect(await agrees(founder)).toBeRefusedBy('C3-AGENDA');
    // Another hour of the same day is no move that an urgency serves: what was agreed to stands.
    const hour = { basedOnMove: 3, startsAt: '2024-06-27T11:00:00Z', place: 'Sénat' };
    expect(await moves(secretary, id, hour)).toMatchObject({ startsAt: '2024-06-27T11:00:00.000Z' });
    urgent.basedOnMove = 4;
    expect(await moves(secretary, id, urgent)).toMatchObject({
      moves: expect.arrayContaining([
        expect.objectContaining({ number: 5, noticeDays: 6, urgencyReason: 'La salle est requise.' }),
      ]),
    });
    const { publishedAgenda } = await read(secretary, id, 'publishedAgenda { keys { key forDay turnedAt } }');
    expect(publishedAgenda.keys).toContainEqual({
      key: 'URGENCY',
      forDay: '2024-07-01',
      turnedAt: expect.any(String),
    });
    // What was agreed to for one move is not for the next.
    const again = { ...urgent, basedOnMove: 5, startsAt: '2024-07-02T12:00:00Z' };
    expect(await moves(secretary, id, again)).toBeRefusedBy('NOTICE');
    done(await agrees(founder, '2024-07-02'));
    expect(await moves(secretary, id, again)).toMatchObject({ startsAt: '2024-07-02T12:00:00.000Z' });
  });

  it('is followed by the calendar of what is due, which knows what each day knew', async () => {
    expect(await due(plenary, '2024-06-24')).toContain('27 June 2024');
    expect(await due(plenary, '2024-06-25')).toContain('2 July 2024');
  });

  it('takes nobody’s presence to another day (QUORUM), and opens on its day alone', async () => {
    const { secretary, id } = plenary;
    await plenary.goTo('2024-07-02', '13:00');
    await plenary.everybodyPresent();
    const later = { basedOnMove: 6, startsAt: '2024-07-20T12:00:00Z', place: 'Sénat' };
    expect(await moves(secretary, id, later)).toBeRefusedBy('QUORUM');
    await plenary.goTo('2024-07-02', '14:00');
    done(await plenary.president().does('openSession', { meetingId: id }));
    expect(await moves(secretary, id, later)).toBeRefusedBy('LIFE');
  });

  it('keeps the past: the database lets nobody rewrite a move', async () => {
    await expect(
      plenary.forum.database.query(`UPDATE meeting_move SET reason = 'x' WHERE false`),
    ).resolves.toBeDefined();
    const [granted] = await plenary.forum.database.query<{ update: boolean; remove: boolean }>(
      `SELECT has_table_privilege('hemicycle_app', 'meeting_move', 'UPDATE') AS update,
              has_table_privilege('hemicycle_app', 'meeting_move', 'DELETE') AS remove`,
    );
    expect(granted).toEqual({ update: false, remove: false });
  });
});

describe('a meeting that will not be, with elections', () => {
  let plenary: Plenary;

  beforeAll(async () => {
    plenary = await Plenary.planned();
  });
  afterAll(() => plenary?.forum.close());

  it('tells electors in one letter that its elections are cancelled with it', async () => {
    await plenary.convened();
    const input = { meetingId: plenary.id, reason: 'Le plan n’est pas prêt.' };
    done(await plenary.secretary.does('cancelMeeting', input));
    const told = (await plenary.forum.letters()).filter(({ letter }) =>
      letter.subject.endsWith(': cancelled'),
    );
    expect(told).toHaveLength(10);
    expect(told[0]?.letter.text).toContain('- co-chair (government actors)\n- co-chair (civil society)');
  });
});

describe('a move, and what somebody else does at the same time', () => {
  const move = (plenary: Plenary, startsAt: string, basedOnMove = 0): Promise<Json> =>
    plenary.secretary.does(
      'moveMeeting',
      { meetingId: plenary.id, basedOnMove, startsAt, place: 'Sénat', reason: REASON },
      SHOWN,
    );

  it('is of a meeting that is cancelled, or not: never of both', async () => {
    const plenary = await Plenary.planned();
    try {
      await plenary.convened();
      const input = { meetingId: plenary.id, reason: 'Le plan n’est pas prêt.' };
      const [moved, cancelled] = await Promise.all([
        move(plenary, '2024-06-27T12:00:00Z'),
        plenary.secretary.does('cancelMeeting', input),
      ]);
      expect(cancelled).toBeDone('Meeting');
      // A meeting that was moved may be cancelled; one that was cancelled goes nowhere.
      const [row] = await plenary.forum.database.query<{ state: string; moves: number }>(
        `SELECT state, (SELECT count(*)::integer FROM meeting_move WHERE meeting_id = m.id) AS moves
         FROM meeting m WHERE id = $1`,
        [plenary.id],
      );
      expect(row).toEqual({ state: 'CANCELLED', moves: moved.__typename === 'Meeting' ? 1 : 0 });
      expect(outcomes([moved])[0]).toMatch(/^(Meeting|LIFE)$/);
      expect(await move(plenary, '2024-06-28T12:00:00Z', row?.moves)).toBeRefusedBy('LIFE');
    } finally {
      await plenary.forum.close();
    }
  });

  it('never takes a session away that opens at that instant', async () => {
    const plenary = await Plenary.planned();
    try {
      await plenary.convened();
      await plenary.goTo('2024-06-20', '14:00');
      await plenary.everybodyPresent();
      const [moved, opened] = await Promise.all([
        move(plenary, '2024-06-20T13:00:00Z'),
        plenary.president().does('openSession', { meetingId: plenary.id }),
      ]);
      const which = outcomes([moved, opened]);
      expect(which.filter((each) => each === 'Meeting')).not.toHaveLength(0);
      const { meeting } = await plenary.secretary.reads(
        'query ($id: ID!) { meeting(id: $id) { state startsAt moves { number } } }',
        { id: plenary.id },
      );
      expect(meeting.moves).toHaveLength(which[0] === 'Meeting' ? 1 : 0);
      if (which[0] !== 'Meeting') expect(which[0]).toBe('LIFE');
      expect(meeting.state).toBe(which[1] === 'Meeting' ? 'IN_SESSION' : 'CONVENED');
    } finally {
      await plenary.forum.close();
    }
  });

  it('of a second convocation has its own notice, and no urgency (NOTICE)', async () => {
    const plenary = await Plenary.planned();
    try {
      await plenary.convened();
      await plenary.goTo('2024-06-20', '14:05');
      const entries = [plenary.president(), plenary.member('CIVIL_SOCIETY', 1)].map(({ memberId }) => ({
        memberId,
        mode: 'IN_ROOM',
      }));
      done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
      done(await plenary.president().does('declareNoQuorum', { meetingId: plenary.id }));
      await plenary.goTo('2024-06-21');
      const again = { meetingId: plenary.id, startsAt: '2024-06-26T12:00:00Z' };
      done(await plenary.secretary.does('conveneMeeting', again));
      const agrees = { meetingId: plenary.id, version: 1, forDay: '2024-06-25' };
      expect(await plenary.founder.does('agreeToMove', agrees)).toBeRefusedBy('NOTICE');
      expect(await move(plenary, '2024-06-25T12:00:00Z')).toBeRefusedBy('NOTICE');
      // A member leaves between the two days: she is told that she is expected no more, and nothing else.
      const { memberId, personId } = plenary.member('GOVERNMENT', 5);
      const leaving = { memberId, reason: 'LEFT_ORGANISATION', lastOn: '2024-06-27' };
      done(await plenary.secretary.does('endMembership', leaving));
      expect(await move(plenary, '2024-06-28T12:00:00Z')).toMatchObject({ moves: [{ noticeDays: 7 }] });
      const written = await plenary.forum.database.query<{ kind: string; hers: boolean; count: number }>(
        `SELECT kind, person_id = $1 AS hers, count(*)::integer FROM outgoing_mail
         WHERE kind LIKE 'meeting-moved%' GROUP BY 1, 2 ORDER BY 1`,
        [personId],
      );
      expect(written).toEqual([
        { kind: 'meeting-moved', hers: false, count: 9 },
        { kind: 'meeting-moved-away', hers: true, count: 1 },
      ]);
      await morning(plenary, '2024-06-22');
      const letters = (await plenary.forum.letters()).map(({ letter }) => letter);
      expect(letters.filter(({ subject }) => subject.startsWith('You are no longer convened'))).toEqual([]);
      const freed = letters.find(({ subject }) => subject.includes('you are expected no more'));
      expect(freed?.subject).toBe('Plenary no. 1: you are expected no more on 26 June 2024 at 14:00');
      expect(freed?.text).toContain('is moved to 28 June 2024 at 14:00');
      const moved = letters.find(({ subject }) => subject.startsWith('Plenary no. 1: moved to'));
      expect(freed?.invitation).toMatchObject({
        method: 'CANCEL',
        event: {
          uid: plenary.id,
          // Her event changed once more than that of the others.
          sequence: Number(moved?.invitation?.event.sequence) + 1,
          status: 'CANCELLED',
        },
      });
    } finally {
      await plenary.forum.close();
    }
  });
});

describe('a working group’s meeting, moved', () => {
  it('is moved by a facilitator, while it is planned without more, then five days ahead, or by urgency with a reason; its members are told', async () => {
    const ready = await withGroup();
    const { plenary } = ready;
    const facilitator = plenary.member('GOVERNMENT', 4);
    try {
      await plenary.goTo('2025-01-06');
      const meetingId = await groupMeeting(ready, '2025-01-14');
      const moves = (voice: Voice, input: Json): Promise<Json> =>
        voice.does('moveMeeting', { meetingId, place: 'CESE', reason: 'Grève', ...input }, SHOWN);
      const planned = { basedOnMove: 0, startsAt: '2025-01-20T13:00:00Z' };
      expect(await moves(plenary.secretary, planned)).toBeRefusedBy('C3-CONVOCATION');
      expect(await moves(facilitator, planned)).toMatchObject({
        state: 'PLANNED',
        moves: [{ noticeDays: null }],
      });
      // Its convocation leaves seven days before the day that it has since.
      await morning(plenary, '2025-01-08');
      const { meeting } = await plenary.secretary.reads('query ($id: ID!) { meeting(id: $id) { state } }', {
        id: meetingId,
      });
      expect(meeting.state).toBe('PLANNED');
      await morning(plenary, '2025-01-13');
      const later = { basedOnMove: 1, startsAt: '2025-01-27T13:00:00Z' };
      expect(await moves(plenary.member('GOVERNMENT', 1), later)).toBeRefusedBy('C3-CONVOCATION');
      expect(await moves(facilitator, { ...later, startsAt: '2025-01-15T13:00:00Z' })).toBeRefusedBy(
        'NOTICE',
      );
      expect(await moves(facilitator, later)).toMatchObject({ startsAt: '2025-01-27T13:00:00.000Z' });
      const urgent = { basedOnMove: 2, startsAt: '2025-01-15T13:00:00Z', urgencyReason: 'Le décret paraît.' };
      expect(await moves(plenary.secretary, urgent)).toMatchObject({ startsAt: '2025-01-15T13:00:00.000Z' });
      const told = await plenary.forum.database.query(
        `SELECT FROM outgoing_mail WHERE kind = 'meeting-moved' AND parameters->>'reason' = 'Grève'`,
      );
      expect(told).toHaveLength(8);
    } finally {
      await plenary.forum.close();
    }
  });
});
