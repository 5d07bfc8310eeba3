import { addDays, type Day, instantAt, type Text } from '@hemicycle/kernel';
import { whoMay } from './polls.js';
import { signOnceRead } from './signatures.js';
import { type Story, ZONE } from './story.js';

/** What a body of the story takes up at one of its regular meetings. */
export interface StoryTopic {
  readonly heard: Text;
  /** What the minutes say of that, in Markdown: they are written in French. */
  readonly said: string;
  readonly recommends: Text;
  readonly wording: Text;
}

/** Who attends a meeting in a seat of hers. */
export interface Attendant {
  /** Of the member. */
  readonly id: string;
  readonly person: { readonly id: string };
}

/** What meets again and again in the story. Meetings are counted from 0. */
export interface RegularBody {
  /** What `planMeeting` takes beside the time. */
  readonly plan: Readonly<Record<string, unknown>>;
  dayOf(count: number): Day;
  /** In the forum’s zone. */
  readonly time: string;
  /** How long before a meeting its agenda is set, and how long before it the convocation leaves; in days. */
  readonly ahead: { readonly agenda: number; readonly convocation: number };
  /** Who plans its meetings, sets their agenda and writes their minutes, taking turns. */
  keepers(): Promise<readonly string[]>;
  members(): Promise<readonly Attendant[]>;
  topic(count: number): StoryTopic;
  /** What each meeting hears last, and what the minutes say of it. */
  readonly review: { readonly title: Text; readonly said: string };
  /** What the minutes say first at the first meeting and at those after it, and last at each. */
  readonly said: { readonly first: string; readonly later: string; readonly last: string };
  convene(meetingId: string): Promise<void>;
  /** What follows once a meeting was held. */
  held(count: number): void;
}

/** How long after a meeting its minutes are sent, and how long after it they are signed: nobody comments on them in between. */
const WRITTEN_AFTER = 3;
const SIGNED_AFTER = 13;

/**
 * Puts the meetings of a body into the story’s diary: each is planned on the day of the one before, so that the next one is
 * always known.
 */
export async function meetRegularly(story: Story, body: RegularBody): Promise<void> {
  await new RegularMeetings(story, body).plan(0);
}

class RegularMeetings {
  constructor(
    private readonly story: Story,
    private readonly body: RegularBody,
  ) {}

  async plan(count: number): Promise<void> {
    const { story, body } = this;
    const on = body.dayOf(count);
    const at = (days: number, time: string): Date => instantAt(addDays(on, days), time, ZONE);
    const { id: meetingId } = await story.does(
      await this.turn(count),
      'planMeeting',
      { ...body.plan, startsAt: at(0, body.time).toISOString() },
      'Meeting',
    );
    story.note(at(-body.ahead.agenda, '10:00'), () => this.setAgenda(meetingId, count));
    story.note(at(-body.ahead.convocation, '08:00'), () => body.convene(meetingId));
    story.note(at(0, body.time), async () => {
      await this.meet(meetingId, count);
      body.held(count);
      await this.plan(count + 1);
    });
    story.note(at(WRITTEN_AFTER, '11:00'), async () => {
      signOnceRead(story, await this.writeMinutes(meetingId, count), at(SIGNED_AFTER, '10:00'));
    });
  }

  /** Whoever’s turn it is. */
  private async turn(count: number): Promise<string> {
    const keepers = await this.body.keepers();
    return keepers[count % keepers.length] as string;
  }

  private async setAgenda(meetingId: string, count: number): Promise<void> {
    const { heard, recommends } = this.body.topic(count);
    const { title } = this.body.review;
    const items = [
      { kind: 'DISCUSSION', titleFr: heard.fr, titleEn: heard.en, plannedMinutes: 50 },
      { kind: 'DECISION', titleFr: recommends.fr, titleEn: recommends.en, plannedMinutes: 40 },
      { kind: 'INFORMATION', titleFr: title.fr, titleEn: title.en, plannedMinutes: 20 },
    ];
    await this.story.does(await this.turn(count), 'draftAgenda', { meetingId, items });
  }

  /** One member is excused, in turn; every third takes part at a distance. */
  private async meet(meetingId: string, count: number): Promise<void> {
    const { story } = this;
    const members = await this.body.members();
    const excused = count % members.length;
    const entries = members.map(({ id: memberId }, place) => {
      if (place === excused) return { memberId, mode: 'EXCUSED' };
      return { memberId, mode: place % 3 === 2 ? 'ONLINE' : 'IN_ROOM' };
    });
    await story.does(await this.turn(count), 'recordAttendance', { meetingId, entries });
    const present = members.filter((_, place) => place !== excused).map(({ person }) => person.id);
    const mayPreside = [...(await this.body.keepers()), ...present];
    const president = await whoMay(story, mayPreside, 'openSession', { meeting: meetingId });
    await story.does(president, 'openSession', { meetingId });
    story.pass(75);
    const { wording } = this.body.topic(count);
    const itemId = (await this.items(meetingId)).find(({ kind }) => kind === 'DECISION')?.id;
    const consensus = { meetingId, itemId, wordingFr: wording.fr, wordingEn: wording.en };
    await story.does(president, 'recordConsensus', consensus);
    story.pass(35);
    await story.does(president, 'closeSession', { meetingId });
    story.pass(5);
  }

  /** Nobody comments on them, and they are published by themselves. Gives their id. */
  private async writeMinutes(meetingId: string, count: number): Promise<string> {
    const { story } = this;
    const { review, said } = this.body;
    const writer = await this.turn(count + 1);
    const draft = { meetingId, language: 'FR' };
    const { id: minutesId } = await story.does(writer, 'draftMinutes', draft, 'Minutes');
    const [discussed, , reviewed] = await this.items(meetingId);
    const sections = [
      { key: 'opening', text: count === 0 ? said.first : said.later },
      { key: discussed?.id, text: this.body.topic(count).said },
      { key: reviewed?.id, text: review.said },
      { key: 'closing', text: said.last },
    ];
    await story.does(writer, 'saveMinutes', { minutesId, basedOnVersion: 1, sections });
    story.pass(90);
    await story.does(writer, 'circulateMinutes', { minutesId, version: 2 });
    return minutesId;
  }

  private async items(meetingId: string): Promise<readonly { readonly id: string; readonly kind: string }[]> {
    const { meeting } = (await this.story.asks(
      null,
      'query ($id: ID!) { meeting(id: $id) { publishedAgenda { items { id kind } } } }',
      { id: meetingId },
    )) as { meeting: { publishedAgenda: { items: readonly { id: string; kind: string }[] } } };
    return meeting.publishedAgenda.items;
  }
}
