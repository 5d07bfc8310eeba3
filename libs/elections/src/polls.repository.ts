import type { VoterStanding } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import type { Day } from '@hemicycle/kernel';
import type { Ballot } from '@hemicycle/tally';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { nextBallot } from './ballots-of-a-seat.js';
import { comesWithABallot } from './ballots-queue.js';
import { ElectionRound } from './election-round.entity.js';
import { RecordedBallot } from './recorded-ballot.entity.js';
import { RecordedChoice } from './recorded-choice.entity.js';
import { RegisterEntry } from './register-entry.entity.js';
import { RoundCandidate } from './round-candidate.entity.js';
import { VoteHolder } from './vote-holder.entity.js';

/** The vote of a seat in a closed round, by name: the last one cast; no choice and no instant when it cast none. */
export interface SeatVote {
  readonly roundId: string;
  readonly memberId: string;
  /** Who held the seat's vote. */
  readonly personId: string;
  readonly voted: boolean;
  /** None: a blank vote, or no vote. */
  readonly candidacyIds: readonly string[];
}

/** The last ballot that each seat cast in a round: the one that counts (charter ONE-BALLOT). */
const COUNTED = `
  SELECT DISTINCT ON (b.round_id, b.member_id) b.round_id, b.member_id,
    ARRAY (SELECT c.candidacy_id FROM recorded_choice c
           WHERE c.round_id = b.round_id AND c.member_id = b.member_id AND c.number = b.number
           ORDER BY c.candidacy_id) AS choices
  FROM recorded_ballot b WHERE b.round_id = ANY ($1)
  ORDER BY b.round_id, b.member_id, b.number DESC`;

/** Registers, who holds the votes, ballots by name. */
@Injectable()
export class PollsRepository {
  /** Fixes who votes in an election, once for all of its rounds. */
  async freezeRegister(tx: Tx, electionId: string, memberIds: readonly string[]): Promise<void> {
    await tx.insert(
      RegisterEntry,
      memberIds.map((memberId) => ({ electionId, memberId })),
    );
  }

  /** The seats that vote in these elections; nothing for one whose register is not fixed yet. */
  register(reader: EntityManager, electionIds: readonly string[]): Promise<RegisterEntry[]> {
    return reader.findBy(RegisterEntry, { electionId: In([...electionIds]) });
  }

  /** Fixes who is on the ballot of a round, in order, and who holds each seat's vote. */
  async freezeRound(
    tx: Tx,
    roundId: string,
    {
      candidacyIds,
      holders,
    }: { candidacyIds: readonly string[]; holders: readonly Omit<VoteHolder, 'roundId'>[] },
  ): Promise<void> {
    await tx.insert(
      RoundCandidate,
      candidacyIds.map((candidacyId, index) => ({ roundId, candidacyId, position: index + 1 })),
    );
    await tx.insert(
      VoteHolder,
      holders.map((holder) => ({ ...holder, roundId })),
    );
  }

  /** Who is on the ballot of these rounds, in its order. */
  ballotPapers(reader: EntityManager, roundIds: readonly string[]): Promise<RoundCandidate[]> {
    return reader.find(RoundCandidate, { where: { roundId: In([...roundIds]) }, order: { position: 'ASC' } });
  }

  /**
   * The last round of an election, shared until the end of the transaction: ballots are cast side by side, and whoever
   * opens, closes or cancels waits for those under way. Null: no round was ordered.
   */
  async shareLastRound(tx: Tx, electionId: string): Promise<ElectionRound | null> {
    await comesWithABallot(tx, electionId);
    return tx.findOne(ElectionRound, {
      where: { electionId },
      order: { number: 'DESC' },
      lock: { mode: 'pessimistic_read' },
    });
  }

  /** The vote that a person holds in a round; null: none. */
  heldBy(reader: EntityManager, roundId: string, personId: string): Promise<VoteHolder | null> {
    return reader.findOneBy(VoteHolder, { roundId, personId });
  }

  /** The votes that a person holds in these rounds, one a round at most. */
  async heldIn(
    reader: EntityManager,
    roundIds: readonly string[],
    personId: string | null,
  ): Promise<VoteHolder[]> {
    if (personId === null || roundIds.length === 0) return [];
    return reader.findBy(VoteHolder, { roundId: In([...roundIds]), personId });
  }

  /** Where a person stands on a day towards the votes of a round (charter COLLEGE-VOTES, REGISTER, ALTERNATE). */
  async standingOf(
    reader: EntityManager,
    roundId: string | null,
    { personId, on }: { readonly personId: string | null; readonly on: Day },
  ): Promise<VoterStanding> {
    if (personId === null || roundId === null) return 'NOT_ON_REGISTER';
    if ((await this.heldBy(reader, roundId, personId)) !== null) return 'HOLDS_A_VOTE';
    if (await this.alternateHoldsTheVoteOf(reader, roundId, personId)) return 'ALTERNATE_VOTES';
    return (await this.collegeDoesNotVote(reader, roundId, { personId, on }))
      ? 'OF_ANOTHER_COLLEGE'
      : 'NOT_ON_REGISTER';
  }

