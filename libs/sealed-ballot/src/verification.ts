import { type ElectionArchive, readArchive } from './archive.js';
import { ballotFrom } from './ballot.js';
import { type BoxCount, type BoxedBallot, countBox } from './box.js';
import { CheckFailed, type CheckName, demand, inside } from './checks.js';
import { credentialsAreSorted, openCredentials, type PublicCredentials } from './credential.js';
import { type CheckedDecryption, checkBoundProofs, checkDecryption, ownerOf } from './decryption.js';
import { type Election, openElection } from './election.js';
import { type Groups, portableGroups } from './groups.js';
import { fingerprintOf } from './hash.js';
import { textOf } from './json.js';
import { checkResult, countsOf, type QuestionCount, type Result, resultFrom } from './result.js';
import { sideFileFrom } from './side-file.js';
import { type EncryptedTally, lastBallots, openTally, smallOrText } from './tally.js';
import {
  checkElectionKey,
  checkTrustees,
  type Trustees,
  type TrusteesData,
  trusteesFrom,
} from './trustees.js';

/** Counts a box, whole or by parts, here or in other threads. */
export type CountBox = (
  files: { readonly election: Election; readonly credentials: PublicCredentials },
  ballots: readonly BoxedBallot[],
) => Promise<BoxCount>;

export interface VerificationOptions {
  /** The side file, or null when there is none. */
  readonly sideFile: string | Uint8Array | null;
  /**
   * `ours`: what this product publishes, with the side file's bound proofs and sorted credentials. `belenios`: an
   * archive by another tool of the same protocol; what only ours has is then not checked, and the report says so.
   */
  readonly standard: 'ours' | 'belenios';
  /** The same archive as it was at an earlier moment, which it must begin with. */
  readonly earlier?: Uint8Array | null;
  /** Whether an archive that stops before its result is right so far. */
  readonly unfinished?: boolean;
  /** The groups to compute in: a server gives its faster ones. */
  readonly groups?: Groups;
  /** How to count the box: a server spreads it over its processors. */
  readonly countBox?: CountBox;
}

/** A check that failed, and where. */
export interface Failure {
  readonly check: CheckName;
  readonly place: string;
}

export interface Report {
  /** True when nothing failed and everything asked for was reached. */
  readonly valid: boolean;
  /** Checks that were made and passed, in the order made. */
  readonly passed: readonly CheckName[];
  readonly failures: readonly Failure[];
  /** Checks that an earlier failure, or the standard asked for, left unmade. */
  readonly unmade: readonly CheckName[];
  /** What the archive says, as far as it could be read. */
  readonly election: { readonly name: string; readonly uuid: string; readonly fingerprint: string } | null;
  readonly group: string | null;
  readonly credentials: number;
  /** Ballots in the box, replaced ones included, and those that count. */
  readonly ballots: number;
  readonly counted: number;
  /** Trackers of the ballots that count, sorted, and of those replaced. */
  readonly trackers: readonly string[];
  readonly replaced: readonly string[];
  readonly trustees: number;
  readonly decryptions: number;
  /** The result that the checks confirm, in the questions' words; null unless they reach it. */
  readonly counts: readonly QuestionCount[] | null;
}

/** What became of the ballot of this tracker; `absent` when no ballot that could be read has it. */
export function ballotOf(report: Report, tracker: string): 'counted' | 'replaced' | 'absent' {
  if (report.trackers.includes(tracker)) return 'counted';
  return report.replaced.includes(tracker) ? 'replaced' : 'absent';
}

/** Checks of form, made on every object. */
const FORM: readonly CheckName[] = [
  'json-well-formed',
  'json-shape',
  'json-canonical',
  'scalar-in-range',
  'element-in-group',
];

/**
 * Checks a whole election from its archive and side file (3.5): form, election, credentials, trustees, every ballot, the
 * tally, every partial decryption, the result. Never throws on a bad archive: it goes on as far as it can and says all
 * that failed.
 */
