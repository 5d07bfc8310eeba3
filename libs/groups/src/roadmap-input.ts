import { BadUserInput } from '@hemicycle/graphql';
import { type Day, newId, type Text } from '@hemicycle/kernel';
import type { RoadmapStepInput } from './graphql/roadmaps.inputs.js';
import type { NewStep, Roadmap } from './roadmaps.repository.js';
import { STEPS_AHEAD } from './steps-ahead.js';

/**
 * The steps of a roadmap as they were asked for, as of a day.
 *
 * @param standing the version that they replace; null: none.
 * @throws BadUserInput for a step that does not hold together, or that is not of the roadmap that stands.
 */
export function stepsOf(steps: readonly RoadmapStepInput[], standing: Roadmap | null, on: Day): NewStep[] {
  const known = new Map(standing?.steps.map((step) => [step.stepId, step]));
  const kept = new Set<string>();
  const ahead = steps.filter(({ state }) => !isSettled(state)).length;
  if (ahead > STEPS_AHEAD) throw new BadUserInput('steps', tooMany(ahead));
  return steps.map((step, index) => {
    const field = `steps.${index}`;
    const { id = null, state, fromOn = null, dueOn, reason = null, descriptionFr = null } = step;
    if (id !== null) {
      if (!known.has(id) || kept.has(id)) throw new BadUserInput(`${field}.id`, NOT_A_STEP);
      kept.add(id);
    }
    const commitments = [...new Set(step.commitments)].toSorted((a, b) => a - b);
    if (commitments.length < step.commitments.length) throw new BadUserInput(`${field}.commitments`, ONCE);
    if (fromOn !== null && fromOn > dueOn) throw new BadUserInput(`${field}.fromOn`, IN_ORDER);
    if ((step.descriptionEn ?? null) !== null && descriptionFr === null)
      throw new BadUserInput(`${field}.descriptionFr`, IN_FRENCH);
    if ((state === 'GIVEN_UP') !== (reason !== null)) throw new BadUserInput(`${field}.reason`, REASON);
    const settled = isSettled(state);
    const before = id === null ? undefined : known.get(id);
    const recorded = before?.state === state ? before.settledOn : null;
    const settledOn = settled ? (step.settledOn ?? recorded ?? on) : null;
    if ((!settled && (step.settledOn ?? null) !== null) || (settledOn !== null && settledOn > on))
      throw new BadUserInput(`${field}.settledOn`, SETTLED);
    return {
      stepId: id ?? newId(),
      titleFr: step.titleFr,
      titleEn: step.titleEn ?? null,
      descriptionFr,
      descriptionEn: step.descriptionEn ?? null,
      commitments,
      fromOn,
      dueOn,
      dueInWords: step.dueInWords ?? null,
      responsible: step.responsible,
      state,
      settledOn,
      reason,
    };
  });
}

const isSettled = (state: RoadmapStepInput['state']): boolean => state === 'DONE' || state === 'GIVEN_UP';

/** Whether two lists of steps say the same, in the same order. */
export const saysTheSame = (standing: Roadmap | null, steps: readonly NewStep[]): boolean => {
  const said = ({ stepId, ...step }: NewStep): string =>
    JSON.stringify([stepId, ...SAID.map((field) => step[field])]);
  return (
    standing?.steps.length === steps.length &&
    standing.steps.every((step, index) => {
      const other = steps[index];
      return other !== undefined && said(step) === said(other);
    })
  );
};
const SAID = [
  'titleFr',
  'titleEn',
  'descriptionFr',
  'descriptionEn',
  'commitments',
  'fromOn',
  'dueOn',
  'dueInWords',
  'responsible',
  'state',
  'settledOn',
  'reason',
] as const satisfies readonly (keyof Omit<NewStep, 'stepId'>)[];

const tooMany = (ahead: number): Text => ({
  fr: `Une feuille de route porte au plus ${STEPS_AHEAD} étapes à faire ou en cours ; celle-ci en porte ${ahead}.`,
  en: `A roadmap carries at most ${STEPS_AHEAD} steps to do or under way; this one carries ${ahead}.`,
});
const NOT_A_STEP: Text = {
  fr: 'Cet identifiant n’est pas, ou est deux fois, celui d’une étape de la feuille de route actuelle.',
  en: 'This is not, or is twice, the id of a step of the present roadmap.',
};
const ONCE: Text = {
  fr: 'Une étape cite chaque engagement une fois.',
  en: 'A step names each commitment once.',
};
const IN_ORDER: Text = {
  fr: 'Le premier jour de l’intervalle ne vient pas après le dernier.',
  en: 'The first day of the interval does not come after the last one.',
};
const IN_FRENCH: Text = {
  fr: 'La description s’écrit d’abord en français.',
  en: 'The description is written in French first.',
};
const REASON: Text = {
  fr: 'Une étape abandonnée dit pourquoi ; les autres n’ont pas de motif.',
  en: 'A step that is given up says why; others have no reason.',
};
const SETTLED: Text = {
  fr: 'Une étape faite ou abandonnée l’est ce jour au plus tard ; les autres n’ont pas encore ce jour.',
  en: 'A step is done or given up today at the latest; the others have no such day yet.',
};
