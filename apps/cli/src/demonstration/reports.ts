import type { Item } from './agendas.js';
import type { GroupAtWork } from './groups.js';
import type { StoryTopic } from './regular-meetings.js';
import type { Story } from './story.js';

/** The item by which a plenary hears what a group reports. */
export const reportItem = ({ groupId, group: { themeFr, themeEn } }: GroupAtWork): Item => ({
  kind: 'INFORMATION',
  titleFr: `Rapport du groupe de travail « ${themeFr} »`,
  titleEn: `Report of the working group “${themeEn}”`,
  reportOfId: groupId,
  plannedMinutes: 10,
});

/** What the minutes of a plenary say of a report. */
export const REPORT_HEARD =
  'Les animateurs du groupe présentent son rapport, que les membres ont lu avant la séance. La séance plénière en prend acte.';

/** The facilitators of a group report to a plenary what it took up since their last report; a second of them submits it. */
export async function reportTo(story: Story, meetingId: string, atWork: GroupAtWork): Promise<void> {
  const { groupId, facilitatorIds, toReport } = atWork;
  const [writer = '', other = writer] = facilitatorIds;
  const text = reportOn(toReport.splice(0));
  const saving = { groupId, meetingId, basedOnVersion: 0, language: 'FR', text };
  const { id: reportId } = await story.does(writer, 'saveGroupReport', saving, 'GroupReport');
  story.pass(120);
  await story.does(other, 'submitGroupReport', { reportId, version: 1 });
}

/** In Markdown. */
const reportOn = (topics: readonly StoryTopic[]): string =>
  [
    '### Ce que le groupe a fait',
    topics.length === 1
      ? 'Le groupe s’est réuni une fois depuis son dernier rapport.'
      : `Le groupe s’est réuni ${topics.length} fois depuis son dernier rapport.`,
    ...topics.flatMap(({ heard, said }) => [`#### ${heard.fr}`, said]),
    '### Ce qu’il recommande',
    topics.map(({ wording }) => `- ${wording.fr}`).join('\n'),
  ].join('\n\n');
