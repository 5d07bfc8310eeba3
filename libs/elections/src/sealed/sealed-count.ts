import {
  boundProofsFrom,
  checkDecryption,
  openResult,
  type Result,
  resultFile,
  sha256Hex,
  sideFile,
} from '@hemicycle/sealed-ballot';
import { BoxWorkers } from '@hemicycle/sealed-ballot-native';
import { mayTakeLong, type Tx } from '@hemicycle/database';
import type { PollSums } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import type { ElectionRound } from '../election-round.entity.js';
import { boxAtHand } from './box-at-hand.js';
import { archiveTimeOf } from './poll-files.js';
import { SealedPollsRepository } from './sealed-polls.repository.js';

/** Closes boxes, and counts them once trustees have opened them. */
@Injectable()
export class SealedCount {
  constructor(
    private readonly sealed: SealedPollsRepository,
    private readonly workers: BoxWorkers,
  ) {}

  /**
   * Fixes the box of a round that closes: its archive up to the sum of its ballots, all with the time of the opening. What
   * tied seats to credentials is destroyed.
   */
  async close(
    tx: Tx,
    { id, electionId, openedAt }: Pick<ElectionRound, 'id' | 'electionId' | 'openedAt'>,
  ): Promise<void> {
    const poll = await this.sealed.poll(tx, id);
    if (poll === null || openedAt === null) return;
    // Of tens of thousands of ballots, the sum takes minutes; the box is fixed in this transaction or not at all.
    await mayTakeLong(tx);
    const { trusteesFile } = await this.sealed.ceremonyById(tx, poll.ceremonyId);
    const ballots = await this.sealed.ballotsThatCount(tx, id);
    const { archive, digest, tally } = await this.workers.closeBox({
      timestamp: archiveTimeOf(openedAt),
      election: poll.electionFile,
      trustees: trusteesFile ?? '',
      credentials: poll.credentialsFile,
      ballots,
    });
    await this.sealed.close(tx, {
      roundId: id,
      archive: Buffer.from(archive),
      digest,
      tally,
      ballots: ballots.length,
    });
    await this.sealed.destroyVoterKeys(tx, electionId);
  }

  /**
   * Opens the sum of a box with the trustees' parts, ends its archive, and gives what it adds up to.
   *
   * @param candidates the round's candidacies, in the ballot's order
   * @throws CheckFailed where fewer took part than are needed
   */
  async count(tx: Tx, roundId: string, candidates: readonly string[]): Promise<PollSums> {
    await mayTakeLong(tx);
    const { election, trustees, tally, digest, archive, ballots } = await boxAtHand(tx, this.sealed, roundId);
    const given = await this.sealed.decryptions(tx, roundId);
    const checked = given.flatMap(({ number, decryption }) => {
      const trustee = trustees.all[number - 1];
      return trustee === undefined ? [] : [checkDecryption(election, tally, trustee, decryption)];
    });
    const result = openResult(election, trustees, tally, checked, BigInt(ballots));
    await this.sealed.end(tx, {
      roundId,
      archive: Buffer.from(
        await this.workers.endArchive({
          archive,
          decryptions: given.map(({ number, decryption }) => ({ owner: number, raw: decryption })),
          result: resultFile(result),
        }),
      ),
      sideFile: sideFile(
        election.fingerprint,
        digest,
        given.map(({ number, decryption, boundProofs }) => ({
          owner: number,
          payload: sha256Hex(decryption),
          proofs: boundProofsFrom(boundProofs),
        })),
      ),
    });
    return sumsOf(result, candidates, ballots);
  }
}

/** A ballot's one question has a place for blank, then one a candidate. */
function sumsOf([counts = []]: Result, candidates: readonly string[], ballots: number): PollSums {
  const [blanks = 0n, ...votes] = counts;
  return {
    votes: new Map(candidates.map((id, index) => [id, Number(votes[index] ?? 0n)])),
    blanks: Number(blanks),
    ballots,
  };
}
