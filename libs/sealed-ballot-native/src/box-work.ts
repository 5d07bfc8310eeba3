import {
  ArchiveWriter,
  checkBallot,
  CheckFailed,
  type CheckName,
  type Election,
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
