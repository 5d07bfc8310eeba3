import type { MeetingCommittee, MeetingGroup, OfABody } from '@hemicycle/charter';
import { GroupsRepository } from '@hemicycle/groups';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { FacilitatorsRepository, MandatesRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyInWords } from './letters.js';
import type { Meeting } from './meeting.entity.js';

/** Which body, and of the working groups which one. */
type Of = Pick<Meeting, 'body' | 'groupId'>;

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
