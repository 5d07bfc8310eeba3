import type { College } from '@hemicycle/kernel';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { CandidateId } from './poll.js';

/** 32 lowercase hexadecimal digits: what a college's scrutineer commits to before the poll and reveals after it. */
const VALUE = /^[0-9a-f]{32}$/;

/** Whether a text has the form of a lot's value. */
export const isLotValue = (text: string): boolean => VALUE.test(text);

/**
 * What a scrutineer publishes before the poll opens, so that the value revealed after it is the one chosen before:
 * the SHA-256 of its 32 ASCII characters, in lowercase hexadecimal (charter TIE). `printf %s VALUE | sha256sum` gives it.
 *
 * @throws RangeError for a value of another form.
 */
export function commitmentOf(value: string): string {
  if (!isLotValue(value))
    throw new RangeError('A lot’s value is written with 32 lowercase hexadecimal digits.');
  return sha256Hex(value);
}

export interface Lot {
  /** One value a college, revealed after the poll closed, or rolled with dice where one was withheld. */
  readonly values: Readonly<Record<College, string>>;
  readonly electionId: string;
  /** The number of the round that ended in the tie. */
  readonly round: number;
}

/** One candidate's place in the lot. */
export interface Drawn {
  readonly candidate: CandidateId;
  /** What is hashed: anybody replays it with `printf %s TEXT | sha256sum`. */
  readonly text: string;
  /** Lowercase hexadecimal. */
  readonly digest: string;
}

/**
 * Draws lots between candidates who are tied (charter TIE): SHA-256 of
 * `government|civil society|election|round|candidacy`, the smallest hash first.
 *
 * @throws RangeError for a value of another form, or a candidate twice.
 */
export function drawLots({ values, electionId, round }: Lot, candidates: readonly CandidateId[]): Drawn[] {
  if (!isLotValue(values.GOVERNMENT) || !isLotValue(values.CIVIL_SOCIETY)) {
    throw new RangeError('A lot’s value is written with 32 lowercase hexadecimal digits.');
  }
  if (new Set(candidates).size < candidates.length) throw new RangeError('A candidate is listed twice.');
  return candidates
    .map((candidate) => {
      const text = [values.GOVERNMENT, values.CIVIL_SOCIETY, electionId, round, candidate].join('|');
      return { candidate, text, digest: sha256Hex(text) };
    })
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
}

const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
