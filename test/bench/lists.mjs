// Two lists of a hundred things, asked of the API over GraphQL and of the bare endpoint, alternately.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import {
  childrenOf,
  cpuMilliseconds,
  ended,
  HEMICYCLE,
  launch,
  median,
  ratioOf,
  residentMegabytes,
  serve,
} from './servers.mjs';

const BARE = fileURLToPath(new URL('bare-endpoint.mjs', import.meta.url));
const HEADERS = { 'content-type': 'application/json', 'accept-language': 'fr' };
const ROUNDS = 5;
const REQUESTS = 200;
const CONNECTIONS = 20;
const THINGS = 100;
const ITEMS = 8;

const LISTS = {
  meetings: {
    said: `meetings with their agendas of ${ITEMS} items`,
    query: `{ meetings(first: ${THINGS}) { nodes { id number startsAt on place state
      agenda { version state items { id position kind title office college } } } } }`,
  },
  members: {
    said: 'members with their organisations',
    query: `{ members(first: ${THINGS}) { nodes {
      id number person { id name } college organisation { id name college } route fromOn untilOn } } }`,
  },
};

/** Measures both lists on an empty database and prints them as tables. */
export async function listsBench({ url: databaseUrl, postmasterPid }) {
  await ended(launch(HEMICYCLE, ['migrate'], { DATABASE_URL: databaseUrl }), null);
  await fill(databaseUrl);
  const settings = {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'https://forum.example.org',
    SECRET_KEY: randomUUID() + randomUUID(),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'forum@example.org',
    REQUESTS_PER_MINUTE: '100000000',
    LOG_LEVEL: 'error',
  };
  const api = await serve(HEMICYCLE, ['start'], settings, '/health/ready');
  const bare = await serve(BARE, [], { DATABASE_URL: databaseUrl }, '/ready');
  const memory = { 'idle, once ready': residentMegabytes(api.child) };
  for (const [name, { said, query }] of Object.entries(LISTS)) {
    const endpoints = {
      api: { url: `${api.url}/graphql`, pid: api.child.pid },
      bare: { url: `${bare.url}/${name}`, pid: bare.child.pid },
    };
    await measure(endpoints, postmasterPid, said, JSON.stringify({ query }));
    memory[`after the load of the ${name}`] = residentMegabytes(api.child);
  }
  console.log('| memory of the API’s process (RSS) | MB |');
  console.log('| --- | ---: |');
  for (const [when, megabytes] of Object.entries(memory)) console.log(`| ${when} | ${megabytes} |`);
  console.log();
  await ended(api.child);
  await ended(bare.child);
}

async function measure(endpoints, postmasterPid, said, body) {
  const [ours, theirs] = await Promise.all([
    answer(endpoints.api.url, body),
    answer(endpoints.bare.url, body),
  ]);
  assert.deepEqual(ours, theirs, 'Both must give the same JSON.');
  const measures = { api: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, { url, pid }] of Object.entries(endpoints)) {
      const cpu = () => cpuMilliseconds([pid, ...childrenOf(postmasterPid)]);
      const before = cpu();
      const result = await load(url, body);
      // The first round of each only warms it up.
      if (round > 0) measures[name].push({ ...result, cpu: (cpu() - before) / REQUESTS });
    }
  }
  const of = (name, field) => measures[name].map((one) => one[field]);
  const row = (label, name) => {
    const [perSecond, p50, p99] = ['perSecond', 'p50', 'p99'].map((field) =>
      median(of(name, field)).toFixed(0),
    );
    console.log(`| ${label} | ${perSecond} | ${p50} | ${p99} | ${median(of(name, 'cpu')).toFixed(1)} |`);
  };
  const kilobytes = Math.round(Buffer.byteLength(JSON.stringify(ours)) / 1000);
  console.log(
    `List of ${THINGS} ${said} (${kilobytes} kB), ${CONNECTIONS} connections, median of ${ROUNDS} alternating rounds of ${REQUESTS} requests:\n`,
  );
  console.log('| endpoint | requests/s | p50 ms | p99 ms | CPU ms a request, PostgreSQL included |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  row('Hemicycle, over GraphQL', 'api');
  row('bare `node:http` + `pg`, JSON built by PostgreSQL', 'bare');
  console.log(
    `| ratio (lowest – highest round) | ${ratioOf(of('api', 'perSecond'), of('bare', 'perSecond'))} | | | ${ratioOf(of('bare', 'cpu'), of('api', 'cpu'))} |\n`,
  );
}

