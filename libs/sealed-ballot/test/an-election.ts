import {
  ArchiveWriter,
  type BoundDecryption,
  certificate,
  CheckFailed,
  type Choice,
  combineShares,
  credentialsFile,
  decryptTally,
  type Election,
  electionFile,
  fingerprintOf,
  type Group,
  type GroupName,
  type Groups,
  inputFor,
  lastBallots,
  newCredential,
  newElectionUuid,
  newTrusteeKey,
  newTrusteeSeed,
  openCredentials,
  openDecryptionKey,
  openElection,
  openTrustees,
  portableGroups,
  privateKeyFrom,
  publicCredential,
  type Question,
  sealBallot,
  shareOut,
  sideFile,
  sha256Hex,
  sumOf,
  tallyFile,
  thresholdParameters,
  type Trustees,
  type TrusteesData,
  trusteesFile,
  checkBallot,
  checkDecryption,
  openResult,
  resultFile,
  type CheckedDecryption,
  type EncryptedTally,
} from '../src/index.js';
import { proveKnowledge } from '../src/knowledge-proof.js';
import { proofData } from '../src/proof.js';

/** A trustee alone (1), or a threshold of some: `[2, 3]` is two of three. */
export type TrusteePlan = 1 | readonly [threshold: number, size: number];

export interface ElectionPlan {
  readonly group?: GroupName;
  readonly groups?: Groups;
  readonly questions: readonly Question[];
  readonly trustees?: readonly TrusteePlan[];
  /** Each vote: who votes (a number) and what. A voter who votes again replaces her ballot. */
  readonly votes: readonly { readonly voter: number; readonly choices: readonly Choice[] }[];
  readonly voters?: number;
  /** Numbers, from 1, of the trustees who open the box; all by default. */
  readonly opening?: readonly number[];
}

/** A whole election held in memory, with every secret, so that tests may cheat. */
export interface HeldElection {
  readonly election: Election;
  readonly electionFile: string;
  readonly trusteesFile: string;
  readonly trustees: Trustees;
  readonly credentialsFile: string;
  readonly credentials: readonly string[];
  readonly privateKeys: readonly bigint[];
  readonly ballots: readonly string[];
  readonly tally: EncryptedTally;
  readonly tallyFile: string;
  readonly box: string;
  readonly decryptions: readonly { readonly owner: number; readonly raw: string }[];
  readonly bound: readonly BoundDecryption[];
  readonly resultFile: string | null;
  readonly archive: Uint8Array;
  readonly sideFile: string;
}

export const TIMESTAMP = 1_706_745_600;

/** Holds an election from first key to result. */
export async function anElection(plan: ElectionPlan): Promise<HeldElection> {
  const { questions, votes, trustees: trusteePlans = [1], groups = portableGroups } = plan;
  const group = groups(plan.group ?? 'Ed25519');
  const privateKeys: bigint[] = [];
  const data: TrusteesData[number][] = [];
  for (const trusteePlan of trusteePlans) {
    if (trusteePlan === 1) {
      const key = newTrusteeKey(group);
      privateKeys.push(privateKeyFrom(group, key.privateKey));
      data.push(['Single', key.publicKey]);
      continue;
    }
    const [threshold, size] = trusteePlan;
    const seeds = Array.from({ length: size }, newTrusteeSeed);
    const certs = seeds.map((seed, index) =>
      certificate(group, seed, { group: group.name, size, threshold, index: index + 1 }),
    );
    const polynomials = await Promise.all(seeds.map((seed) => shareOut(group, seed, certs, threshold)));
    const outputs = await Promise.all(
      seeds.map((seed, index) => combineShares(group, seed, certs, threshold, inputFor(polynomials, index))),
    );
    for (const [index, seed] of seeds.entries()) {
      const output = outputs[index];
      if (output !== undefined) privateKeys.push(await openDecryptionKey(group, seed, output));
    }
    data.push(['Pedersen', thresholdParameters(group, certs, threshold, polynomials, outputs)]);
  }
  const trusteesRaw = trusteesFile(data);
  const trustees = openTrustees(group, trusteesRaw);
  const uuid = newElectionUuid();
  const electionRaw = electionFile({
    version: 1,
    description: 'Élection d’essai – « accents » et guillemets.',
    name: 'Coprésidence',
    group: group.name,
    public_key: group.encode(trustees.electionKey),
    questions,
    uuid,
    administrator: 'Secrétariat',
    credential_authority: 'Huissier',
  });
  const election = openElection(electionRaw, groups);
  const voters = plan.voters ?? Math.max(0, ...votes.map(({ voter }) => voter + 1));
  const credentials = Array.from({ length: voters }, () => newCredential());
  const credentialsRaw = credentialsFile(
    credentials.map((credential) => publicCredential(group, uuid, credential)),
  );
  const listed = openCredentials(group, credentialsRaw);
  const ballots = votes.map(
    ({ voter, choices }) => sealBallot(election, credentials[voter] ?? '', choices).raw,
  );
  const writer = new ArchiveWriter(TIMESTAMP);
  writer.setup(electionRaw, trusteesRaw, credentialsRaw);
  for (const raw of ballots) writer.ballot(raw);
  writer.endBallots();
  const counted = lastBallots(ballots.map((raw) => checkBallot(election, listed, raw)));
  const tally = sumOf(election, counted);
  const tallyRaw = tallyFile(election, tally);
  writer.encryptedTally(tallyRaw, counted.length);
  const box = writer.digest();
  const checked: CheckedDecryption[] = [];
  const decryptions: { owner: number; raw: string }[] = [];
  const bound: BoundDecryption[] = [];
  for (const trustee of trustees.all) {
    if (plan.opening !== undefined && !plan.opening.includes(trustee.owner)) continue;
    const key = privateKeys[trustee.owner - 1] ?? 0n;
    const { raw, boundProofs } = decryptTally(election, tally, trustee, box, key);
    writer.partialDecryption(trustee.owner, raw);
    decryptions.push({ owner: trustee.owner, raw });
    bound.push({ owner: trustee.owner, payload: sha256Hex(raw), proofs: boundProofs });
    checked.push(checkDecryption(election, tally, trustee, raw));
  }
  let resultRaw: string | null = null;
  try {
    resultRaw = resultFile(openResult(election, trustees, tally, checked, BigInt(counted.length)));
    writer.result(resultRaw);
  } catch {
    // Too few trustees: the archive stays without a result.
  }
  return {
    election,
    electionFile: electionRaw,
    trusteesFile: trusteesRaw,
    trustees,
    credentialsFile: credentialsRaw,
    credentials,
    privateKeys,
    ballots,
    tally,
    tallyFile: tallyRaw,
    box,
    decryptions,
    bound,
    resultFile: resultRaw,
    archive: writer.bytes(),
    sideFile: sideFile(election.fingerprint, box, bound),
  };
}

/** A ballot as altered, signed again by its voter: what a voter with tools of her own could send. */
export function resigned(group: Group, secret: bigint, altered: object): string {
  const { signature: _, ...unsigned } = altered as { signature?: unknown };
  const hash = fingerprintOf(JSON.stringify(unsigned));
  const proof = proofData(proveKnowledge(group, secret, `sig|${hash}|`));
  return JSON.stringify({ ...unsigned, signature: { hash, proof } });
}

/** The check that fails and where, or undefined when none does. */
export const refusal = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof CheckFailed) return `${error.check} at ${error.place}`;
    throw error;
  }
  return undefined;
};