  /** Whether the person is a member, of a college of which the register of this round has nobody. */
  private async collegeDoesNotVote(
    reader: EntityManager,
    roundId: string,
    { personId, on }: { readonly personId: string; readonly on: Day },
  ): Promise<boolean> {
    const [{ found }]: [{ found: boolean }] = await reader.query(
      `SELECT EXISTS (
         SELECT FROM member m
         WHERE m.person_id = $2 AND m.from_on <= $3 AND (m.until_on IS NULL OR m.until_on >= $3)
           AND m.college <> ALL (
             SELECT v.college FROM election_round r JOIN register_entry e USING (election_id)
             JOIN member v ON v.id = e.member_id WHERE r.id = $1)
           AND EXISTS (SELECT FROM election_round r JOIN register_entry USING (election_id) WHERE r.id = $1)) AS found`,
      [roundId, personId, on],
    );
    return found;
  }

  /** Whether the person is the member of a seat of this round whose vote somebody else holds. */
  private async alternateHoldsTheVoteOf(
    reader: EntityManager,
    roundId: string,
    personId: string,
  ): Promise<boolean> {
    const rows: unknown[] = await reader.query(
      `SELECT FROM vote_holder h JOIN member m ON m.id = h.member_id
       WHERE h.round_id = $1 AND m.person_id = $2 AND h.person_id <> $2`,
      [roundId, personId],
    );
    return rows.length > 0;
  }

  /**
   * Adds a ballot after those that the seat cast before; gives its number. Its ballots follow each other.
   *
   * @param choices the candidacies that it names; none for a blank vote
   * @throws NoMoreBallots
   */
  async cast(tx: Tx, ballot: Omit<RecordedBallot, 'number'>, choices: readonly string[]): Promise<number> {
    const { roundId, memberId } = ballot;
    await tx.findOneOrFail(VoteHolder, { where: { roundId, memberId }, lock: { mode: 'pessimistic_write' } });
    const number = nextBallot((await tx.maximum(RecordedBallot, 'number', { roundId, memberId })) ?? 0);
    await tx.insert(RecordedBallot, { ...ballot, number });
    await tx.insert(
      RecordedChoice,
      choices.map((candidacyId) => ({ roundId, memberId, number, candidacyId })),
    );
    return number;
  }

  /** When the last ballot of a round was cast; null: none was. */
  lastCastAt(reader: EntityManager, roundId: string): Promise<Date | null> {
    return reader
      .createQueryBuilder(RecordedBallot, 'ballot')
      .where('ballot.roundId = :roundId', { roundId })
      .orderBy('ballot.castAt', 'DESC')
      .limit(1)
      .getOne()
      .then((ballot) => ballot?.castAt ?? null);
  }

  /** The ballots that count of one round, those that say the same together. Only for a closed round: see CNIL-1-09. */
  ballotsThatCount(tx: Tx, roundId: string): Promise<Ballot[]> {
    return tx.query(`SELECT choices, count(*)::integer AS count FROM (${COUNTED}) counted GROUP BY choices`, [
      [roundId],
    ]);
  }

  /** How many ballots each round has, one a seat: all that anybody learns while a poll is open. */
  ballots(
    reader: EntityManager,
    roundIds: readonly string[],
  ): Promise<{ roundId: string; ballots: number }[]> {
    return reader.query(
      `SELECT round_id AS "roundId", count(DISTINCT member_id)::integer AS ballots
       FROM (SELECT round_id, member_id FROM recorded_ballot
             UNION ALL SELECT round_id, member_id FROM register_signature) voted
       WHERE round_id = ANY ($1) GROUP BY round_id`,
      [roundIds],
    );
  }

  /** The votes by name of these rounds, those that are not closed left out (CNIL-1-09), by member number. */
  votes(reader: EntityManager, roundIds: readonly string[]): Promise<SeatVote[]> {
    return reader.query(
      `SELECT h.round_id AS "roundId", h.member_id AS "memberId", h.person_id AS "personId",
              counted.member_id IS NOT NULL AS voted, coalesce(counted.choices, '{}') AS "candidacyIds"
       FROM vote_holder h
       JOIN election_round r ON r.id = h.round_id AND r.closed_at IS NOT NULL
       JOIN member m ON m.id = h.member_id
       LEFT JOIN (${COUNTED}) counted ON counted.round_id = h.round_id AND counted.member_id = h.member_id
       WHERE h.round_id = ANY ($1) ORDER BY m.number`,
      [roundIds],
    );
  }
}
