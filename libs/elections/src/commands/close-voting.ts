import { Ledger } from '@hemicycle/audit';
import { closeVoting, judge, type Violation } from '@hemicycle/charter';
import { NotFound, RuleRefusal } from '@hemicycle/graphql';
import { type Act, FORUM_TIME_ZONE, instantInWords } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actingPerson } from '../acting-person.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository } from '../elections.repository.js';
import { PollsRepository } from '../polls.repository.js';
import { SealedCount } from '../sealed/sealed-count.js';
import { type Situation, Situations } from '../situations.js';
import { ELECTION_THING } from '../things.js';

/** Closes the round under way, by the secretariat: every ballot acknowledged counts, none comes after; a sealed box is fixed. */
@Injectable()
export class CloseVoting {
  constructor(
    private readonly ledger: Ledger,
    private readonly elections: ElectionsRepository,
    private readonly polls: PollsRepository,
    private readonly situations: Situations,
    private readonly boxes: SealedCount,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  async verdict(reader: EntityManager, act: Act, situation: Situation): Promise<Violation[]> {
    const { election, lastRound, actorIsCandidate } = situation;
    const closesAt = lastRound?.closesAt ?? null;
    const toCome = closesAt !== null && closesAt.getTime() > act.at.getTime();
    return judge(closeVoting, {
      state: election.state,
      actorIsCandidate,
      announcedFor: toCome ? instantInWords(closesAt, this.zone) : null,
      everybodyVoted: toCome && (await this.everybodyVoted(reader, election.id, lastRound?.id ?? '')),
    });
  }

  private async everybodyVoted(reader: EntityManager, electionId: string, roundId: string): Promise<boolean> {
    const register = await this.polls.register(reader, [electionId]);
    const [cast] = await this.polls.ballots(reader, [roundId]);
    return (cast?.ballots ?? 0) >= register.length;
  }

  execute(act: Act, { electionId }: { readonly electionId: string }): Promise<Election | RuleRefusal> {
    return this.ledger.record(act, 'closeVoting', async (tx) => {
      const election = await this.elections.lockWithBallots(tx, electionId);
      if (election === null) throw new NotFound(ELECTION_THING, electionId);
      const situation = await this.situations.of(tx, act, election);
      const violations = await this.verdict(tx, act, situation);
      const { lastRound } = situation;
      if (violations.length > 0 || lastRound === null) return new RuleRefusal(violations);
      // A vote by name acknowledged while this act waited for it came before the closing.
      const lastCastAt = await this.polls.lastCastAt(tx, lastRound.id);
      const closedAt = lastCastAt !== null && lastCastAt > act.at ? lastCastAt : act.at;
      await this.elections.close(tx, lastRound.id, { closedAt, closedById: actingPerson(act) });
      await this.boxes.close(tx, lastRound);
      const change = { state: 'CLOSED' } as const;
      await this.elections.change(tx, electionId, change);
      return { ...election, ...change };
    });
  }
}
