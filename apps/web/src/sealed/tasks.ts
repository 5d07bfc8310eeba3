import type { Text } from '@hemicycle/kernel';
import {
  type BoxCount,
  certificate,
  CheckFailed,
  checkElectionKey,
  type Choice,
  combineShares,
  type CountBox,
  countBox,
  credentialsAreSorted,
  decryptTally,
  type Election,
  type EncryptedTally,
  fingerprintOf,
  groupName,
  multiplyTallies,
  newTrusteeSeed,
  openDecryptionKey,
  openElection,
  openTally,
  openTrustees,
  portableGroups,
  readArchive,
  type Report,
  reportInWords,
  sealBallot,
  shareInputFrom,
  shareOut,
  shareOutputFrom,
  signedMessagesFrom,
  type Trustee,
  verifyArchive,
} from '@hemicycle/sealed-ballot';

/*
 * What a device computes for its owner, apart from the page: nothing of it leaves the device unless a page sends it.
 */

/** Hears how many ballots are checked, of how many. */
export type Tell = (checked: number, of: number) => void;

/** A vote as it will be sent, and what identifies it and its election. */
export interface Sealed {
  readonly ballot: string;
  /** 43 characters: what the voter keeps. */
  readonly tracker: string;
  /** Of the election for which this device sealed it. */
  readonly fingerprint: string;
}

/**
 * Seals a ballot.
 * @param choices one a question, in the order of the election’s file
 * @throws CheckFailed credential-checksum for a credential mistyped; choice-allowed
 */
export function seal(input: {
  electionFile: string;
  credential: string;
  choices: readonly Choice[];
}): Sealed {
  const election = openElection(input.electionFile);
  const { raw, tracker } = sealBallot(election, input.credential, input.choices);
  return { ballot: raw, tracker, fingerprint: election.fingerprint };
}

/** A report of a verification, ready to be shown. */
export interface Verified {
  readonly valid: boolean;
  /** As `hemicycle verify` prints it. */
  readonly lines: readonly Text[];
  readonly counted: number;
  /** Of the ballots that count and of those replaced, sorted. */
  readonly trackers: readonly string[];
  readonly replaced: readonly string[];
  readonly uuid: string | null;
  readonly fingerprint: string | null;
}

/** Verifies an archive of this product, finished or not, as anybody may. */
export async function verify(
  input: { archive: Uint8Array; sideFile: Uint8Array | null; standard: 'ours' | 'belenios' },
  tell: Tell,
): Promise<Verified> {
  const { archive, sideFile, standard } = input;
  const report = await verifyArchive(archive, {
    sideFile,
    standard,
    unfinished: !isFinished(archive),
    countBox: countInParts(tell),
  });
  return shown(report);
}

/** An archive that carries a result is judged as a whole one. */
function isFinished(archive: Uint8Array): boolean {
  try {
    return readArchive(archive).result !== null;
  } catch (error) {
    if (error instanceof CheckFailed) return true;
    throw error;
  }
}

const shown = (report: Report): Verified => ({
  valid: report.valid,
  lines: reportInWords(report),
  counted: report.counted,
  trackers: report.trackers,
  replaced: report.replaced,
  uuid: report.election?.uuid ?? null,
  fingerprint: report.election?.fingerprint ?? null,
});

/** Few, so that who waits sees it advance. */
const PART = 5;

const countInParts =
  (tell: Tell): CountBox =>
  ({ election, credentials }, ballots) => {
    const failures: BoxCount['failures'][number][] = [];
    let tally = countBox(election, credentials, []).tally;
    for (let from = 0; from < ballots.length; from += PART) {
      tell(from, ballots.length);
      const part = countBox(election, credentials, ballots.slice(from, from + PART));
      // No tally is made of a box where a ballot failed.
      tally = tally && part.tally && multiplyTallies(election, tally, part.tally);
      failures.push(...part.failures.map((failure) => ({ ...failure, ballot: failure.ballot + from })));
    }
    tell(ballots.length, ballots.length);
    return Promise.resolve({ tally, failures });
  };

/** Who holds which share of the key: the same for every step. */
export interface Share {
  readonly group: string;
  /** How many trustees there are, and how many open the box. */
  readonly size: number;
  readonly threshold: number;
  /** Hers, from 1. */
  readonly index: number;
}

const groupOf = (name: string) => portableGroups(groupName(name, 'group'));

