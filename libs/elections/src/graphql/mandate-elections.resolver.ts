import type { ApiContext } from '@hemicycle/graphql';
import { type Mandate, MandateType } from '@hemicycle/mandates';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { Election } from '../election.entity.js';
import { ElectionType } from './election.type.js';
import { ElectionsLoaders } from './elections.loaders.js';

/** What elections add to a mandate. */
@Resolver(() => MandateType)
export class MandateElectionsResolver {
  constructor(private readonly loaders: ElectionsLoaders) {}

  @ResolveField(() => ElectionType, {
    description: 'The election that gave it: nobody is appointed (charter C3-ELECTED-AT-PLENARY).',
  })
  election({ electionId }: Mandate, _: unknown, context: ApiContext): Promise<Election> {
    return this.loaders.election(context, electionId);
  }
}
