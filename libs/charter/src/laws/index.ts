import type { Law } from '../rule.js';
import { conveneMember } from './admissions.js';
import { registerOrganisation } from './organisations.js';
import {
  appointSecretary,
  approveRulesOfProcedure,
  endSecretaryAppointment,
  nameFounder,
  registerSecretariatBody,
} from './procedure.js';

/** Every law: from these the API answers `permitted`, and the documents say where a rule is enforced. */
export const LAWS: readonly Law<never>[] = [
  registerSecretariatBody,
  appointSecretary,
  endSecretaryAppointment,
  nameFounder,
  approveRulesOfProcedure,
  registerOrganisation,
  conveneMember,
];
