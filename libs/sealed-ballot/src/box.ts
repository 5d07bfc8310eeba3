import { ballotFrom, checkBallot, type CheckedBallot } from './ballot.js';
import { CheckFailed, type CheckName, demand } from './checks.js';
import { type CiphertextData, ciphertextFrom } from './ciphertext.js';
import { openCredentials, type PublicCredentials } from './credential.js';
import type { Election } from './election.js';
import { fingerprintOf } from './hash.js';
import { list, parsed, readText } from './json.js';
import { havingRead } from './membership.js';
import { emptyTally, openTally, sumOf, tallyData, tallyFile, withBallot } from './tally.js';

/**
 * Whether a ballot may enter the box now: checks everything about it, and that the box never held it, so that an old
 * ballot of a voter who voted again cannot be put back over her new one (3.2).
 * @param held whether the box holds or held the ballot of this tracker
 * @throws CheckFailed ballot-new, or what {@link checkBallot} throws
 */
export function admitBallot(
  election: Election,
  credentials: PublicCredentials,
  raw: string,
  held: (tracker: string) => boolean,
): CheckedBallot {
  demand(!held(fingerprintOf(raw)), 'ballot-new', '');
  return checkBallot(election, credentials, raw);
}

/** One ballot of a box under audit. */
export interface BoxedBallot {
  readonly raw: string;
  /** The credential that it names. */
  readonly credential: string;
  /** False when the voter replaced it. */
  readonly counts: boolean;
}

/** A part of a box, with what it takes to check it apart from the rest: in another thread, say. */
export interface BoxPart {
  /** A file of public credentials that lists at least those of these ballots. */
  readonly credentials: string;
  readonly ballots: readonly BoxedBallot[];
}

/** What a part of a box contains. */
export interface BoxCount {
  /** The product of the ballots that count, as the tally's file writes it; null when a ballot failed: it is no tally then. */
  readonly tally: readonly (readonly CiphertextData[])[] | null;
  readonly failures: readonly BallotFailure[];
}

export interface BallotFailure {
  /** Position of the ballot in the part, from 0. */
  readonly ballot: number;
  readonly check: CheckName;
  readonly place: string;
}

/** Checks every ballot of a part, says which fail, and if none does, multiplies those that count. */
export function countBox(
  election: Election,
  credentials: PublicCredentials,
  ballots: readonly BoxedBallot[],
): BoxCount {
  const failures: BallotFailure[] = [];
  let tally = emptyTally(election);
  for (const [ballot, { raw, counts }] of ballots.entries()) {
    try {
      const { choices, credential } = checkBallot(election, credentials, raw);
      const weight = credentials.get(credential)?.weight ?? 0n;
      if (counts && failures.length === 0) tally = withBallot(election, tally, choices, weight);
    } catch (error) {
      if (!(error instanceof CheckFailed)) throw error;
      failures.push({ ballot, check: error.check, place: error.place });
    }
  }
  return { tally: failures.length === 0 ? tallyData(election, tally) : null, failures };
}

/** {@link countBox} of a part; when it is large, the elements that it contains are read together. */
export function countPart(election: Election, { credentials, ballots }: BoxPart): BoxCount {
  const listed = list(parsed(credentials), '', readText).map((entry) => entry.split(',')[0] ?? '');
  const group = havingRead(election.group, [...listed, ...ballots.flatMap(({ raw }) => elementsOf(raw))]);
  return countBox({ ...election, group }, openCredentials(group, credentials), ballots);
}

/** The group elements of a ballot, in their writings; none of a ballot that cannot be read. */
function elementsOf(raw: string): string[] {
  try {
    return ballotFrom(raw).answers.flatMap(({ choices }) =>
      choices.flatMap(({ alpha, beta }) => [alpha, beta]),
    );
  } catch (error) {
    if (error instanceof CheckFailed) return [];
    throw error;
  }
}

/**
 * The product of the tallies of two parts of a box.
 * @throws CheckFailed element-in-group
 */
export function multiplyTallies(
  election: Election,
  a: NonNullable<BoxCount['tally']>,
  b: NonNullable<BoxCount['tally']>,
): NonNullable<BoxCount['tally']> {
  const [first, second] = [openTally(election, JSON.stringify(a)), openTally(election, JSON.stringify(b))];
  return tallyData(election, withBallot(election, first, second, 1n));
}

/**
 * The product of ballots that count (4.16), as the tally's file writes it. Their elements are read again, their proofs are
 * not: for a box that checked each ballot when it took it ({@link admitBallot}).
 * @throws CheckFailed json-…, element-in-group
 */
export function sumBox(election: Election, ballots: readonly string[]): string {
  const group = havingRead(election.group, ballots.flatMap(elementsOf));
  const choices = ballots.map((raw) => ({
    choices: ballotFrom(raw).answers.map((answer, question) =>
      answer.choices.map((pair, index) =>
        ciphertextFrom(group, pair, `answers[${question}].choices[${index}]`),
      ),
    ),
  }));
  return tallyFile(election, sumOf(election, choices));
}
