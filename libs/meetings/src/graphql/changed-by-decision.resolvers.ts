import type { ApiContext } from '@hemicycle/graphql';
import { FacilitatorType, type WorkingGroup, WorkingGroupType } from '@hemicycle/groups';
import { type DatedMandate, MandateType, type NamedFacilitator } from '@hemicycle/mandates';
import { EditionType, type KnownEdition } from '@hemicycle/procedure';
import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ListedDecision } from '../decisions.repository.js';
import { DecisionType } from './decision.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** What decisions add to an edition of the rules of procedure. */
@Resolver(() => EditionType)
export class EditionDecisionsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => DecisionType, {
    nullable: true,
    description: 'The plenary’s decision that adopted it, or ratified it; null: none did.',
  })
  decision(
    { id, ratifiedOn }: KnownEdition,
    _: unknown,
    context: ApiContext,
  ): Promise<ListedDecision | null> | null {
    if (ratifiedOn !== null) return this.loaders.ratification(context);
    return id === null ? null : this.loaders.adoptedOn(context, id);
  }
}

/** What decisions add to a mandate. */
@Resolver(() => MandateType)
export class MandateDecisionsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => DecisionType, {
    nullable: true,
    description: 'The plenary’s decision that removed its holder; null: none did.',
  })
  decision(
    { id, endReason }: DatedMandate,
    _: unknown,
    context: ApiContext,
  ): Promise<ListedDecision | null> | null {
    return endReason === 'REMOVED' ? this.loaders.adoptedOn(context, id) : null;
  }
}

/** What decisions add to a working group. */
@Resolver(() => WorkingGroupType)
export class GroupDecisionsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => [DecisionType], {
    description:
      'The plenary’s decisions on it and on its facilitators, taken or not, in the order in which they were taken up.',
  })
  decisions({ id }: WorkingGroup, _: unknown, context: ApiContext): Promise<ListedDecision[]> {
    return this.loaders.decisionsOnGroup(context, id);
  }
}

/** What decisions add to the mandate of a facilitator. */
@Resolver(() => FacilitatorType)
export class FacilitatorDecisionsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => DecisionType, { description: 'The plenary’s decision that gave it.' })
  decision({ decisionId }: NamedFacilitator, _: unknown, context: ApiContext): Promise<ListedDecision> {
    return this.loaders.decision(context, decisionId);
  }
}
