import type { MeetingGroup } from '@hemicycle/charter';
import { GroupsRepository } from '@hemicycle/groups';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { type MemberOnDay, MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { GroupInWords } from './letters.js';
import type { Meeting } from './meeting.entity.js';

/** Whose meeting it is: the members of the forum make up a plenary, those of a working group its meetings. */
@Injectable()
export class Bodies {
  constructor(
    private readonly members: MembersRepository,
    private readonly groups: GroupsRepository,
    private readonly facilitators: FacilitatorsRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** Who makes up the meeting, by member number, as of its day or of another. */
  async membersOf(
    reader: EntityManager,
    meeting: Pick<Meeting, 'groupId' | 'startsAt'>,
    on: Day = dayOf(meeting.startsAt, this.zone),
  ): Promise<MemberOnDay[]> {
    const members = await this.members.inForce(reader, on);
    if (meeting.groupId === null) return members;
    const inTheGroup = new Set(await this.groups.memberIdsOn(reader, meeting.groupId, on));
    return members.filter(({ id }) => inTheGroup.has(id));
  }

  /** What the charter asks to know of the group whose meeting it is, on the day of the act; null: a plenary. */
  async group(
    reader: EntityManager,
    { actor, on }: Act,
    { groupId }: Pick<Meeting, 'groupId'>,
  ): Promise<MeetingGroup | null> {
    if (groupId === null) return null;
    const { state } = await this.groups.known(reader, groupId);
    const inOffice = await this.facilitators.inOffice(reader, groupId, on);
    return {
      state,
      facilitators: inOffice.map(({ name }) => name),
      actorFacilitates: inOffice.some(({ personId }) => personId === actor.personId),
    };
  }

  /** Whether whoever acts facilitates, on the day of the act, the group whose meeting it is. */
  async facilitates(reader: EntityManager, act: Act, meeting: Pick<Meeting, 'groupId'>): Promise<boolean> {
    return (await this.group(reader, act, meeting))?.actorFacilitates ?? false;
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

  /** How letters name the group. */
  async named(reader: EntityManager, { groupId }: Pick<Meeting, 'groupId'>): Promise<GroupInWords> {
    if (groupId === null) return { groupFr: null, groupEn: null };
    const { themeFr, themeEn } = await this.groups.known(reader, groupId);
    return { groupFr: themeFr, groupEn: themeEn };
  }
}