async function answer(url, body) {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  return response.json();
}

async function load(url, body) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: HEADERS,
    body,
    connections: CONNECTIONS,
    amount: REQUESTS,
    // How often it looks whether all are answered, in milliseconds: each second by itself, which is as long as a round.
    sampleInt: 10,
    timeout: 60,
  });
  assert.equal(result.non2xx + result.errors, 0, `${url} answered with errors.`);
  const { duration, latency } = result;
  return { perSecond: REQUESTS / duration, p50: latency.p50, p99: latency.p99 };
}

/** A hundred of each thing, as the owner of the tables. */
export async function fill(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // What it refuses is told, not the end of its server that follows.
  client.on('error', () => undefined);
  await client.query(`
    WITH chosen AS (
      SELECT i, gen_random_uuid() AS organisation_id, gen_random_uuid() AS person_id, gen_random_uuid() AS member_id,
             CASE WHEN i % 2 = 0 THEN 'GOVERNMENT' ELSE 'CIVIL_SOCIETY' END AS college
      FROM generate_series(1, ${THINGS}) AS i
    ), organisations AS (
      INSERT INTO organisation (id, college, registered_on) SELECT organisation_id, college, '2024-03-01' FROM chosen
    ), names AS (
      INSERT INTO organisation_name (id, organisation_id, from_on, name_fr, name_en)
      SELECT gen_random_uuid(), organisation_id, '2024-03-01',
             'Association pour la participation n° ' || i, 'Association for participation no. ' || i FROM chosen
    ), people AS (
      INSERT INTO person (id, name, email, language, created_at)
      SELECT person_id, 'Membre numéro ' || i, 'member' || i || '@example.org', 'fr', '2024-03-01' FROM chosen
    ), members AS (
      INSERT INTO member (id, number, person_id, college, route, from_on)
      SELECT member_id, i, person_id, college, CASE college WHEN 'GOVERNMENT' THEN 'CONVENED' ELSE 'CALL' END,
             '2024-04-01' FROM chosen
    ), affiliations AS (
      INSERT INTO member_affiliation (id, member_id, organisation_id, from_on)
      SELECT gen_random_uuid(), member_id, organisation_id, '2024-04-01' FROM chosen
    ), planned AS (
      SELECT i, person_id, gen_random_uuid() AS meeting_id, '2024-06-03T12:00Z'::timestamptz + i * interval '1 week' AS at
      FROM chosen
    ), meetings AS (
      INSERT INTO meeting (id, body, number, starts_at, place, state, planned_by_id, planned_at, opened_at, closed_at)
      SELECT meeting_id, 'PLENARY', i, at, 'Hôtel de la participation, salle ' || i, 'HELD', person_id,
             at - interval '60 days', at, at + interval '3 hours' FROM planned
    ), agendas AS (
      INSERT INTO agenda (meeting_id, version, drafted_by_id, drafted_at)
      SELECT meeting_id, 1, person_id, at - interval '40 days' FROM planned
    ), items AS (
      INSERT INTO agenda_item (meeting_id, version, position, item_id, kind, title_fr, title_en, office, college,
                               presents_results)
      SELECT meeting_id, 1, n, gen_random_uuid(), CASE n WHEN 1 THEN 'ELECTION' ELSE 'DISCUSSION' END,
             'Point numéro ' || n || ' de l’ordre du jour', 'Item number ' || n || ' of the agenda',
             CASE n WHEN 1 THEN 'CO_CHAIR' END, CASE n WHEN 1 THEN 'GOVERNMENT' END, false
      FROM planned, generate_series(1, ${ITEMS}) AS n
    )
    INSERT INTO convocation (meeting_id, number, sent_at, sent_by_id, agenda_version, ground, starts_at, notice_days,
                             quorum_required)
    SELECT meeting_id, 1, at - interval '30 days', person_id, 1, 'TWO_KEYS', at, 30, true FROM planned`);
  await client.query('ANALYZE');
  await client.end();
}