export async function verifyArchive(bytes: Uint8Array, options: VerificationOptions): Promise<Report> {
  const { standard, groups = portableGroups, unfinished = false, earlier = null } = options;
  const ours = standard === 'ours';
  const book = new CheckBook();
  const counting: CountBox =
    options.countBox ??
    (({ election, credentials }, ballots) => Promise.resolve(countBox(election, credentials, ballots)));

  const archive = book.make(
    ['archive-tar', 'archive-names', 'archive-chain', 'archive-order'],
    'archive',
    () => readArchive(bytes),
  );
  if (earlier !== null)
    book.make(['archive-grew'], 'archive', () => {
      demand(earlier.length > 0 && earlier.every((byte, index) => bytes[index] === byte), 'archive-grew', '');
      return true;
    });
  const election = book.make(
    ['election-version', 'election-uuid', 'group-known', 'question-countable'],
    'election',
    () => archive && openElection(archive.election, groups),
  );
  const credentials = book.make(
    ['credentials-distinct', 'credential-weight'],
    'credentials',
    () => archive && election && openCredentials(election.group, archive.credentials),
  );
  if (ours)
    book.make(['credentials-sorted'], 'credentials', () => {
      if (archive === null || credentials === null) return null;
      demand(credentialsAreSorted(archive.credentials), 'credentials-sorted', '');
      return true;
    });
  const holders = book.make([], 'trustees', () => archive && trusteesFrom(archive.trustees));
  const keyChecks: CheckName[] = ['key-proof', ...thresholdChecks(holders ?? []), 'election-key'];
  const trustees = book.make(keyChecks, 'trustees', () => {
    if (election === null || holders === null) return null;
    const checked = checkTrustees(election.group, holders);
    checkElectionKey(election, checked);
    return checked;
  });
  const box = archive && election && credentials && (await openBox(archive, election, credentials, counting));
  book.makeAll(
    [
      'ballot-election',
      'credential-listed',
      'ballot-shape',
      'ballot-hash',
      'ballot-signature',
      'individual-proof',
      'overall-proof',
      ...(election?.questions.some(({ blank }) => blank === true) === true ? (['blank-proof'] as const) : []),
    ],
    box && box.failures,
  );
  const tally = book.make(['tally-sum', 'tally-size'], 'tally', () =>
    archive && election && box && box.failures.length === 0 ? checkTally(archive, election, box) : null,
  );
  const opening =
    archive?.tally && election && trustees && tally && checkDecryptions(archive, election, trustees, tally);
  book.makeAll(['decryption-owner', 'decryption-shape', 'decryption-proof'], opening && opening.failures);
  if (ours)
    book.make(['side-file', 'bound-proof'], 'side-file', () => {
      if (!archive || !election || !tally || !opening || opening.failures.length > 0) return null;
      // Between the closing and the first partial decryption there is nothing to prove yet.
      if (unfinished && options.sideFile === null && archive.decryptions.length === 0) return null;
      checkSideFile(archive, election, tally, opening.checked, options.sideFile);
      return true;
    });
  else book.leave(['credentials-sorted', 'side-file', 'bound-proof']);
  if (!unfinished)
    book.make(['archive-complete'], 'archive', () => {
      if (archive === null) return null;
      demand(archive.result !== null, 'archive-complete', '');
      return true;
    });
  const result = book.make(['shares-enough', 'result-right'], 'result', () =>
    archive && election && trustees && tally && opening && opening.failures.length === 0 && box
      ? checkedResult(archive, election, trustees, tally, opening.checked, box)
      : null,
  );
  const notFailed = FORM.filter((name) => book.failures.every(({ check }) => check !== name));
  book.make(notFailed, '', () => (book.failures.length === 0 ? true : null));

  const { passed, failures, unmade } = book;
  return {
    valid: failures.length === 0,
    passed,
    failures,
    unmade,
    election: election && { name: election.name, uuid: election.uuid, fingerprint: election.fingerprint },
    group: election?.group.name ?? null,
    credentials: credentials?.size ?? 0,
    ballots: archive?.ballots.length ?? 0,
    counted: box?.counted.length ?? 0,
    trackers: (box?.counted ?? []).map(fingerprintOf).toSorted(),
    replaced: (box?.replaced ?? []).map(fingerprintOf).toSorted(),
    trustees: trustees?.all.length ?? 0,
    decryptions: archive?.decryptions.length ?? 0,
    counts: election && result && failures.length === 0 ? countsOf(election.questions, result) : null,
  };
}

/** What was checked, in order; once something failed, what rests on it is left unmade. */
class CheckBook {
  readonly passed: CheckName[] = [];
  readonly failures: Failure[] = [];
  readonly unmade: CheckName[] = [];

  /** Makes checks; `act` gives null when it cannot: something that it rests on failed or is not there yet. */
  make<T>(checks: readonly CheckName[], place: string, act: () => T | null): T | null {
    try {
      const outcome = inside(place, act);
      if (outcome === null) this.leave(checks);
      else this.passed.push(...checks);
      return outcome;
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      this.makeAll(checks, [error]);
      return null;
    }
  }

  /** Records checks that were made on many things at once; null when they could not be. */
  makeAll(checks: readonly CheckName[], failures: readonly Failure[] | null | undefined): void {
    if (failures === null || failures === undefined) return this.leave(checks);
    if (failures.length === 0) this.passed.push(...checks);
    for (const { check, place } of failures) this.failures.push({ check, place });
    if (failures.length > 0)
      this.leave(checks.filter((name) => failures.every(({ check }) => check !== name)));
  }

  leave(checks: readonly CheckName[]): void {
    this.unmade.push(...checks);
  }
}

