import { MemberAffiliation } from './member-affiliation.entity.js';
import { Member } from './member.entity.js';
import { OrganisationName } from './organisation-name.entity.js';
import { Organisation } from './organisation.entity.js';

export { OrganisationType } from './graphql/organisation.type.js';
export { MemberAffiliation } from './member-affiliation.entity.js';
export { ADMISSION_ROUTES, type AdmissionRoute, Member } from './member.entity.js';
export { MembersModule } from './members.module.js';
export { Organisation } from './organisation.entity.js';
export { type NamedOrganisation, OrganisationsRepository } from './organisations.repository.js';

/** The tables of this room. */
export const MEMBERS_TABLES = [Organisation, OrganisationName, Member, MemberAffiliation];
