import { ELECTION, type ElectionState, nextStates } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  BadUserInput,
  CurrentAct,
  PermittedAction,
  RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { type Meeting, MeetingType } from '@hemicycle/meetings';
import { type ListedMember, MemberType } from '@hemicycle/members';
import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AskForSecrecy } from '../commands/ask-for-secrecy.js';
import { CallElection } from '../commands/call-election.js';
import { CancelElection } from '../commands/cancel-election.js';
import { CastRecordedBallot, type Receipt } from '../commands/cast-recorded-ballot.js';
import { CloseVoting } from '../commands/close-voting.js';
import { CommitLotValue } from '../commands/commit-lot-value.js';
import { CountVotes } from '../commands/count-votes.js';
import { DrawLot } from '../commands/draw-lot.js';
import { NameScrutineer } from '../commands/name-scrutineer.js';
import { OpenVoting } from '../commands/open-voting.js';
import { OrderPoll } from '../commands/order-poll.js';
import { ProclaimResult } from '../commands/proclaim-result.js';
import { RevealLotValue } from '../commands/reveal-lot-value.js';
import { RecordFailure } from '../commands/record-failure.js';
import { StandAsCandidate } from '../commands/stand-as-candidate.js';
import { WithdrawCandidacy } from '../commands/withdraw-candidacy.js';
import { ElectionActs } from '../election-acts.js';
import type { Election } from '../election.entity.js';
import { ElectionsRepository, type NamedCandidacy } from '../elections.repository.js';
import { Situations } from '../situations.js';
import {
  AskForSecrecyResult,
  CallElectionResult,
  CancelElectionResult,
  CandidacyType,
  CastRecordedBallotResult,
  CloseVotingResult,
  CommitLotValueResult,
  CountVotesResult,
  DrawLotResult,
  ElectionConclusionType,
  ElectionRoundType,
  ElectionStateEnum,
  ElectionType,
  NameScrutineerResult,
  OpenVotingResult,
  OrderPollResult,
  ProclaimResultResult,
  ProclamationType,
  RecordFailureResult,
  RevealLotValueResult,
  ScrutineerType,
  StandAsCandidateResult,
  WithdrawCandidacyResult,
} from './election.type.js';
import {
  AskForSecrecyInput,
  CallElectionInput,
  CancelElectionInput,
  CastRecordedBallotInput,
  CloseVotingInput,
  CommitLotValueInput,
  CountVotesInput,
  DrawLotInput,
  NameScrutineerInput,
  OpenVotingInput,
  OrderPollInput,
  ProclaimResultInput,
  RecordFailureInput,
  RevealLotValueInput,
  StandAsCandidateInput,
  WithdrawCandidacyInput,
} from './elections.inputs.js';
import { ElectionsLoaders } from './elections.loaders.js';

