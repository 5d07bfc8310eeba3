export {
  AGENDA_GROUNDS,
  AGENDA_KEY_PARTS,
  AGENDA_KEYS,
  type AgendaGround,
  type AgendaKeyName,
  type AgendaKeyPart,
  groundOf,
  isTurnedByMembers,
  type KeyedAgenda,
  type KeyHolder,
  keysWanted,
  MEMBERS_FOR_A_HALF,
  partHeld,
  partsMissing,
  partsOf,
  type SecondKey,
  silenceEndsOn,
  type TurnedKey,
} from './agenda-keys.js';
export type { Article, Source } from './article.js';
export { ARTICLES, CHAPTERS, RULE_IDS, type RuleId } from './articles.js';
export { type DecisionEffect, effectInWords } from './decision-effects.js';
export {
  type VotesOfCollege,
  type SeatVoted,
  VOTE_CHOICES,
  type VoteChoice,
  type VoteResult,
  voteResult,
} from './decision.js';
export { type DocumentId, DOCUMENTS, type SourceDocument } from './documents.js';
export { electorate, type Seat } from './electorate.js';
export {
  type AdmissionFacts,
  appointDirectly,
  conveneMember,
  type SeatHeld,
  stateNeed,
} from './laws/admissions.js';
export { endAlternate, nameAlternate } from './laws/alternates.js';
export {
  admitApplicant,
  type ApplicationState,
  applyToCall,
  type CallState,
  callStateAt,
  closeCall,
  decideCall,
  declineApplication,
  draftCall,
  openCall,
  withdrawApplication,
} from './laws/calls.js';
export {
  bothKeysAreTurned,
  collegesCanFillTheCommittee,
  CONVOCATION_RULES,
  type ConvocationFacts,
  noticeIsLongEnough,
  secretariatConvenesPlenaries,
} from './laws/convocation.js';
export {
  planRequiredPlenary,
  requestPlenary,
  supportPlenaryRequest,
  withdrawPlenaryRequest,
} from './laws/extraordinary.js';
export { type Requirement, requirementOf } from './extraordinary.js';
export {
  castDecisionVote,
  type CastingFacts,
  closeDecisionVote,
  completeFollowUp,
  type DecidingFacts,
  type DecisionState,
  declareInterest,
  type DenialFacts,
  denyInterest,
  type InterestFacts,
  type Objector,
  openDecisionVote,
  postponeItem,
  type PostponingFacts,
  putToVote,
  recordConsensus,
  recordFollowUp,
  redateFollowUp,
  type SubjectFacts,
  withdrawFollowUp,
} from './laws/decisions.js';
export {
  type ConvenedGroup,
  groupConvocationLeavesOn,
  letConvocationLeave,
  type MeetingCommittee,
  type MeetingGroup,
  type OfABody,
  type StopFacts,
  stopConvocation,
} from './laws/group-meetings.js';
export {
  type FacilitatorsFacts,
  type GroupMembershipFacts,
  type GroupState,
  joinWorkingGroup,
  leaveWorkingGroup,
  type NamingFacts,
  type ProposedFacilitator,
  proposeFacilitator,
  proposeWorkingGroup,
  resignFacilitation,
} from './laws/groups.js';
export {
  callElection,
  type ElectedSeat,
  type ElectionState,
  lastDayOfNominations,
  methodOf,
  type SeatFacts,
  seatInWords,
} from './laws/elections-call.js';
export { type CalledElection, conveneMeeting, publishAgenda } from './laws/elections-convocation.js';
export { CHANGE_NOTICE_DAYS, type PublicationFacts } from './laws/agenda-publication.js';
export { agreeToMove, moveMeeting, type MovingFacts, type OpenNominations } from './laws/moving.js';
export {
  giveTrusteePart,
  nameTrustees,
  type ProposedTrustee,
  TRUSTEE_CAPACITIES,
  TRUSTEE_STEPS,
  type TrusteeCapacity,
  TRUSTEES_NEEDED,
  type TrusteeStep,
} from './laws/elections-keys.js';
export {
  commitLotValue,
  drawLot,
  nameScrutineer,
  revealLotValue,
  type ScrutineerStanding,
} from './laws/elections-lot.js';
export {
  askForSecrecy,
  type NominationsFacts,
  standAsCandidate,
  withdrawCandidacy,
} from './laws/elections-nominations.js';
export {
  castRecordedBallot,
  closeVoting,
  type CountedRound,
  countVotes,
  isSecret,
  type NextRoundFacts,
  openVoting,
  orderPoll,
  type VoterStanding,
} from './laws/elections-poll.js';
export {
  cancelElection,
  type ElectionFailure,
  FAILURE_IN_WORDS,
  FAILURES,
  failureOf,
  proclaimResult,
  recordFailure,
  type ResultFacts,
} from './laws/elections-result.js';
export { FRESH_SIGN_IN_MINUTES } from './fresh-sign-in.js';
export { castBallot, giveDecryption } from './laws/elections-sealed.js';
export {
  ATTENDEE_CAPACITIES,
  type AttendeeCapacity,
  recordAttendee,
  removeAttendee,
} from './laws/attendees.js';
export { LAWS } from './laws/index.js';
export {
  endActing,
  endMembership,
  recordDeparture,
  recordSuccession,
  resignMandate,
} from './laws/mandates.js';
export {
  type AttendanceFacts,
  SEATS_FOUND,
  type SeatFound,
  cancelMeeting,
  declareNoQuorum,
  draftAgenda,
  openSession,
  type OpeningFacts,
  planMeeting,
  recordAttendance,
  turnKey,
  type TurningFacts,
} from './laws/meetings.js';
export {
  approvalOf,
  circulateMinutes,
  type CommentingFacts,
  commentMinutes,
  correctMinutes,
  type Deadline,
  deadlinesOfMinutes,
  decideOnComments,
  draftMinutes,
  MINUTES_APPROVALS,
  MINUTES_SIGNATORIES,
  type MinutesSignatory,
  signMinutes,
  type MinutesApproval,
  minutesDueOn,
  type MinutesState,
  minutesStateAt,
  type RulingFacts,
  saveMinutes,
} from './laws/minutes.js';
export {
  endCorrespondent,
  nameCorrespondent,
  type OrganisationFacts,
  registerOrganisation,
  renameOrganisation,
  type RenamingFacts,
} from './laws/organisations.js';
export {
  appointSecretary,
  approveRulesOfProcedure,
  endSecretaryAppointment,
  nameFounder,
  registerSecretariatBody,
} from './laws/procedure.js';
export {
  attachPaper,
  type KnownPaperFacts,
  type PaperFacts,
  type PaperState,
  replacePaper,
  withdrawPaper,
} from './laws/papers.js';
export { giveProxy, type ProxyFacts, type ProxyMember, withdrawProxy } from './laws/proxies.js';
export {
  cancelEvent,
  cancelEventPlace,
  confirmEventPlace,
  type EventPlaceState,
  type EventState,
  moveEvent,
  publishEvent,
  publishEventResults,
  correctEventHeadCount,
  recordEvent,
  registerForEvent,
  requestEventPlace,
  reviseEvent,
} from './laws/events.js';
export {
  ROADMAP_STEP_STATES,
  type RoadmapStepState,
  saveRoadmap,
  stepIsLate,
  type StepStanding,
  type WrittenStep,
} from './laws/roadmaps.js';
export {
  type GroupReportFacts,
  type GroupReportState,
  saveGroupReport,
  submitGroupReport,
} from './laws/group-reports.js';
export { closeSession, type ClosingFacts } from './laws/session-closing.js';
export {
  AGENDA,
  APPLICATION,
  CALL,
  COMMITMENT,
  CONTRIBUTION,
  DECISION,
  ELECTION,
  EVENT_PLACE,
  FORUM_EVENT,
  GROUP_REPORT,
  inLife,
  type Life,
  LIVES,
  MANDATE,
  MEETING,
  MINUTES,
  PAPER,
  PLENARY_REQUEST,
  nextStates,
  PLAN,
  ROADMAP_STEP,
  RULES_OF_PROCEDURE,
  SECRETARIAT_APPOINTMENT,
  type StateOf,
  whileIn,
  WORKING_GROUP,
} from './lives.js';
export { type Designation, presidentOf, type PresentMember, type PresidingFacts } from './presiding.js';
export { type CollegeQuorum, type Quorum, quorum, type SeatAtMeeting } from './quorum.js';
export { judge, type Law, law, type Rule, rule, type Violation } from './rule.js';
export { type Gender, GENDERS, PARITIES, type Parity, parityOf } from './parity.js';
export { rulesDocument, STATED_SO_FAR, WARNED_SO_FAR } from './rules-document.js';
export {
  type Edition,
  EDITION_0,
  editionInForce,
  type ElectionMethod,
  type PresidingRank,
  type RulesOfProcedure,
  type Setting,
  type Share,
} from './rules-of-procedure.js';
export { type SeatTermFacts, termOfSeat } from './seat-terms.js';
export {
  type SettingDefinition,
  type SettingForm,
  settingInWords,
  type SettingProblem,
  SETTINGS,
  settingsProblems,
} from './settings.js';
export { consecutiveFullTerms, type ServedTerm } from './term-limit.js';
export { endOfRenewedMandate, endsWithinSixMonths, termEnd } from './terms.js';
export {
  assignSeats,
  type NumberedSeat,
  openSeats,
  type SeatsAtStake,
  seatsPutToTheVote,
  type SeatToFill,
} from './open-seats.js';
