import type { SecondKey } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf } from '@hemicycle/graphql';
import { GroupsRepository, type WorkingGroup } from '@hemicycle/groups';
import type { Day } from '@hemicycle/kernel';
import { type DatedMandate, MandatesRepository } from '@hemicycle/mandates';
import {
  type ListedMember,
  type MemberOnDay,
  MembersRepository,
  type NamedOrganisation,
  OrganisationsRepository,
} from '@hemicycle/members';
import { type KnownEdition, ProcedureRepository } from '@hemicycle/procedure';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { AgendaPublication } from '../agenda-publication.entity.js';
import {
  type AgendaStanding,
  AgendasRepository,
  type AgendaVersion,
  type TurnedAgendaKey,
  type VersionOf,
} from '../agendas.repository.js';
import {
  type AttendanceFigure,
  AttendanceRepository,
  type FoundSeat,
  type ListedAttendance,
} from '../attendance.repository.js';
import { Bodies } from '../bodies.js';
import { ConvocationStopsRepository, type StandingStop } from '../convocation-stops.repository.js';
import type { Convocation } from '../convocation.entity.js';
import {
  DecisionsRepository,
  type ListedDecision,
  type ListedObjection,
  type SeatVote,
} from '../decisions.repository.js';
import { FollowUpsRepository, type ListedFollowUp } from '../follow-ups.repository.js';
import { KeyedAgendas } from '../keyed-agendas.js';
import type { MeetingMove } from '../meeting-move.entity.js';
import type { Body, Meeting } from '../meeting.entity.js';
import { MeetingsRepository, type SessionPresident } from '../meetings.repository.js';
import { seesDrafts, seesSessions } from '../readers.js';
import { type ListedPaper, PapersRepository } from '../papers.repository.js';
import type { PlenaryRequest } from '../plenary-request.entity.js';
import { PlenaryRequestsRepository } from '../plenary-requests.repository.js';
import type { Postponement } from '../postponement.entity.js';
import { PostponementsRepository } from '../postponements.repository.js';
import { ProxiesRepository } from '../proxies.repository.js';
import type { Proxy } from '../proxy.entity.js';
import { type ListedRecusal, RecusalsRepository } from '../recusals.repository.js';
import type { QuorumCheck } from '../quorum-check.entity.js';

const nameOf = ({ meetingId, version }: VersionOf): string => `${meetingId} ${version}`;

