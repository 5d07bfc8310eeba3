// Ballots cast in the open poll of the demonstration: end to end over HTTP, and bare: their proofs verified in as many
// threads, then each inserted in a table of the same form.
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { urlOfRunningPostgres } from '../../dist/libs/embedded-postgres/src/index.js';
import {
  ballotFrom,
  fingerprintOf,
  openElection,
  sealBallot,
} from '../../dist/libs/sealed-ballot/src/index.js';
import { BoxWorkers, nativeGroups } from '../../dist/libs/sealed-ballot-native/src/index.js';
import { ended, HEMICYCLE, median, ratioOf, residentMegabytes, serve } from './servers.mjs';

const ROUNDS = 5;
const BALLOTS = 60;
const TOGETHER = 8;

/** Measures the casts in the demonstration of a data folder, made when it is missing, and prints them as tables. */
export async function castsBench(folder) {
  const settings = { HEMICYCLE_DATA: folder, REQUESTS_PER_MINUTE: '100000000', LOG_LEVEL: 'error' };
  const api = await serve(HEMICYCLE, ['start'], settings, '/health/ready');
  const database = new pg.Pool({ connectionString: await urlOfRunningPostgres(folder, 'forum'), max: 10 });
  const workers = new BoxWorkers();
  try {
    const poll = await openPoll(database);
    const voters = await signedIn(database, poll, api.url);
    const before = residentMegabytes(api.child);
    const ballots = sealed(poll, voters, (ROUNDS + 1) * BALLOTS);
    const bare = async ({ raw, credential, tracker }) => {
      const verified = { election: poll.electionFile, credential, ballot: raw };
      assert.equal(await workers.judgeBallot(verified), null);
      await database.query(
        'INSERT INTO bare_ballot (round_id, tracker, credential, number, ballot) VALUES ($1, $2, $3, 1, $4)',
        [poll.roundId, tracker, randomUUID(), raw],
      );
    };
    await database.query('CREATE TABLE bare_ballot (LIKE sealed_ballot INCLUDING ALL)');
    const measures = { api: [], bare: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const batch = ballots.slice(round * BALLOTS, (round + 1) * BALLOTS);
      const ours = await perSecond(batch, (ballot) => cast(api.url, poll, ballot));
      const theirs = await perSecond(batch, bare);
      // The first round of each only warms it up.
      if (round === 0) continue;
      measures.api.push(ours);
      measures.bare.push(theirs);
    }
    console.log(
      `Casting ${BALLOTS} sealed ballots of ${voters.length} voters who vote again, ${TOGETHER} at a time, median of ${ROUNDS} alternating rounds:\n`,
    );
    console.log('| | ballots/s |');
    console.log('| --- | ---: |');
    console.log(`| Hemicycle, \`castBallot\` over HTTP | ${median(measures.api).toFixed(1)} |`);
    console.log(`| bare verification in threads + one \`INSERT\` | ${median(measures.bare).toFixed(1)} |`);
    console.log(`| ratio (lowest – highest round) | ${ratioOf(measures.api, measures.bare)} |\n`);
    console.log('| memory of the API’s process and its threads (RSS) | MB |');
    console.log('| --- | ---: |');
    console.log(`| before the first ballot | ${before} |`);
    console.log(`| after ${ballots.length} ballots | ${residentMegabytes(api.child)} |\n`);
  } finally {
    await workers.close();
    await database.end();
  }
  await ended(api.child);
}

async function openPoll(database) {
  const { rows } = await database.query(
    `SELECT e.id AS "electionId", p.round_id AS "roundId", p.election_file AS "electionFile"
     FROM election e JOIN election_round r ON r.election_id = e.id JOIN sealed_poll p ON p.round_id = r.id
     WHERE e.state = 'VOTING' ORDER BY r.number DESC LIMIT 1`,
  );
  return rows[0];
}

/** Everybody who holds a vote, with a session just opened and the credential that the server gives her. */
async function signedIn(database, { electionId, roundId }, url) {
  const { rows } = await database.query(
    'SELECT person_id AS "personId" FROM vote_holder WHERE round_id = $1',
    [roundId],
  );
  const voters = [];
  for (const { personId } of rows) {
    const token = randomBytes(32).toString('base64url');
    await database.query(
      `INSERT INTO session (id, token_hash, person_id, created_at, expires_at)
       VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
      [randomUUID(), createHash('sha256').update(token).digest('hex'), personId],
    );
    const query = 'query ($electionId: ID!) { votingCredential(electionId: $electionId) }';
    const { votingCredential } = await ask(url, token, query, { electionId });
    voters.push({ token, votingCredential });
  }
  return voters;
}

function sealed({ electionFile }, voters, count) {
  const election = openElection(electionFile, nativeGroups);
  return Array.from({ length: count }, (_, turn) => {
    const { token, votingCredential } = voters[turn % voters.length];
    const { raw } = sealBallot(election, votingCredential, [turn % 3 === 0 ? 'blank' : [0]]);
    return { token, raw, tracker: fingerprintOf(raw), credential: ballotFrom(raw).credential };
  });
}

async function cast(url, { electionId }, { token, raw }) {
  const mutation = `mutation ($input: CastBallotInput!) { castBallot(input: $input) {
    __typename ... on BallotReceipt { tracker replacedTracker } } }`;
  const { castBallot } = await ask(url, token, mutation, { input: { electionId, ballot: raw } });
  assert.equal(castBallot.__typename, 'BallotReceipt');
}

async function ask(url, token, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

async function perSecond(ballots, act) {
  const waiting = [...ballots];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (let ballot = waiting.pop(); ballot !== undefined; ballot = waiting.pop()) await act(ballot);
    }),
  );
  return (1000 * ballots.length) / (performance.now() - startedAt);
}
