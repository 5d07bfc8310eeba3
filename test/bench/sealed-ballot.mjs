// Sealed ballots: milliseconds to prove and to verify a ballot, here and in a browser, the size of the voter's code, and a
// whole archive verified by us and by belenios-tool in one run, as a ratio. Run after `npm run build`: node test/bench/sealed-ballot.mjs [ballots, 3000 by default]
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { votersCodeBench } from './voters-code.mjs';

const room = await import('../../dist/libs/sealed-ballot/src/index.js');
const native = await import('../../dist/libs/sealed-ballot-native/src/index.js');

const QUESTIONS = {
  '1 of 3': room.oneOf('Q', ['A', 'B', 'C'], false),
  '1 of 3, blank': room.oneOf('Q', ['A', 'B', 'C'], true),
  '1 to 4 of 8, blank': room.fewOf('Q', [...'ABCDEFGH'], 1, 4, true),
};

/** Milliseconds that `act` takes, and what it gives. */
async function timed(act) {
  const start = performance.now();
  const value = await act();
  return [performance.now() - start, value];
}

const rounded = (number) => Number(number.toPrecision(3));

function anElection(group, question) {
  const key = room.newTrusteeKey(group);
  const trustees = room.trusteesFile([['Single', key.publicKey]]);
  const file = room.electionFile({
    version: 1,
    description: '',
    name: 'Bench',
    group: group.name,
    public_key: key.publicKey.public_key,
    questions: [question],
    uuid: room.newElectionUuid(),
  });
  return { file, trustees, key };
}

async function perBallot(name, label, groups, count) {
  const group = groups(name);
  const { file } = anElection(group, QUESTIONS[label]);
  const election = room.openElection(file, groups);
  const credential = room.newCredential();
  const listed = room.openCredentials(
    group,
    room.credentialsFile([room.publicCredential(group, election.uuid, credential)]),
  );
  const seal = () => room.sealBallot(election, credential, [[1]]);
  const { raw } = seal(); // prepares the tables
  room.checkBallot(election, listed, raw);
  const [proving] = await timed(() => Array.from({ length: count }, seal));
  const [verifying] = await timed(() => {
    for (let index = 0; index < count; index += 1) room.checkBallot(election, listed, raw);
  });
  return { proveMs: rounded(proving / count), verifyMs: rounded(verifying / count), bytes: raw.length };
}

async function wholeArchive(name, ballots) {
  const groups = native.nativeGroups;
  const group = groups(name);
  const { file, trustees: trusteesFile, key } = anElection(group, QUESTIONS['1 of 3']);
  const election = room.openElection(file, groups);
  const trustees = room.openTrustees(group, trusteesFile);
  const credentials = Array.from({ length: ballots }, () => room.newCredential());
  const credentialsFile = room.credentialsFile(
    credentials.map((credential) => room.publicCredential(group, election.uuid, credential)),
  );
  const listed = room.openCredentials(group, credentialsFile);
  const writer = new room.ArchiveWriter(1_706_745_600);
  writer.setup(file, trusteesFile, credentialsFile);
  const sealed = credentials.map((secret, index) => {
    const { raw } = room.sealBallot(election, secret, [[index % 3]]);
    return { raw, credential: JSON.parse(raw).credential, counts: true };
  });
  for (const { raw } of sealed) writer.ballot(raw);
  writer.endBallots();
  const count = await native.countBoxInThreads()({ election, credentials: listed }, sealed);
  const tallyFile = JSON.stringify(count.tally);
  const tally = room.openTally(election, tallyFile);
  writer.encryptedTally(tallyFile, ballots);
  const box = writer.digest();
  const [trustee] = trustees.all;
  const secret = room.privateKeyFrom(group, key.privateKey);
  const opened = room.decryptTally(election, tally, trustee, box, secret);
  writer.partialDecryption(1, opened.raw);
  const checked = room.checkDecryption(election, tally, trustee, opened.raw);
  writer.result(room.resultFile(room.openResult(election, trustees, tally, [checked], BigInt(ballots))));
  const sideFile = room.sideFile(election.fingerprint, box, [
    { owner: 1, payload: room.sha256Hex(opened.raw), proofs: opened.boundProofs },
  ]);
  const bytes = writer.bytes();
  const before = process.cpuUsage();
  const [milliseconds, report] = await timed(() =>
    room.verifyArchive(bytes, { sideFile, standard: 'ours', groups, countBox: native.countBoxInThreads() }),
  );
  const { user, system } = process.cpuUsage(before);
  assert.ok(report.valid, JSON.stringify(report.failures));
  const ours = { seconds: rounded(milliseconds / 1000), cpu: rounded((user + system) / 1e6) };
  return { megabytes: rounded(bytes.length / 1e6), ours, ...thirdParty(bytes) };
}

