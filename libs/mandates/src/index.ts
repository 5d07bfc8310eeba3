import { ActingEnd } from './acting-end.entity.js';
import { FacilitatorMandate } from './facilitator-mandate.entity.js';
import { Mandate } from './mandate.entity.js';
import { ParityDeclaration } from './parity-declaration.entity.js';

export {
  FACILITATION_END_REASONS,
  type FacilitationEndReason,
  FacilitatorMandate,
} from './facilitator-mandate.entity.js';
export {
  FacilitatorsRepository,
  type NamedFacilitator,
  type NewFacilitator,
} from './facilitators.repository.js';
export {
  Mandate,
  MANDATE_END_REASONS,
  type MandateEndReason,
  type Office,
  OFFICES,
} from './mandate.entity.js';
export type { Committee } from './committee.js';
export { ManagementCommitteeType, MandateType } from './graphql/mandate.type.js';
export { OfficeEnum } from './graphql/office.enum.js';
export { MandatesModule } from './mandates.module.js';
export {
  ACTING_ENDED_ON,
  ACTS_UNTIL,
  COMMITTEE_MEMBERS,
  type CommitteeSeat,
  type DatedMandate,
  type Holder,
  MandatesRepository,
  type Proclaimed,
} from './mandates.repository.js';
export { type CollegeParity, Parities } from './parities.js';

/** The tables of this room. */
export const MANDATES_TABLES = [Mandate, ActingEnd, FacilitatorMandate, ParityDeclaration];