/** Fingerprints of texts, to be compared aloud. */
export const fingerprints = (texts: readonly string[]): string[] => texts.map(fingerprintOf);

/** A new seed of 22 characters: all that a trustee keeps. */
export const newSeed = (): string => newTrusteeSeed();

/** Her first step: the certificate of her keys. @throws CheckFailed threshold-possible */
export const makeCertificate = ({ seed, group, size, threshold, index }: Share & { seed: string }): string =>
  JSON.stringify(certificate(groupOf(group), seed, { group, size, threshold, index }));

/** What the steps after the first rest on. */
type Step = Share & {
  readonly seed: string;
  /** Of all, in order. */
  readonly certificates: readonly string[];
};

/**
 * Her second step: a share of her part for each trustee, sealed for that trustee.
 * @throws CheckFailed own-key when the seed is not that of her certificate; those of checkCertificates
 */
export async function makeShares(input: Step): Promise<string> {
  demandOwn(input);
  const { seed, group, threshold, certificates } = input;
  return JSON.stringify(await shareOut(groupOf(group), seed, certificatesFrom(certificates), threshold));
}

/**
 * Her third step: her share of the key, from what all sealed for her.
 * @throws CheckFailed own-key, share-consistent, coefficients-signed: the place names the sender at fault
 */
export async function makeKey(input: Step & { readonly shareInput: string }): Promise<string> {
  demandOwn(input);
  const { seed, group, threshold, certificates, shareInput } = input;
  const certs = certificatesFrom(certificates);
  return JSON.stringify(
    await combineShares(groupOf(group), seed, certs, threshold, shareInputFrom(shareInput)),
  );
}

/** The seed that another trustee wrote down is not hers, though it opens something too. */
function demandOwn({ certificates, ...own }: Step): void {
  const [hers] = certificatesFrom([makeCertificate(own)]);
  if (certificatesFrom(certificates)[own.index - 1]?.message !== hers?.message)
    throw new CheckFailed('own-key', 'certs');
}

const certificatesFrom = (certificates: readonly string[]) =>
  signedMessagesFrom(`[${certificates.join(',')}]`);

/** A box that a trustee may open, once it verified. */
export interface Opening {
  readonly election: Election;
  readonly tally: EncryptedTally;
  readonly trustee: Trustee;
  /** Hash of the archive up to the encrypted tally. */
  readonly box: string;
}

/**
 * Verifies all that must hold before a trustee opens a box: the whole archive up to its encrypted tally, credentials
 * that are sorted and weigh one vote each, and a key that is the trustees’. The opening is null unless all of it does.
 * @param index hers, from 1
 */
export async function checkBox(
  input: { archive: Uint8Array; index: number },
  tell: Tell,
): Promise<{ verified: Verified; opening: Opening | null }> {
  const report = await verifyArchive(input.archive, {
    sideFile: null,
    standard: 'belenios',
    unfinished: true,
    countBox: countInParts(tell),
  });
  const verified = shown(report);
  const archive = report.valid ? readArchive(input.archive) : null;
  const tallyFile = archive?.tally ?? null;
  if (archive === null || tallyFile === null) return { verified, opening: null };
  // Of ballots that weigh 1, 1000, 1000000… whoever made the list would read each in the sum.
  if (!credentialsAreSorted(archive.credentials)) throw new CheckFailed('credentials-sorted', 'credentials');
  const election = openElection(archive.election);
  const trustees = openTrustees(election.group, archive.trustees);
  checkElectionKey(election, trustees);
  const trustee = trustees.all[input.index - 1];
  if (trustee === undefined) throw new CheckFailed('own-key', 'trustees');
  return {
    verified,
    opening: { election, trustee, box: tallyFile.box, tally: openTally(election, tallyFile.raw) },
  };
}

/** What a trustee sends to open the box. */
export interface Opened {
  readonly decryption: string;
  /** In JSON. */
  readonly boundProofs: string;
}

/**
 * Opens her part of the sum of a box that verified.
 * @param output what she gave at the third step
 * @throws CheckFailed own-key, message-for-me when the seed is not that of her key
 */
export async function openBox(opening: Opening, key: { seed: string; output: string }): Promise<Opened> {
  const { election, tally, trustee, box } = opening;
  const secret = await openDecryptionKey(election.group, key.seed, shareOutputFrom(key.output));
  const { raw, boundProofs } = decryptTally(election, tally, trustee, box, secret);
  return { decryption: raw, boundProofs: JSON.stringify(boundProofs) };
}
