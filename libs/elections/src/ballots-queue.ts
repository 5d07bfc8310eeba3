import type { Tx } from '@hemicycle/database';

/** Any number, the same in every process: the class of these locks; the other key is the election’s. */
const BALLOTS_QUEUE = 7_364_010;

/*
 * Row locks alone are not fair: whoever asks for a row to herself is overtaken by all who come to share it, so that voters
 * who follow each other closely would keep a poll open for as long as they come. Advisory locks are taken in order.
 */

/** Ballots of an election are kept side by side, until somebody who comes to open, close or cancel the poll waits for them. */
export async function comesWithABallot(tx: Tx, electionId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($1, hashtext($2))', [BALLOTS_QUEUE, electionId]);
}

/** Waits for the ballots being kept, and no others: those that come later wait for the end of the transaction. */
export async function waitsForBallots(tx: Tx, electionId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [BALLOTS_QUEUE, electionId]);
}
