import { AccountsModule } from '@hemicycle/accounts';
import { AuditModule } from '@hemicycle/audit';
import { MandatesModule } from '@hemicycle/mandates';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { AgendaPublications } from './agenda-publications.js';
import { AgendasRepository } from './agendas.repository.js';
import { AttendanceRepository } from './attendance.repository.js';
import { Cancellations } from './cancellations.js';
import { CastDecisionVote } from './commands/cast-decision-vote.js';
import { CloseDecisionVote } from './commands/close-decision-vote.js';
import { DeclareNoQuorum } from './commands/declare-no-quorum.js';
import { DraftAgenda } from './commands/draft-agenda.js';
import { OpenDecisionVote } from './commands/open-decision-vote.js';
import { OpenSession } from './commands/open-session.js';
import { GiveProxy } from './commands/give-proxy.js';
import { PlanMeeting } from './commands/plan-meeting.js';
import { PutToVote } from './commands/put-to-vote.js';
import { RecordAttendance } from './commands/record-attendance.js';
import { TurnKey } from './commands/turn-key.js';
import { WithdrawProxy } from './commands/withdraw-proxy.js';
import { Convocations } from './convocations.js';
import { DecisionActs } from './decision-acts.js';
import { DecisionsRepository } from './decisions.repository.js';
import { AgendasResolver, MeetingAgendaResolver } from './graphql/agendas.resolver.js';
import { DecisionsResolver, MeetingDecisionsResolver } from './graphql/decisions.resolver.js';
import { MeetingsLoaders } from './graphql/meetings.loaders.js';
import { MeetingsResolver, SessionPresidentsResolver } from './graphql/meetings.resolver.js';
import { MeetingProxiesResolver } from './graphql/proxies.resolver.js';
import { KeyedAgendas } from './keyed-agendas.js';
import { MeetingActs } from './meeting-acts.js';
import { MeetingsRepository } from './meetings.repository.js';
import { ProxiesRepository } from './proxies.repository.js';
import { Sessions } from './sessions.js';

@Module({
  imports: [AccountsModule, AuditModule, ProcedureModule, MembersModule, MandatesModule],
  providers: [
    MeetingsRepository,
    AgendasRepository,
    AttendanceRepository,
    DecisionsRepository,
    ProxiesRepository,
    KeyedAgendas,
    Convocations,
    AgendaPublications,
    Cancellations,
    Sessions,
    MeetingActs,
    DecisionActs,
    PlanMeeting,
    DraftAgenda,
    TurnKey,
    RecordAttendance,
    OpenSession,
    DeclareNoQuorum,
    PutToVote,
    OpenDecisionVote,
    CastDecisionVote,
    CloseDecisionVote,
    GiveProxy,
    WithdrawProxy,
    MeetingsLoaders,
    MeetingsResolver,
    SessionPresidentsResolver,
    MeetingAgendaResolver,
    AgendasResolver,
    MeetingDecisionsResolver,
    DecisionsResolver,
    MeetingProxiesResolver,
  ],
  exports: [
    MeetingsRepository,
    AgendasRepository,
    AttendanceRepository,
    DecisionsRepository,
    ProxiesRepository,
    KeyedAgendas,
    Convocations,
    AgendaPublications,
    Cancellations,
    Sessions,
    MeetingActs,
  ],
})
export class MeetingsModule {}
