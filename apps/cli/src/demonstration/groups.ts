import type { Item } from './agendas.js';
import { DATA, PARTICIPATION } from './quarters.js';
import type { StoryTopic } from './regular-meetings.js';
import type { Story } from './story.js';

/** A thematic working group of the story. */
export interface StoryGroup {
  readonly themeFr: string;
  readonly themeEn: string;
  /** Commitments of the plan 2024–2026, by number. */
  readonly commitments: readonly number[];
  /** Whose members facilitate it: one of each college, by slug. */
  readonly facilitators: readonly string[];
  /** Whose members join it beside them. */
  readonly members: readonly string[];
  /** When it meets: a day of the week (0 is Sunday) and a time, in the forum’s zone. */
  readonly meets: { readonly weekday: number; readonly at: string };
  /** What it takes up, quarter after quarter; once through, from the first again. */
  readonly quarters: readonly StoryTopic[];
}

/** What the second plenary sets up: each group gathers who leads its commitments, and whom the plan names beside them. */
export const GROUPS: readonly StoryGroup[] = [
  {
    themeFr: 'Participation et culture démocratique',
    themeEn: 'Participation and democratic culture',
    commitments: [1, 2, 5, 6, 14],
    facilitators: ['fonction-publique', '27e-region'],
    members: ['renouveau', 'ditp', 'education', 'democratie-ouverte', 'debatlab', 'parlons-democratie'],
    meets: { weekday: 2, at: '14:00' },
    quarters: PARTICIPATION,
  },
  {
    themeFr: 'Données ouvertes et communs numériques',
    themeEn: 'Open data and digital commons',
    commitments: [11, 15, 16, 17],
    facilitators: ['mtect', 'open-data-france'],
    members: ['dinum', 'hdh', 'anct', 'transparency', 'imodev'],
    meets: { weekday: 4, at: '10:00' },
    quarters: DATA,
  },
];

/** A group that was proposed, and the item that sets it up. */
export interface ProposedGroup {
  readonly groupId: string;
  readonly group: StoryGroup;
  readonly item: Item;
}

/** A group that was set up. */
export interface GroupAtWork extends ProposedGroup {
  /** Two persons, who take turns. */
  readonly facilitatorIds: readonly string[];
  /** What it took up since it last reported to a plenary. */
  readonly toReport: StoryTopic[];
}

/** Proposes the groups to a plenary, by the secretariat. @param memberOf gives the member who sits for an organisation */
export async function proposeGroups(
  story: Story,
  secretaryId: string,
  memberOf: (slug: string) => string,
): Promise<readonly ProposedGroup[]> {
  const proposed: ProposedGroup[] = [];
  for (const group of GROUPS) {
    const { themeFr, themeEn, commitments, facilitators } = group;
    const input = { themeFr, themeEn, commitments, facilitatorIds: facilitators.map(memberOf) };
    const { id: groupId } = await story.does(secretaryId, 'proposeWorkingGroup', input, 'WorkingGroup');
    proposed.push({
      groupId,
      group,
      item: {
        kind: 'DECISION',
        titleFr: `Constitution du groupe de travail « ${themeFr} »`,
        titleEn: `Setting up of the working group “${themeEn}”`,
        subject: 'WORKING_GROUP_SETUP',
        objectId: groupId,
      },
    });
    story.pass(10);
  }
  return proposed;
}

/** Members join a group that was set up. @param personOf gives the person who sits for an organisation */
export async function joinGroup(
  story: Story,
  { groupId, group }: ProposedGroup,
  personOf: (slug: string) => string,
): Promise<void> {
  for (const slug of group.members) {
    story.pass(1);
    await story.does(personOf(slug), 'joinWorkingGroup', { groupId });
  }
}
