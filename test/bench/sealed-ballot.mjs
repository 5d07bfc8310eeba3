// Sealed ballots: milliseconds to prove and to verify a ballot, and a whole archive verified by us and by belenios-tool
// in one run, as ratios. Run after `npm run build`: node test/bench/sealed-ballot.mjs [ballots, 3000 by default]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const [ours, report] = await timed(() =>
    room.verifyArchive(bytes, { sideFile, standard: 'ours', groups, countBox: native.countBoxInThreads() }),
  );
  if (!report.valid) throw new Error(`The archive does not verify: ${JSON.stringify(report.failures)}`);
  const folder = mkdtempSync(join(tmpdir(), 'sealed-bench-'));
  try {
    writeFileSync(join(folder, `${election.uuid}.bel`), bytes);
    const [theirs, run] = await timed(() =>
      spawnSync('belenios-tool', ['election', 'verify', '--dir', folder], { encoding: 'utf8' }),
    );
    const accepted = run.status === 0;
    return {
      ballots,
      megabytes: rounded(bytes.length / 1e6),
      oursSeconds: rounded(ours / 1000),
      toolSeconds: accepted ? rounded(theirs / 1000) : null,
      toolOverOurs: accepted ? rounded(theirs / ours) : null,
      ...(accepted ? {} : { tool: run.error ? 'not installed' : run.stderr.trim().split('\n').at(-1) }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The figures of the bench, for a table or for `npm run bench`. */
export async function sealedBallotBench(ballots = 3000) {
  const perBallots = {};
  for (const name of room.GROUP_NAMES)
    for (const label of Object.keys(QUESTIONS))
      perBallots[`${name}, ${label}`] = {
        portable: await perBallot(name, label, room.portableGroups, 5),
        native: await perBallot(name, label, native.nativeGroups, 20),
      };
  const archives = {};
  for (const name of room.GROUP_NAMES) archives[name] = await wholeArchive(name, ballots);
  return { processors: availableParallelism(), perBallot: perBallots, archives };
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  console.log(JSON.stringify(await sealedBallotBench(Number(process.argv[2] ?? 3000)), null, 2));
