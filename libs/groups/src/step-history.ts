import type { NamedPerson } from '@hemicycle/members';
import type { RoadmapStep } from './roadmap-step.entity.js';
import type { Roadmap } from './roadmaps.repository.js';

/** What a step said from one version of the roadmap on. */
export interface StepRevision extends RoadmapStep {
  readonly writtenAt: Date;
  readonly writtenBy: NamedPerson;
}

/** All that is said of a step: its place, and who wrote it when, are none of it. */
const saying = (step: RoadmapStep | StepRevision): string =>
  JSON.stringify({ ...step, version: null, position: null, writtenAt: null, writtenBy: null });

/**
 * What each step said, from version to version, the latest first: a version that left it as it was, or only moved it, is not
 * in its history.
 *
 * @param versions of one roadmap, the first one first
 */
export function stepHistories(versions: readonly Roadmap[]): ReadonlyMap<string, readonly StepRevision[]> {
  const histories = new Map<string, StepRevision[]>();
  for (const { steps, writtenAt, writtenBy } of versions) {
    for (const step of steps) {
      const history = histories.get(step.stepId) ?? [];
      histories.set(step.stepId, history);
      const [latest] = history;
      if (latest !== undefined && saying(latest) === saying(step)) continue;
      history.unshift({ ...step, writtenAt, writtenBy });
    }
  }
  return histories;
}
