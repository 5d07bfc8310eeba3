import { FacilitatorProposal } from './facilitator-proposal.entity.js';
import { GroupMember } from './group-member.entity.js';
import { RoadmapStep } from './roadmap-step.entity.js';
import { RoadmapVersion } from './roadmap-version.entity.js';
import { WorkingGroup } from './working-group.entity.js';

export { Facilitation } from './facilitation.js';
export type { FacilitatorProposal } from './facilitator-proposal.entity.js';
export { FacilitatorType, WorkingGroupType } from './graphql/group.type.js';
export { GroupActs } from './group-acts.js';
export { GroupsModule } from './groups.module.js';
export { GROUP_MEMBERS, GroupsRepository } from './groups.repository.js';
export { type Roadmap, RoadmapsRepository } from './roadmaps.repository.js';
export { WorkingGroup } from './working-group.entity.js';

/** The tables of this room. */
export const GROUPS_TABLES = [WorkingGroup, FacilitatorProposal, GroupMember, RoadmapVersion, RoadmapStep];
