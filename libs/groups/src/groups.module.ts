import { AuditModule } from '@hemicycle/audit';
import { MandatesModule } from '@hemicycle/mandates';
import { MembersModule } from '@hemicycle/members';
import { ProcedureModule } from '@hemicycle/procedure';
import { Module } from '@nestjs/common';
import { JoinWorkingGroup } from './commands/join-working-group.js';
import { LeaveWorkingGroup } from './commands/leave-working-group.js';
import { ProposeFacilitator } from './commands/propose-facilitator.js';
import { ProposeWorkingGroup } from './commands/propose-working-group.js';
import { ResignFacilitation } from './commands/resign-facilitation.js';
import { SaveRoadmap } from './commands/save-roadmap.js';
import { StateNeed } from './commands/state-need.js';
import { Facilitation } from './facilitation.js';
import { GroupsLoaders } from './graphql/groups.loaders.js';
import {
  FacilitatorProposalsResolver,
  FacilitatorsResolver,
  GroupsResolver,
} from './graphql/groups.resolver.js';
import { GroupNeedsResolver } from './graphql/needs.resolver.js';
import {
  RoadmapsResolver,
  RoadmapStepsOfRoadmapResolver,
  RoadmapStepsResolver,
} from './graphql/roadmaps.resolver.js';
import { GroupActs } from './group-acts.js';
import { GroupMemberships } from './group-memberships.js';
import { GroupsRepository } from './groups.repository.js';
import { RoadmapsRepository } from './roadmaps.repository.js';

@Module({
  imports: [AuditModule, ProcedureModule, MembersModule, MandatesModule],
  providers: [
    GroupsRepository,
    RoadmapsRepository,
    Facilitation,
    GroupMemberships,
    GroupActs,
    ProposeWorkingGroup,
    ProposeFacilitator,
    JoinWorkingGroup,
    LeaveWorkingGroup,
    ResignFacilitation,
    StateNeed,
    SaveRoadmap,
    GroupsLoaders,
    GroupsResolver,
    FacilitatorsResolver,
    FacilitatorProposalsResolver,
    GroupNeedsResolver,
    RoadmapsResolver,
    RoadmapStepsOfRoadmapResolver,
    RoadmapStepsResolver,
  ],
  exports: [GroupsRepository, RoadmapsRepository, Facilitation, GroupActs],
})
export class GroupsModule {}
