import type { Role } from '@hemicycle/kernel';

const ANYONE = ['ANYONE'] as const;
const PERSON = ['PERSON'] as const;
const SECRETARIAT = ['SECRETARIAT'] as const;

/**
 * Who may call each operation of the API. What is not listed is refused to everybody, and the server does not start
 * with an operation that is missing here. Where the charter itself says who may act, the operation is open to
 * whoever signed in (`PERSON`) and the charter refuses, with its reason.
 */
export const PERMISSIONS: Readonly<Record<string, readonly Role[]>> = {
  'Query.auditHead': ANYONE,
  'Query.me': ANYONE,
  'Query.mySessions': PERSON,
  'Query.charter': ANYONE,
  'Query.forum': ANYONE,
  'Query.secretariat': ANYONE,
  'Query.foundingGroup': ANYONE,
  'Mutation.draftRulesOfProcedure': SECRETARIAT,
  'Mutation.approveRulesOfProcedure': PERSON,
  'Mutation.registerSecretariatBody': SECRETARIAT,
  'Mutation.appointSecretary': SECRETARIAT,
  'Mutation.endSecretaryAppointment': SECRETARIAT,
  'Query.organisations': ANYONE,
  'Query.organisation': ANYONE,
  'Query.needs': ANYONE,
  'Query.callsForApplications': ANYONE,
  'Query.callForApplications': ANYONE,
  'Query.applicationChallenge': ANYONE,
  'Query.applications': SECRETARIAT,
  'Query.members': ANYONE,
  'Query.member': ANYONE,
  'Mutation.requestSignInLink': ANYONE,
  'Mutation.signIn': ANYONE,
  'Mutation.signOut': PERSON,
  'Mutation.revokeSession': PERSON,
  'Mutation.revokeAllSessions': PERSON,
  'Mutation.setLanguage': PERSON,
  'Mutation.registerOrganisation': SECRETARIAT,
  'Mutation.renameOrganisation': SECRETARIAT,
  'Mutation.nameCorrespondent': SECRETARIAT,
  'Mutation.endCorrespondent': SECRETARIAT,
  'Mutation.conveneMember': PERSON,
  'Mutation.stateNeed': PERSON,
  'Mutation.appointDirectly': PERSON,
  'Mutation.draftCall': SECRETARIAT,
  'Mutation.openCall': SECRETARIAT,
  'Mutation.closeCall': SECRETARIAT,
  'Mutation.decideCall': SECRETARIAT,
  'Mutation.applyToCall': ANYONE,
  'Mutation.withdrawApplication': ANYONE,
  'Mutation.admitApplicant': SECRETARIAT,
  'Mutation.declineApplication': SECRETARIAT,
  'Mutation.nameAlternate': PERSON,
  'Mutation.endAlternate': PERSON,
  'Query.meetings': ANYONE,
  'Query.meeting': ANYONE,
  'Mutation.planMeeting': PERSON,
  'Mutation.draftAgenda': PERSON,
  'Mutation.turnKey': PERSON,
  'Mutation.recordAttendance': SECRETARIAT,
  'Mutation.openSession': PERSON,
  'Mutation.declareNoQuorum': PERSON,
  'Mutation.cancelMeeting': PERSON,
};
