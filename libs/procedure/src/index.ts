import { Forum } from './forum.entity.js';
import { FoundingGroupMembership } from './founding-group-membership.entity.js';
import { RulesOfProcedureEdition } from './rules-of-procedure-edition.entity.js';
import { SecretariatAppointment } from './secretariat-appointment.entity.js';
import { SecretariatBody } from './secretariat-body.entity.js';

export { AppointSecretary } from './commands/appoint-secretary.js';
export { NameFounder } from './commands/name-founder.js';
export { RegisterSecretariatBody } from './commands/register-secretariat-body.js';
export { EditionType } from './graphql/edition.type.js';
export { DecisionMajorityEnum, ElectionMethodEnum } from './graphql/settings.type.js';
export { ProcedureModule } from './procedure.module.js';
export { type KnownEdition, ProcedureRepository } from './procedure.repository.js';

/** The tables of this room. */
export const PROCEDURE_TABLES = [
  Forum,
  SecretariatBody,
  SecretariatAppointment,
  FoundingGroupMembership,
  RulesOfProcedureEdition,
];
