import { addDays, type Day, day, instantAt } from '@hemicycle/kernel';
import { ConveneGroups } from '@hemicycle/meetings';
import type { ProposedGroup } from './groups.js';
import { whoMay } from './polls.js';
import { signOnceRead } from './signatures.js';
import { type Story, ZONE } from './story.js';

/** Groups meet in one month of each quarter, in a week without a public holiday, on the days that they chose. */
const MONTHS = ['02', '04', '09', '11'] as const;

/** The day of a group’s meeting, counted from the first quarter of 2025. @param weekday 0 is Sunday */
function meetingDay(count: number, weekday: number): Day {
  const year = 2025 + Math.floor(count / MONTHS.length);
  for (let on = day(`${year}-${MONTHS[count % MONTHS.length]}-12`); ; on = addDays(on, 1)) {
    if (new Date(on).getUTCDay() === weekday) return on;
  }
}

/** How long before a meeting its agenda is set. */
const AGENDA_AHEAD = 14;
/** When its convocation leaves by itself (charter C3-CONVOCATION). */
const CONVENED_AHEAD = 7;

const INTRODUCTIONS = 'Chaque membre se présente et dit ce que son organisation attend du groupe.';
const LAST_MINUTES = 'Le compte rendu de la réunion précédente n’appelle pas de remarque.';
const ROADMAP =
  'Chaque étape est passée en revue par qui en est responsable ; les échéances sont maintenues.';

interface Attendant {
  readonly id: string;
  readonly person: { readonly id: string };
}

/**
 * Puts a group’s quarterly meetings into the story’s diary, from the first quarter of 2025 on: each is planned on the day of
 * the one before, so that the next one is always known.
 *
 * @param facilitatorIds two persons, who take turns in preparing a meeting and in writing its minutes
 */
export async function meetEveryQuarter(
  story: Story,
  group: ProposedGroup,
  facilitatorIds: readonly string[],
): Promise<void> {
  await new QuarterlyMeetings(story, group, facilitatorIds).plan(0);
}

class QuarterlyMeetings {
  constructor(
    private readonly story: Story,
    private readonly group: ProposedGroup,
    private readonly facilitatorIds: readonly string[],
  ) {}

  async plan(count: number): Promise<void> {
    const {
      story,
      group: { groupId, group },
    } = this;
    const on = meetingDay(count, group.meets.weekday);
    const at = (before: number, time: string): Date => instantAt(addDays(on, -before), time, ZONE);
    const { id: meetingId } = await story.does(
      this.turn(count),
      'planMeeting',
      {
        body: 'WORKING_GROUP',
        groupId,
        startsAt: at(0, group.meets.at).toISOString(),
        place: 'CESE, palais d’Iéna, salle 301',
        onlineLink: 'https://visio.forum.example/groupe',
      },
      'Meeting',
    );
    story.note(at(AGENDA_AHEAD, '10:00'), () => this.setAgenda(meetingId, count));
    story.note(at(CONVENED_AHEAD, '08:00'), () => story.get(ConveneGroups).run());
    story.note(at(0, group.meets.at), async () => {
      await this.meet(meetingId, count);
      await this.plan(count + 1);
    });
    story.note(at(-3, '11:00'), async () => {
      signOnceRead(story, await this.writeMinutes(meetingId, count), at(-13, '10:00'));
    });
  }

  /** Whoever’s turn it is. */
  private turn(count: number): string {
    return this.facilitatorIds[count % this.facilitatorIds.length] as string;
  }

  private quarter(count: number): ProposedGroup['group']['quarters'][number] {
    const { quarters } = this.group.group;
    return quarters[count % quarters.length] as (typeof quarters)[number];
  }

  private async setAgenda(meetingId: string, count: number): Promise<void> {
    const { heard, recommends } = this.quarter(count);
    const items = [
      { kind: 'DISCUSSION', titleFr: heard.fr, titleEn: heard.en, plannedMinutes: 50 },
      { kind: 'DECISION', titleFr: recommends.fr, titleEn: recommends.en, plannedMinutes: 40 },
      {
        kind: 'INFORMATION',
        titleFr: 'Feuille de route : étapes du trimestre',
        titleEn: 'Roadmap: the steps of the quarter',
        plannedMinutes: 20,
      },
    ];
    await this.story.does(this.turn(count), 'draftAgenda', { meetingId, items });
  }

  /** One member of the group is excused, in turn; every third takes part at a distance. */
  private async meet(meetingId: string, count: number): Promise<void> {
    const { story } = this;
    const members = await this.members();
    const entries = members.map(({ id: memberId }, place) => {
      if (place === count % members.length) return { memberId, mode: 'EXCUSED' };
      return { memberId, mode: place % 3 === 2 ? 'ONLINE' : 'IN_ROOM' };
    });
    await story.does(this.turn(count), 'recordAttendance', { meetingId, entries });
    const present = members.filter((_, place) => place !== count % members.length);
    const mayPreside = [...this.facilitatorIds, ...present.map(({ person }) => person.id)];
    const president = await whoMay(story, mayPreside, 'openSession', { meeting: meetingId });
    await story.does(president, 'openSession', { meetingId });
    story.pass(75);
    const { wording } = this.quarter(count);
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
    const writer = this.turn(count + 1);
    const draft = { meetingId, language: 'FR' };
    const { id: minutesId } = await story.does(writer, 'draftMinutes', draft, 'Minutes');
    const [discussed, , roadmap] = await this.items(meetingId);
    const sections = [
      { key: 'opening', text: count === 0 ? INTRODUCTIONS : LAST_MINUTES },
      { key: discussed?.id, text: this.quarter(count).said },
      { key: roadmap?.id, text: ROADMAP },
      {
        key: 'closing',
        text: 'Les animateurs remercient les membres ; la date de la prochaine réunion est fixée.',
      },
    ];
    await story.does(writer, 'saveMinutes', { minutesId, basedOnVersion: 1, sections });
    story.pass(90);
    await story.does(writer, 'circulateMinutes', { minutesId, version: 2 });
    return minutesId;
  }

  private async members(): Promise<readonly Attendant[]> {
    const { workingGroup } = (await this.story.asks(
      null,
      'query ($id: ID!) { workingGroup(id: $id) { members { untilOn member { id person { id } } } } }',
      { id: this.group.groupId },
    )) as { workingGroup: { members: readonly { untilOn: Day | null; member: Attendant }[] } };
    return workingGroup.members.filter(({ untilOn }) => untilOn === null).map(({ member }) => member);
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
