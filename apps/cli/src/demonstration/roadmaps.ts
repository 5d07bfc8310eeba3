import { addDays, type Day, day } from '@hemicycle/kernel';
import type { GroupAtWork } from './groups.js';
import type { Story } from './story.js';

interface StoryStep {
  readonly titleFr: string;
  readonly titleEn: string;
  /** Which of the group’s commitments it serves, by place in its list. */
  readonly serves: number;
  readonly fromOn: Day;
  readonly dueOn: Day;
  readonly dueInWords: string;
  readonly responsible: string;
}

const step = (
  titleFr: string,
  titleEn: string,
  serves: number,
  [fromOn, dueOn, dueInWords]: readonly [string, string, string],
  responsible: string,
): StoryStep => ({
  titleFr,
  titleEn,
  serves,
  fromOn: day(fromOn),
  dueOn: day(dueOn),
  dueInWords,
  responsible,
});

const H1_2025 = ['2025-01-01', '2025-06-30', 'S1 2025'] as const;
const H2_2025 = ['2025-07-01', '2025-12-31', 'S2 2025'] as const;
const H1_2026 = ['2026-01-01', '2026-06-30', 'S1 2026'] as const;
const END_2026 = ['2026-07-01', '2026-12-31', 'fin 2026'] as const;

/** What every group of the story does for its commitments, in this order. */
const STEPS: readonly StoryStep[] = [
  step(
    'État des lieux partagé',
    'A shared account of where things stand',
    0,
    H1_2025,
    'Les deux animateurs du groupe',
  ),
  step(
    'Entretiens avec les usagers',
    'Interviews with users',
    1,
    H2_2025,
    'Membres de la société civile du groupe',
  ),
  step(
    'Première version à l’essai',
    'A first version on trial',
    2,
    H1_2026,
    'Administrations pilotes du groupe',
  ),
  step(
    'Bilan présenté à la séance plénière',
    'Account given to the plenary',
    0,
    END_2026,
    'Les deux animateurs du groupe',
  ),
];

/** How long after its last day a step is still under way, where it is late. */
const PATIENCE = 120;

/** A facilitator writes the roadmap of a group that was set up. */
export async function writeRoadmap(
  story: Story,
  { groupId, group, facilitatorIds: [facilitatorId = ''] }: GroupAtWork,
): Promise<void> {
  story.pass(20);
  const steps = STEPS.map(({ serves, ...written }) => ({
    ...written,
    commitments: [group.commitments[serves]],
    state: 'TO_DO',
  }));
  await story.does(facilitatorId, 'saveRoadmap', { groupId, basedOnVersion: 0, steps });
}

/** A facilitator says how far the steps have come: what was due long ago is done, what was due of late is late. */
export async function reviseRoadmap(
  story: Story,
  { groupId, group, facilitatorIds: [facilitatorId = ''] }: GroupAtWork,
): Promise<void> {
  const { workingGroup } = (await story.asks(
    null,
    'query ($id: ID!) { workingGroup(id: $id) { roadmap { version steps { id } } } }',
    { id: groupId },
  )) as {
    workingGroup: { roadmap: { version: number; steps: readonly { id: string }[] } };
  };
  const { version, steps } = workingGroup.roadmap;
  const on = story.today;
  const revised = STEPS.map(({ serves, ...written }, place) => {
    const done = addDays(written.dueOn, PATIENCE) < on;
    return {
      ...written,
      id: steps[place]?.id,
      commitments: [group.commitments[serves]],
      state: done ? 'DONE' : written.fromOn <= on ? 'UNDER_WAY' : 'TO_DO',
      settledOn: done ? addDays(written.dueOn, place === 0 ? -10 : 30) : null,
    };
  });
  await story.does(facilitatorId, 'saveRoadmap', { groupId, basedOnVersion: version, steps: revised });
}
