import { Alternate } from './alternate.entity.js';
import { Application } from './application.entity.js';
import { CallForApplications } from './call-for-applications.entity.js';
import { Correspondent } from './correspondent.entity.js';
import { MemberAffiliation } from './member-affiliation.entity.js';
import { Member } from './member.entity.js';
import { Need } from './need.entity.js';
import { OrganisationName } from './organisation-name.entity.js';
import { Organisation } from './organisation.entity.js';
import { SpentChallenge } from './spent-challenge.entity.js';

export { ComingsAndGoings } from './comings-and-goings.js';
export { ChallengeType } from './graphql/challenge.type.js';
export { NeedType } from './graphql/need.type.js';
export { NeedsRepository, type StatedNeed } from './needs.repository.js';
export { MemberType } from './graphql/member.type.js';
export { OrganisationType } from './graphql/organisation.type.js';
export { ADMISSION_ROUTES, type AdmissionRoute, Member } from './member.entity.js';
export { MemberActs } from './member-acts.js';
export { OrganisationActs } from './organisation-acts.js';
export { MembersModule } from './members.module.js';
export {
  type Admission,
  type ListedMember,
  type MemberOnDay,
  MembersRepository,
  type NamedPerson,
  type OrganisationSeat,
} from './members.repository.js';
export { Organisation } from './organisation.entity.js';
export {
  type NamedOrganisation,
  OrganisationsRepository,
  type Succession,
} from './organisations.repository.js';
export { PROOF_OF_WORK_COST, ProofOfWork } from './proof-of-work.js';

/** The tables of this room. */
export const MEMBERS_TABLES = [
  Organisation,
  OrganisationName,
  Need,
  Member,
  MemberAffiliation,
  Alternate,
  Correspondent,
  CallForApplications,
  Application,
  SpentChallenge,
];
