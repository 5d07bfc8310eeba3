import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { MandatesModule } from '@hemicycle/mandates';
import { MeetingsModule } from '@hemicycle/meetings';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { BoxWorkers } from '@hemicycle/sealed-ballot-native';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { AskForSecrecy } from './commands/ask-for-secrecy.js';
import { AnnouncedElections } from './announced-elections.js';
import { CallElection } from './commands/call-election.js';
import { CancelElection } from './commands/cancel-election.js';
import { CancelMeeting } from './commands/cancel-meeting.js';
import { MoveMeeting } from './commands/move-meeting.js';
import { CastBallot } from './commands/cast-ballot.js';
import { CastRecordedBallot } from './commands/cast-recorded-ballot.js';
import { CommitLotValue } from './commands/commit-lot-value.js';
import { CloseSession } from './commands/close-session.js';
import { CloseVoting } from './commands/close-voting.js';
import { ConveneMeeting } from './commands/convene-meeting.js';
import { CountVotes } from './commands/count-votes.js';
import { DrawLot } from './commands/draw-lot.js';
import { GiveDecryption } from './commands/give-decryption.js';
import { GiveTrusteePart } from './commands/give-trustee-part.js';
import { NameScrutineer } from './commands/name-scrutineer.js';
import { NameTrustees } from './commands/name-trustees.js';
import { OpenVoting } from './commands/open-voting.js';
import { OrderPoll } from './commands/order-poll.js';
import { PublishAgenda } from './commands/publish-agenda.js';
import { ProclaimResult } from './commands/proclaim-result.js';
import { RevealLotValue } from './commands/reveal-lot-value.js';
import { RecordFailure } from './commands/record-failure.js';
import { StandAsCandidate } from './commands/stand-as-candidate.js';
import { WithdrawCandidacy } from './commands/withdraw-candidacy.js';
import { ElectionActs } from './election-acts.js';
import { ElectionsRepository } from './elections.repository.js';
import { ElectionsLoaders } from './graphql/elections.loaders.js';
import { ElectionsResolver } from './graphql/elections.resolver.js';
import { MandateElectionsResolver } from './graphql/mandate-elections.resolver.js';
import { SealedBoxesResolver } from './graphql/sealed-boxes.resolver.js';
import { SealedPollsResolver } from './graphql/sealed-polls.resolver.js';
import { MeetingElectionsResolver } from './graphql/meeting-elections.resolver.js';
import { LotsRepository } from './lots.repository.js';
import { PollsRepository } from './polls.repository.js';
import { BallotTurns } from './sealed/ballot-turns.js';
import { BoxChecks } from './sealed/box-integrity.js';
import { OpenedPolls } from './sealed/opened-polls.js';
import { OpeningOfSeals } from './sealed/opening-of-seals.js';
import { PollFiles } from './sealed/poll-files.js';
import { SealedCount } from './sealed/sealed-count.js';
import { SealedPollsRepository } from './sealed/sealed-polls.repository.js';
import { VoterKeys } from './sealed/voter-keys.js';
import { Situations } from './situations.js';
import { TellResult } from './tell-result.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule, MembersModule, MandatesModule, MeetingsModule],
  providers: [
    ElectionsRepository,
    PollsRepository,
    LotsRepository,
    SealedPollsRepository,
    VoterKeys,
    OpenedPolls,
    BallotTurns,
    { provide: BoxWorkers, useFactory: () => new BoxWorkers() },
    OpeningOfSeals,
    SealedCount,
    BoxChecks,
    PollFiles,
    Situations,
    TellResult,
    AnnouncedElections,
    CallElection,
    ConveneMeeting,
    PublishAgenda,
    StandAsCandidate,
    WithdrawCandidacy,
    AskForSecrecy,
    OrderPoll,
    OpenVoting,
    CastBallot,
    CastRecordedBallot,
    NameTrustees,
    GiveTrusteePart,
    GiveDecryption,
    CloseVoting,
    CountVotes,
    NameScrutineer,
    CommitLotValue,
    RevealLotValue,
    DrawLot,
    ProclaimResult,
    RecordFailure,
    CancelElection,
    CancelMeeting,
    MoveMeeting,
    CloseSession,
    ElectionActs,
    ElectionsLoaders,
    ElectionsResolver,
    MeetingElectionsResolver,
    MandateElectionsResolver,
    SealedBoxesResolver,
    SealedPollsResolver,
  ],
  exports: [
    ElectionsRepository,
    PollsRepository,
    SealedPollsRepository,
    PollFiles,
    ElectionsLoaders,
    ElectionActs,
    Situations,
    GiveTrusteePart,
  ],
})
export class ElectionsModule implements OnApplicationShutdown {
  constructor(private readonly workers: BoxWorkers) {}

  async onApplicationShutdown(): Promise<void> {
    await this.workers.close();
  }
}
