import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import { type RoadmapFacts, saveRoadmap, stepIsLate, type WrittenStep } from './roadmaps.js';

const step = (more: Partial<WrittenStep> = {}): WrittenStep => ({
  title: { fr: 'Cartographie', en: 'Map' },
  commitments: [3],
  state: 'TO_DO',
  before: null,
  ...more,
});
const facts = (more: Partial<RoadmapFacts> = {}): RoadmapFacts => ({
  state: 'SET_UP',
  actorFacilitates: true,
  bySecretariat: false,
  facilitators: ['Ana', 'Bo'],
  commitments: [3, 12],
  steps: [step()],
  leftOut: [],
  ...more,
});
const broken = (more: Partial<RoadmapFacts>): string[] =>
  judge(saveRoadmap, facts(more)).map(({ rule }) => rule);

describe('a group’s roadmap', () => {
  it('LIFE: is written while the group is at work', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ state: 'PROPOSED' })).toEqual(['LIFE']);
    expect(broken({ state: 'CLOSED' })).toEqual(['LIFE']);
  });

  it('LIFE: its steps are taken up, done, given up, taken up again, and never put back', () => {
    expect(broken({ steps: [step({ before: 'TO_DO', state: 'DONE' })] })).toEqual([]);
    expect(broken({ steps: [step({ before: 'GIVEN_UP', state: 'UNDER_WAY' })] })).toEqual([]);
    expect(broken({ steps: [step({ before: 'DONE', state: 'GIVEN_UP' })] })).toEqual(['LIFE']);
    const [refused] = judge(saveRoadmap, facts({ steps: [step({ before: 'UNDER_WAY', state: 'TO_DO' })] }));
    expect(refused?.reason).toEqual({
      fr: '« Cartographie » – L’étape est à l’état « en cours » : le passage à l’état « à faire » n’est pas possible. Peut suivre : « faite » ou « abandonnée ».',
      en: '“Map”: The step is “under way”: it cannot become “to do” now. What may follow: “done” or “given up”.',
    });
  });

  it('LIFE: keeps every step that it announced', () => {
    const [refused] = judge(saveRoadmap, facts({ leftOut: [{ fr: 'Atelier', en: 'Workshop' }] }));
    expect(refused?.rule).toBe('LIFE');
    expect(refused?.reason.en).toContain('Missing: “Workshop”.');
  });

  it('WORKING-GROUP-SETUP: is kept by the facilitators, by the secretariat when there is none', () => {
    expect(broken({ actorFacilitates: false })).toEqual(['WORKING-GROUP-SETUP']);
    expect(broken({ actorFacilitates: false, bySecretariat: true })).toEqual(['WORKING-GROUP-SETUP']);
    expect(broken({ actorFacilitates: false, bySecretariat: true, facilitators: [] })).toEqual([]);
    expect(broken({ actorFacilitates: false, facilitators: [] })).toEqual(['WORKING-GROUP-SETUP']);
  });

  it('WORKING-GROUP-SETUP: serves the commitments that the decision states', () => {
    expect(broken({ steps: [step({ commitments: [12, 3] })] })).toEqual([]);
    const [refused] = judge(saveRoadmap, facts({ steps: [step({ commitments: [3, 4] })] }));
    expect(refused?.reason.en).toBe(
      'The decision that set the group up states its commitments: 3, 12. A step serves no other: “Map”.',
    );
  });

  it('has a step late from the day after its last one, unless it is done or given up', () => {
    const dueOn = day('2024-02-29');
    expect(stepIsLate({ state: 'TO_DO', dueOn }, dueOn)).toBe(false);
    expect(stepIsLate({ state: 'UNDER_WAY', dueOn }, day('2024-03-01'))).toBe(true);
    expect(stepIsLate({ state: 'DONE', dueOn }, day('2024-03-01'))).toBe(false);
    expect(stepIsLate({ state: 'GIVEN_UP', dueOn }, day('2024-03-01'))).toBe(false);
  });
});
