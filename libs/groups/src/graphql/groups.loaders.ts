import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf, rowsFor } from '@hemicycle/graphql';
import { FacilitatorsRepository, type NamedFacilitator } from '@hemicycle/mandates';
import {
  type ListedMember,
  MembersRepository,
  type NamedPerson,
  NeedsRepository,
  type StatedNeed,
} from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { FacilitatorProposal } from '../facilitator-proposal.entity.js';
import { GroupsRepository, type ListedGroupMember } from '../groups.repository.js';
import { type Roadmap, RoadmapsRepository, type StepOf, type StepRevision } from '../roadmaps.repository.js';
import type { WorkingGroup } from '../working-group.entity.js';

/** A page's worth of the history of a step. */
interface StepPage extends StepOf {
  /** The version before which to go on; null: from the latest. */
  readonly before: number | null;
  readonly limit: number;
}

/** What lists ask of other tables: one statement for the whole list, whatever its length. Never kept: acts show things as they are. */
@Injectable()
export class GroupsLoaders {
  private readonly key = {
    facilitators: {},
    proposals: {},
    members: {},
    proposers: {},
    seats: {},
    groups: {},
    needs: {},
    roadmaps: {},
    histories: {},
  };

  constructor(
    private readonly database: Database,
    private readonly groups: GroupsRepository,
    private readonly inOffice: FacilitatorsRepository,
    private readonly forumMembers: MembersRepository,
    private readonly stated: NeedsRepository,
    private readonly roadmaps: RoadmapsRepository,
  ) {}

  /** Every mandate that the group gave, the earliest first. */
  facilitators(context: ApiContext, groupId: string): Promise<NamedFacilitator[]> {
    return rowsFor(context, this.key.facilitators, groupId, 'groupId', (ids) =>
      this.inOffice.ofGroups(this.database.reader, ids),
    );
  }

  /** The earliest first. */
  proposals(context: ApiContext, groupId: string): Promise<FacilitatorProposal[]> {
    return rowsFor(context, this.key.proposals, groupId, 'groupId', (ids) =>
      this.groups.proposals(this.database.reader, ids),
    );
  }

  /** Present and past, by member number. */
  members(context: ApiContext, groupId: string): Promise<ListedGroupMember[]> {
    return rowsFor(context, this.key.members, groupId, 'groupId', (ids) =>
      this.groups.members(this.database.reader, ids),
    );
  }

  async proposer(context: ApiContext, groupId: string): Promise<NamedPerson> {
    const [found] = await rowsFor(context, this.key.proposers, groupId, 'groupId', (ids) =>
      this.groups.proposers(this.database.reader, ids),
    );
    if (found === undefined) throw new RangeError(`No group ${groupId}`);
    return found.person;
  }

  group(context: ApiContext, id: string): Promise<WorkingGroup> {
    return loaderOf(
      context,
      this.key.groups,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.groups.byIds(this.database.reader, ids);
          const byId = new Map(found.map((group) => [group.id, group]));
          return ids.map((one) => byId.get(one) ?? new RangeError(`No group ${one}`));
        }),
    ).load(id);
  }

  /** The needs that the group stated, the earliest first. */
  needs(context: ApiContext, groupId: string): Promise<StatedNeed[]> {
    return rowsFor(context, this.key.needs, groupId, 'groupId', (ids) =>
      this.stated.ofGroups(this.database.reader, ids),
    );
  }

  /** The latest version of the group's roadmap; null: none was written. */
  async roadmap(context: ApiContext, groupId: string): Promise<Roadmap | null> {
    const [roadmap] = await rowsFor(context, this.key.roadmaps, groupId, 'groupId', (ids) =>
      this.roadmaps.latest(this.database.reader, ids),
    );
    return roadmap ?? null;
  }

  /** A page's worth of what a step said, the latest first; the steps of a list in one statement. */
  stepHistory(context: ApiContext, asked: StepPage): Promise<StepRevision[]> {
    return loaderOf(
      context,
      this.key.histories,
      () => new DataLoader((pages: readonly StepPage[]) => this.histories(pages), { cache: false }),
    ).load(asked);
  }

  private async histories(pages: readonly StepPage[]): Promise<StepRevision[][]> {
    const answers = pages.map((): StepRevision[] => []);
    const alike = ({ before, limit }: StepPage): string => `${before} ${limit}`;
    for (const one of new Map(pages.map((page) => [alike(page), page])).values()) {
      const same = pages.filter((page) => alike(page) === alike(one));
      const revisions = await this.roadmaps.histories(this.database.reader, same, one);
      for (const [place, page] of pages.entries()) {
        if (alike(page) !== alike(one)) continue;
        answers[place] = revisions.filter(
          ({ groupId, stepId }) => groupId === page.groupId && stepId === page.stepId,
        );
      }
    }
    return answers;
  }

  /** As of today. */
  member(context: ApiContext, memberId: string): Promise<ListedMember> {
    return loaderOf(
      context,
      this.key.seats,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.forumMembers.listedByIds(this.database.reader, ids, context.act.on);
          const byId = new Map(found.map((member) => [member.id, member]));
          return ids.map((id) => byId.get(id) ?? new RangeError(`No member ${id}`));
        }),
    ).load(memberId);
  }
}
