import { createHash } from 'node:crypto';

/** What a row's hash covers. `at` is an ISO instant in UTC, to the millisecond. */
export interface Link {
  readonly seq: number;
  readonly at: Date;
  readonly command: string;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly fingerprint: string | null;
  readonly previousHash: string;
}

/** What the first row names as its predecessor. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256, in lowercase hex, of the row's fields in this order, written as a JSON array without spaces. */
export function hashOf(link: Link): string {
  return sha256(
    JSON.stringify([
      link.seq,
      link.at.toISOString(),
      link.command,
      link.actorId,
      link.subjectId,
      link.fingerprint,
      link.previousHash,
    ]),
  );
}

export type Flaw =
  | { readonly kind: 'altered'; readonly seq: number }
  /** `seq` to `until`, both removed: a whole gap is one flaw, however wide somebody made it. */
  | { readonly kind: 'missing'; readonly seq: number; readonly until: number }
  | { readonly kind: 'unlinked'; readonly seq: number }
  | { readonly kind: 'head not found'; readonly head: string };

/** What reading the whole trail found. `head` is the last row's hash, {@link GENESIS} for an empty trail. */
export interface Verification {
  readonly rows: number;
  readonly head: string;
  readonly flaws: readonly Flaw[];
}

/**
 * Reads the trail in order of `seq` and says what does not hold: a number that is missing (removed), a row whose
 * hash is not that of its fields (altered), one that does not name its predecessor's hash (removed, reordered or
 * rewritten). A chain rewritten from some row to its end, or cut at its end, holds by itself: only a head that was
 * published before, given as `publishedHead`, betrays it, by not being found.
 *
 * @param before the row before the first one read; by default none, the trail being read whole
 */
export async function verifyChain(
  rows: AsyncIterable<Link & { readonly hash: string }>,
  publishedHead?: string,
  before: { readonly seq: number; readonly hash: string } = { seq: 0, hash: GENESIS },
): Promise<Verification> {
  const flaws: Flaw[] = [];
  let count = 0;
  let expectedSeq = before.seq + 1;
  let previousHash = before.hash;
  let headFound = publishedHead === undefined || publishedHead === GENESIS;
  for await (const row of rows) {
    count += 1;
    if (expectedSeq < row.seq) flaws.push({ kind: 'missing', seq: expectedSeq, until: row.seq - 1 });
    if (row.previousHash !== previousHash) flaws.push({ kind: 'unlinked', seq: row.seq });
    if (row.hash !== hashOf(row)) flaws.push({ kind: 'altered', seq: row.seq });
    headFound ||= row.hash === publishedHead;
    previousHash = row.hash;
    expectedSeq = row.seq + 1;
  }
  if (!headFound) flaws.push({ kind: 'head not found', head: publishedHead as string });
  return { rows: count, head: previousHash, flaws };
}
