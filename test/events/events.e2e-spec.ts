import { EventsRepository } from '@hemicycle/events';
import { Database } from '@hemicycle/database';
import { DailyTasks } from '@hemicycle/jobs';
import type { Letter } from '@hemicycle/mail';
import { day, newId } from '@hemicycle/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import '../support/matchers.js';
import { type Json, TestForum, type Voice } from '../support/forum.js';
import { readCalendar, type ReadEvent } from '../support/icalendar.js';
import { done } from '../support/plenary.js';

const EVENT = `id kind state nextStates title(language: FR) topics(language: FR) startsAt endsAt place streamLink
  captioning signLanguage stepFree capacity presentsResults placesTaken waiting cancelReason
  moves { startedAt endedAt reason } headCount { government civilSociety public }
  results { number summary(language: FR) documents { title link } }`;

describe('an event of the open agenda', () => {
  let forum: TestForum;
  let secretary: Voice;

  const terms = (more: Json = {}): Json => ({
    kind: 'WORKSHOP',
    titleFr: 'Atelier des données',
    titleEn: 'Data workshop',
    topicsFr: 'Ouvrir les données de la justice.',
    topicsEn: 'Opening the data of justice.',
    place: 'CESE, Paris',
    streamLink: 'https://stream.example.org/a',
    captioning: true,
    signLanguage: true,
    stepFree: true,
    capacity: 2,
    presentsResults: true,
    ...more,
  });
  const times = (on: string): Json => ({ startsAt: `${on}T16:00:00Z`, endsAt: `${on}T18:00:00Z` });
  const drafts = (voice: Voice, more: Json = {}): Promise<Json> =>
    voice.does('draftEvent', terms({ ...times('2025-03-20'), ...more }), '... on ForumEvent { id state }');
  const announced = async (more: Json = {}): Promise<string> => {
    const { id: eventId } = done(await drafts(secretary, more));
    done(await secretary.does('publishEvent', { eventId }));
    return eventId;
  };
  /** Changes what stands now, as if it had just been read. */
  const revises = async (eventId: string, more: Json = {}): Promise<Json> => {
    const { version } = await event(eventId, secretary, 'version');
    return secretary.does('reviseEvent', { eventId, basedOnVersion: version, ...terms(more) });
  };
  const event = async (id: string, voice: Voice = forum.anyone, fields = EVENT): Promise<Json> =>
    (await voice.reads(`query ($id: ID!) { event(id: $id) { ${fields} } }`, { id })).event;
  const asks = async (eventId: string, email: string, more: Json = {}): Promise<Json> =>
    forum.anyone.does(
      'requestEventPlace',
      { eventId, email, language: 'EN', proofOfWork: await forum.proofOfWork(eventId, 'event'), ...more },
      '... on EventPlaceReceipt { requestedAt }',
    );
  const confirms = (code: string): Promise<Json> =>
    forum.anyone.does('confirmEventPlace', { code }, '... on EventPlace { state }');
  const givesUp = (code: string): Promise<Json> =>
    forum.anyone.does('cancelEventPlace', { code }, '... on EventPlace { state }');
  const lettersTo = async (address: string): Promise<Letter[]> =>
    (await forum.letters()).filter(({ to }) => to === address).map(({ letter }) => letter);
  const codeIn = (text = ''): string => /\/events\/place#([\w-]+)/.exec(text)?.[1] ?? '';
  /** Somebody who asked with an address and opened the link of her letter; gives the code. */
  const comes = async (eventId: string, email: string): Promise<string> => {
    // Whoever waits does so since an instant of her own.
    forum.clock.pass(1_000);
    done(await asks(eventId, email));
    const code = codeIn((await lettersTo(email))[0]?.text);
    done(await confirms(code));
    return code;
  };
  const morning = async (on: string): Promise<void> => {
    forum.clock.goTo(on, '08:00');
    await forum.api.get(DailyTasks, { strict: false }).begin();
    await forum.settled();
  };

  beforeAll(async () => {
    forum = await TestForum.on('2025-03-01');
    secretary = await forum.secretary();
  });
  afterAll(() => forum?.close());

  it('is prepared by the secretariat, unseen, and announced with its topics (LIFE)', async () => {
    const person = await forum.person('Somebody');
    expect(await drafts(forum.anyone)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await drafts(person)).toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [
      { place: null, streamLink: null },
      { streamLink: 'http://stream.example.org' },
      { streamLink: 'javascript:alert(1)' },
      { capacity: 0 },
      { topicsFr: ' ' },
      times('2025-02-28'),
      { endsAt: '2025-03-20T16:00:00Z' },
      { endsAt: '2025-03-28T16:00:01Z' },
    ]) {
      expect(await drafts(secretary, wrong)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    const { id: eventId } = done(await drafts(secretary));
    expect(await event(eventId)).toBeNull();
    expect(await asks(eventId, 'early@example.org')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await event(eventId, secretary)).toMatchObject({ state: 'DRAFT' });
    expect(await secretary.does('publishEvent', { eventId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await secretary.does('recordEvent', { eventId, ...heads(1, 1, 1) })).toBeRefusedBy('LIFE');
    done(await secretary.does('publishEvent', { eventId }));
    expect(await secretary.does('publishEvent', { eventId })).toBeRefusedBy('LIFE');
    expect(await event(eventId)).toMatchObject({
      state: 'PUBLISHED',
      nextStates: ['HELD', 'CANCELLED'],
      topics: 'Ouvrir les données de la justice.',
      placesTaken: 0,
      waiting: 0,
      moves: [],
      headCount: null,
      results: null,
    });
    const { events } = await forum.anyone.reads('{ events { nodes { id } pageInfo { hasNextPage } } }');
    expect(events.nodes).toContainEqual({ id: eventId });
    done(await secretary.does('cancelEvent', { eventId, reason: 'For another day.' }));
  });

  it('was never seen when it is cancelled before it is announced, nor are the dates that it had as a draft', async () => {
    const { id: dropped } = done(await drafts(secretary));
    done(await secretary.does('cancelEvent', { eventId: dropped, reason: 'The minister does not come.' }));
    expect(await event(dropped)).toBeNull();
    expect(await asks(dropped, 'early@example.org')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await event(dropped, secretary)).toMatchObject({ state: 'CANCELLED' });
    const { events } = await forum.anyone.reads('{ events { nodes { id } } }');
    expect(events.nodes).not.toContainEqual({ id: dropped });

    const { id: eventId } = done(await drafts(secretary));
    done(await secretary.does('moveEvent', { eventId, ...times('2025-03-21'), reason: 'The room.' }));
    done(await secretary.does('publishEvent', { eventId }));
    expect(await event(eventId)).toMatchObject({ startsAt: '2025-03-21T16:00:00.000Z', moves: [] });
    done(await secretary.does('cancelEvent', { eventId, reason: 'The room.' }));
  });

  const heads = (governmentHeads: number, civilSocietyHeads: number, publicHeads: number): Json => ({
    governmentHeads,
    civilSocietyHeads,
    publicHeads,
  });

  it('gives places to addresses that confirm, then a waiting list, whose first gets what comes free', async () => {
    const eventId = await announced();
    done(await asks(eventId, 'Ada@Example.org'));
    const [asked] = await lettersTo('ada@example.org');
    expect(asked?.subject).toBe('Confirm your registration – Data workshop');
    // Nothing is taken by an address that did not confirm it.
    expect(await event(eventId)).toMatchObject({ placesTaken: 0 });
    const ada = codeIn(asked?.text);
    const places = `query ($code: String!) { eventPlace(code: $code) { state event { id } } }`;
    expect((await forum.anyone.reads(places, { code: ada })).eventPlace).toEqual({
      state: 'REQUESTED',
      event: { id: eventId },
    });
    expect((await forum.anyone.reads(places, { code: `${ada.slice(0, -2)}AA` })).eventPlace).toBeNull();
    expect(await confirms(`${ada.slice(0, -2)}AA`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(done(await confirms(ada))).toMatchObject({ state: 'REGISTERED' });
    expect(await confirms(ada)).toBeRefusedBy('LIFE');
    const [confirmed] = await lettersTo('ada@example.org');
    expect(confirmed?.subject).toBe('A place is yours – Data workshop');
    expect(confirmed?.text).toContain('When: 20 March 2025 at 17:00');
    expect(confirmed?.text).toContain('Accessibility: captioning, sign language, step-free access');

    const person = await forum.person('Grace');
    const registers = (): Promise<Json> =>
      person.does(
        'registerForEvent',
        { eventId },
        '... on ForumEvent { placesTaken myPlace { state code } }',
      );
    expect(await forum.anyone.does('registerForEvent', { eventId })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(done(await registers())).toMatchObject({ placesTaken: 2, myPlace: { state: 'REGISTERED' } });
    expect(await registers()).toBeRefusedBy('LIFE');
    await comes(eventId, 'first@example.org');
    await comes(eventId, 'second@example.org');
    expect(await event(eventId)).toMatchObject({ placesTaken: 2, waiting: 2 });
    // Asking tells nobody who has a place: neither one that has one, nor one that waits, nor one that nobody knows.
    const answers: Json[] = [];
    for (const email of ['ada@example.org', 'second@example.org', 'unknown@example.org'])
      answers.push(await asks(eventId, email));
    const same = { __typename: 'EventPlaceReceipt', requestedAt: forum.clock.now().toISOString() };
    expect(answers).toEqual([same, same, same]);
    // What is changed without a place more gives nobody one.
    done(await revises(eventId));
    expect(await event(eventId)).toMatchObject({ placesTaken: 2, waiting: 2 });
    expect((await lettersTo('first@example.org'))[0]?.subject).toBe(
      'You are on the waiting list – Data workshop',
    );

    expect(done(await givesUp(ada))).toMatchObject({ state: 'CANCELLED' });
    expect(await givesUp(ada)).toBeRefusedBy('LIFE');
    expect((await lettersTo('first@example.org'))[0]?.subject).toBe('A place is yours – Data workshop');
    expect(await event(eventId)).toMatchObject({ placesTaken: 2, waiting: 1 });
    const kept = await forum.database.query(
      `SELECT count(*)::integer FROM event_place WHERE email = 'ada@example.org'`,
    );
    expect(kept).toEqual([{ count: 0 }]);

    // As many places as wish: whoever waits gets one; fewer than are taken: none.
    expect(await revises(eventId, { capacity: 1 })).toBeRefusedBy('LIFE');
    done(await revises(eventId, { capacity: null }));
    expect((await lettersTo('second@example.org'))[0]?.subject).toBe('A place is yours – Data workshop');
    expect(await event(eventId)).toMatchObject({ placesTaken: 3, waiting: 0, capacity: null });
    done(await secretary.does('cancelEvent', { eventId, reason: 'A strike of trains.' }));
    expect((await lettersTo('second@example.org'))[0]?.text).toContain('Reason: A strike of trains.');
    expect(await event(eventId)).toMatchObject({ state: 'CANCELLED', cancelReason: 'A strike of trains.' });
    expect(await asks(eventId, 'late@example.org')).toBeRefusedBy('LIFE');
  });

  it('never gives more places than there are, however many confirm at once', async () => {
    const eventId = await announced({ capacity: 3 });
    const codes: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      done(await asks(eventId, `racer${n}@example.org`));
      codes.push(codeIn((await lettersTo(`racer${n}@example.org`))[0]?.text));
    }
    const people = await Promise.all(Array.from({ length: 4 }, (_, n) => forum.person(`Racer ${n}`)));
    // Each code twice, each person twice, all at once.
    const answers = await Promise.all([
      ...codes.flatMap((code) => [confirms(code), confirms(code)]),
      ...people.flatMap((person) => [
        person.does('registerForEvent', { eventId }),
        person.does('registerForEvent', { eventId }),
      ]),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'RuleRefusal')).toHaveLength(12);
    expect(await event(eventId)).toMatchObject({ placesTaken: 3, waiting: 9 });
    const registered = await forum.database.query<{ number: number }>(
      `SELECT number FROM event_place WHERE event_id = $1 AND state = 'REGISTERED' ORDER BY number`,
      [eventId],
    );
    expect(registered.map(({ number }) => number)).toEqual([1, 2, 3]);
    // All of those who have one give it up at once: as many of those who wait have theirs.
    const own = await forum.database.query<{ email: string | null }>(
      `SELECT email FROM event_place WHERE event_id = $1 AND state = 'REGISTERED' AND email IS NOT NULL`,
      [eventId],
    );
    await Promise.all(own.map(({ email }) => givesUp(codes[Number(/\d/.exec(email ?? '')?.[0])] ?? '')));
    expect(await event(eventId)).toMatchObject({ placesTaken: 3, waiting: 9 - own.length });
    done(await secretary.does('cancelEvent', { eventId, reason: 'It was a race.' }));
  });

  it('keeps automatic senders away, and does not write to one address without end', async () => {
    const eventId = await announced();
    expect(await asks(eventId, 'robot@example.org', { proofOfWork: 'bm90aGluZw==' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await asks(eventId, 'robot@example.org', { website: 'x' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const proofOfWork = await forum.proofOfWork(eventId, 'event');
    done(await asks(eventId, 'robot@example.org', { proofOfWork }));
    expect(await asks(eventId, 'robot@example.org', { proofOfWork })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    for (let n = 0; n < 4; n += 1) done(await asks(eventId, 'robot@example.org'));
    expect(await lettersTo('robot@example.org')).toHaveLength(3);
    // A tag behind a + is no other mailbox.
    done(await asks(eventId, 'Robot+once@example.org'));
    expect(await lettersTo('robot+once@example.org')).toHaveLength(0);
    done(await asks(eventId, 'robots@example.org'));
    expect(await lettersTo('robots@example.org')).toHaveLength(1);
    done(await secretary.does('cancelEvent', { eventId, reason: 'Robots.' }));
  });

  it('is moved with its dates kept, reminded of the day before, held, counted, told (LIFE, OGP-5.1)', async () => {
    const eventId = await announced();
    await comes(eventId, 'guest@example.org');
    done(await asks(eventId, 'unsure@example.org'));
    const moved = { eventId, ...times('2025-03-27'), reason: 'Une grève.' };
    done(await secretary.does('moveEvent', moved));
    expect((await lettersTo('guest@example.org'))[0]).toMatchObject({
      subject: 'A change – Data workshop',
      text: expect.stringContaining('When: 27 March 2025 at 17:00'),
    });
    expect(await event(eventId)).toMatchObject({
      startsAt: '2025-03-27T16:00:00.000Z',
      moves: [{ startedAt: '2025-03-20T16:00:00.000Z', reason: 'Une grève.' }],
    });
    done(await revises(eventId, { titleFr: 'Atelier' }));
    expect((await lettersTo('guest@example.org')).map(({ subject }) => subject)).toHaveLength(3);
    await morning('2025-03-25');
    expect((await lettersTo('guest@example.org'))[0]?.subject).toBe('A change – Data workshop');
    await morning('2025-03-26');
    const [reminder] = await lettersTo('guest@example.org');
    expect(reminder?.subject).toBe('Reminder: Data workshop, 27 March 2025 at 17:00');
    await morning('2025-03-27');
    expect(await lettersTo('guest@example.org')).toHaveLength(4);
    // Whoever never confirmed was forgotten after two days, without a reminder.
    expect(await lettersTo('unsure@example.org')).toHaveLength(1);

    const records = (more: Json = {}): Promise<Json> =>
      secretary.does('recordEvent', { eventId, ...heads(4, 7, 31), ...more });
    forum.clock.goTo('2025-03-27', '18:30');
    expect(await records()).toBeRefusedBy('LIFE');
    expect(await asks(eventId, 'late@example.org')).toBeRefusedBy('LIFE');
    forum.clock.goTo('2025-03-27', '19:00');
    expect(await records({ publicHeads: -1 })).toMatchObject({ code: 'BAD_USER_INPUT' });
    const tells = (more: Json = {}): Promise<Json> =>
      secretary.does('publishEventResults', { eventId, summaryFr: '**Douze** pistes.', ...more });
    expect(await tells()).toBeRefusedBy('LIFE');
    const presented = (from: string, until: string) =>
      forum.api
        .get(EventsRepository, { strict: false })
        .presentingResults(forum.api.get(Database).reader, day(from), day(until));
    expect(await presented('2025-03-27', '2025-03-27')).toEqual([]);
    done(await records());
    expect(await records()).toBeRefusedBy('LIFE');
    expect(await secretary.does('cancelEvent', { eventId, reason: 'Too late.' })).toBeRefusedBy('LIFE');
    expect(await secretary.does('moveEvent', { ...moved, ...times('2025-04-27') })).toBeRefusedBy('LIFE');
    expect(await presented('2025-03-27', '2025-03-27')).toMatchObject([{ eventId, heldOn: '2025-03-27' }]);
    expect(await presented('2025-03-28', '2025-12-31')).toEqual([]);
    expect(await tells({ documents: [{ title: 'Notes', link: 'http://example.org' }] })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const recounts = (more: Json = {}): Promise<Json> =>
      secretary.does('correctEventHeadCount', {
        eventId,
        ...heads(4, 8, 31),
        reason: 'A list was lost.',
        ...more,
      });
    expect(await recounts({ reason: ' ' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    done(await recounts());
    expect(
      (await event(eventId, forum.anyone, 'headCounts { number civilSociety reason }')).headCounts,
    ).toEqual([
      { number: 1, civilSociety: 7, reason: null },
      { number: 2, civilSociety: 8, reason: 'A list was lost.' },
    ]);
    done(await tells());
    const inFrench = 'results { summary(language: EN) languages }';
    expect((await event(eventId, forum.anyone, inFrench)).results).toEqual({
      summary: '**Douze** pistes.',
      languages: ['FR'],
    });
    done(await tells({ documents: [{ title: 'Notes', link: 'https://example.org/notes' }] }));
    expect(await event(eventId)).toMatchObject({
      state: 'HELD',
      headCount: { government: 4, civilSociety: 8, public: 31 },
      results: {
        number: 2,
        summary: '**Douze** pistes.',
        documents: [{ title: 'Notes', link: 'https://example.org/notes' }],
      },
    });

    await morning('2025-03-28');
    const left = await forum.database.query(
      `SELECT count(*)::integer FROM event_place WHERE email IS NOT NULL OR person_id IS NOT NULL`,
    );
    expect(left).toEqual([{ count: 0 }]);
    expect(await event(eventId)).toMatchObject({ placesTaken: 1 });
    const { events } = await forum.anyone.reads(
      '{ events(past: true, first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(events.nodes).toEqual([{ id: eventId }]);
    const { next } = await forum.anyone.reads(
      'query ($after: String!) { next: events(past: true, after: $after) { nodes { state } } }',
      { after: events.pageInfo.endCursor },
    );
    expect(next.nodes.every(({ state }: Json) => state === 'CANCELLED')).toBe(true);
  });

  it('is changed no more once it began, and forgets its guests, persons of the forum too (LIFE)', async () => {
    forum.clock.goTo('2025-03-28', '09:00');
    const eventId = await announced(times('2025-03-29'));
    const person = await forum.person('Hedy');
    const gone = await forum.person('Rosalind');
    done(await person.does('registerForEvent', { eventId }));
    const mine = '... on ForumEvent { myPlace { code } }';
    const { myPlace } = done(await gone.does('registerForEvent', { eventId }, mine));
    const email = 'katherine@example.org';
    await comes(eventId, email);
    done(await gone.does('cancelEventPlace', { code: myPlace.code }));
    await forum.settled();
    const places = await forum.database.query<{ id: string }>(
      'SELECT id FROM event_place WHERE event_id = $1',
      [eventId],
    );
    const tables = await forum.database.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    /** The tables with a row that names one of them together with the event or a place at it. */
    const telling = async (): Promise<string[]> => {
      const who = [person.personId, gone.personId, email];
      const what = [eventId, ...places.map(({ id }) => id)];
      const found: string[] = [];
      for (const { name } of tables) {
        const [row] = await forum.database.query<{ tells: boolean }>(
          `SELECT EXISTS (SELECT FROM ${name} t WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE strpos(t::text, w) > 0)
           AND EXISTS (SELECT FROM unnest($2::text[]) w WHERE strpos(t::text, w) > 0)) AS tells`,
          [who, what],
        );
        if (row?.tells === true) found.push(name);
      }
      return found.toSorted();
    };
    // Even before, the trail, which is kept for ever, does not.
    expect(await telling()).toEqual(['public.event_place', 'public.outgoing_mail']);

    forum.clock.goTo('2025-03-29', '17:00');
    const later = { eventId, ...times('2025-04-29'), reason: 'A strike.' };
    expect(await secretary.does('moveEvent', later)).toBeRefusedBy('LIFE');
    const more = { capacity: 3, presentsResults: true };
    expect(await revises(eventId, more)).toBeRefusedBy('LIFE');
    await morning('2025-03-30');
    expect(await telling()).toEqual([]);
    expect(await event(eventId)).toMatchObject({ state: 'PUBLISHED', placesTaken: 2 });
    expect(await secretary.does('moveEvent', later)).toBeRefusedBy('LIFE');
    expect(await revises(eventId, more)).toBeRefusedBy('LIFE');
    // It did not take place after all.
    done(await secretary.does('cancelEvent', { eventId, reason: 'A strike.' }));
  });

  it('tells two who change it at once of each other, so that nothing is lost', async () => {
    forum.clock.goTo('2025-03-30', '12:00');
    const eventId = await announced(times('2025-04-20'));
    const read = (await event(eventId, secretary, 'version')).version;
    const other = await forum.secretary('Somebody else');
    const both = await Promise.all(
      [secretary, other].map((voice, n) =>
        voice.does('reviseEvent', { eventId, basedOnVersion: read, ...terms({ titleEn: `Title ${n}` }) }),
      ),
    );
    expect(both.filter(({ __typename }) => __typename === 'ForumEvent')).toHaveLength(1);
    expect(both.find(({ __typename }) => __typename === 'Error')).toMatchObject({ code: 'CONFLICT' });
    const kept = both.findIndex(({ __typename }) => __typename === 'ForumEvent');
    expect(await event(eventId, secretary, 'version title(language: EN)')).toEqual({
      version: read + 1,
      title: `Title ${kept}`,
    });
    done(await secretary.does('cancelEvent', { eventId, reason: 'Twice.' }));
  });

  it('is put into its guests’ calendars, changed and taken out there, as in the feed', async () => {
    const eventId = await announced({ ...times('2025-04-20'), capacity: 1 });
    const code = await comes(eventId, 'gone@example.org');
    await comes(eventId, 'calendar@example.org');
    done(await givesUp(code));
    const [goodbye] = await lettersTo('gone@example.org');
    expect(goodbye?.subject).toBe('Registration cancelled – Data workshop');
    expect(goodbye?.invitation).toMatchObject({
      method: 'CANCEL',
      event: { uid: eventId, sequence: 1, status: 'CANCELLED' },
    });
    // Nothing is kept of it once it left.
    const kept = await forum.database.query(`SELECT FROM outgoing_mail WHERE kind = 'EVENT_PLACE_GIVEN_UP'`);
    expect(kept).toEqual([]);
    await comes(eventId, 'waiting@example.org');
    const inCalendar = async (address: string): Promise<unknown[]> =>
      (await lettersTo(address)).flatMap(({ invitation }) =>
        invitation === undefined
          ? []
          : [[invitation.method, invitation.event.uid, invitation.event.sequence, invitation.event.status]],
      );
    const feed = async (): Promise<ReadEvent | undefined> =>
      readCalendar(await (await fetch(`${forum.url}/calendars/all.ics?lang=en`)).text()).find(
        ({ uid }) => uid === eventId,
      );
    expect(await inCalendar('calendar@example.org')).toEqual([['REQUEST', eventId, 1, 'CONFIRMED']]);
    expect(await feed()).toMatchObject({ sequence: 1 });
    done(await secretary.does('moveEvent', { eventId, ...times('2025-04-21'), reason: 'Easter.' }));
    expect((await inCalendar('calendar@example.org'))[0]).toEqual(['REQUEST', eventId, 2, 'CONFIRMED']);
    expect(await feed()).toMatchObject({ sequence: 2, startsAt: new Date('2025-04-21T16:00:00Z') });
    done(await secretary.does('cancelEvent', { eventId, reason: 'A storm.' }));
    expect((await inCalendar('calendar@example.org'))[0]).toEqual(['CANCEL', eventId, 3, 'CANCELLED']);
    expect(await feed()).toMatchObject({ sequence: 3, status: 'CANCELLED' });
    // Whoever only waited has nothing to keep free.
    expect(await lettersTo('waiting@example.org')).toHaveLength(4);
    expect(await inCalendar('waiting@example.org')).toEqual([]);
  });

  it('never has a code in an address, and asks for the events of a list of places at once', async () => {
    const code = 'A'.repeat(43);
    const query = encodeURIComponent(`{ eventPlace(code: "${code}") { state } }`);
    const answer = await fetch(`${forum.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const person = await forum.person('Mary');
    const asked = async (): Promise<number> =>
      (
        await forum.statements(() =>
          person.reads('{ events { nodes { myPlace { event { id } permitted { action } } } } }'),
        )
      ).length;
    const registers = async (): Promise<void> => {
      done(await person.does('registerForEvent', { eventId: await announced(times('2025-05-02')) }));
    };
    await registers();
    const one = await asked();
    await registers();
    await registers();
    expect(await asked()).toBe(one);
  });

  it('is told to nobody by name: no operation gives an address or a person of a place', async () => {
    const { __schema } = await forum.anyone.reads(
      '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
    );
    const place = __schema.types.find(({ name }: Json) => name === 'EventPlace');
    expect(place.fields.map(({ name }: Json) => name).toSorted()).toEqual([
      'code',
      'event',
      'permitted',
      'state',
    ]);
  });

  it('has its invariants in the database too', async () => {
    const broken = (statement: string): Promise<unknown> => forum.database.query(statement);
    await expect(broken(`UPDATE forum_event SET stream_link = 'http://x'`)).rejects.toThrow(
      'forum_event_stream_is_sealed',
    );
    await expect(
      broken(`UPDATE forum_event SET state = 'PUBLISHED', cancel_reason = NULL, published_at = NULL`),
    ).rejects.toThrow('forum_event_published');
    await expect(broken(`UPDATE forum_event SET ends_at = starts_at`)).rejects.toThrow('forum_event_lasts');
    await expect(broken(`UPDATE event_head_count SET reason = NULL WHERE number = 2`)).rejects.toThrow(
      'event_head_count_corrected_with_reason',
    );
    await expect(
      broken(
        `UPDATE forum_event e SET state = 'HELD', cancel_reason = NULL, published_at = changed_at
         WHERE NOT EXISTS (SELECT FROM event_head_count WHERE event_id = e.id)`,
      ),
    ).rejects.toThrow('nobody counted who came');
    await expect(broken(`UPDATE forum_event SET version = 0`)).rejects.toThrow(
      'forum_event_versions_from_one',
    );
    await expect(
      broken(`UPDATE event_place SET state = 'REGISTERED', number = 1, confirmed_at = requested_at`),
    ).rejects.toThrow('event_place_numbered_once');
    await expect(
      broken(
        `UPDATE event_place SET email = 'x@example.org' WHERE id = (SELECT min(id::text)::uuid FROM event_place)`,
      ),
    ).rejects.toThrow('event_place_somebody_or_erased');
    await expect(broken(`SET ROLE hemicycle_app; DELETE FROM event_move`)).rejects.toThrow(
      'permission denied',
    );
  });
});
