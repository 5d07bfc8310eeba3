import {
  type Election,
  type EncryptedTally,
  openElection,
  openTally,
  openTrustees,
  type Trustees,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import type { EntityManager } from 'typeorm';
import type { SealedPollsRepository } from './sealed-polls.repository.js';

/** The box of a closed round, ready for computing; still sealed. */
export interface BoxAtHand {
  readonly election: Election;
  readonly trustees: Trustees;
  readonly tally: EncryptedTally;
  /** SHA-256 of the archive up to the tally. */
  readonly digest: string;
  readonly archive: Buffer;
  /** How many ballots count. */
  readonly ballots: number;
}

/** @throws RangeError for a round that has no box: not sealed, or not closed */
export async function boxAtHand(
  reader: EntityManager,
  sealed: SealedPollsRepository,
  roundId: string,
): Promise<BoxAtHand> {
  const poll = await sealed.poll(reader, roundId);
  const box = await sealed.box(reader, roundId);
  if (poll === null || box === null) throw new RangeError(`No box of round ${roundId}`);
  const { trusteesFile } = await sealed.ceremonyById(reader, poll.ceremonyId);
  const election = openElection(poll.electionFile, nativeGroups);
  return {
    election,
    trustees: openTrustees(election.group, trusteesFile ?? ''),
    tally: openTally(election, box.tally),
    digest: box.digest,
    archive: box.archive,
    ballots: box.ballots,
  };
}
