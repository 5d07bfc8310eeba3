import { Ledger } from '@hemicycle/audit';
import { judge, saveRoadmap, type Violation } from '@hemicycle/charter';
import { Conflict, NotFound, RuleRefusal, Unauthenticated } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { FacilitatorsRepository } from '@hemicycle/mandates';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SaveRoadmapInput } from '../graphql/roadmaps.inputs.js';
import { GroupsRepository } from '../groups.repository.js';
import { saysTheSame, stepsOf } from '../roadmap-input.js';
import type { RoadmapStep } from '../roadmap-step.entity.js';
import { type NewStep, type Roadmap, RoadmapsRepository } from '../roadmaps.repository.js';
import { GROUP_THING } from '../things.js';
import type { WorkingGroup } from '../working-group.entity.js';

/**
 * Writes a new version of a group's roadmap, whole. Whoever started from a version that is no longer the last is told, and
 * nothing is written.
 */
@Injectable()
export class SaveRoadmap {
  constructor(
    private readonly ledger: Ledger,
    private readonly groups: GroupsRepository,
    private readonly roadmaps: RoadmapsRepository,
    private readonly facilitators: FacilitatorsRepository,
  ) {}

  /** @param steps absent: judged as for steps that nothing is to be said against. */
  async verdict(
    reader: EntityManager,
    act: Act,
    { id, state, commitments }: WorkingGroup,
    { steps, standing }: { steps: readonly NewStep[]; standing: Roadmap | null } = {
      steps: [],
      standing: null,
    },
  ): Promise<Violation[]> {
    const inOffice = await this.facilitators.inOffice(reader, id, act.on);
    const before = new Map(standing?.steps.map((step) => [step.stepId, step.state]));
    const kept = new Set(steps.map(({ stepId }) => stepId));
    return judge(saveRoadmap, {
      state,
      actorFacilitates: inOffice.some(({ personId }) => personId === act.actor.personId),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
      facilitators: inOffice.map(({ name }) => name),
      commitments,
      steps: steps.map((step) => ({
        title: titleOf(step),
        commitments: step.commitments,
        state: step.state,
        before: before.get(step.stepId) ?? null,
      })),
      leftOut: standing?.steps.filter(({ stepId }) => !kept.has(stepId)).map(titleOf) ?? [],
    });
  }

  execute(act: Act, input: SaveRoadmapInput): Promise<WorkingGroup | RuleRefusal> {
    const { groupId, basedOnVersion } = input;
    return this.ledger.record(act, 'saveRoadmap', async (tx) => {
      const { personId } = act.actor;
      if (personId === null) throw new Unauthenticated();
      const group = await this.groups.lock(tx, groupId);
      if (group === null) throw new NotFound(GROUP_THING, groupId);
      const [standing = null] = await this.roadmaps.latest(tx, [groupId]);
      const present = standing?.number ?? 0;
      // Before the steps: those of an older version are not all known any more.
      if (basedOnVersion !== present) {
        const refused = await this.verdict(tx, act, group);
        if (refused.length > 0) return new RuleRefusal(refused);
        throw new Conflict(changedMeanwhile(present, basedOnVersion));
      }
      const steps = stepsOf(input.steps, standing, act.on);
      const violations = await this.verdict(tx, act, group, { steps, standing });
      if (violations.length > 0) return new RuleRefusal(violations);
      // The same roadmap again is no version.
      if (saysTheSame(standing, steps)) return group;
      await this.roadmaps.write(
        tx,
        { groupId, number: present + 1, writtenById: personId, writtenAt: act.at },
        steps,
      );
      return group;
    });
  }
}

/** Its title in the languages in which somebody wrote it. */
export const titleOf = ({ titleFr, titleEn }: Pick<RoadmapStep, 'titleFr' | 'titleEn'>): Text => ({
  fr: titleFr,
  en: titleEn ?? titleFr,
});

const changedMeanwhile = (stands: number, basedOn: number): Text => ({
  fr: `La feuille de route en est à la version ${stands}, et non à la version ${basedOn} : quelqu’un l’a modifiée. Rien n’a été enregistré ; ce que vous avez écrit reste sur votre page.`,
  en: `The roadmap stands at version ${stands}, not ${basedOn}: somebody changed it. Nothing was written; what you wrote stays on your page.`,
});
