import { PeopleRepository } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import { type ApiContext, loaderOf, rowsFor } from '@hemicycle/graphql';
import { type Meeting, MeetingsRepository } from '@hemicycle/meetings';
import { type ListedMember, MembersRepository, type NamedPerson } from '@hemicycle/members';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { Minutes } from '../minutes.entity.js';
import {
  type EditionHead,
  type ListedComment,
  MinutesRepository,
  type Signature,
} from '../minutes.repository.js';

/** What lists of minutes ask of other tables: one statement for the whole list, whatever its length. */
@Injectable()
export class MinutesLoaders {
  private readonly key = {
    ofMeetings: {},
    meetings: {},
    minutes: {},
    editions: {},
    signatures: {},
    comments: {},
    people: {},
    members: {},
  };

  constructor(
    private readonly database: Database,
    private readonly repository: MinutesRepository,
    private readonly meetings: MeetingsRepository,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
  ) {}

  async ofMeeting(context: ApiContext, meetingId: string): Promise<Minutes | null> {
    const [minutes] = await rowsFor(context, this.key.ofMeetings, meetingId, 'meetingId', (ids) =>
      this.repository.ofMeetings(this.database.reader, ids),
    );
    return minutes ?? null;
  }

  async meeting(context: ApiContext, id: string): Promise<Meeting> {
    const [meeting] = await rowsFor(context, this.key.meetings, id, 'id', (ids) =>
      this.meetings.byIds(this.database.reader, ids),
    );
    if (meeting === undefined) throw new RangeError(`No meeting ${id}`);
    return meeting;
  }

  async minutes(context: ApiContext, id: string): Promise<Minutes> {
    const [minutes] = await rowsFor(context, this.key.minutes, id, 'id', (ids) =>
      this.repository.byIds(this.database.reader, ids),
    );
    if (minutes === undefined) throw new RangeError(`No minutes ${id}`);
    return minutes;
  }

  /** The president’s, then the rapporteur’s, given or not. */
  signatures(context: ApiContext, edition: EditionHead): Promise<Signature[]> {
    return loaderOf(
      context,
      this.key.signatures,
      () =>
        new DataLoader(
          async (editions: readonly EditionHead[]) => {
            const found = await this.repository.signatures(this.database.reader, editions);
            return editions.map(({ minutesId, number }) =>
              found.filter((one) => one.minutesId === minutesId && one.edition === number),
            );
          },
          { cache: false },
        ),
    ).load(edition);
  }

  /** The first one first. */
  editions(context: ApiContext, minutesId: string): Promise<EditionHead[]> {
    return rowsFor(context, this.key.editions, minutesId, 'minutesId', (ids) =>
      this.repository.editions(this.database.reader, ids),
    );
  }

  /** In the order in which they were made. */
  comments(context: ApiContext, minutesId: string): Promise<ListedComment[]> {
    return rowsFor(context, this.key.comments, minutesId, 'minutesId', (ids) =>
      this.repository.comments(this.database.reader, ids),
    );
  }

  async person(context: ApiContext, personId: string): Promise<NamedPerson> {
    const [person] = await rowsFor(context, this.key.people, personId, 'id', async (ids) => {
      const found = await this.people.byIds(this.database.reader, [...ids]);
      return found.map(({ id, name }) => ({ id, name }));
    });
    if (person === undefined) throw new RangeError(`No person ${personId}`);
    return person;
  }

  /** As on the day of the act. */
  async member(context: ApiContext, memberId: string): Promise<ListedMember> {
    const [member] = await rowsFor(context, this.key.members, memberId, 'id', (ids) =>
      this.members.listedByIds(this.database.reader, ids, context.act.on),
    );
    if (member === undefined) throw new RangeError(`No member ${memberId}`);
    return member;
  }
}
