import { AuditRepository, GENESIS } from '@hemicycle/audit';
import { seatInWords } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { GroupsRepository } from '@hemicycle/groups';
import { type CalendarEvent, publishedCalendar } from '@hemicycle/icalendar';
import {
  covers,
  dayOf,
  FORUM,
  FORUM_TIME_ZONE,
  isId,
  type Language,
  PUBLIC_URL,
  type Span,
  type Text,
} from '@hemicycle/kernel';
import {
  asHers,
  Bodies,
  type Body,
  eventFreed,
  MeetingCalendar,
  meetingEvent,
  meetingNamed,
  MeetingsRepository,
  toThePublic,
} from '@hemicycle/meetings';
import { Inject, Injectable } from '@nestjs/common';
import { OpenAgenda } from './open-agenda.js';
import {
  type MinutesToComment,
  PersonalCalendarsRepository,
  type PollOfPerson,
} from './personal-calendars.repository.js';

/** How many of the latest meetings a calendar shows. */
const MEETINGS = 300;

const COMMITTEE: Text = { fr: 'Réunions du comité de direction', en: 'Meetings of the management committee' };
const PLENARIES: Text = { fr: 'Séances plénières', en: 'Plenaries' };
const ALL: Text = { fr: 'Réunions et événements', en: 'Meetings and events' };
const OWN: Text = { fr: 'Mon calendrier', en: 'My calendar' };

const named = (calendar: Text, language: Language): string =>
  `${FORUM.name[language]} – ${calendar[language]}`;

/** The calendars that people follow, as files. What they say comes from dated rows alone: asked twice, it is the same. */
@Injectable()
export class Calendars {
  /** What was written last, by name and language, and the end of the trail by then. */
  private readonly published = new Map<string, { readonly until: string; readonly text: string }>();