/** A threshold key has more to check than a single one. */
function thresholdChecks(trustees: TrusteesData): CheckName[] {
  const keys = trustees.flatMap((item) => (item[0] === 'Pedersen' ? [item[1]] : []));
  if (keys.length === 0) return [];
  return [
    'threshold-possible',
    'certificate-signed',
    'coefficients-signed',
    'verification-key',
    // Written by tools 3.x and by us, and then required.
    ...(keys.every(({ signatures }) => signatures !== undefined)
      ? (['certificate-context', 'setup-signed', 'verification-key-signed'] as const)
      : []),
  ];
}

interface OpenedBox {
  readonly counted: readonly string[];
  readonly replaced: readonly string[];
  readonly weight: bigint;
  readonly sum: BoxCount['tally'];
  readonly failures: readonly Failure[];
}

async function openBox(
  archive: ElectionArchive,
  election: Election,
  credentials: PublicCredentials,
  counting: CountBox,
): Promise<OpenedBox> {
  const failures: Failure[] = [];
  const readable: { raw: string; credential: string; position: number }[] = [];
  for (const [position, bytes] of archive.ballots.entries()) {
    try {
      const raw = inside(`ballots[${position}]`, () => textOf(bytes));
      const credential = inside(`ballots[${position}]`, () => ballotFrom(raw).credential);
      readable.push({ raw, credential, position });
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      failures.push(error);
    }
  }
  const last = new Set(lastBallots(readable));
  const boxed = readable.map((ballot) => ({
    raw: ballot.raw,
    credential: ballot.credential,
    counts: last.has(ballot),
  }));
  const count = await counting({ election, credentials }, boxed);
  for (const { ballot, check, place } of count.failures)
    failures.push(new CheckFailed(check, place).within(`ballots[${readable[ballot]?.position ?? ballot}]`));
  return {
    counted: boxed.filter(({ counts }) => counts).map(({ raw }) => raw),
    replaced: boxed.filter(({ counts }) => !counts).map(({ raw }) => raw),
    weight: [...last].reduce((sum, { credential }) => sum + (credentials.get(credential)?.weight ?? 0n), 0n),
    sum: count.tally,
    failures,
  };
}

/** @returns null when the tally is not there yet */
function checkTally(archive: ElectionArchive, election: Election, box: OpenedBox): EncryptedTally | null {
  if (archive.tally === null) return null;
  const { raw, ballots, totalWeight } = archive.tally;
  const tally = openTally(election, raw);
  demand(raw === JSON.stringify(box.sum), 'tally-sum', '');
  demand(ballots === box.counted.length, 'tally-size', 'num_tallied');
  demand(totalWeight === smallOrText(box.weight), 'tally-size', 'total_weight');
  return tally;
}

function checkDecryptions(
  archive: ElectionArchive,
  election: Election,
  trustees: Trustees,
  tally: EncryptedTally,
): { checked: CheckedDecryption[]; failures: Failure[] } {
  const checked: CheckedDecryption[] = [];
  const failures: Failure[] = [];
  for (const [index, { owner, raw }] of archive.decryptions.entries()) {
    try {
      inside(`decryptions[${index}]`, () => {
        const trustee = ownerOf(trustees.all, owner, '');
        const twice = checked.some((other) => other.trustee.owner === owner);
        demand(!twice, 'decryption-owner', 'owner');
        checked.push(checkDecryption(election, tally, trustee, raw));
      });
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      failures.push(error);
    }
  }
  return { checked, failures };
}

function checkSideFile(
  archive: ElectionArchive,
  election: Election,
  tally: EncryptedTally,
  checked: readonly CheckedDecryption[],
  file: string | Uint8Array | null,
): void {
  demand(file !== null, 'side-file', '');
  const { election_hash, box, decryptions } = sideFileFrom(file);
  demand(election_hash === election.fingerprint, 'side-file', 'election_hash');
  demand(box === archive.tally?.box, 'side-file', 'box');
  demand(decryptions.length === checked.length, 'side-file', 'decryptions');
  for (const [index, decryption] of checked.entries()) {
    const place = `decryptions[${index}]`;
    const bound = decryptions[index];
    demand(bound?.owner === archive.decryptions[index]?.owner, 'side-file', `${place}.owner`);
    demand(bound?.payload === archive.decryptions[index]?.payload, 'side-file', `${place}.payload`);
    inside(place, () => checkBoundProofs(election, tally, decryption, box, bound?.proofs ?? []));
  }
}

/** @returns null when the result is not there yet */
function checkedResult(
  archive: ElectionArchive,
  election: Election,
  trustees: Trustees,
  tally: EncryptedTally,
  decryptions: readonly CheckedDecryption[],
  box: OpenedBox,
): Result | null {
  if (archive.result === null) return null;
  const result = resultFrom(archive.result);
  checkResult(election, trustees, tally, decryptions, box.weight, result);
  return result;
}
