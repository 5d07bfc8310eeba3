/**
 * Measures, and asserts nothing: machines differ, so what counts is the ratio between two endpoints in one run. Both
 * servers are processes of their own on one embedded PostgreSQL, and their rounds alternate, so that whatever else the
 * machine does falls on both.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import { sealedBallotBench } from './sealed-ballot.mjs';

const HEMICYCLE = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const BARE = fileURLToPath(new URL('bare-endpoint.mjs', import.meta.url));
const ROUNDS = 5;
const SECONDS = 5;
const CONNECTIONS = 20;
const MEMBERS = 100;

const QUERY = `{ members(first: ${MEMBERS}) { nodes {
  id number person { id name } college organisation { id name college } route fromOn untilOn } } }`;
const BODY = JSON.stringify({ query: QUERY });
const HEADERS = { 'content-type': 'application/json', 'accept-language': 'fr' };

const folder = await mkdtemp(join(tmpdir(), 'hemicycle-bench-'));
const children = new Set();
let postgres;
try {
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  await measureStart();
  postgres = await startEmbeddedPostgres({ folder: join(folder, 'list'), database: 'forum' });
  await measureList(postgres.url);
  console.log();
  await sealedBallotBench();
} finally {
  for (const child of children) child.kill('SIGKILL');
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** From the command to the first answer of /health/ready, on an empty folder and then on the same one. */
async function measureStart() {
  const data = join(folder, 'start');
  const times = [];
  for (let run = 0; run < 4; run += 1) {
    const port = await freePort();
    const startedAt = performance.now();
    const child = launch(HEMICYCLE, ['start'], { HEMICYCLE_DATA: data, PORT: port, LOG_LEVEL: 'error' });
    await answers(child, `http://127.0.0.1:${port}/health/ready`);
    times.push((performance.now() - startedAt) / 1000);
    await ended(child);
  }
  const [cold, ...warm] = times;
  console.log('| start of `hemicycle start`, embedded PostgreSQL, until ready | seconds |');
  console.log('| --- | ---: |');
  console.log(`| empty folder: data folder, migrations, demonstration forum | ${cold.toFixed(1)} |`);
  console.log(`| again on the same folder (median of ${warm.length}) | ${median(warm).toFixed(1)} |\n`);
}

/** The list of 100 members with their organisations: the API and the bare endpoint, alternately. */
async function measureList(databaseUrl) {
  await ended(launch(HEMICYCLE, ['migrate'], { DATABASE_URL: databaseUrl }), null);
  await fill(databaseUrl);
  const api = await serve('Hemicycle', HEMICYCLE, ['start'], {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'https://forum.example.org',
    SECRET_KEY: randomUUID() + randomUUID(),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'forum@example.org',
    REQUESTS_PER_MINUTE: '100000000',
    LOG_LEVEL: 'error',
  });
  const bare = await serve('bare', BARE, [], { DATABASE_URL: databaseUrl });
  assert.deepEqual(await list(api), await list(bare), 'Both must give the same JSON.');
  const idle = residentMegabytes(api.child);

  const measures = { api: [], bare: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, server] of Object.entries({ api, bare })) {
      const measure = await load(server, round === 0 ? 3 : SECONDS);
      // The first round of each only warms it up.
      if (round > 0) measures[name].push(measure);
    }
  }
  const loaded = residentMegabytes(api.child);

  const of = (name, field) => median(measures[name].map((measure) => measure[field]));
  const ratios = measures.api.map((measure, round) => measure.perSecond / measures.bare[round].perSecond);
  const row = (label, name) =>
    `| ${label} | ${of(name, 'perSecond').toFixed(0)} | ${of(name, 'p50').toFixed(0)} | ${of(name, 'p99').toFixed(0)} |`;
  const kilobytes = Math.round(Buffer.byteLength(JSON.stringify(await list(api))) / 1000);
  console.log(
    `List of ${MEMBERS} members with organisations (${kilobytes} kB), ${CONNECTIONS} connections, median of ${ROUNDS} alternating rounds of ${SECONDS} s:\n`,
  );
  console.log('| endpoint | requests/s | p50 ms | p99 ms |');
  console.log('| --- | ---: | ---: | ---: |');
  console.log(row('Hemicycle, `members` over GraphQL', 'api'));
  console.log(row('bare `node:http` + `pg`, JSON built by PostgreSQL', 'bare'));
  console.log(
    `| **ratio** (lowest – highest round) | **${median(ratios).toFixed(2)}** (${Math.min(...ratios).toFixed(2)} – ${Math.max(...ratios).toFixed(2)}) | | |\n`,
  );
  console.log('| memory of the API’s process (RSS) | MB |');
  console.log('| --- | ---: |');
  console.log(`| idle, after the first request | ${idle} |`);
  console.log(`| after the load | ${loaded} |`);
  await ended(api.child);
  await ended(bare.child);
}

async function fill(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    WITH chosen AS (
      SELECT i, gen_random_uuid() AS organisation_id, gen_random_uuid() AS person_id, gen_random_uuid() AS member_id,
             CASE WHEN i % 2 = 0 THEN 'GOVERNMENT' ELSE 'CIVIL_SOCIETY' END AS college
      FROM generate_series(1, ${MEMBERS}) AS i
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
    )
    INSERT INTO member_affiliation (id, member_id, organisation_id, from_on)
    SELECT gen_random_uuid(), member_id, organisation_id, '2024-04-01' FROM chosen`);
  await client.query('ANALYZE');
  await client.end();
}

async function serve(name, file, args, environment) {
  const port = await freePort();
  const child = launch(file, args, { ...environment, PORT: port });
  const url = `http://127.0.0.1:${port}`;
  await answers(child, `${url}/health/live`);
  return { name, child, url: `${url}/graphql` };
}

async function list({ url }) {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body: BODY });
  return response.json();
}

async function load({ name, url }, duration) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: HEADERS,
    body: BODY,
    connections: CONNECTIONS,
    duration,
  });
  assert.equal(result.non2xx + result.errors, 0, `${name} answered with errors.`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function launch(file, args, environment) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends a server, or with null waits for a command that ends by itself. */
async function ended(child, signal = 'SIGTERM') {
  const exit = once(child, 'exit');
  if (signal !== null) child.kill(signal);
  const [code] = await exit;
  assert.equal(code, 0);
}

async function answers(child, url) {
  for (;;) {
    assert.ok(children.has(child), 'It ended before it answered.');
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(10);
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Linux only, like the figures of docs/bench.md. */
function residentMegabytes({ pid }) {
  const [, kilobytes = 'NaN'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
