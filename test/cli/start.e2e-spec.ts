import { verifyArchive } from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  aDataFolder,
  aFreePort,
  ask,
  type Ended,
  endEverything,
  Hemicycle,
  killPostgresOf,
  linkOf,
  postgresOf,
  tokenBehind,
} from '../support/hemicycle.js';
import { type Json, Voice } from '../support/forum.js';
import { form, send } from '../support/http.js';
import { done } from '../support/plenary.js';
import { casts, lastRound, pollFile, TrusteeDevice } from '../support/sealed.js';
import { TOOL_IS_HERE, toolAccepts } from '../sealed-ballot/third-party-tool.js';

jest.setTimeout(180_000);
afterAll(endEverything);

const OPEN = /Ctrl-C stops the forum/;

/** One line on stderr that says what is wrong, and nothing else. */
function expectOneLine({ code, stderr }: Ended, said: RegExp): void {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('… '));
  expect(lines).toEqual([expect.stringMatching(said)]);
  expect(code).toBe(1);
}

describe('npm start, with nothing set', () => {
  let folder: string;
  let port: number;
  let url: string;
  let hemicycle: Hemicycle;
  /** Of a session of the secretariat, which outlives every death of the server. */
  let token: string;
  const start = (environment: Record<string, string> = {}): Hemicycle =>
    Hemicycle.run(['start'], {
      HEMICYCLE_DATA: folder,
      PORT: String(port),
      REQUESTS_PER_MINUTE: '1000000',
      ...environment,
    });

  beforeAll(async () => {
    folder = aDataFolder();
    port = await aFreePort();
    url = `http://127.0.0.1:${port}`;
  });

  it('makes the demonstration again when its making was cut short', async () => {
    hemicycle = start();
    await hemicycle.says(/Demonstration: organisations and members/);
    hemicycle.signal('SIGKILL');
    await hemicycle.ended();

    hemicycle = start();
    await hemicycle.says(OPEN);
    expect(hemicycle.written).toContain(`${url}/graphiql`);
    const { forum, organisations } = await ask(
      url,
      '{ forum { demonstration } organisations(first: 100) { nodes { name } } }',
    );
    expect(forum.demonstration).toBe(true);
    const names: string[] = organisations.nodes.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    const colleges = ['GOVERNMENT', 'CIVIL_SOCIETY'].map(async (college) => {
      const { members } = await ask(url, `{ members(first: 100, college: ${college}) { nodes { id } } }`);
      return members.nodes.length;
    });
    for (const seats of await Promise.all(colleges)) expect(seats).toBeGreaterThanOrEqual(12);
  });

  it('keeps the letters of the past out of the outbox', async () => {
    const outbox = await send(`${url}/outbox`);
    expect(outbox.status).toBe(200);
    expect(outbox.body).not.toContain('<article');
  });

  it('keeps its secret and its data for their owner', () => {
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  });

  it('prints links that let in, in a browser and once', async () => {
    const link = linkOf(hemicycle.written, 'Secretariat');
    expect((await send(link)).status).toBe(200);
    const enter = form({ token: new URL(link).searchParams.get('token') ?? '' }, { origin: url });
    const entered = await send(`${url}/sign-in`, enter);
    expect(entered.status).toBe(303);
    const [cookie = ''] = String(entered.headers['set-cookie']).split(';');
    const me = await send(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: '{ me { roles person { name } } }' }),
    });
    expect(JSON.parse(me.body).data.me.roles).toContain('SECRETARIAT');
    expect((await send(`${url}/sign-in`, enter)).status).toBe(401);
  });

  it.each([
    ['Co-chair, government actors', 'CO_CHAIR'],
    ['Co-chair, civil society', 'CO_CHAIR'],
    ['Member, government actors', 'MEMBER'],
    ['Member, civil society', 'MEMBER'],
    ['Alternate', 'ALTERNATE'],
    ['Correspondent', 'CORRESPONDENT'],
  ])('prints a link for: %s', async (said, role) => {
    const bearer = await tokenBehind(linkOf(hemicycle.written, said));
    const { me } = await ask(url, '{ me { roles } }', { token: bearer });
    expect(me.roles).toContain(role);
  });

  it('has held its plenaries and elections, and every archive of them verifies', async () => {
    const { meetings } = await ask(url, MEETINGS);
    const held = meetings.nodes.filter(({ state }: Json) => state === 'HELD');
    const elections = held.flatMap((one: Json) => one.elections);
    // Four at the first plenary, and four at each renewal.
    expect(elections.length).toBeGreaterThanOrEqual(8);
    expect(elections.length % 4).toBe(0);
    for (const { id } of elections) {
      const { sealed: seal, count } = await lastRound(new Voice(url, null, null), id);
      const [archive, sideFile] = await Promise.all(
        [seal.archiveUrl, seal.sideFileUrl].map(async (path: string) => {
          const file = await fetch(`${url}${path}`);
          expect(file.status).toBe(200);
          return new Uint8Array(await file.arrayBuffer());
        }),
      );
      const report = await verifyArchive(archive!, {
        sideFile: sideFile!,
        standard: 'ours',
        groups: nativeGroups,
      });
      expect(report.failures).toEqual([]);
      expect(report.valid).toBe(true);
      expect(report.counts?.[0]?.answers.map(({ votes }) => Number(votes))).toEqual(
        count.votes.map(({ votes }: Json) => votes),
      );
      if (TOOL_IS_HERE) expect(toolAccepts(archive!)).toBe(true);
    }
  });

  it('is in session today, with a poll in which a voter votes, and a plenary to come whose keys are turned', async () => {
    const { meetings } = await ask(url, MEETINGS);
    const session = meetings.nodes.find(({ state }: Json) => state === 'IN_SESSION');
    const open = session.elections.filter(({ state }: Json) => state === 'VOTING');
    expect(open).toHaveLength(1);
    const [{ id: electionId, candidacies }] = open;
    const voter = await voiceBehind(hemicycle.written, url, 'Open poll, a vote to cast');
    const { meeting } = await voter.reads('query ($id: ID!) { meeting(id: $id) { attendance { mode } } }', {
      id: session.id,
    });
    expect(meeting.attendance.filter(({ mode }: Json) => mode === 'IN_ROOM').length).toBeGreaterThan(10);
    const before = (await lastRound(voter, electionId)).ballots;
    expect(before).toBeGreaterThanOrEqual(5);
    done(await casts(voter, electionId, [candidacies[0].id]));
    expect((await lastRound(voter, electionId)).ballots).toBe(before + 1);
    const toCome = meetings.nodes.find(({ state }: Json) => state === 'PLANNED' || state === 'CONVENED');
    expect(toCome.startsAt > session.startsAt).toBe(true);
  });

  it('refuses a second start on the same folder, in one line', async () => {
    const second = await Hemicycle.ran(['start'], {
      HEMICYCLE_DATA: folder,
      PORT: String(await aFreePort()),
    });
    expectOneLine(second, /in use by process \d+/);
  });

  it('lets the other commands work beside it', async () => {
    const environment = { HEMICYCLE_DATA: folder, PORT: String(port) };
    const audit = await Hemicycle.ran(['verify-audit'], environment);
    expect(audit).toMatchObject({ code: 0, stdout: expect.stringMatching(/Audit trail intact: \d+ rows/) });
    const invited = await Hemicycle.ran(
      ['invite', 'new@example.org', '--role', 'secretariat', '--name', 'New secretary'],
      environment,
    );
    expect(invited.code).toBe(0);
    token = await tokenBehind(/http\S+/.exec(invited.stdout)?.[0] ?? '');
    const { me } = await ask(url, '{ me { roles email person { name } } }', { token });
    expect(me).toMatchObject({ email: 'new@example.org', person: { name: 'New secretary' } });
    expect(me.roles).toContain('SECRETARIAT');
    // The founding group's role ended with the first plenary of the story.
    const late = await Hemicycle.ran(
      ['invite', 'late@example.org', '--role', 'founding-group', '--college', 'government'],
      environment,
    );
    expectOneLine(late, /RULES-ADOPTION/);
  });

  it('lets its visitor close the open poll, and open its box with the seeds that it says where to find', async () => {
    const { meetings } = await ask(url, MEETINGS);
    const session = meetings.nodes.find(({ state }: Json) => state === 'IN_SESSION');
    const electionId = session.elections.find(({ state }: Json) => state === 'VOTING').id;
    const [file = ''] = /\S+DEMONSTRATION-SEEDS\S+/.exec(hemicycle.written) ?? [];
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const lines = readFileSync(file, 'utf8').split('\n');
    const secretary = new Voice(url, token, null);
    done(await secretary.does('closeVoting', { electionId }));
    const { sealed: seal } = await lastRound(secretary, electionId);
    const box = new Uint8Array(await (await pollFile(url, seal.archiveUrl, null)).arrayBuffer());
    for (const said of ['Open poll, trustee of civil society', 'Open poll, trustee of the host']) {
      const voice = await voiceBehind(hemicycle.written, url, said);
      const { me } = await voice.reads('{ me { person { name } } }');
      const [seed] = lines.find((line) => line.endsWith(`  ${me.person.name}`))?.split('  ') ?? [];
      done(await new TrusteeDevice(voice, session.id, seed).opens(electionId, box));
    }
    done(await secretary.does('countVotes', { electionId }));
    expect((await lastRound(secretary, electionId)).count.outcome).toBe('ELECTED');
  });

  it('stops at SIGTERM, with its PostgreSQL and with code 0', async () => {
    expect(postgresOf(folder)).not.toEqual([]);
    hemicycle.signal('SIGTERM');
    expect((await hemicycle.ended()).code).toBe(0);
    expect(postgresOf(folder)).toEqual([]);
  });

  it('keeps its data from one start to the next', async () => {
    hemicycle = start();
    await hemicycle.says(OPEN);
    expect(hemicycle.written).not.toContain('Demonstration: organisations and members');
    const { secretariat } = await ask(url, '{ secretariat { members { person { name } } } }', { token });
    expect(JSON.stringify(secretariat)).toContain('New secretary');
  });

  it.each(['the API', 'PostgreSQL, postmaster and children', 'both'])(
    'has every acknowledged admission, once, after kill -9 of %s',
    async (killed) => {
      const { organisations } = await ask(
        url,
        '{ organisations(first: 1, college: GOVERNMENT) { nodes { id } } }',
      );
      const admit = async (number: number): Promise<{ id?: string; violations?: unknown[] }> => {
        const { result } = await ask(
          url,
          `mutation ($input: ConveneMemberInput!) { result: conveneMember(input: $input) {
             ... on Member { id } ... on RuleRefusal { violations { rule { id } } } } }`,
          {
            token,
            variables: {
              input: {
                organisationId: organisations.nodes[0].id,
                name: `Admitted ${number}, before the death of ${killed}`,
                email: `${number}-${killed.length}@example.org`,
                language: 'EN',
              },
            },
          },
        );
        return result;
      };
      const sent: number[] = [];
      const acknowledged = new Map<number, string>();
      let next = 0;
      const life = { over: false };
      const secretary = async (): Promise<void> => {
        while (!life.over) {
          const number = next++;
          sent.push(number);
          const { id } = await admit(number);
          if (id !== undefined) acknowledged.set(number, id);
        }
      };
      const secretaries = Array.from({ length: 6 }, () => secretary().catch(() => undefined));
      while (acknowledged.size < 40) await new Promise((resolve) => setTimeout(resolve, 5));
      if (killed !== 'the API') {
        for (const pid of postgresOf(folder)) process.kill(pid, 'SIGKILL');
      }
      if (killed === 'PostgreSQL, postmaster and children') {
        // Alive without its database: it says so, and does not fall.
        expect((await fetch(`${url}/health/ready`)).status).toBe(503);
        expect((await fetch(`${url}/health/live`)).status).toBe(200);
      }
      hemicycle.signal('SIGKILL');
      life.over = true;
      await Promise.all([...secretaries, hemicycle.ended()]);
      if (killed !== 'the API') await killPostgresOf(folder);

      hemicycle = start();
      await hemicycle.says(OPEN);
      if (killed === 'the API') expect(hemicycle.written).toMatch(/Taking over the PostgreSQL server/);
      const before = await membersNamed(url, killed);
      for (const [number, id] of acknowledged) {
        expect(before.filter((member) => member.name.startsWith(`Admitted ${number},`))).toEqual([
          expect.objectContaining({ id }),
        ]);
      }
      // Whoever got no answer asks again: admitted already, or only now, but never twice.
      for (const number of sent) if (!acknowledged.has(number)) await admit(number);
      const names = (await membersNamed(url, killed)).map(({ name }) => name);
      expect(names).toHaveLength(sent.length);
      expect(new Set(names).size).toBe(sent.length);
      const audit = await Hemicycle.ran(['verify-audit'], { HEMICYCLE_DATA: folder });
      expect(audit.code).toBe(0);
    },
  );

  it('stops at SIGINT too, and leaves nothing running', async () => {
    hemicycle.signal('SIGINT');
    expect((await hemicycle.ended()).code).toBe(0);
    expect(postgresOf(folder)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('in-use'))).toEqual([]);
  });

  it('stops when npm is told to, whose shell tells nobody', async () => {
    hemicycle = Hemicycle.runBehindShell(['start'], { HEMICYCLE_DATA: folder, PORT: String(port) });
    await hemicycle.says(OPEN);
    hemicycle.signal('SIGTERM');
    // Its output closes with the last process that writes there.
    await hemicycle.ended();
    expect(hemicycle.written).toContain('the requests under way finish');
    expect(postgresOf(folder)).toEqual([]);
  });
});

