import { demand } from './checks.js';
import { canonical, list, parsed, record, readText, readWhole } from './json.js';
import { type ProofData, proofDataFrom } from './proof.js';

/** The bound proofs of one partial decryption. */
export interface BoundDecryption {
  /** The trustee's number, from 1. */
  readonly owner: number;
  /** SHA-256 of the partial decryption's file. */
  readonly payload: string;
  /** One a pair of the tally, in its order. */
  readonly proofs: readonly (readonly ProofData[])[];
}

/**
 * What is published beside an archive, since other tools would not read it inside: for each partial decryption, in the
 * archive's order, the proofs bound to what was decrypted.
 */
export interface SideFile {
  readonly version: 1;
  /** φ */
  readonly election_hash: string;
  /** SHA-256 of the archive up to its encrypted tally. */
  readonly box: string;
  readonly decryptions: readonly BoundDecryption[];
}

/** Writes a side file. */
export const sideFile = (fingerprint: string, box: string, decryptions: readonly BoundDecryption[]): string =>
  JSON.stringify({
    version: 1,
    election_hash: fingerprint,
    box,
    decryptions: decryptions.map(({ owner, payload, proofs }) => ({ owner, payload, proofs })),
  } satisfies SideFile);

/** Reads the bound proofs of one partial decryption, alone as a trustee sends them. @throws CheckFailed json-… */
export const boundProofsFrom = (raw: string): BoundDecryption['proofs'] =>
  canonical(
    raw,
    list(parsed(raw), '', (proofs, where) => list(proofs, where, proofDataFrom)),
  );

/** @throws CheckFailed json-…, side-file */
export function sideFileFrom(file: string | Uint8Array): SideFile {
  const fields = record(parsed(file), '', 'version', 'election_hash', 'box', 'decryptions');
  demand(fields.version === 1, 'side-file', 'version');
  return canonical(file, {
    version: 1 as const,
    election_hash: readText(fields.election_hash, 'election_hash'),
    box: readText(fields.box, 'box'),
    decryptions: list(fields.decryptions, 'decryptions', (value, place) => {
      const each = record(value, place, 'owner', 'payload', 'proofs');
      return {
        owner: readWhole(each.owner, place),
        payload: readText(each.payload, place),
        proofs: list(each.proofs, place, (proofs, where) => list(proofs, where, proofDataFrom)),
      };
    }),
  });
}