  constructor(
    private readonly database: Database,
    private readonly trail: AuditRepository,
    private readonly meetings: MeetingsRepository,
    private readonly calendar: MeetingCalendar,
    private readonly agenda: OpenAgenda,
    private readonly personal: PersonalCalendarsRepository,
    private readonly groups: GroupsRepository,
    private readonly bodies: Bodies,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /** Every public meeting, and the events of the open agenda. */
  all(language: Language): Promise<string> {
    return this.asLongAsNothingHappens(`all ${language}`, async () =>
      this.written(ALL, language, [
        ...(await this.publicMeetings(language)),
        ...(await this.agenda.events(this.database.reader, language)),
      ]),
    );
  }

  plenaries(language: Language): Promise<string> {
    return this.asLongAsNothingHappens(`plenaries ${language}`, async () =>
      this.written(PLENARIES, language, await this.publicMeetings(language, { body: 'PLENARY' })),
    );
  }

  committee(language: Language): Promise<string> {
    return this.asLongAsNothingHappens(`committee ${language}`, async () =>
      this.written(
        COMMITTEE,
        language,
        await this.publicMeetings(language, { body: 'MANAGEMENT_COMMITTEE' }),
      ),
    );
  }

  /** The meetings of one working group; null: no group that was set up has that id. */
  async group(id: string, language: Language): Promise<string | null> {
    const group = isId(id) ? await this.groups.byId(this.database.reader, id) : null;
    if (group === null || group.state === 'PROPOSED') return null;
    const { themeFr, themeEn } = group;
    const name: Text = { fr: `Groupe « ${themeFr} »`, en: `Group “${themeEn}”` };
    return this.asLongAsNothingHappens(`group ${group.id} ${language}`, async () =>
      this.written(name, language, await this.publicMeetings(language, { groupId: group.id })),
    );
  }

  /** Programs ask every few hours; every act leaves a row in the trail, so that its end tells whether the file may have changed. */
  private async asLongAsNothingHappens(name: string, write: () => Promise<string>): Promise<string> {
    const until = (await this.trail.head(this.database.reader))?.hash ?? GENESIS;
    const known = this.published.get(name);
    if (known?.until === until) return known.text;
    const text = await write();
    this.published.set(name, { until, text });
    return text;
  }

  /**
   * The calendar behind a secret address: every plenary, and of the other bodies the meetings in which the person takes part on
   * their day, all of them for the secretariat; those of which she was freed stay, cancelled. Null: there is none, or none any more.
   *
   * @param chosen null: the language in which the person is written to.
   */
  async own(token: string, chosen: Language | null): Promise<string | null> {
    const { reader } = this.database;
    const person = await this.personal.readBy(reader, token);
    if (person === null) return null;
    const language = chosen ?? person.language;
    const meetings = await this.meetings.list(reader, {
      body: null,
      groupId: null,
      after: null,
      limit: MEETINGS,
    });
    const words = await this.calendar.words(reader, meetings);
    const takesPartIn = await this.bodies.attendedBy(reader, person.id);
    const released = await this.meetings.releasesOf(reader, person.id);
    const seats = await this.personal.seats(reader, person.id);
    const within = (periods: readonly Span[], at: Date): boolean =>
      periods.some((period) => covers(period, dayOf(at, this.zone)));
    const inGroups = await this.groups.ofPerson(reader, person.id);
    const onTheCommittee = await this.personal.onTheCommittee(reader, person.id);
    /** The members of the forum comment on a plenary's minutes; those of a working group, or of the committee, on its. */
    const comments = (meetingId: string, at: Date): boolean => {
      const meeting = meetings.find(({ id }) => id === meetingId);
      if (meeting === undefined) return false;
      const { body, groupId } = meeting;
      if (body === 'MANAGEMENT_COMMITTEE') return within(onTheCommittee, at);
      return within(groupId === null ? seats : inGroups.filter((one) => one.groupId === groupId), at);
    };
    const minutes = await this.personal.minutes(
      reader,
      meetings.map(({ id }) => id),
    );
    return this.written(OWN, language, [
      ...words.flatMap((said, index) => {
        const meeting = meetings[index];
        const hers = meeting !== undefined && takesPartIn(meeting);
        const releases = released.filter(({ meetingId }) => meetingId === said.meetingId);
        const own = asHers(said, releases);
        if (hers) return [meetingEvent(own, language, this.publicUrl)];
        if (releases.length > 0) return [eventFreed(own, language, this.publicUrl)];
        return said.body === 'PLENARY' ? [meetingEvent(toThePublic(said), language, this.publicUrl)] : [];
      }),
      ...(await this.personal.polls(reader, person.id)).map((poll) => this.pollEvent(poll, language)),
      ...minutes
        .filter(({ meetingId, circulatedAt }) => comments(meetingId, circulatedAt))
        .flatMap((each) => {
          const meeting = words.find(({ meetingId }) => meetingId === each.meetingId);
          return meeting === undefined ? [] : [this.commentsEvent(each, meetingNamed(meeting), language)];
        }),
    ]);
  }

  private async publicMeetings(
    language: Language,
    which: { readonly body?: Exclude<Body, 'WORKING_GROUP'>; readonly groupId?: string } = {},
  ): Promise<CalendarEvent[]> {
    const { reader } = this.database;
    const { body = null, groupId = null } = which;
    const meetings = await this.meetings.list(reader, { body, groupId, after: null, limit: MEETINGS });
    const words = await this.calendar.words(reader, meetings);
    return words.map((meeting) => meetingEvent(toThePublic(meeting), language, this.publicUrl));
  }

  /** The same to whoever voted and whoever did not. */
  private pollEvent(poll: PollOfPerson, language: Language): CalendarEvent {
    const { openedAt, closesAt, closedAt, cancelledAt } = poll;
    const seat = seatInWords(poll)[language];
    const url = `${this.publicUrl}/elections/${poll.electionId}`;
    const changes = [closedAt, cancelledAt].filter((at) => at !== null);
    return {
      uid: poll.id,
      sequence: changes.length,
      createdAt: openedAt,
      changedAt: changes.reduce((one, other) => (one > other ? one : other), openedAt),
      startsAt: closedAt !== null && closedAt < closesAt ? closedAt : closesAt,
      endsAt: null,
      status: cancelledAt === null ? 'CONFIRMED' : 'CANCELLED',
      summary:
        language === 'fr'
          ? `Clôture du vote : ${seat}, tour ${poll.round}`
          : `The poll closes: ${seat}, round ${poll.round}`,
      description:
        language === 'fr'
          ? `Vous figurez sur la liste électorale. La page du scrutin : ${url}`
          : `You are on the register. The election’s page: ${url}`,
      location: null,
      url,
    };
  }

  private commentsEvent(
    { id, circulatedAt, commentsUntil }: MinutesToComment,
    meeting: Text,
    language: Language,
  ): CalendarEvent {
    const url = `${this.publicUrl}/minutes/${id}`;
    return {
      uid: id,
      sequence: 0,
      createdAt: circulatedAt,
      changedAt: circulatedAt,
      // The last minute that counts, on the day that the letter says.
      startsAt: new Date(commentsUntil.getTime() - 60_000),
      endsAt: null,
      status: 'CONFIRMED',
      summary:
        language === 'fr'
          ? `Fin des observations sur le compte rendu de la ${meeting.fr}`
          : `Last minute for comments on the minutes of ${meeting.en}`,
      description:
        language === 'fr' ? `Pour les lire et les observer : ${url}` : `To read them and comment: ${url}`,
      location: null,
      url,
    };
  }

  private written(calendar: Text, language: Language, events: readonly CalendarEvent[]): string {
    return publishedCalendar({ name: named(calendar, language), language, zone: this.zone, events });
  }
}