/** What lists of meetings ask of other tables: one statement for the whole list, whatever its length. */
@Injectable()
export class MeetingsLoaders {
  private readonly key = {
    convocations: {},
    takesPartIn: {},
    moves: {},
    meetings: {},
    proxies: {},
    agendaStandings: {},
    publications: {},
    papers: {},
    decisions: {},
    votes: {},
    decision: {},
    adoptedOn: {},
    ratification: {},
    objections: {},
    recusals: {},
    postponements: {},
    requests: {},
    stops: {},
    followUps: {},
    editions: {},
    foundersEdition: {},
    mandates: {},
    groups: {},
    onGroups: {},
    organisations: {},
    versions: {},
    keys: {},
    attendance: {},
    attendanceWithoutQuorum: {},
    seatsFound: {},
    figuresOfMembers: {},
    figuresOfOrganisations: {},
    presidents: {},
    quorumChecks: {},
    members: {},
    secondKey: {},
    ownSeat: {},
    serves: {},
  };

  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly attendances: AttendanceRepository,
    private readonly decisionsTaken: DecisionsRepository,
    private readonly proxiesGiven: ProxiesRepository,
    private readonly interests: RecusalsRepository,
    private readonly postponed: PostponementsRepository,
    private readonly requests: PlenaryRequestsRepository,
    private readonly papersAttached: PapersRepository,
    private readonly stopped: ConvocationStopsRepository,
    private readonly followingUp: FollowUpsRepository,
    private readonly keyedAgendas: KeyedAgendas,
    private readonly members: MembersRepository,
    private readonly organisationsKnown: OrganisationsRepository,
    private readonly mandatesHeld: MandatesRepository,
    private readonly groups: GroupsRepository,
    private readonly procedure: ProcedureRepository,
    private readonly bodies: Bodies,
  ) {}

  /** The first one first. */
  convocations(context: ApiContext, meetingId: string): Promise<Convocation[]> {
    return this.many(context, this.key.convocations, meetingId, (ids) =>
      this.meetings.convocations(this.database.reader, ids),
    );
  }

  /** The first one first. */
  moves(context: ApiContext, meetingId: string): Promise<MeetingMove[]> {
    return this.many(context, this.key.moves, meetingId, (ids) =>
      this.meetings.moves(this.database.reader, ids),
    );
  }

  /** How far the agenda has come. */
  agendaStanding(context: ApiContext, meetingId: string): Promise<AgendaStanding> {
    return loaderOf(
      context,
      this.key.agendaStandings,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.agendas.standings(this.database.reader, ids);
          const standingOf = new Map(found.map((standing) => [standing.meetingId, standing]));
          return ids.map((id) => standingOf.get(id) ?? new RangeError(`No meeting ${id}`));
        }),
    ).load(meetingId);
  }

  /** The agenda that stands published; null: no convocation left yet. */
  async publishedAgenda(context: ApiContext, { id }: Pick<Meeting, 'id'>): Promise<AgendaVersion | null> {
    const { published } = await this.agendaStanding(context, id);
    return published === null ? null : this.version(context, id, published);
  }

  /** The agenda as its reader may see it: a draft that may still be published, or the one that stands; null: none for her. */
  async agendaSeen(
    context: ApiContext,
    { id, state, body }: Pick<Meeting, 'id' | 'state' | 'body'>,
  ): Promise<AgendaVersion | null> {
    const seesDraftsOfIt = await this.seesDrafts(context, body);
    const { convocations, latest, published } = await this.agendaStanding(context, id);
    // A draft that is not published before the session, or before a second convocation, is none any more.
    const mayChange = convocations === 0 || (state === 'CONVENED' && convocations === 1);
    const version = mayChange && seesDraftsOfIt ? latest : published;
    return version === null ? null : this.version(context, id, version);
  }

  /** The first attached first, withdrawn ones included. Never kept, like the votes. */
  papers(context: ApiContext, meetingId: string): Promise<ListedPaper[]> {
    return loaderOf(
      context,
      this.key.papers,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.papersAttached.ofMeetings(this.database.reader, ids);
            return ids.map((id) => found.filter((one) => one.meetingId === id));
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  /** The changed agendas published after the convocation, the first one first. */
  publications(context: ApiContext, meetingId: string): Promise<AgendaPublication[]> {
    return this.many(context, this.key.publications, meetingId, (ids) =>
      this.agendas.publications(this.database.reader, ids),
    );
  }

  meeting(context: ApiContext, id: string): Promise<Meeting> {
    return loaderOf(
      context,
      this.key.meetings,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.meetings.byIds(this.database.reader, ids);
          return ids.map(
            (one) => found.find((meeting) => meeting.id === one) ?? new RangeError(`No meeting ${one}`),
          );
        }),
    ).load(id);
  }

  /** Those that ended included, in the order of giving. */
  proxies(context: ApiContext, meetingId: string): Promise<Proxy[]> {
    return this.many(context, this.key.proxies, meetingId, (ids) =>
      this.proxiesGiven.ofMeetings(this.database.reader, ids),
    );
  }

  decision(context: ApiContext, id: string): Promise<ListedDecision> {
    return this.one(context, this.key.decision, id, 'decision', (ids) =>
      this.decisionsTaken.byIds(this.database.reader, ids),
    );
  }

  /** The decision that adopted or ended this edition or mandate; null: none did. */
  async adoptedOn(context: ApiContext, objectId: string): Promise<ListedDecision | null> {
    return loaderOf(
      context,
      this.key.adoptedOn,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.decisionsTaken.onObjects(this.database.reader, ids);
          return ids.map((id) => found.find((one) => one.objectId === id && one.state === 'ADOPTED') ?? null);
        }),
    ).load(objectId);
  }

  ratification(context: ApiContext): Promise<ListedDecision | null> {
    return loaderOf(context, this.key.ratification, () =>
      this.decisionsTaken.ratification(this.database.reader),
    );
  }

  /** In the order in which they were recorded. */
  objections(context: ApiContext, decisionId: string): Promise<ListedObjection[]> {
    return loaderOf(
      context,
      this.key.objections,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.decisionsTaken.objections(this.database.reader, ids);
          return ids.map((id) => found.filter((one) => one.decisionId === id));
        }),
    ).load(decisionId);
  }

  /** The interests declared in one item, by member number. Never kept: each mutation shows them as they are. */
  async recusals(context: ApiContext, meetingId: string, itemId: string): Promise<ListedRecusal[]> {
    const found = await loaderOf(
      context,
      this.key.recusals,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const recusals = await this.interests.ofMeetings(this.database.reader, ids);
            return ids.map((id) => recusals.filter((one) => one.meetingId === id));
          },
          { cache: false },
        ),
    ).load(meetingId);
    return found.filter((one) => one.itemId === itemId);
  }

  /** Why a convocation is stopped; null: it is not. Never kept, like the votes. */
  convocationStop(context: ApiContext, meetingId: string): Promise<StandingStop | null> {
    return loaderOf(
      context,
      this.key.stops,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const stops = await this.stopped.standing(this.database.reader, ids);
            return ids.map((id) => stops.find((one) => one.meetingId === id) ?? null);
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  /** The request for which a meeting is planned; null: none. */
  request(context: ApiContext, meetingId: string): Promise<PlenaryRequest | null> {
    return loaderOf(
      context,
      this.key.requests,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const requests = await this.requests.ofMeetings(this.database.reader, ids);
            return ids.map((id) => requests.find((one) => one.meetingId === id) ?? null);
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  /** What a session left to the next one. Never kept, like the interests. */
  postponements(context: ApiContext, meetingId: string): Promise<Postponement[]> {
    return loaderOf(
      context,
      this.key.postponements,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const left = await this.postponed.ofMeetings(this.database.reader, ids);
            return ids.map((id) => left.filter((one) => one.meetingId === id));
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  /** The first due first. Never kept, like the votes. */
  followUps(context: ApiContext, decisionId: string): Promise<ListedFollowUp[]> {
    return loaderOf(
      context,
      this.key.followUps,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const found = await this.followingUp.ofDecisions(this.database.reader, ids);
            return ids.map((id) => found.filter((one) => one.decisionId === id));
          },
          { cache: false },
        ),
    ).load(decisionId);
  }

  edition(context: ApiContext, id: string): Promise<KnownEdition> {
    return this.one(context, this.key.editions, id, 'edition', (ids) =>
      this.procedure.editionsByIds(this.database.reader, ids),
    );
  }

  /** Edition 1, as the founding group approved it. */
  foundersEdition(context: ApiContext): Promise<KnownEdition> {
    return loaderOf(context, this.key.foundersEdition, () => this.procedure.ratifiable(this.database.reader));
  }

  mandate(context: ApiContext, id: string): Promise<DatedMandate> {
    return this.one(context, this.key.mandates, id, 'mandate', (ids) =>
      this.mandatesHeld.byIds(this.database.reader, ids),
    );
  }

  group(context: ApiContext, id: string): Promise<WorkingGroup> {
    return this.one(context, this.key.groups, id, 'group', (ids) =>
      this.groups.byIds(this.database.reader, ids),
    );
  }

  /** The decisions on a group and on its facilitators, in the order in which they were taken up. */
  decisionsOnGroup(context: ApiContext, groupId: string): Promise<ListedDecision[]> {
    return loaderOf(
      context,
      this.key.onGroups,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await this.decisionsTaken.onGroups(this.database.reader, ids);
          return ids.map((id) => found.filter((one) => one.groupId === id));
        }),
    ).load(groupId);
  }

  /** As of today. */
  organisation(context: ApiContext, id: string): Promise<NamedOrganisation> {
    return this.one(context, this.key.organisations, id, 'organisation', (ids) =>
      this.organisationsKnown.namedByIds(this.database.reader, ids, context.act.on),
    );
  }

  /** In the order in which they were taken up. */
  decisions(context: ApiContext, meetingId: string): Promise<ListedDecision[]> {
    return this.many(context, this.key.decisions, meetingId, (ids) =>
      this.decisionsTaken.ofMeetings(this.database.reader, ids),
    );
  }

  /** Every seat of a recorded vote with its last answer, by member number. Never kept: each mutation shows the vote as it is. */
  votes(context: ApiContext, decisionId: string): Promise<SeatVote[]> {
    return loaderOf(
      context,
      this.key.votes,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const votes = await this.decisionsTaken.votes(this.database.reader, ids);
            return ids.map((id) => votes.filter((vote) => vote.decisionId === id));
          },
          { cache: false },
        ),
    ).load(decisionId);
  }

  /** A version of an agenda; null: there is none of that number. */
  version(context: ApiContext, meetingId: string, version: number): Promise<AgendaVersion | null> {
    return loaderOf(
      context,
      this.key.versions,
      () =>
        new DataLoader(
          async (wanted: readonly VersionOf[]) => {
            const found = await this.agendas.versions(this.database.reader, wanted);
            const versionOf = new Map(found.map((agenda) => [nameOf(agenda), agenda]));
            return wanted.map((one) => versionOf.get(nameOf(one)) ?? null);
          },
          { cacheKeyFn: nameOf },
        ),
    ).load({ meetingId, version });
  }

  /** Every key turned on any version, in the order of turning. */
  keys(context: ApiContext, meetingId: string): Promise<TurnedAgendaKey[]> {
    return this.many(context, this.key.keys, meetingId, (ids) =>
      this.agendas.keys(this.database.reader, ids),
    );
  }

  attendance(context: ApiContext, meetingId: string): Promise<ListedAttendance[]> {
    return this.many(context, this.key.attendance, meetingId, (ids) =>
      this.attendances.listed(this.database.reader, ids),
    );
  }

  seatsFound(context: ApiContext, meetingId: string): Promise<FoundSeat[]> {
    return this.many(context, this.key.seatsFound, meetingId, (ids) =>
      this.attendances.found(this.database.reader, ids),
    );
  }

  /** By member number. */
  attendanceWithoutQuorum(context: ApiContext, meetingId: string): Promise<ListedAttendance[]> {
    return this.many(context, this.key.attendanceWithoutQuorum, meetingId, (ids) =>
      this.attendances.listedWithoutQuorum(this.database.reader, ids),
    );
  }

  figuresOfMember(context: ApiContext, memberId: string): Promise<AttendanceFigure[]> {
    return this.figures(context, this.key.figuresOfMembers, memberId, (ids) =>
      this.attendances.ofMembers(this.database.reader, ids),
    );
  }

  figuresOfOrganisation(context: ApiContext, organisationId: string): Promise<AttendanceFigure[]> {
    return this.figures(context, this.key.figuresOfOrganisations, organisationId, (ids) =>
      this.attendances.ofOrganisations(this.database.reader, ids),
    );
  }

  private figures(
    context: ApiContext,
    key: object,
    subjectId: string,
    read: (ids: readonly string[]) => Promise<AttendanceFigure[]>,
  ): Promise<AttendanceFigure[]> {
    return loaderOf(
      context,
      key,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = await read(ids);
          return ids.map((id) => found.filter((one) => one.subjectId === id));
        }),
    ).load(subjectId);
  }

  presidents(context: ApiContext, meetingId: string): Promise<SessionPresident[]> {
    return this.many(context, this.key.presidents, meetingId, (ids) =>
      this.meetings.presidents(this.database.reader, ids),
    );
  }

  quorumChecks(context: ApiContext, meetingId: string): Promise<QuorumCheck[]> {
    return this.many(context, this.key.quorumChecks, meetingId, (ids) =>
      this.meetings.quorumChecks(this.database.reader, ids),
    );
  }

  /** A member as on a day: one statement for each day asked for. */
  member(context: ApiContext, memberId: string, on: Day): Promise<ListedMember> {
    return loaderOf(
      context,
      this.key.members,
      () =>
        new DataLoader(
          async (wanted: readonly { memberId: string; on: Day }[]) => {
            const found = new Map<string, ListedMember>();
            for (const day of new Set(wanted.map((one) => one.on))) {
              const ids = wanted.filter((one) => one.on === day).map((one) => one.memberId);
              for (const member of await this.members.listedByIds(this.database.reader, ids, day)) {
                found.set(`${member.id} ${day}`, member);
              }
            }
            return wanted.map(
              (one) => found.get(`${one.memberId} ${one.on}`) ?? new RangeError(`No member ${one.memberId}`),
            );
          },
          { cacheKeyFn: (one) => `${one.memberId} ${one.on}` },
        ),
    ).load({ memberId, on });
  }

  /** Who holds the second key on the day of the act. */
  secondKey(context: ApiContext): Promise<SecondKey> {
    return loaderOf(context, this.key.secondKey, () =>
      this.keyedAgendas.secondKeyOn(this.database.reader, context.act.on),
    );
  }

  /**
   * Whether the reader sees an agenda before it is published: those who draft it and those who agree to it, acting holders and
   * members of a college that has nobody in office included (charter C3-AGENDA, ACTING); of a working group, the members of the forum; of the
   * committee, those who serve on it and the secretariat.
   */
  async seesDrafts(context: ApiContext, body: Body): Promise<boolean> {
    const { actor } = context.act;
    if (body === 'WORKING_GROUP') return seesSessions(actor);
    if (body === 'MANAGEMENT_COMMITTEE') {
      return actor.roles.has('SECRETARIAT') || (await this.servesOnTheCommittee(context));
    }
    if (seesDrafts(actor) || (await this.servesOnTheCommittee(context))) return true;
    if (!actor.roles.has('MEMBER')) return false;
    const second = await this.secondKey(context);
    if (second.by === 'FOUNDING_GROUP' || second.vacant.length === 0) return false;
    const seat = await this.ownSeat(context);
    return seat !== null && second.vacant.includes(seat.college);
  }

  /** Whether the reader reads a body’s papers for members alone: the committee’s, those who see its drafts. */
  async readsMembersPapers(context: ApiContext, body: Body): Promise<boolean> {
    return body === 'MANAGEMENT_COMMITTEE' ? this.seesDrafts(context, body) : seesSessions(context.act.actor);
  }

  /**
   * Whether what is for those who take part in a meeting is for the reader: where it is online, the attendance as it is recorded,
   * the proxies. The secretariat keeps them all.
   */
  async takesPart(context: ApiContext, meeting: Meeting): Promise<boolean> {
    const { personId, roles } = context.act.actor;
    if (personId === null) return false;
    if (roles.has('SECRETARIAT')) return true;
    const takesPartIn = await loaderOf(context, this.key.takesPartIn, () =>
      this.bodies.attendedBy(this.database.reader, personId),
    );
    return takesPartIn(meeting);
  }

  /** Whether the reader is on the committee on the day of the act, acting holders included. */
  private servesOnTheCommittee(context: ApiContext): Promise<boolean> {
    const { actor, on } = context.act;
    return loaderOf(context, this.key.serves, async () => {
      if (!actor.roles.has('MEMBER')) return false;
      const serving = await this.mandatesHeld.servingOn(this.database.reader, on);
      return serving.some(({ personId }) => personId === actor.personId);
    });
  }

  private ownSeat(context: ApiContext): Promise<MemberOnDay | null> {
    const { actor, on } = context.act;
    return loaderOf(context, this.key.ownSeat, async () =>
      actor.personId === null ? null : this.members.memberOfPerson(this.database.reader, actor.personId, on),
    );
  }

  private one<Row extends { readonly id: string | null }>(
    context: ApiContext,
    key: object,
    id: string,
    thing: string,
    read: (ids: readonly string[]) => Promise<Row[]>,
  ): Promise<Row> {
    return loaderOf(
      context,
      key,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const found = new Map((await read(ids)).map((row) => [row.id, row]));
          return ids.map((one) => found.get(one) ?? new RangeError(`No ${thing} ${one}`));
        }),
    ).load(id);
  }

  private many<Row extends { readonly meetingId: string }>(
    context: ApiContext,
    key: object,
    meetingId: string,
    read: (meetingIds: readonly string[]) => Promise<Row[]>,
  ): Promise<Row[]> {
    return loaderOf(
      context,
      key,
      () =>
        new DataLoader(async (ids: readonly string[]) => {
          const rowsOf = new Map(ids.map((id): [string, Row[]] => [id, []]));
          for (const row of await read(ids)) rowsOf.get(row.meetingId)?.push(row);
          return ids.map((id) => rowsOf.get(id) ?? []);
        }),
    ).load(meetingId);
  }
}
