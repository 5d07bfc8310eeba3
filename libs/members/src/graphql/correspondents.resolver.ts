import {
  type ApiContext,
  CurrentAct,
  PermittedAction,
  permittedAction,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { EndCorrespondent } from '../commands/end-correspondent.js';
import { NameCorrespondent } from '../commands/name-correspondent.js';
import type { NamedCorrespondent } from '../correspondents.repository.js';
import { CorrespondentType, EndCorrespondentResult, NameCorrespondentResult } from './correspondent.type.js';
import { EndCorrespondentInput, NameCorrespondentInput } from './organisations.inputs.js';

@Resolver(() => CorrespondentType)
export class CorrespondentsResolver {
  constructor(
    private readonly naming: NameCorrespondent,
    private readonly ending: EndCorrespondent,
  ) {}

  @ResolveField(() => [PermittedAction], { description: 'What the actor may do with it today.' })
  permitted(correspondent: NamedCorrespondent, _: unknown, { act }: ApiContext): PermittedAction[] {
    return [
      permittedAction(
        'endCorrespondent',
        this.ending.verdict(act, correspondent),
        act.actor.roles.has('SECRETARIAT'),
      ),
    ];
  }

  @Mutation(() => NameCorrespondentResult, {
    description: 'Names a department’s contact for the action plan. Naming her again changes nothing.',
  })
  nameCorrespondent(
    @CurrentAct() act: Act,
    @Args('input') input: NameCorrespondentInput,
  ): Promise<NamedCorrespondent | RuleRefusal> {
    return this.naming.execute(act, input);
  }

  @Mutation(() => EndCorrespondentResult, {
    description: 'Ends a correspondent’s charge; today is its last day.',
  })
  endCorrespondent(
    @CurrentAct() act: Act,
    @Args('input') input: EndCorrespondentInput,
  ): Promise<NamedCorrespondent | RuleRefusal> {
    return this.ending.execute(act, input);
  }
}
