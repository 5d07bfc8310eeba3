import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { MandatesModule } from '@hemicycle/mandates';
import { MeetingsModule } from '@hemicycle/meetings';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AskForSecrecy } from './commands/ask-for-secrecy.js';
import { AnnouncedElections } from './announced-elections.js';
import { CallElection } from './commands/call-election.js';
import { CancelElection } from './commands/cancel-election.js';
import { CancelMeeting } from './commands/cancel-meeting.js';
import { CastRecordedBallot } from './commands/cast-recorded-ballot.js';
import { CommitLotValue } from './commands/commit-lot-value.js';
import { CloseSession } from './commands/close-session.js';
import { CloseVoting } from './commands/close-voting.js';
import { ConveneMeeting } from './commands/convene-meeting.js';
import { CountVotes } from './commands/count-votes.js';
import { DrawLot } from './commands/draw-lot.js';
import { NameScrutineer } from './commands/name-scrutineer.js';
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
import { MeetingElectionsResolver } from './graphql/meeting-elections.resolver.js';
import { LotsRepository } from './lots.repository.js';
import { PollsRepository } from './polls.repository.js';
import { Situations } from './situations.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule, MembersModule, MandatesModule, MeetingsModule],
  providers: [
    ElectionsRepository,
    PollsRepository,
    LotsRepository,
    Situations,
    AnnouncedElections,
    CallElection,
    ConveneMeeting,
    PublishAgenda,
    StandAsCandidate,
    WithdrawCandidacy,
    AskForSecrecy,
    OrderPoll,
    OpenVoting,
    CastRecordedBallot,
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
    CloseSession,
    ElectionActs,
    ElectionsLoaders,
    ElectionsResolver,
    MeetingElectionsResolver,
    MandateElectionsResolver,
  ],
  exports: [ElectionsRepository, PollsRepository],
})
export class ElectionsModule {}
