import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { GroupsModule } from '@hemicycle/groups';
import { MandatesModule } from '@hemicycle/mandates';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AgendaPublications } from './agenda-publications.js';
import { AgendasRepository } from './agendas.repository.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Bodies } from './bodies.js';
import { Cancellations } from './cancellations.js';
import { Moves } from './moves.js';
import { CastDecisionVote } from './commands/cast-decision-vote.js';
import { AttachPaper } from './commands/attach-paper.js';
import { AgendaItemActs } from './agenda-item-acts.js';
import { CloseDecisionVote } from './commands/close-decision-vote.js';
import { CompleteFollowUp } from './commands/complete-follow-up.js';
import { DeclareInterest } from './commands/declare-interest.js';
import { DeclareNoQuorum } from './commands/declare-no-quorum.js';
import { DenyInterest } from './commands/deny-interest.js';
import { DraftAgenda } from './commands/draft-agenda.js';
import { OpenDecisionVote } from './commands/open-decision-vote.js';
import { OpenSession } from './commands/open-session.js';
import { GiveProxy } from './commands/give-proxy.js';
import { PlanMeeting } from './commands/plan-meeting.js';
import { PostponeItem } from './commands/postpone-item.js';
import { PlanRequiredPlenary } from './commands/plan-required-plenary.js';
import { PutToVote } from './commands/put-to-vote.js';
import { ReplacePaper } from './commands/replace-paper.js';
import { RequestPlenary } from './commands/request-plenary.js';
import { RecordConsensus } from './commands/record-consensus.js';
import { RedateFollowUp } from './commands/redate-follow-up.js';
import { RecordFollowUp } from './commands/record-follow-up.js';
import { SupportPlenaryRequest } from './commands/support-plenary-request.js';
import { AgreeToMove } from './commands/agree-to-move.js';
import { TurnKey } from './commands/turn-key.js';
import { WithdrawPaper } from './commands/withdraw-paper.js';
import { WithdrawProxy } from './commands/withdraw-proxy.js';
import { WithdrawPlenaryRequest } from './commands/withdraw-plenary-request.js';
import { ConveneGroups } from './convene-groups.js';
import { FollowBodies } from './follow-bodies.js';
import { ConvocationStops } from './convocation-stops.js';
import { ConvocationStopsRepository } from './convocation-stops.repository.js';
import { LetConvocationLeave } from './commands/let-convocation-leave.js';
import { StopConvocation } from './commands/stop-convocation.js';
import { MeetingsOfCommitteeResolver } from './graphql/committee-meetings.resolver.js';
import { GroupMeetingsResolver, MeetingsOfGroupResolver } from './graphql/group-meetings.resolver.js';
import { Convocations } from './convocations.js';
import { DecisionActs } from './decision-acts.js';
import { DecisionsRepository } from './decisions.repository.js';
import { Deliberations } from './deliberations.js';
import { TellCharged } from './tell-charged.js';
import { WithdrawFollowUp } from './commands/withdraw-follow-up.js';
import { FollowUpActs } from './follow-up-acts.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import {
  AttendanceFiguresResolver,
  BodyFiguresResolver,
  MemberFiguresResolver,
  OrganisationFiguresResolver,
  SeatsFoundResolver,
} from './graphql/attendance.resolvers.js';
import { AgendasResolver, MeetingAgendaResolver } from './graphql/agendas.resolver.js';
import { DecisionsResolver, MeetingDecisionsResolver } from './graphql/decisions.resolver.js';
import {
  EditionDecisionsResolver,
  FacilitatorDecisionsResolver,
  GroupDecisionsResolver,
  MandateDecisionsResolver,
} from './graphql/changed-by-decision.resolvers.js';
import { DecisionFollowUpsResolver, FollowUpsResolver } from './graphql/follow-ups.resolver.js';
import { ItemsUnderDiscussionResolver } from './graphql/items.resolver.js';
import { MeetingsLoaders } from './graphql/meetings.loaders.js';
import { MeetingsResolver, SessionPresidentsResolver } from './graphql/meetings.resolver.js';
import { MeetingPapersResolver, PapersResolver, PaperVersionsResolver } from './graphql/papers.resolver.js';
import { MeetingRequestResolver, PlenaryRequestsResolver } from './graphql/plenary-requests.resolver.js';
import { MeetingProxiesResolver } from './graphql/proxies.resolver.js';
import { KeyedAgendas } from './keyed-agendas.js';
import { MeetingActs } from './meeting-acts.js';
import { MeetingCalendar } from './meeting-calendar.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PaperActs } from './paper-acts.js';
import { PapersRead } from './papers-read.js';
import { PapersRepository } from './papers.repository.js';
import { Papers } from './papers.js';
import { PlenaryRequestActs } from './plenary-request-acts.js';
import { PlenaryRequests } from './plenary-requests.js';
import { PlenaryRequestsRepository } from './plenary-requests.repository.js';
import { PostponementsRepository } from './postponements.repository.js';
import { ProxiesRepository } from './proxies.repository.js';
import { RecusalsRepository } from './recusals.repository.js';
import { Sessions } from './sessions.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule, MembersModule, MandatesModule, GroupsModule],
  providers: [
    MeetingsRepository,
    MeetingCalendar,
    Bodies,
    ConvocationStopsRepository,
    ConvocationStops,
    ConveneGroups,
    FollowBodies,
    StopConvocation,
    LetConvocationLeave,
    GroupMeetingsResolver,
    MeetingsOfGroupResolver,
    MeetingsOfCommitteeResolver,
    AgendasRepository,
    AttendanceRepository,
    DecisionsRepository,
    ProxiesRepository,
    KeyedAgendas,
    PapersRepository,
    Papers,
    PapersRead,
    PaperActs,
    AttachPaper,
    ReplacePaper,
    WithdrawPaper,
    Convocations,
    AgendaPublications,
    Cancellations,
    Moves,
    Sessions,
    RecusalsRepository,
    PostponementsRepository,
    PlenaryRequestsRepository,
    PlenaryRequests,
    FollowUpsRepository,
    Deliberations,
    MeetingActs,
    AgendaItemActs,
    DecisionActs,
    FollowUpActs,
    PlenaryRequestActs,
    RequestPlenary,
    SupportPlenaryRequest,
    WithdrawPlenaryRequest,
    PlanRequiredPlenary,
    PlanMeeting,
    DraftAgenda,
    TurnKey,
    AgreeToMove,
    OpenSession,
    DeclareNoQuorum,
    DeclareInterest,
    DenyInterest,
    PostponeItem,
    RecordConsensus,
    PutToVote,
    OpenDecisionVote,
    CastDecisionVote,
    CloseDecisionVote,
    RecordFollowUp,
    CompleteFollowUp,
    RedateFollowUp,
    WithdrawFollowUp,
    TellCharged,
    GiveProxy,
    WithdrawProxy,
    MeetingsLoaders,
    MeetingsResolver,
    SessionPresidentsResolver,
    MeetingAgendaResolver,
    AgendasResolver,
    MeetingPapersResolver,
    PapersResolver,
    PaperVersionsResolver,
    MeetingDecisionsResolver,
    DecisionsResolver,
    ItemsUnderDiscussionResolver,
    EditionDecisionsResolver,
    FacilitatorDecisionsResolver,
    GroupDecisionsResolver,
    MandateDecisionsResolver,
    DecisionFollowUpsResolver,
    FollowUpsResolver,
    MeetingProxiesResolver,
    AttendanceFiguresResolver,
    MemberFiguresResolver,
    OrganisationFiguresResolver,
    SeatsFoundResolver,
    BodyFiguresResolver,
    MeetingRequestResolver,
    PlenaryRequestsResolver,
  ],
  exports: [
    MeetingsRepository,
    MeetingCalendar,
    Bodies,
    ConveneGroups,
    AgendasRepository,
    PapersRepository,
    PapersRead,
    AttendanceRepository,
    ProxiesRepository,
    DecisionsRepository,
    KeyedAgendas,
    RecusalsRepository,
    PostponementsRepository,
    FollowUpsRepository,
    Convocations,
    AgendaPublications,
    AgreeToMove,
    Cancellations,
    Moves,
    Sessions,
    MeetingActs,
    DecisionActs,
    PlenaryRequestActs,
    PlenaryRequestsRepository,
  ],
})
export class MeetingsModule {}
