import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { OpenStreams, STREAMS } from '../../apps/api/src/subscriptions/open-streams.js';
import '../support/matchers.js';
import { EventStream } from '../support/event-stream.js';
import type { TestForum } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { realForum, ServerProcess } from '../support/server-process.js';

let plenary: Plenary;
let forum: TestForum;
let elections: Awaited<ReturnType<Plenary['called']>>;
/** Another process behind the same address. */
let other: ServerProcess;
let url: string;
const streams: EventStream[] = [];

beforeAll(async () => {
  plenary = await Plenary.planned();
  ({ forum } = plenary);
  elections = await plenary.convened();
  // It forgets at its start the sessions that are over by its own clock.
  await forum.database.query(`UPDATE session SET expires_at = '2100-01-01'`);
  other = new ServerProcess(realForum(forum.database.url));
  url = await other.url();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.leave();
});
afterAll(async () => {
  if (other?.lives) {
    other.send('SIGKILL');
    await other.end();
  }
  await forum?.close();
});

async function watching(at: string, ...ids: string[]): Promise<EventStream> {
  const stream = await EventStream.watching(at, ...ids);
  streams.push(stream);
  return stream;
}

const attendance = async (mode: string): Promise<void> => {
  const { memberId } = plenary.member('GOVERNMENT', 1);
  const input = { meetingId: plenary.id, entries: [{ memberId, mode }] };
  done(await plenary.secretary.does('recordAttendance', input));
};

describe('whoever watches a meeting or an election', () => {
  it('is told that it changed, in every process, and not of others', async () => {
    const here = await watching(forum.url, elections.GOVERNMENT);
    const there = await watching(url, elections.GOVERNMENT);
    const meeting = await watching(url, plenary.id);
    const elsewhere = await watching(url, elections.CIVIL_SOCIETY);
    expect(there.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(there.headers.get('cache-control')).toBe('no-store');
    await plenary.stands(plenary.member('GOVERNMENT', 2), elections.GOVERNMENT);
    expect(await here.changed()).toEqual([elections.GOVERNMENT]);
    expect(await there.changed()).toEqual([elections.GOVERNMENT]);
    // A meeting's page shows its elections.
    expect(await meeting.changed()).toEqual([plenary.id]);
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 2), elections.CIVIL_SOCIETY);
    expect(await elsewhere.changed()).toEqual([elections.CIVIL_SOCIETY]);
  });

  it('is told nothing of what was refused', async () => {
    const stream = await watching(url, elections.GOVERNMENT, elections.CIVIL_SOCIETY);
    expect(
      await plenary.member('CIVIL_SOCIETY', 1).does('standAsCandidate', {
        electionId: elections.GOVERNMENT,
        statement: 'Of the other college.',
      }),
    ).toBeRefusedBy('ELIGIBILITY');
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 3), elections.CIVIL_SOCIETY);
    expect(await stream.changed()).toEqual([elections.CIVIL_SOCIETY]);
  });

  it('is told that the number of ballots grew, and never that somebody voted again', async () => {
    await plenary.opened();
    await plenary.vote(elections.GOVERNMENT);
    await plenary.vote(elections.CIVIL_SOCIETY);
    const voter = plenary.member('GOVERNMENT', 4);
    const blank = { electionId: elections.GOVERNMENT, blank: true };
    const stream = await watching(url, elections.GOVERNMENT, elections.CIVIL_SOCIETY);
    done(await voter.does('castRecordedBallot', blank));
    expect(await stream.changed()).toEqual([elections.GOVERNMENT]);
    done(await voter.does('castRecordedBallot', blank));
    const another = { electionId: elections.CIVIL_SOCIETY, blank: true };
    done(await plenary.member('CIVIL_SOCIETY', 4).does('castRecordedBallot', another));
    expect(await stream.changed()).toEqual([elections.CIVIL_SOCIETY]);
  });

  it('hears again after the connection that listened was killed, and is told what may have been missed', async () => {
    const stream = await watching(url, plenary.id);
    const killed = await forum.database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'hemicycle listener' AND datname = current_database()`,
    );
    expect(killed.length).toBe(2);
    // As if something happened meanwhile.
    expect(await stream.changed()).toEqual([plenary.id]);
    await attendance('ONLINE');
    expect(await stream.changed()).toEqual([plenary.id]);
  });
});

describe('a stream', () => {
  it('says what is wrong with what was asked, and is over', async () => {
    const refused = async (query: string, variables?: unknown): Promise<unknown> => {
      const stream = await EventStream.of(url, query, { variables });
      const answer = await stream.next();
      expect(await stream.next()).toBeNull();
      return answer?.errors?.map(({ extensions, message }) => [extensions.code, message]);
    };
    const ids = 'subscription ($ids: [ID!]!) { changed(ids: $ids) }';
    expect(await refused('subscription {')).toEqual([['BAD_USER_INPUT', expect.stringContaining('Syntax')]]);
    expect(await refused('{ me { email } }')).toEqual([
      [
        'BAD_USER_INPUT',
        'Only an operation of the type subscription is answered here; others go to /graphql.',
      ],
    ]);
    expect(await refused(ids)).toEqual([['BAD_USER_INPUT', expect.stringContaining('$ids')]]);
    expect(await refused(ids, { ids: ['x'] })).toEqual([['BAD_USER_INPUT', '`ids` must be an id.']]);
    expect(await refused(ids, { ids: [] })).toEqual([['BAD_USER_INPUT', expect.any(String)]]);
    expect(await refused(ids, { ids: Array.from({ length: 51 }, () => plenary.id) })).toEqual([
      ['BAD_USER_INPUT', expect.any(String)],
    ]);
    expect(await refused(ids, [])).toEqual([['BAD_USER_INPUT', 'Variables are a JSON object.']]);
    expect(await refused(`subscription { ${'a: changed(ids: []) '.repeat(31)} }`)).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('too large')],
    ]);
  });

  it('is not opened by what is posted to the API', async () => {
    const { errors, data } = await forum.anyone.ask(`subscription { changed(ids: ["${plenary.id}"]) }`);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is forgotten when its reader leaves', async () => {
    const open = forum.api.get(OpenStreams);
    const before = open.count;
    const visitors = await Promise.all(Array.from({ length: 5 }, () => watching(forum.url, plenary.id)));
    expect(open.count).toBe(before + 5);
    for (const visitor of visitors) visitor.leave();
    while (open.count > before) await sleep(10);
  });

  it('is one of so many from a network, which is answered otherwise as before', async () => {
    const open = forum.api.get(OpenStreams);
    const others = Array.from({ length: STREAMS.network }, () => open.take('127.0.0.1'));
    const query = `subscription { changed(ids: ["${plenary.id}"]) }`;
    expect((await EventStream.of(forum.url, query)).status).toBe(403);
    expect((await forum.anyone.reads('{ forum { name } }')).forum.name).toBeTruthy();
    for (const leaves of others) leaves();
    const stream = await EventStream.of(forum.url, query);
    streams.push(stream);
    expect(stream.status).toBe(200);
  });

  it('ends with the server, which does not wait for its readers', async () => {
    const stream = await watching(url, plenary.id);
    other.send('SIGTERM');
    expect(await stream.next()).toBeNull();
    expect(await other.end()).toBe(0);
    expect(other.output.errors).toBe('');
  });
});
