import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import {
  type ListedMember,
  MembersRepository,
  OrganisationsRepository,
  type Succession,
} from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { type DatedMandate, MandatesRepository } from '../mandates.repository.js';

/** What lists ask of other tables: one statement for the whole list, whatever its length. Days are the day of the act. */
@Injectable()
export class MandatesLoaders {
  private readonly key = { ofMembers: {}, holders: {}, successions: {} };

  constructor(
    private readonly database: Database,
    private readonly mandates: MandatesRepository,
    private readonly members: MembersRepository,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /** Every mandate of a member, the oldest first. */
  ofMember(context: ApiContext, memberId: string): Promise<DatedMandate[]> {
    return loaderOf(
      context,
      this.key.ofMembers,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const mandates = await this.mandates.ofMembers(this.database.reader, ids);
          return ids.map((id) => mandates.filter((mandate) => mandate.memberId === id));
        }),
    ).load(memberId);
  }

  holder(context: ApiContext, memberId: string): Promise<ListedMember> {
    return loaderOf(
      context,
      this.key.holders,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const members = await this.members.listedByIds(this.database.reader, ids, context.act.on);
          const byId = new Map(members.map((member) => [member.id, member]));
          return ids.map((id) => byId.get(id) ?? new RangeError(`No member ${id}`));
        }),
    ).load(memberId);
  }

  succession(context: ApiContext, organisationId: string): Promise<Succession | null> {
    return loaderOf(
      context,
      this.key.successions,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.organisations.successions(this.database.reader, ids, context.act.on);
          const byId = new Map(found.map((succession) => [succession.predecessorId, succession]));
          return ids.map((id) => byId.get(id) ?? null);
        }),
    ).load(organisationId);
  }
}