@Resolver(() => ElectionType)
export class ElectionsResolver {
  constructor(
    private readonly database: Database,
    private readonly elections: ElectionsRepository,
    private readonly loaders: ElectionsLoaders,
    private readonly acts: ElectionActs,
    private readonly calling: CallElection,
    private readonly standing: StandAsCandidate,
    private readonly withdrawal: WithdrawCandidacy,
    private readonly secrecy: AskForSecrecy,
    private readonly order: OrderPoll,
    private readonly opening: OpenVoting,
    private readonly ballots: CastRecordedBallot,
    private readonly closing: CloseVoting,
    private readonly counting: CountVotes,
    private readonly naming: NameScrutineer,
    private readonly commitment: CommitLotValue,
    private readonly revelation: RevealLotValue,
    private readonly drawing: DrawLot,
    private readonly proclaiming: ProclaimResult,
    private readonly failure: RecordFailure,
    private readonly cancellation: CancelElection,
    private readonly situations: Situations,
  ) {
    acts.add('standAsCandidate', (reader, act, situation) => standing.verdict(reader, act, situation));
    acts.add('withdrawCandidacy', (_, act, situation) =>
      withdrawal.verdict(
        act,
        situation,
        situation.standing.find(({ personId }) => personId === act.actor.personId) ?? null,
      ),
    );
    acts.add('askForSecrecy', (reader, act, situation) => secrecy.verdict(reader, act, situation));
    acts.add('orderPoll', (reader, act, situation) => order.verdict(reader, act, situation));
    acts.add(
      'openVoting',
      (reader, act, situation) => opening.verdict(reader, act, situation, null),
      'SECRETARIAT',
    );
    acts.add('castRecordedBallot', (reader, act, { election, lastRound }) =>
      ballots.verdict(reader, act, election, lastRound, []),
    );
    acts.add(
      'closeVoting',
      (reader, act, situation) => closing.verdict(reader, act, situation),
      'SECRETARIAT',
    );
    acts.add('countVotes', (reader, _, situation) => counting.verdict(reader, situation), 'SECRETARIAT');
    acts.add('commitLotValue', (_, act, situation) => commitment.verdict(act, situation));
    acts.add('revealLotValue', (_, act, situation) => revelation.verdict(act, situation, null));
    acts.add('drawLot', (_, __, situation) => drawing.verdict(situation, {}), 'SECRETARIAT');
    acts.add(
      'proclaimResult',
      (reader, act, situation) => proclaiming.verdict(reader, act, situation),
      'SECRETARIAT',
    );
    acts.add(
      'recordFailure',
      (reader, act, situation) => failure.verdict(reader, act, situation),
      'SECRETARIAT',
    );
    acts.add('cancelElection', (_, __, situation) => cancellation.verdict(situation), 'SECRETARIAT');
  }

  @Query(() => ElectionType, { nullable: true, description: 'An election; null: unknown.' })
  async election(@Args('id', { type: () => ID }) id: string): Promise<Election | null> {
    return isId(id) ? this.elections.byId(this.database.reader, id) : null;
  }

