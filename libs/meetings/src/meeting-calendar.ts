import { GroupsRepository } from '@hemicycle/groups';
import { FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ItemOnAgenda } from './agenda-changes.js';
import { AgendasRepository } from './agendas.repository.js';
import { asHers, type MeetingWords } from './meeting-event.js';
import type { Meeting } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import type { QuorumCheck } from './quorum-check.entity.js';

/** How long these items are planned to take together; null: there is none, or one does not say. */
function plannedMinutes(items: readonly Pick<ItemOnAgenda, 'plannedMinutes'>[]): number | null {
  const minutes = items.map((item) => item.plannedMinutes).filter((planned) => planned !== null);
  return items.length === 0 || minutes.length < items.length
    ? null
    : minutes.reduce((sum, planned) => sum + planned, 0);
}

/** When the quorum was tested, and missed, instead of an opening: one row a college each time. */
const missedQuorums = ({ openedAt }: Meeting, checks: readonly QuorumCheck[]): Date[] => [
  ...new Map(
    checks
      .filter(({ checkedAt }) => openedAt === null || checkedAt < openedAt)
      .map(({ number, checkedAt }) => [number, checkedAt]),
  ).values(),
];

/** What calendars say of meetings, from their dated rows: nothing is counted by hand. */
@Injectable()
export class MeetingCalendar {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly groups: GroupsRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** These meetings in words, in the order given, in a number of statements that does not grow with them. */
  async words(reader: EntityManager, meetings: readonly Meeting[]): Promise<MeetingWords[]> {
    const ids = meetings.map(({ id }) => id);
    const convocations = await this.meetings.convocations(reader, ids);
    const publications = await this.agendas.publications(reader, ids);
    const moves = await this.meetings.moves(reader, ids);
    const checks = await this.meetings.quorumChecks(reader, ids);
    const standings = await this.agendas.standings(reader, ids);
    const published = await this.agendas.versions(
      reader,
      standings.flatMap(({ meetingId, published: version }) =>
        version === null ? [] : [{ meetingId, version }],
      ),
    );
    const groups = await this.groups.byIds(
      reader,
      meetings.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])),
    );
    return meetings.map((meeting) => {
      const group = groups.find((one) => one.id === meeting.groupId);
      const { id, plannedAt, startsAt, closedAt, cancelledAt } = meeting;
      const items = published.find(({ meetingId }) => meetingId === id)?.items ?? [];
      const moved = moves.filter(({ meetingId }) => meetingId === id);
      const convened = convocations.filter(({ meetingId }) => meetingId === id).map(({ sentAt }) => sentAt);
      // A second convocation calls for a day of its own: nobody was told of another for it.
      const lastMove = moved.findLast(({ movedAt }) => convened.every((sentAt) => sentAt <= movedAt));
      const changes = [
        ...moved.map(({ movedAt }) => movedAt),
        ...convened,
        ...publications.filter(({ meetingId }) => meetingId === id).map(({ publishedAt }) => publishedAt),
        ...missedQuorums(
          meeting,
          checks.filter(({ meetingId }) => meetingId === id),
        ),
        ...[closedAt, cancelledAt].filter((at) => at !== null),
      ];
      const changedAt = changes.reduce((one, other) => (one > other ? one : other), plannedAt);
      return {
        meetingId: id,
        meetingNumber: meeting.number,
        body: meeting.body,
        groupFr: group?.themeFr ?? null,
        groupEn: group?.themeEn ?? null,
        state: meeting.state,
        plannedAt: plannedAt.toISOString(),
        startsAt: startsAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        timeZone: this.zone,
        place: meeting.place,
        onlineLink: meeting.onlineLink,
        cancelReason: meeting.cancelReason,
        movedFrom: lastMove?.formerStartsAt.toISOString() ?? null,
        moveReason: lastMove?.reason ?? null,
        itemsFr: items.map(({ titleFr }) => titleFr),
        itemsEn: items.map(({ titleEn }) => titleEn),
        elects: items.some(({ kind }) => kind === 'ELECTION'),
        plannedMinutes: plannedMinutes(items),
        changes: changes.length,
        changedAt: changedAt.toISOString(),
      };
    });
  }

  /** One meeting in words, as its rows are now, for each person: her event is freed and convened to again by itself. */
  async wordsToEach(reader: EntityManager, meetingId: string): Promise<(personId: string) => MeetingWords> {
    const words = await this.wordsOf(reader, meetingId);
    const releases = await this.meetings.releases(reader, meetingId);
    return (toId) =>
      asHers(
        words,
        releases.filter(({ personId }) => personId === toId),
      );
  }

  /** One meeting in words, as its rows are now. */
  async wordsOf(reader: EntityManager, meetingId: string): Promise<MeetingWords> {
    const [words] = await this.words(reader, [await this.meetings.known(reader, meetingId)]);
    if (words === undefined) throw new RangeError(`No meeting ${meetingId}`);
    return words;
  }
}
