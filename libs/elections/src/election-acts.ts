import type { Violation } from '@hemicycle/charter';
import type { Act } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForSecrecy } from './commands/ask-for-secrecy.js';
import { CancelElection } from './commands/cancel-election.js';
import { CastBallot } from './commands/cast-ballot.js';
import { CloseVoting } from './commands/close-voting.js';
import { CountVotes } from './commands/count-votes.js';
import { OpenVoting } from './commands/open-voting.js';
import { OrderPoll } from './commands/order-poll.js';
import { ProclaimResult } from './commands/proclaim-result.js';
import { RecordFailure } from './commands/record-failure.js';
import { StandAsCandidate } from './commands/stand-as-candidate.js';
import { WithdrawCandidacy } from './commands/withdraw-candidacy.js';
import type { Election } from './election.entity.js';
import { Situations } from './situations.js';

/** What an act on an election would be told. */
export interface ForeseenAct {
  readonly action: string;
  readonly violations: Violation[];
  /** Whether the permission table lets the actor try. */
  readonly mayTry: boolean;
}

/** The acts that people do on an election, for `Election.permitted`: each by the verdict of its own command. */
@Injectable()
export class ElectionActs {
  constructor(
    private readonly situations: Situations,
    private readonly secrecy: AskForSecrecy,
    private readonly cancellation: CancelElection,
    private readonly ballot: CastBallot,
    private readonly closing: CloseVoting,
    private readonly count: CountVotes,
    private readonly opening: OpenVoting,
    private readonly order: OrderPoll,
    private readonly proclamation: ProclaimResult,
    private readonly failure: RecordFailure,
    private readonly standing: StandAsCandidate,
    private readonly withdrawal: WithdrawCandidacy,
  ) {}

  /** Judged for whoever acts: `castBallot` as for a blank vote, `openVoting` as for a round that closes in session. */
  async foreseen(reader: EntityManager, act: Act, election: Election): Promise<ForeseenAct[]> {
    const situation = await this.situations.of(reader, act, election);
    const { standing, lastRound } = situation;
    const own = standing.find(({ personId }) => personId === act.actor.personId) ?? null;
    const signedIn = act.actor.personId !== null;
    const secretariat = act.actor.roles.has('SECRETARIAT');
    const foresee = (action: string, mayTry: boolean, violations: Violation[]): ForeseenAct => ({
      action,
      mayTry,
      violations,
    });
    return [
      foresee('askForSecrecy', signedIn, await this.secrecy.verdict(reader, act, situation)),
      foresee('cancelElection', secretariat, this.cancellation.verdict(situation)),
      foresee('castBallot', signedIn, await this.ballot.verdict(reader, act, election, lastRound, null)),
      foresee('closeVoting', secretariat, await this.closing.verdict(reader, act, situation)),
      foresee('countVotes', secretariat, this.count.verdict(situation)),
      foresee('openVoting', secretariat, await this.opening.verdict(reader, act, situation, null)),
      foresee('orderPoll', signedIn, await this.order.verdict(reader, act, situation)),
      foresee('proclaimResult', secretariat, await this.proclamation.verdict(reader, act, situation)),
      foresee('recordFailure', secretariat, await this.failure.verdict(reader, act, situation)),
      foresee('standAsCandidate', signedIn, await this.standing.verdict(reader, act, situation)),
      foresee('withdrawCandidacy', signedIn, this.withdrawal.verdict(act, situation, own)),
    ];
  }
}