const MEETINGS =
  '{ meetings(body: PLENARY, first: 20) { nodes { id state startsAt elections { id state candidacies { id } } } } }';

async function voiceBehind(written: string, url: string, said: string): Promise<Voice> {
  return new Voice(url, await tokenBehind(linkOf(written, said)), null);
}

/** The members whose names end with these words. */
async function membersNamed(url: string, ending: string): Promise<{ id: string; name: string }[]> {
  const found: { id: string; name: string }[] = [];
  let after: string | null = null;
  do {
    const { members } = await ask(
      url,
      `query ($after: String) { members(first: 100, after: $after) {
         nodes { id person { name } } pageInfo { hasNextPage endCursor } } }`,
      { variables: { after } },
    );
    for (const { id, person } of members.nodes) {
      if (person.name.endsWith(` of ${ending}`)) found.push({ id, name: person.name });
    }
    after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

describe('what cannot start says why in one line', () => {
  let other: Server;
  let taken: number;

  beforeAll(async () => {
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    taken = (other.address() as { port: number }).port;
  });

  afterAll(() => {
    other.close();
  });

  it('for a port that is taken, before it makes anything', async () => {
    const folder = aDataFolder();
    const ended = await Hemicycle.ran(['start'], { HEMICYCLE_DATA: folder, PORT: String(taken) });
    expectOneLine(ended, new RegExp(`[Pp]ort ${taken} .*taken`));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('for a data folder that is a file, or holds something else', async () => {
    const file = join(aDataFolder(), 'file');
    writeFileSync(file, '');
    const port = String(await aFreePort());
    expectOneLine(await Hemicycle.ran(['start'], { HEMICYCLE_DATA: file, PORT: port }), /is a file/);

    const folder = aDataFolder();
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'thesis.txt'), 'years of work');
    const ended = await Hemicycle.ran(['start'], { HEMICYCLE_DATA: folder, PORT: port });
    expectOneLine(ended, /no PostgreSQL data/);
    expect(existsSync(join(folder, 'data', 'thesis.txt'))).toBe(true);
  });

  it('for an address that is not of this machine, and for settings that mean nothing', async () => {
    const folder = aDataFolder();
    const start = (environment: Record<string, string>): Promise<Ended> =>
      Hemicycle.ran(['start'], { HEMICYCLE_DATA: folder, PORT: '0', ...environment });
    expectOneLine(await start({ HOST: '192.0.2.1' }), /192\.0\.2\.1/);
    expectOneLine(await start({ PORT: 'many' }), /PORT must be/);
    expectOneLine(await start({ FORUM_TIME_ZONE: 'Europe/Lutece' }), /Europe\/Lutece/);
  });
});
