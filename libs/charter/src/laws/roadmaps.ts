import type { Day, Text } from '@hemicycle/kernel';
import { inLife, ROADMAP_STEP, type StateOf, whileIn, WORKING_GROUP } from '../lives.js';
import { law, rule } from '../rule.js';
import type { GroupState } from './groups.js';

export type RoadmapStepState = StateOf<typeof ROADMAP_STEP>;
export const ROADMAP_STEP_STATES = Object.keys(ROADMAP_STEP.states) as RoadmapStepState[];

/** What lateness rests on. */
export interface StepStanding {
  readonly state: RoadmapStepState;
  /** The last day on which it is done in time. */
  readonly dueOn: Day;
}

/** Whether a step still waits although its last day is past. */
export const stepIsLate = ({ state, dueOn }: StepStanding, on: Day): boolean =>
  state !== 'DONE' && state !== 'GIVEN_UP' && dueOn < on;

/** A step as somebody is about to write it. */
export interface WrittenStep {
  readonly title: Text;
  readonly commitments: readonly number[];
  readonly state: RoadmapStepState;
  /** Where it stood in the version that is replaced; null: it is new. */
  readonly before: RoadmapStepState | null;
}

/** A roadmap about to be written anew. */
export interface RoadmapFacts {
  readonly state: GroupState;
  readonly actorFacilitates: boolean;
  readonly bySecretariat: boolean;
  /** Whoever facilitates the group that day, by name. */
  readonly facilitators: readonly string[];
  /** The group's, as the decision that set it up states them. */
  readonly commitments: readonly number[];
  readonly steps: readonly WrittenStep[];
  /** The steps of the version that is replaced and of which this one says nothing, by title. */
  readonly leftOut: readonly Text[];
}

const quoted = (titles: readonly Text[]): Text => ({
  fr: titles.map(({ fr }) => `« ${fr} »`).join(', '),
  en: titles.map(({ en }) => `“${en}”`).join(', '),
});

export const stepsGoOnInTheirLife = rule<RoadmapFacts>('LIFE', ({ steps }) => {
  for (const { title, state, before } of steps) {
    if (before === null || before === state) continue;
    const answer = inLife<RoadmapStepState, RoadmapStepState>(ROADMAP_STEP, state, (was) => was).check(
      before,
    );
    if (answer === true) continue;
    const named = quoted([title]);
    return { fr: `${named.fr} – ${answer.fr}`, en: `${named.en}: ${answer.en}` };
  }
  return true;
});

export const stepsStay = rule<RoadmapFacts>('LIFE', ({ leftOut }) => {
  if (leftOut.length === 0) return true;
  const { fr, en } = quoted(leftOut);
  return {
    fr: `Une étape annoncée ne quitte pas la feuille de route : on l’abandonne, en disant pourquoi. Manque : ${fr}.`,
    en: `A step that was announced does not leave the roadmap: it is given up, with the reason. Missing: ${en}.`,
  };
});

export const facilitatorsKeepTheRoadmap = rule<RoadmapFacts>(
  'WORKING-GROUP-SETUP',
  ({ actorFacilitates, bySecretariat, facilitators }) => {
    if (actorFacilitates || (bySecretariat && facilitators.length === 0)) return true;
    return facilitators.length === 0
      ? {
          fr: 'Aucun animateur n’est en fonction : d’ici à la prochaine séance plénière, le secrétariat tient la feuille de route.',
          en: 'No facilitator is in office: until the next plenary, the secretariat keeps the roadmap.',
        }
      : {
          fr: `Les animateurs du groupe tiennent sa feuille de route : ${facilitators.join(', ')}.`,
          en: `The group’s facilitators keep its roadmap: ${facilitators.join(', ')}.`,
        };
  },
);

export const stepsServeTheGroupsCommitments = rule<RoadmapFacts>(
  'WORKING-GROUP-SETUP',
  ({ commitments, steps }) => {
    const astray = steps.filter((step) => step.commitments.some((one) => !commitments.includes(one)));
    if (astray.length === 0) return true;
    const theirs = commitments.join(', ');
    const { fr, en } = quoted(astray.map(({ title }) => title));
    return {
      fr: `La décision qui constitue le groupe énonce ses engagements : ${theirs}. Une étape n’en sert pas d’autre : ${fr}.`,
      en: `The decision that set the group up states its commitments: ${theirs}. A step serves no other: ${en}.`,
    };
  },
);

export const saveRoadmap = law<RoadmapFacts>('saveRoadmap', [
  whileIn<GroupState, RoadmapFacts>(WORKING_GROUP, ['SET_UP'], ({ state }) => state),
  stepsGoOnInTheirLife,
  stepsStay,
  facilitatorsKeepTheRoadmap,
  stepsServeTheGroupsCommitments,
]);
