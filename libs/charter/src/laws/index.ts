import type { Law } from '../rule.js';
import { appointDirectly, conveneMember, stateNeed } from './admissions.js';
import { endAlternate, nameAlternate } from './alternates.js';
import {
  admitApplicant,
  applyToCall,
  closeCall,
  decideCall,
  declineApplication,
  draftCall,
  openCall,
  withdrawApplication,
} from './calls.js';
import { letConvocationLeave, stopConvocation } from './group-meetings.js';
import {
  castDecisionVote,
  closeDecisionVote,
  completeFollowUp,
  declareInterest,
  denyInterest,
  openDecisionVote,
  postponeItem,
  putToVote,
  recordConsensus,
  recordFollowUp,
  redateFollowUp,
  withdrawFollowUp,
} from './decisions.js';
import {
  cancelEvent,
  cancelEventPlace,
  confirmEventPlace,
  correctEventHeadCount,
  moveEvent,
  publishEvent,
  publishEventResults,
  recordEvent,
  registerForEvent,
  requestEventPlace,
  reviseEvent,
} from './events.js';
import {
  joinWorkingGroup,
  leaveWorkingGroup,
  proposeFacilitator,
  proposeWorkingGroup,
  resignFacilitation,
} from './groups.js';
import {
  endCorrespondent,
  nameCorrespondent,
  registerOrganisation,
  renameOrganisation,
} from './organisations.js';
import {
  planRequiredPlenary,
  requestPlenary,
  supportPlenaryRequest,
  withdrawPlenaryRequest,
} from './extraordinary.js';
import { endActing, endMembership, recordDeparture, recordSuccession, resignMandate } from './mandates.js';
import {
  cancelMeeting,
  declareNoQuorum,
  draftAgenda,
  openSession,
  planMeeting,
  recordAttendance,
  turnKey,
} from './meetings.js';
import {
  appointSecretary,
  approveRulesOfProcedure,
  endSecretaryAppointment,
  registerSecretariatBody,
} from './procedure.js';
import { callElection } from './elections-call.js';
import { conveneMeeting, publishAgenda } from './elections-convocation.js';
import { commitLotValue, drawLot, nameScrutineer, revealLotValue } from './elections-lot.js';
import { askForSecrecy, standAsCandidate, withdrawCandidacy } from './elections-nominations.js';
import { giveTrusteePart, nameTrustees } from './elections-keys.js';
import { castRecordedBallot, closeVoting, countVotes, openVoting, orderPoll } from './elections-poll.js';
import { castBallot, giveDecryption } from './elections-sealed.js';
import { cancelElection, proclaimResult, recordFailure } from './elections-result.js';
import {
  circulateMinutes,
  commentMinutes,
  correctMinutes,
  decideOnComments,
  draftMinutes,
  saveMinutes,
  signMinutes,
} from './minutes.js';
import { agreeToMove, moveMeeting } from './moving.js';
import { recordAttendee, removeAttendee } from './attendees.js';
import { attachPaper, replacePaper, withdrawPaper } from './papers.js';
import { giveProxy, withdrawProxy } from './proxies.js';
import { saveGroupReport, submitGroupReport } from './group-reports.js';
import { saveRoadmap } from './roadmaps.js';
import { closeSession } from './session-closing.js';

/** The law of every act of the API: from these the API answers `permitted`, and the documents say where a rule is enforced. */
export const LAWS: readonly Law<never>[] = [
  registerSecretariatBody,
  appointSecretary,
  endSecretaryAppointment,
  approveRulesOfProcedure,
  registerOrganisation,
  renameOrganisation,
  nameCorrespondent,
  endCorrespondent,
  conveneMember,
  stateNeed,
  appointDirectly,
  draftCall,
  openCall,
  closeCall,
  decideCall,
  applyToCall,
  withdrawApplication,
  admitApplicant,
  declineApplication,
  nameAlternate,
  endAlternate,
  endMembership,
  resignMandate,
  endActing,
  recordDeparture,
  recordSuccession,
  planMeeting,
  draftAgenda,
  turnKey,
  attachPaper,
  replacePaper,
  withdrawPaper,
  recordAttendance,
  recordAttendee,
  removeAttendee,
  openSession,
  declareNoQuorum,
  cancelMeeting,
  callElection,
  conveneMeeting,
  standAsCandidate,
  withdrawCandidacy,
  askForSecrecy,
  orderPoll,
  openVoting,
  castRecordedBallot,
  closeVoting,
  countVotes,
  nameScrutineer,
  commitLotValue,
  revealLotValue,
  drawLot,
  proclaimResult,
  recordFailure,
  cancelElection,
  closeSession,
  putToVote,
  openDecisionVote,
  castDecisionVote,
  closeDecisionVote,
  giveProxy,
  withdrawProxy,
  publishAgenda,
  nameTrustees,
  giveTrusteePart,
  castBallot,
  giveDecryption,
  draftMinutes,
  saveMinutes,
  circulateMinutes,
  commentMinutes,
  decideOnComments,
  correctMinutes,
  recordConsensus,
  declareInterest,
  recordFollowUp,
  completeFollowUp,
  redateFollowUp,
  withdrawFollowUp,
  postponeItem,
  denyInterest,
  proposeWorkingGroup,
  proposeFacilitator,
  joinWorkingGroup,
  leaveWorkingGroup,
  resignFacilitation,
  requestPlenary,
  supportPlenaryRequest,
  withdrawPlenaryRequest,
  planRequiredPlenary,
  saveRoadmap,
  reviseEvent,
  moveEvent,
  publishEvent,
  cancelEvent,
  recordEvent,
  correctEventHeadCount,
  publishEventResults,
  requestEventPlace,
  registerForEvent,
  confirmEventPlace,
  cancelEventPlace,
  stopConvocation,
  letConvocationLeave,
  saveGroupReport,
  submitGroupReport,
  moveMeeting,
  agreeToMove,
  signMinutes,
];
