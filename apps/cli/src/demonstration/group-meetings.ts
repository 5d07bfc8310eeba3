import { addDays, type Day, day } from '@hemicycle/kernel';
import { ConveneGroups } from '@hemicycle/meetings';
import type { GroupAtWork } from './groups.js';
import { type Attendant, meetRegularly, type StoryTopic } from './regular-meetings.js';
import type { Story } from './story.js';

/** Groups meet in one month of each quarter, in a week without a public holiday, on the days that they chose. */
const MONTHS = ['02', '04', '09', '11'] as const;

/** The day of a group’s meeting, counted from the first quarter of 2025. @param weekday 0 is Sunday */
function meetingDay(count: number, weekday: number): Day {
  const year = 2025 + Math.floor(count / MONTHS.length);
  for (let on = day(`${year}-${MONTHS[count % MONTHS.length]}-12`); ; on = addDays(on, 1)) {
    if (new Date(on).getUTCDay() === weekday) return on;
  }
}

/** Puts a group’s quarterly meetings into the story’s diary, from the first quarter of 2025 on. */
export async function meetEveryQuarter(story: Story, atWork: GroupAtWork): Promise<void> {
  const { groupId, group, facilitatorIds, toReport } = atWork;
  const topic = (count: number): StoryTopic => group.quarters[count % group.quarters.length] as StoryTopic;
  await meetRegularly(story, {
    plan: {
      body: 'WORKING_GROUP',
      groupId,
      place: 'CESE, palais d’Iéna, salle 301',
      onlineLink: 'https://visio.forum.example/groupe',
    },
    dayOf: (count) => meetingDay(count, group.meets.weekday),
    time: group.meets.at,
    ahead: { agenda: 14, convocation: 7 },
    keepers: () => Promise.resolve(facilitatorIds),
    members: () => membersOf(story, groupId),
    topic,
    review: {
      title: { fr: 'Feuille de route : étapes du trimestre', en: 'Roadmap: the steps of the quarter' },
      said: 'Chaque étape est passée en revue par qui en est responsable ; les échéances sont maintenues.',
    },
    said: {
      first: 'Chaque membre se présente et dit ce que son organisation attend du groupe.',
      later: 'Le compte rendu de la réunion précédente n’appelle pas de remarque.',
      last: 'Les animateurs remercient les membres ; la date de la prochaine réunion est fixée.',
    },
    // By itself (charter C3-CONVOCATION).
    convene: () => story.get(ConveneGroups).run(),
    held: (count) => toReport.push(topic(count)),
  });
}

async function membersOf(story: Story, groupId: string): Promise<readonly Attendant[]> {
  const { workingGroup } = (await story.asks(
    null,
    'query ($id: ID!) { workingGroup(id: $id) { members { untilOn member { id person { id } } } } }',
    { id: groupId },
  )) as { workingGroup: { members: readonly { untilOn: Day | null; member: Attendant }[] } };
  return workingGroup.members.filter(({ untilOn }) => untilOn === null).map(({ member }) => member);
}
