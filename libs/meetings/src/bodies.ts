import type { MeetingCommittee, MeetingGroup, OfABody } from '@hemicycle/charter';
import { GROUP_MEMBERS, GroupsRepository } from '@hemicycle/groups';
import { type Act, covers, type Day, dayOf, FORUM_TIME_ZONE, type Span } from '@hemicycle/kernel';
import { COMMITTEE_MEMBERS, FacilitatorsRepository, MandatesRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyInWords } from './letters.js';
import type { Body, Meeting } from './meeting.entity.js';

/** Which body, and of the working groups which one. */
type Of = Pick<Meeting, 'body' | 'groupId'>;

/** Whether a meeting is one that somebody takes part in, as of its day. */
export type TakesPartIn = (meeting: Of & Pick<Meeting, 'startsAt'>) => boolean;

/** Somebody who is written to about a meeting: for a seat of her own, or as an alternate. */
export interface Addressee {
  readonly personId: string;
  readonly isAlternate: boolean;
}

/** The days on which a person takes part in the meetings of a body, of every one where it is null. */
type TakingPart = Span & { readonly body: Body | null; readonly groupId: string | null };

/**
 * The same definition as {@link Bodies.membersOf}, for one person and any day: her seat, or that of the member whose alternate she is
 * except where one sits in person (charter ALTERNATE). The founding group agrees to plenaries, the secretariat convenes to all.
 */
const TAKING_PART = `
  WITH seat AS (
    SELECT id, from_on, until_on, true AS own FROM member WHERE person_id = $1
    UNION ALL SELECT member_id, from_on, until_on, false FROM alternate WHERE person_id = $1
  )
  SELECT 'PLENARY' AS body, NULL::uuid AS "groupId", from_on AS "fromOn", until_on AS "untilOn" FROM seat
  UNION ALL
  SELECT 'WORKING_GROUP', g."groupId", greatest(g."fromOn", s.from_on), least(g."untilOn", s.until_on)
    FROM (${GROUP_MEMBERS}) g JOIN seat s ON s.id = g."memberId"
  UNION ALL
  SELECT 'MANAGEMENT_COMMITTEE', NULL, greatest(c."fromOn", s.from_on), least(c."untilOn", s.until_on)
    FROM (${COMMITTEE_MEMBERS}) c JOIN seat s ON s.id = c."memberId" AND s.own
  UNION ALL
  SELECT 'PLENARY', NULL, from_on, until_on FROM founding_group_membership WHERE person_id = $1
  UNION ALL
  SELECT NULL, NULL, from_on, until_on FROM secretariat_appointment WHERE person_id = $1`;

/** Whose meeting it is: the members of the forum make up a plenary, those of a working group or of the committee theirs. */
@Injectable()
export class Bodies {
  constructor(
    private readonly members: MembersRepository,
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
    private readonly mandates: MandatesRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** Who makes up the meeting, by member number, as of its day or of another. */
  async membersOf(
    reader: EntityManager,
    meeting: Of & Pick<Meeting, 'startsAt'>,
    on: Day = dayOf(meeting.startsAt, this.zone),
  ): Promise<MemberOnDay[]> {
    const members = await this.members.inForce(reader, on);
    if (meeting.body === 'MANAGEMENT_COMMITTEE') {
      const serving = new Set((await this.mandates.servingOn(reader, on)).map(({ memberId }) => memberId));
      return members.filter(({ id }) => serving.has(id));
    }
    if (meeting.groupId === null) return members;
    const inTheGroup = new Set(await this.groups.memberIdsOn(reader, meeting.groupId, on));
    return members.filter(({ id }) => inTheGroup.has(id));
  }

  /**
   * Who is written to about the meeting, as of its day: whoever makes it up and, but in the committee, where one sits in person, her
   * alternate (charter ALTERNATE). Each person once.
   */
  async addressees(reader: EntityManager, meeting: Of & Pick<Meeting, 'startsAt'>): Promise<Addressee[]> {
    const members = await this.membersOf(reader, meeting);
    const alternates =
      meeting.body === 'MANAGEMENT_COMMITTEE'
        ? []
        : members.map(({ alternatePersonId }) => alternatePersonId).filter((id) => id !== null);
    return [
      ...members.map(({ personId }) => ({ personId, isAlternate: false })),
      ...alternates.map((personId) => ({ personId, isAlternate: true })),
    ];
  }

  /** In which meetings a person takes part, read in one statement however many are asked about. */
  async attendedBy(reader: EntityManager, personId: string): Promise<TakesPartIn> {
    const spans: TakingPart[] = await reader.query(TAKING_PART, [personId]);
    return ({ body, groupId, startsAt }) => {
      const on = dayOf(startsAt, this.zone);
      return spans.some(
        (span) =>
          (span.body === null || (span.body === body && span.groupId === groupId)) && covers(span, on),
      );
    };
  }

  /** What the charter asks to know of whose meeting it is, on the day of the act. */
  async of(reader: EntityManager, act: Act, of: Of): Promise<OfABody> {
    return {
      group: of.groupId === null ? null : await this.group(reader, act, of.groupId),
      committee: of.body === 'MANAGEMENT_COMMITTEE' ? await this.committee(reader, act) : null,
    };
  }

  private async group(reader: EntityManager, { actor, on }: Act, groupId: string): Promise<MeetingGroup> {
    const { state } = await this.groups.known(reader, groupId);
    const inOffice = await this.facilitators.inOffice(reader, groupId, on);
    return {
      state,
      facilitators: inOffice.map(({ name }) => name),
      actorFacilitates: inOffice.some(({ personId }) => personId === actor.personId),
    };
  }

  private async committee(reader: EntityManager, { actor, on }: Act): Promise<MeetingCommittee> {
    const serving = await this.mandates.servingOn(reader, on);
    const coChairs = serving.filter(({ office }) => office === 'CO_CHAIR');
    return {
      coChairs: coChairs.map(({ personName }) => personName),
      actorCoChairs: coChairs.some(({ personId }) => personId === actor.personId),
    };
  }

  /**
   * Whether whoever acts keeps, on the day of the act, the agenda, the attendance and the minutes of the body whose meeting it
   * is: a facilitator of the group, a co-chair of the committee; nobody at a plenary, where it is the secretariat’s.
   */
  async keeps(reader: EntityManager, act: Act, meeting: Of): Promise<boolean> {
    const { group, committee } = await this.of(reader, act, meeting);
    return (group?.actorFacilitates ?? false) || (committee?.actorCoChairs ?? false);
  }

  /** The members who facilitate, on a day, the group whose meeting it is; nobody at a plenary. */
  async facilitatorIds(
    reader: EntityManager,
    { groupId }: Pick<Meeting, 'groupId'>,
    on: Day,
  ): Promise<string[]> {
    if (groupId === null) return [];
    return (await this.facilitators.inOffice(reader, groupId, on)).map(({ memberId }) => memberId);
  }

  /** The persons who facilitate, on a day, the group whose meeting it is; nobody at a plenary. */
  async facilitatorPersons(
    reader: EntityManager,
    { groupId }: Pick<Meeting, 'groupId'>,
    on: Day,
  ): Promise<string[]> {
    if (groupId === null) return [];
    return (await this.facilitators.inOffice(reader, groupId, on)).map(({ personId }) => personId);
  }

  /** How letters name the body. */
  async named(reader: EntityManager, { body, groupId }: Of): Promise<BodyInWords> {
    if (groupId === null) return { body, groupFr: null, groupEn: null };
    const { themeFr, themeEn } = await this.groups.known(reader, groupId);
    return { body, groupFr: themeFr, groupEn: themeEn };
  }
}
