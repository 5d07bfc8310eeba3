import {
  ArchiveWriter,
  ballotFrom,
  checkBallot,
  CheckFailed,
  type CheckName,
  countPart,
  type Election,
  fingerprintOf,
  openCredentials,
  openElection,
  sha256Hex,
  sumBox,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from './native-groups.js';

/** A ballot on its way to a box. */
export interface BallotCast {
  /** The election's file. */
  readonly election: string;
  /** The entry of the list of credentials that the ballot names; the caller looked it up. */
  readonly credential: string;
  readonly ballot: string;
}

/** What is wrong with a ballot: the first check that fails, and where. Null: nothing. */
export type BallotFault = { readonly check: CheckName; readonly place: string } | null;

/** A ballot as a box keeps it. */
export interface KeptBallot {
  /** Under which fingerprint. */
  readonly tracker: string;
  /** Under the fingerprint of which public credential. */
  readonly credential: string;
  readonly ballot: string;
}

/** Ballots of a box that is open still. */
export interface OpenBoxPart {
  /** The election's file. */
  readonly election: string;
  /** Of the list of public credentials, the entries that these ballots name: see {@link listOf}. */
  readonly credentials: string;
  readonly ballots: readonly KeptBallot[];
}

/** What a round's box is made of. */
export interface BoxContent {
  /** Unix seconds, the one time of the archive. */
  readonly timestamp: number;
  readonly election: string;
  readonly trustees: string;
  readonly credentials: string;
  /** Those that count, in the order of the archive. */
  readonly ballots: readonly string[];
}

/** A box as it was closed. */
export interface ClosedBox {
  /** The archive up to its encrypted tally. */
  readonly archive: Uint8Array;
  /** SHA-256 of it, in hexadecimal. */
  readonly digest: string;
  /** The encrypted tally's file. */
  readonly tally: string;
}

/** What opens a box. */
export interface Opening {
  /** {@link ClosedBox.archive} */
  readonly archive: Uint8Array;
  /** In the order of the trustees' numbers. */
  readonly decryptions: readonly { readonly owner: number; readonly raw: string }[];
  /** The result's file. */
  readonly result: string;
}

/** Elections whose tables of powers are kept, the latest ones: making them costs as much as checking several ballots. */
const KEPT = 8;
const known = new Map<string, Election>();

function electionOf(file: string): Election {
  const election = known.get(file) ?? openElection(file, nativeGroups);
  known.delete(file);
  known.set(file, election);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  return election;
}

/** Checks everything about a ballot. */
export function judgeBallot({ election: file, credential, ballot }: BallotCast): BallotFault {
  try {
    const election = electionOf(file);
    checkBallot(election, openCredentials(election.group, JSON.stringify([credential])), ballot);
    return null;
  } catch (error) {
    if (error instanceof CheckFailed) return { check: error.check, place: error.place };
    throw error;
  }
}

/** The public credential that a ballot names; null: it cannot be read. */
export function credentialOf(ballot: string): string | null {
  try {
    return ballotFrom(ballot).credential;
  } catch (error) {
    if (error instanceof CheckFailed) return null;
    throw error;
  }
}

/** How many of these ballots are not what they are kept as, or fail any check. */
export function ballotsAtFault({ election, credentials, ballots }: OpenBoxPart): number {
  const named = ballots.map(({ ballot }) => credentialOf(ballot) ?? '');
  try {
    const { failures } = countPart(electionOf(election), {
      credentials,
      ballots: ballots.map(({ ballot: raw }, index) => ({
        raw,
        credential: named[index] ?? '',
        counts: false,
      })),
    });
    const atFault = new Set(failures.map(({ ballot }) => ballot));
    for (const [index, { tracker, credential, ballot }] of ballots.entries()) {
      const asKept = tracker === fingerprintOf(ballot) && credential === fingerprintOf(named[index] ?? '');
      if (!asKept) atFault.add(index);
    }
    return atFault.size;
  } catch (error) {
    // The election's file or an entry of the list cannot be read: no ballot of the part holds against it.
    if (error instanceof CheckFailed) return ballots.length;
    throw error;
  }
}

/** Writes the archive of a poll that closes, and the sum of its ballots, which were checked when they were cast. */
export function closeBox({ timestamp, election, trustees, credentials, ballots }: BoxContent): ClosedBox {
  const writer = new ArchiveWriter(timestamp);
  writer.setup(election, trustees, credentials);
  for (const ballot of ballots) writer.ballot(ballot);
  writer.endBallots();
  const tally = sumBox(electionOf(election), ballots);
  writer.encryptedTally(tally, ballots.length);
  const archive = writer.bytes();
  return { archive, digest: sha256Hex(archive), tally };
}

/** Writes the archive of a poll that is counted: that of the closed box, then the trustees' parts and the result. */
export function endArchive({ archive, decryptions, result }: Opening): Uint8Array {
  const writer = ArchiveWriter.after(archive);
  for (const { owner, raw } of decryptions) writer.partialDecryption(owner, raw);
  writer.result(result);
  return writer.bytes();
}
