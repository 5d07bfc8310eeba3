import { AgendaItem } from './agenda-item.entity.js';
import { AgendaKey } from './agenda-key.entity.js';
import { AgendaPublication } from './agenda-publication.entity.js';
import { Agenda } from './agenda.entity.js';
import { Attendance } from './attendance.entity.js';
import { ConvocationStop } from './convocation-stop.entity.js';
import { Convocation } from './convocation.entity.js';
import { DecisionObjection } from './decision-objection.entity.js';
import { DecisionSeat } from './decision-seat.entity.js';
import { DecisionVote } from './decision-vote.entity.js';
import { Decision } from './decision.entity.js';
import { FollowUpChange } from './follow-up-change.entity.js';
import { FollowUpCompletion } from './follow-up-completion.entity.js';
import { FollowUp } from './follow-up.entity.js';
import { MeetingMove } from './meeting-move.entity.js';
import { Meeting } from './meeting.entity.js';
import { PaperFile } from './paper-file.entity.js';
import { PaperVersion } from './paper-version.entity.js';
import { Paper } from './paper.entity.js';
import { Postponement } from './postponement.entity.js';
import { PlenaryRequestItem } from './plenary-request-item.entity.js';
import { PlenaryRequestSupport } from './plenary-request-support.entity.js';
import { PlenaryRequest } from './plenary-request.entity.js';
import { Presidency } from './presidency.entity.js';
import { Proxy } from './proxy.entity.js';
import { QuorumCheck } from './quorum-check.entity.js';
import { Release } from './release.entity.js';
import { Summons } from './summons.entity.js';
import { RecusalDenial } from './recusal-denial.entity.js';
import { Recusal } from './recusal.entity.js';

export { AgendaItem, type DecisionSubject, ITEM_KINDS, type ItemKind } from './agenda-item.entity.js';
export { AgendaItemType, DecisionSubjectEnum, ItemKindEnum } from './graphql/agenda.type.js';
export { AgreeToMove } from './commands/agree-to-move.js';
export { AgendaPublications } from './agenda-publications.js';
export { agendaChanges } from './agenda-changes.js';
export { AgendasRepository, type AgendaVersion, type VersionOf } from './agendas.repository.js';
export { Attendance, ATTENDANCE_MODES, type AttendanceMode } from './attendance.entity.js';
export { AttendanceRepository, type ListedAttendance } from './attendance.repository.js';
export { OnTheDayReadInput, WhenAndWhereInput } from './graphql/meetings.inputs.js';
export { Bodies } from './bodies.js';
export { Cancellations } from './cancellations.js';
export { Convocation } from './convocation.entity.js';
export { type Calling, Convocations } from './convocations.js';
export { ConveneGroups } from './convene-groups.js';
export { KeyedAgendas } from './keyed-agendas.js';
export type { Capacity } from './decision-seat.entity.js';
export { decisionNamed, type NumberedDecision } from './decision-named.js';
export type { DecisionWay } from './decision.entity.js';
export { DecisionType } from './graphql/decision.type.js';
export {
  DecisionsRepository,
  type ListedDecision,
  type ListedObjection,
  type SeatVote,
} from './decisions.repository.js';
export { AttendanceModeEnum } from './graphql/attendance.type.js';
export { chargedWith, FollowUpsRepository, type ListedFollowUp } from './follow-ups.repository.js';
export { BODIES, type Body, Meeting, type MeetingState } from './meeting.entity.js';
export { MeetingCalendar } from './meeting-calendar.js';
export { asHers, eventFreed, meetingEvent, toThePublic } from './meeting-event.js';
export { DecisionActs } from './decision-acts.js';
export { PlenaryRequestActs } from './plenary-request-acts.js';
export { PlenaryRequestsRepository } from './plenary-requests.repository.js';
export { type BodyInWords, meetingNamed } from './letters.js';
export { MeetingActs } from './meeting-acts.js';
export { MeetingType } from './graphql/meeting.type.js';
export { MeetingsModule } from './meetings.module.js';
export { MeetingsRepository, type President, type SessionPresident } from './meetings.repository.js';
export { Moves, type Moving } from './moves.js';
export { FORMAT_WORDS, LARGEST_PAPER, MEDIA_TYPES, type PaperFormat, TOO_LARGE } from './paper-format.js';
export { paperAddress } from './paper-words.js';
export { PapersRead } from './papers-read.js';
export { type ListedPaper, PapersRepository } from './papers.repository.js';
export { PostponementsRepository } from './postponements.repository.js';
export { ProxiesRepository } from './proxies.repository.js';
export { recusedInVote } from './recused-in-vote.js';
export { type ListedRecusal, RecusalsRepository } from './recusals.repository.js';
export { type Assembly, type Presiding, Sessions, takesPart } from './sessions.js';

/** The tables of this room. */
export const MEETINGS_TABLES = [
  Meeting,
  Agenda,
  AgendaItem,
  AgendaKey,
  AgendaPublication,
  Paper,
  PaperVersion,
  PaperFile,
  Convocation,
  Summons,
  Release,
  ConvocationStop,
  MeetingMove,
  Attendance,
  Presidency,
  QuorumCheck,
  Decision,
  DecisionSeat,
  DecisionVote,
  DecisionObjection,
  Recusal,
  RecusalDenial,
  Postponement,
  PlenaryRequest,
  PlenaryRequestItem,
  PlenaryRequestSupport,
  FollowUp,
  FollowUpCompletion,
  FollowUpChange,
  Proxy,
];
