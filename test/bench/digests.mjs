// The morning on which everybody gets the daily letter: gathered, composed and handed to a mail server on this machine
// by the whole product; and the same letters handed over bare, by as many connections, as nodemailer does it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { urlOfRunningPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import { cpuMilliseconds, ended, HEMICYCLE, residentMegabytes, serve } from './servers.mjs';

const PERSONS = 50_000;
const EACH = 3;
/** What one process of ours hands over at once. */
const TOGETHER = 4;
const BARE = 5_000;
const BETWEEN_LOOKS = 250;
/** Milliseconds without a letter after which something is wrong. */
const STILL = 60_000;
/** How many letters of the morning wait at once. */
const DIGESTS_A_PAGE = 200;
/** Megabytes of heap that the process is allowed, so that what V8 would leave lying on a large machine is not taken for need. */
const HEAP = 192;
/** Megabytes by which it may grow: the letters of one page, many times over. */
const MOST_MORE = 100;

/** Measures it in a demonstration of its own under `folder`, and prints tables. */
export async function digestsBench(folder) {
  const sink = await mailServer();
  const data = join(folder, 'digests');
  const settings = {
    HEMICYCLE_DATA: data,
    SMTP_URL: sink.url,
    LOG_LEVEL: 'error',
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  };
  const { child } = await serve(HEMICYCLE, ['start'], settings, '/health/ready');
  const database = new pg.Pool({ connectionString: await urlOfRunningPostgres(data, 'forum'), max: 2 });
  try {
    await emptied(database);
    await write(database);
    sink.letters = 0;
    const before = residentMegabytes(child);
    const seen = { waiting: 0, memory: 0 };
    const cpuBefore = cpuMilliseconds([child.pid]);
    const startedAt = performance.now();
    await database.query(
      `SELECT graphile_worker.add_job('gather-digests', json_build_object('on', now()::date::text))`,
    );
    let since = performance.now();
    for (let last = 0; sink.letters < PERSONS;) {
      await sleep(BETWEEN_LOOKS);
      if (sink.letters > last) since = performance.now();
      last = sink.letters;
      assert.ok(performance.now() - since < STILL, `No letter came for long, after ${last}.`);
      const { rows } = await database.query('SELECT count(*)::int AS waiting FROM graphile_worker.jobs');
      seen.waiting = Math.max(seen.waiting, rows[0].waiting);
      seen.memory = Math.max(seen.memory, residentMegabytes(child));
    }
    const ours = PERSONS / ((performance.now() - startedAt) / 1000);
    const cpu = (cpuMilliseconds([child.pid]) - cpuBefore) / PERSONS;
    await emptied(database);
    assert.equal(sink.letters, PERSONS);
    assert.ok(seen.waiting < 2 * DIGESTS_A_PAGE, `${seen.waiting} jobs waited at once.`);
    assert.ok(seen.memory - before < MOST_MORE, `The process grew by ${seen.memory - before} MB.`);
    assert.equal(sink.recipients.size, PERSONS);
    const bare = await barePerSecond(sink);

    console.log(
      `${PERSONS} daily letters, each of ${EACH} messages, by one process to a mail server on this machine; bare: ${BARE} letters of the same length by ${TOGETHER} connections:\n`,
    );
    console.log('| | letters/s |');
    console.log('| --- | ---: |');
    console.log(`| Hemicycle, gathered, composed, sent and written down | ${ours.toFixed(0)} |`);
    console.log(`| bare nodemailer | ${bare.toFixed(0)} |`);
    console.log(`| ratio | **${(ours / bare).toFixed(2)}** |`);
    console.log(`| milliseconds of CPU a letter, PostgreSQL apart | ${cpu.toFixed(1)} |\n`);
    console.log('| bounds | |');
    console.log('| --- | ---: |');
    console.log(`| most jobs waiting at once | ${seen.waiting} |`);
    console.log(`| memory of the process before, MB (RSS) | ${before} |`);
    console.log(`| heap that the process may keep, MB | ${HEAP} |`);
    console.log(`| most memory during the ${PERSONS} letters, MB (RSS) | ${seen.memory} |\n`);
  } finally {
    await database.end();
    await ended(child);
    await sink.close();
  }
}

/** Takes every letter, keeps none: only how many, how long the last one was, and to whom they were. */
async function mailServer() {
  const sink = { letters: 0, bytes: 0, recipients: new Set() };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData: (stream, { envelope }, done) => {
      let bytes = 0;
      stream.on('data', (part) => (bytes += part.length));
      stream.on('end', () => {
        // The demonstration writes to its own people meanwhile.
        const measured = envelope.rcptTo.filter(({ address }) => address.endsWith('.bench'));
        if (measured.length > 0) {
          sink.letters += 1;
          sink.bytes = bytes;
        }
        for (const { address } of measured) sink.recipients.add(address);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink.url = `smtp://127.0.0.1:${server.server.address().port}`;
  sink.close = () => new Promise((resolve) => server.close(resolve));
  return sink;
}

/** Waits until no job that is due is left. */
async function emptied(database) {
  for (;;) {
    const { rows } = await database.query(
      'SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE locked_at IS NOT NULL OR run_at <= now()) AS busy',
    );
    if (!rows[0].busy) return;
    await sleep(BETWEEN_LOOKS);
  }
}

/** As many persons, each with messages that wait for her daily letter. */
async function write(database) {
  const reminder = {
    rule: 'C3-PLENARIES',
    subjectFr: 'Séance plénière du second semestre',
    subjectEn: 'Plenary of the second half-year',
    whyFr: 'La séance plénière se réunit deux fois par an.',
    whyEn: 'The plenary meets twice a year.',
    dueOn: '2026-12-31',
    late: false,
  };
  await database.query(
    `WITH people AS (
       INSERT INTO person (id, name, email, language, created_at)
       SELECT id, 'Reader', id || '@readers.bench', 'fr', now()
       FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS made RETURNING id
     )
     INSERT INTO outgoing_mail (id, kind, person_id, parameters, enqueued_at, attempts, next_attempt_at, awaits_digest)
     SELECT gen_random_uuid(), 'reminder', people.id, $2::jsonb, now(), 0, now(), true
     FROM people, generate_series(1, $3)`,
    [PERSONS, JSON.stringify(reminder), EACH],
  );
}

/** Letters a second of that length, when nothing is gathered, composed or written down. */
async function barePerSecond({ url, bytes }) {
  const transport = createTransport({ url, pool: true, maxConnections: TOGETHER });
  // A plain text of that many bytes, in lines.
  const text = 'x'
    .repeat(75)
    .concat('\n')
    .repeat(Math.ceil(bytes / 76));
  let left = BARE;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      while (left > 0) {
        left -= 1;
        const to = `${randomUUID()}@readers.example`;
        await transport.sendMail({ from: 'forum@bench.example', to, subject: 'Letter', text });
      }
    }),
  );
  const perSecond = (1000 * BARE) / (performance.now() - startedAt);
  transport.close();
  return perSecond;
}
