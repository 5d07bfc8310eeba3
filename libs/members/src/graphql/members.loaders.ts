import type { Edition } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { ApplicationsRepository } from '../applications.repository.js';
import { type CallAtInstant, CallsRepository } from '../calls.repository.js';
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
    membersOfCall: {},
    members: {},
    calls: {},
    callsOfMembers: {},
    undecided: {},
    today: {},
    edition: {},
  };

  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
    private readonly needs: NeedsRepository,
    private readonly correspondents: CorrespondentsRepository,
    private readonly calls: CallsRepository,
    private readonly applications: ApplicationsRepository,
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

  /** Who came in by a call. */
  async membersOfCall(context: ApiContext, callId: string): Promise<ListedMember[]> {
    const rows = await this.many(
      context,
      this.key.membersOfCall,
      (ids) => this.members.ofCalls(this.database.reader, ids, context.act.on),
      (row) => row.callId,
    ).load(callId);
    return rows.map(({ member }) => member);
  }

  member(context: ApiContext, id: string): Promise<ListedMember> {
    return this.one(context, this.key.members, id, (ids) =>
      this.members.byIds(this.database.reader, ids, context.act.on),
    );
  }

  call(context: ApiContext, id: string): Promise<CallAtInstant> {
    return this.one(context, this.key.calls, id, (ids) =>
      this.calls.byIds(this.database.reader, ids, context.act.at),
    );
  }

  /** The call by which a member came in; null: by none. */
  async callOfMember(context: ApiContext, memberId: string): Promise<CallAtInstant | null> {
    const [came] = await this.many(
      context,
      this.key.callsOfMembers,
      (ids) => this.calls.ofMembers(this.database.reader, ids),
      (row) => row.memberId,
    ).load(memberId);
    return came === undefined ? null : this.call(context, came.callId);
  }

  /** How many applications to a call wait for their decision. */
  async undecided(context: ApiContext, callId: string): Promise<number> {
    const [waiting] = await this.many(
      context,
      this.key.undecided,
      (ids) => this.applications.undecided(this.database.reader, ids),
      (row) => row.callId,
    ).load(callId);
    return waiting?.undecided ?? 0;
  }

  need(context: ApiContext, id: string): Promise<StatedNeed> {
    return this.one(context, this.key.needs, id, (ids) => this.needs.byIds(this.database.reader, ids));
  }

  /** The member as she is on the day of the act, for verdicts. */
  today(context: ApiContext, memberId: string): Promise<MemberOnDay> {
    return this.one(context, this.key.today, memberId, (ids) =>
      this.members.onDay(this.database.reader, ids, context.act.on),
    );
  }

  /** The rules of procedure by which the act is judged. */
  edition(context: ApiContext): Promise<Edition> {
    return loaderOf(context, this.key.edition, () =>
      this.procedure.editionOn(this.database.reader, context.act.on),
    );
  }

  /** @throws RangeError for an id that names nothing: the database holds every reference. */
  private async one<Row extends { readonly id: string }>(
    context: ApiContext,
    key: object,
    id: string,
    read: (ids: readonly string[]) => Promise<Row[]>,
  ): Promise<Row> {
    const [row] = await this.many(context, key, read, (given) => given.id).load(id);
    if (row === undefined) throw new RangeError(`Nothing has the id ${id}`);
    return row;
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
