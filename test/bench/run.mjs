/**
 * Measures, and asserts nothing: machines differ, so what counts is the ratio between two endpoints in one run. Both
 * servers are processes of their own on one embedded PostgreSQL, and their rounds alternate, so that whatever else the
 * machine does falls on both. `npm run bench` measures all; `npm run bench -- lists` only what is named.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import { castsBench } from './casts.mjs';
import { digestsBench } from './digests.mjs';
import { listsBench } from './lists.mjs';
import { sealedBallotBench } from './sealed-ballot.mjs';
import { endAll, ended, HEMICYCLE, median, serve } from './servers.mjs';

const folder = await mkdtemp(join(tmpdir(), 'hemicycle-bench-'));
const demonstration = join(folder, 'start');
let postgres;

const MEASURES = {
  start: measureStart,
  lists: async () => {
    postgres = await startEmbeddedPostgres({ folder: join(folder, 'lists'), database: 'forum' });
    await listsBench(postgres);
  },
  casts: () => castsBench(demonstration),
  digests: () => digestsBench(folder),
  sealed: () => sealedBallotBench(),
};

try {
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : Object.keys(MEASURES)) await MEASURES[name]();
} finally {
  await endAll();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** From the command to the first answer of /health/ready, on an empty folder and then on the same one. */
async function measureStart() {
  const times = [];
  for (let run = 0; run < 4; run += 1) {
    const startedAt = performance.now();
    const settings = { HEMICYCLE_DATA: demonstration, LOG_LEVEL: 'error' };
    const { child } = await serve(HEMICYCLE, ['start'], settings, '/health/ready');
    times.push((performance.now() - startedAt) / 1000);
    await ended(child);
  }
  const [cold, ...warm] = times;
  console.log('| start of `hemicycle start`, embedded PostgreSQL, until ready | seconds |');
  console.log('| --- | ---: |');
  console.log(`| empty folder: data folder, migrations, demonstration forum | ${cold.toFixed(1)} |`);
  console.log(`| again on the same folder (median of ${warm.length}) | ${median(warm).toFixed(1)} |\n`);
}