/** Seconds and CPU seconds of the third-party tool on an archive, or why there are none. */
function thirdParty(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'sealed-bench-'));
  try {
    writeFileSync(join(folder, 'abcdefghijkmno.bel'), bytes);
    const start = performance.now();
    const { status, error, stderr } = spawnSync(
      'bash',
      ['-c', 'belenios-tool election verify --dir "$1"; status=$?; times >&2; exit $status', 'bash', folder],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (error || status === 127) return { theirs: null, why: 'not installed' };
    if (status !== 0) return { theirs: null, why: 'version 2.0 does not read this group' };
    const [last] = stderr.trim().split('\n').slice(-1);
    const cpu = [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + 60 * m + Number(s), 0);
    return { theirs: { seconds: rounded(seconds), cpu: rounded(cpu) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Measures all and prints it as tables. */
export async function sealedBallotBench(ballots = 3000) {
  const groups = { 'pure JavaScript': room.portableGroups, native: native.nativeGroups };
  console.log('Sealed ballots, milliseconds a ballot on one core, one question:\n');
  console.log('| group | question | computing | to prove | to verify | bytes |');
  console.log('| --- | --- | --- | ---: | ---: | ---: |');
  for (const name of room.GROUP_NAMES)
    for (const label of Object.keys(QUESTIONS))
      for (const [how, found] of Object.entries(groups)) {
        const { proveMs, verifyMs, bytes } = await perBallot(name, label, found, how === 'native' ? 20 : 5);
        console.log(`| ${name} | ${label} | ${how} | ${proveMs} | ${verifyMs} | ${bytes} |`);
      }

  const voter = await votersCodeBench(QUESTIONS);
  const kilobytes = (size) => (size / 1000).toFixed(1);
  console.log(
    `\nThe voter’s code: ${kilobytes(voter.size.minified)} kB minified, ${kilobytes(voter.size.gzipped)} kB compressed.\n`,
  );
  if (voter.browser !== null) {
    console.log(`| ${voter.browser} | question | first ballot, ms | next ones (median), ms |`);
    console.log('| --- | --- | ---: | ---: |');
    for (const { name, label, firstMs, nextMs } of voter.times)
      console.log(`| ${name} | ${label} | ${rounded(firstMs)} | ${rounded(nextMs)} |`);
  }

  console.log(
    `\nA whole archive of ${ballots} ballots, 1 of 3, verified by us on ${availableParallelism()} cores and by \`belenios-tool\` (which uses one), one after the other:\n`,
  );
  console.log('| group | MB | ours, s | tool, s | tool ÷ ours | ours, CPU s | tool, CPU s |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const name of room.GROUP_NAMES) {
    const { megabytes, ours, theirs, why } = await wholeArchive(name, ballots);
    const ratio = theirs && (theirs.seconds / ours.seconds).toFixed(2);
    console.log(
      `| ${name} | ${megabytes} | ${ours.seconds} | ${theirs?.seconds ?? why} | ${ratio ?? '–'} | ${ours.cpu} | ${theirs?.cpu ?? '–'} |`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await sealedBallotBench(Number(process.argv[2] ?? 3000));