  @ResolveField(() => MeetingType, { description: 'The plenary that elects.' })
  meeting({ meetingId }: Election, _: unknown, context: ApiContext): Promise<Meeting> {
    return this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => [ElectionStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates({ state }: Election): ElectionState[] {
    return [...nextStates(ELECTION, state)];
  }

  @ResolveField(() => [CandidacyType], {
    description: 'Everybody who stood, in the order of the declarations; withdrawn candidacies say so.',
  })
  async candidacies(election: Election, _: unknown, context: ApiContext): Promise<CandidacyType[]> {
    return (await this.loaders.file(context, election)).candidacies;
  }

  @ResolveField(() => [ElectionRoundType], { description: 'Its polls, the first one first.' })
  async rounds(election: Election, _: unknown, context: ApiContext): Promise<ElectionRoundType[]> {
    return (await this.loaders.file(context, election)).rounds;
  }

  @ResolveField(() => [MemberType], {
    nullable: true,
    description:
      'The seats that vote, by number, fixed when the first round opened (charter REGISTER); null: not fixed yet.',
  })
  async register(election: Election, _: unknown, context: ApiContext): Promise<ListedMember[] | null> {
    return (await this.loaders.file(context, election)).register;
  }

  @ResolveField(() => [ProclamationType], {
    description: 'Who was proclaimed, one line a seat filled; none: nobody, or not yet.',
  })
  async proclamations(election: Election, _: unknown, context: ApiContext): Promise<ProclamationType[]> {
    return (await this.loaders.file(context, election)).proclamations;
  }

  @ResolveField(() => ElectionConclusionType, { nullable: true, description: 'Null: it is under way.' })
  async conclusion(
    election: Election,
    _: unknown,
    context: ApiContext,
  ): Promise<ElectionConclusionType | null> {
    return (await this.loaders.file(context, election)).conclusion;
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description:
      'What the actor may do with this election now. `castRecordedBallot` is judged as for a blank vote, `openVoting` as for a ' +
      'round that closes in session.',
  })
  async permitted(election: Election, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    const { reader } = this.database;
    return this.acts.permitted(reader, act, await this.situations.of(reader, act, election));
  }

  @Mutation(() => CallElectionResult, {
    description:
      'Calls an election for a plenary, by the secretariat: nominations open with the convocation (charter C3-COCHAIRS, C3-ELECTED-AT-PLENARY).',
  })
  callElection(
    @CurrentAct() act: Act,
    @Args('input') input: CallElectionInput,
  ): Promise<Election | RuleRefusal> {
    return this.calling.execute(act, input);
  }

  @Mutation(() => StandAsCandidateResult, {
    description: 'Stands as a candidate, by a member of the seat’s college (charter ELIGIBILITY).',
  })
  standAsCandidate(
    @CurrentAct() act: Act,
    @Args('input') input: StandAsCandidateInput,
    @Context() context: ApiContext,
  ): Promise<CandidacyType | RuleRefusal> {
    return this.shown(context, this.standing.execute(act, input));
  }

  @Mutation(() => WithdrawCandidacyResult, {
    description:
      'Withdraws a candidacy, by whoever stands, while nominations are open (charter ELIGIBILITY).',
  })
  withdrawCandidacy(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawCandidacyInput,
    @Context() context: ApiContext,
  ): Promise<CandidacyType | RuleRefusal> {
    return this.shown(context, this.withdrawal.execute(act, input));
  }

  @Mutation(() => AskForSecrecyResult, {
    description:
      'One elector asks, before the poll opens, that the election be secret: votes are then not taken by name (charter SECRECY).',
  })
  askForSecrecy(
    @CurrentAct() act: Act,
    @Args('input') input: AskForSecrecyInput,
  ): Promise<Election | RuleRefusal> {
    return this.secrecy.execute(act, input);
  }

  @Mutation(() => OrderPollResult, {
    description:
      'Orders the next round, by whoever presides over the item; the first order closes the nominations (charter POLL, PRESIDING).',
  })
  orderPoll(@CurrentAct() act: Act, @Args('input') input: OrderPollInput): Promise<Election | RuleRefusal> {
    return this.order.execute(act, input);
  }

  @Mutation(() => OpenVotingResult, {
    description:
      'Opens the round that the president ordered, by the secretariat; the first time, the register is fixed (charter POLL, REGISTER).',
  })
  openVoting(@CurrentAct() act: Act, @Args('input') input: OpenVotingInput): Promise<Election | RuleRefusal> {
    return this.opening.execute(act, input);
  }

  @Mutation(() => CastRecordedBallotResult, {
    description:
      'Casts a vote by name, public after the closing, by whoever holds a seat’s vote; the last one before the closing counts (charter REGISTER, ONE-BALLOT).',
  })
  castRecordedBallot(
    @CurrentAct() act: Act,
    @Args('input') { electionId, candidacyIds, blank }: CastRecordedBallotInput,
  ): Promise<Receipt | RuleRefusal> {
    if ((candidacyIds.length === 0) !== blank) {
      throw new BadUserInput('candidacyIds', {
        fr: 'Indiquez une ou plusieurs candidatures, ou un vote blanc, et l’un des deux seulement.',
        en: 'Give one candidacy or several, or a blank vote, and one of the two only.',
      });
    }
    return this.ballots.execute(act, { electionId, candidacyIds });
  }

  @Mutation(() => CloseVotingResult, {
    description: 'Closes the round under way, by the secretariat (charter POLL).',
  })
  closeVoting(
    @CurrentAct() act: Act,
    @Args('input') input: CloseVotingInput,
  ): Promise<Election | RuleRefusal> {
    return this.closing.execute(act, input);
  }

  @Mutation(() => CountVotesResult, {
    description: 'Counts the closed round, by the secretariat, once (charter CNIL-1-09, METHOD).',
  })
  countVotes(@CurrentAct() act: Act, @Args('input') input: CountVotesInput): Promise<Election | RuleRefusal> {
    return this.counting.execute(act, input);
  }

  @ResolveField(() => [ScrutineerType], {
    description: 'Who was named for each college, government first; none: nobody yet.',
  })
  async scrutineers(election: Election, _: unknown, context: ApiContext): Promise<ScrutineerType[]> {
    return (await this.loaders.file(context, election)).scrutineers;
  }

  @Mutation(() => NameScrutineerResult, {
    description:
      'Names a college’s scrutineer, by the secretariat, before a poll: the last one named counts (charter SECRECY-FLOOR, TIE).',
  })
  nameScrutineer(
    @CurrentAct() act: Act,
    @Args('input') input: NameScrutineerInput,
  ): Promise<Election | RuleRefusal> {
    return this.naming.execute(act, input);
  }

  @Mutation(() => CommitLotValueResult, {
    description:
      'Commits a college’s value of the lot by its hash, by its scrutineer, between the order and the opening (charter TIE).',
  })
  commitLotValue(
    @CurrentAct() act: Act,
    @Args('input') input: CommitLotValueInput,
  ): Promise<Election | RuleRefusal> {
    return this.commitment.execute(act, input);
  }

  @Mutation(() => RevealLotValueResult, {
    description: 'Reveals the value committed, by the scrutineer, after the closing (charter TIE).',
  })
  revealLotValue(
    @CurrentAct() act: Act,
    @Args('input') input: RevealLotValueInput,
  ): Promise<Election | RuleRefusal> {
    return this.revelation.execute(act, input);
  }

  @Mutation(() => DrawLotResult, {
    description:
      'Draws lots between those whom a run-off, or a round of nobody else, left tied, by the secretariat (charter TIE).',
  })
  drawLot(
    @CurrentAct() act: Act,
    @Args('input') { electionId, governmentDice, civilSocietyDice }: DrawLotInput,
  ): Promise<Election | RuleRefusal> {
    const dice = {
      ...(typeof governmentDice === 'string' ? { GOVERNMENT: governmentDice } : {}),
      ...(typeof civilSocietyDice === 'string' ? { CIVIL_SOCIETY: civilSocietyDice } : {}),
    };
    return this.drawing.execute(act, { electionId, dice });
  }

  @Mutation(() => ProclaimResultResult, {
    description:
      'Proclaims those whom the counts elected, by the secretariat: their mandates begin that day (charter C3-TERM, POLL).',
  })
  proclaimResult(
    @CurrentAct() act: Act,
    @Args('input') input: ProclaimResultInput,
  ): Promise<Election | RuleRefusal> {
    return this.proclaiming.execute(act, input);
  }

  @Mutation(() => RecordFailureResult, {
    description:
      'Records that an election failed, by the secretariat: the plenary may close, and the election be called again (charter POLL).',
  })
  recordFailure(
    @CurrentAct() act: Act,
    @Args('input') input: RecordFailureInput,
  ): Promise<Election | RuleRefusal> {
    return this.failure.execute(act, input);
  }

  @Mutation(() => CancelElectionResult, {
    description:
      'Cancels an election before it is counted, by the secretariat, with a public reason: it may be called again (charter POLL).',
  })
  cancelElection(
    @CurrentAct() act: Act,
    @Args('input') input: CancelElectionInput,
  ): Promise<Election | RuleRefusal> {
    return this.cancellation.execute(act, input);
  }

  private async shown(
    context: ApiContext,
    act: Promise<NamedCandidacy | RuleRefusal>,
  ): Promise<CandidacyType | RuleRefusal> {
    const candidacy = await act;
    return candidacy instanceof RuleRefusal ? candidacy : this.loaders.candidacy(context, candidacy);
  }
}
