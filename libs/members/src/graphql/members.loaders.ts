import type { Edition } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { CorrespondentsRepository, type NamedCorrespondent } from '../correspondents.repository.js';
import { type ListedMember, type MemberOnDay, MembersRepository } from '../members.repository.js';
import { NeedsRepository, type StatedNeed } from '../needs.repository.js';
import { type DatedName, OrganisationsRepository } from '../organisations.repository.js';

/** What lists ask of other tables: one statement for the whole list, whatever its length. Days are the day of the act. */
@Injectable()
export class MembersLoaders {
  private readonly key = {
    names: {},
    membersOfOrganisation: {},
    correspondents: {},
    membersOfNeed: {},
    needs: {},
    today: {},
    edition: {},
  };

  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
    private readonly needs: NeedsRepository,
    private readonly correspondents: CorrespondentsRepository,
    private readonly procedure: ProcedureRepository,
  ) {}

  /** Every name of an organisation, the earliest first. */
  names(context: ApiContext, organisationId: string): Promise<DatedName[]> {
    return this.many(
      context,
      this.key.names,
      (ids) => this.organisations.names(this.database.reader, ids),
      (row) => row.organisationId,
    ).load(organisationId);
  }

  membersOfOrganisation(context: ApiContext, organisationId: string): Promise<ListedMember[]> {
    return this.many(
      context,
      this.key.membersOfOrganisation,
      (ids) => this.members.ofOrganisations(this.database.reader, ids, context.act.on),
      (row) => row.organisation.id,
    ).load(organisationId);
  }

  correspondentsOf(context: ApiContext, organisationId: string): Promise<NamedCorrespondent[]> {
    return this.many(
      context,
      this.key.correspondents,
      (ids) => this.correspondents.ofOrganisations(this.database.reader, ids, context.act.on),
      (row) => row.organisationId,
    ).load(organisationId);
  }

  membersOfNeed(context: ApiContext, needId: string): Promise<ListedMember[]> {
    return this.many(
      context,
      this.key.membersOfNeed,
      (ids) => this.members.ofNeeds(this.database.reader, ids, context.act.on),
      (row) => row.needId,
    ).load(needId);
  }

  async need(context: ApiContext, id: string): Promise<StatedNeed | null> {
    const [need] = await this.many(
      context,
      this.key.needs,
      (ids) => this.needs.byIds(this.database.reader, ids),
      (row) => row.id,
    ).load(id);
    return need ?? null;
  }

  /** The member as she is on the day of the act, for verdicts. */
  async today(context: ApiContext, memberId: string): Promise<MemberOnDay> {
    const [member] = await this.many(
      context,
      this.key.today,
      (ids) => this.members.onDay(this.database.reader, ids, context.act.on),
      (row) => row.id,
    ).load(memberId);
    if (member === undefined) throw new RangeError(`No member ${memberId}`);
    return member;
  }

  /** The rules of procedure by which the act is judged. */
  edition(context: ApiContext): Promise<Edition> {
    return loaderOf(context, this.key.edition, () =>
      this.procedure.editionOn(this.database.reader, context.act.on),
    );
  }

  private many<Row>(
    context: ApiContext,
    key: object,
    read: (ids: readonly string[]) => Promise<Row[]>,
    idOf: (row: Row) => string | null,
  ): DataLoader<string, Row[]> {
    return loaderOf(
      context,
      key,
      () =>
        new DataLoader(async (ids) => {
          const rowsOf = new Map<string | null, Row[]>(ids.map((id) => [id, []]));
          for (const row of await read(ids)) rowsOf.get(idOf(row))?.push(row);
          return ids.map((id) => rowsOf.get(id) ?? []);
        }),
    );
  }
}
