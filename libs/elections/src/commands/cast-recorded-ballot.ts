import { castRecordedBallot, judge, type Violation } from '@hemicycle/charter';
import { Database, isLostRace, tellChanged, type Tx } from '@hemicycle/database';
import { Conflict, NotFound, RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import { isOver } from '../round-time.js';
import { BallotTurns } from '../sealed/ballot-turns.js';
import { SealedPollsRepository } from '../sealed/sealed-polls.repository.js';
import type { ElectionRound } from '../election-round.entity.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { PollsRepository } from '../polls.repository.js';
import type { RecordedBallot } from '../recorded-ballot.entity.js';
import { CANDIDACY_THING, ELECTION_THING } from '../things.js';

/** What a voter is told once her ballot is kept. */
export interface Receipt extends RecordedBallot {
  readonly election: Election;
  /** The names on it; none for a blank vote. */
  readonly candidacyIds: readonly string[];
  /** The round's number. */
  readonly round: number;
}

/**
 * Casts a vote by name, by whoever holds a seat's vote in the round under way; again and again if she likes, the last one
 * counts (charter ONE-BALLOT). It leaves no row in the audit trail, and its line in the log does not say who acts.
 */
@Injectable()
export class CastRecordedBallot {
  private readonly logger = new Logger('command');

  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly sealed: SealedPollsRepository,
    private readonly turns: BallotTurns,
  ) {}

  /** @param choices the candidacies named; none for a blank vote. */
  async verdict(
    reader: EntityManager,
    act: Act,
    { state }: Election,
    round: ElectionRound | null,
    choices: readonly string[],
  ): Promise<Violation[]> {
    return judge(castRecordedBallot, {
      state,
      closed: round !== null && isOver(round, act.at),
      sealed: round !== null && (await this.sealed.heads(reader, [round.id])).length > 0,
      voter: await this.polls.standingOf(reader, round?.id ?? null, {
        personId: act.actor.personId,
        on: act.on,
      }),
      choicesStand: await this.stand(reader, round, choices),
      names: choices.length,
      seats: round?.seats ?? choices.length,
    });
  }

  private async stand(
    reader: EntityManager,
    round: ElectionRound | null,
    choices: readonly string[],
  ): Promise<boolean> {
    if (choices.length === 0) return true;
    const papers = round === null ? [] : await this.polls.ballotPapers(reader, [round.id]);
    return choices.every((choice) => papers.some(({ candidacyId }) => candidacyId === choice));
  }

  async execute(
    act: Act,
    { electionId, candidacyIds }: { readonly electionId: string; readonly candidacyIds: readonly string[] },
  ): Promise<Receipt | RuleRefusal> {
    try {
      const result = await this.turns.atTheBox(() =>
        this.database.transaction((tx) => this.cast(tx, act, electionId, candidacyIds)),
      );
      this.logger.log({
        command: 'castRecordedBallot',
        outcome: result instanceof RuleRefusal ? 'refused' : 'done',
      });
      return result;
    } catch (error) {
      if (isLostRace(error)) throw new Conflict();
      throw error;
    }
  }

  private async cast(
    tx: Tx,
    act: Act,
    electionId: string,
    candidacyIds: readonly string[],
  ): Promise<Receipt | RuleRefusal> {
    // Shared: ballots are cast side by side, and whoever closes waits for them; what is read next is what stands then.
    const round = await this.polls.shareLastRound(tx, electionId);
    const election = await this.elections.byId(tx, electionId);
    if (election === null) throw new NotFound(ELECTION_THING, electionId);
    for (const candidacyId of candidacyIds) {
      if ((await this.elections.candidacy(tx, candidacyId)) === null) {
        throw new NotFound(CANDIDACY_THING, candidacyId);
      }
    }
    const violations = await this.verdict(tx, act, election, round, candidacyIds);
    if (violations.length > 0 || round === null) return new RuleRefusal(violations);
    const personId = actingPerson(act);
    const held = await this.polls.heldBy(tx, round.id, personId);
    if (held === null) throw new RangeError(`No vote held in round ${round.id}`);
    const ballot = {
      roundId: round.id,
      memberId: held.memberId,
      castById: personId,
      castAt: act.at,
    };
    const number = await this.polls.cast(tx, ballot, candidacyIds);
    // What anybody may read changed: the number of ballots. That somebody voted again is nobody's to know.
    if (number === 1) await tellChanged(tx, [electionId]);
    return { ...ballot, number, candidacyIds, election, round: round.number };
  }
}
