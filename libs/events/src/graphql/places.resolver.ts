import { ProvenIds } from '@hemicycle/accounts';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  BadUserInput,
  CurrentAct,
  FACTS,
  PermittedAction,
  permittedAction,
  type RuleRefusal,
} from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CancelEventPlace } from '../commands/cancel-event-place.js';
import { ConfirmEventPlace } from '../commands/confirm-event-place.js';
import type { EventPlace } from '../event-place.entity.js';
import type { ForumEvent } from '../forum-event.entity.js';
import { PlacesRepository } from '../places.repository.js';
import { PLACE_AT_EVENT } from '../things.js';
import {
  CancelEventPlaceResult,
  ConfirmEventPlaceResult,
  EventPlaceType,
  ForumEventType,
} from './event.type.js';
import { CancelEventPlaceInput, ConfirmEventPlaceInput } from './events.inputs.js';
import { EventsLoaders } from './events.loaders.js';

/** What whoever has a code of a place does with it. */
@Resolver(() => EventPlaceType)
export class PlacesResolver {
  constructor(
    private readonly database: Database,
    private readonly loaders: EventsLoaders,
    private readonly places: PlacesRepository,
    private readonly codes: ProvenIds,
    private readonly confirming: ConfirmEventPlace,
    private readonly cancelling: CancelEventPlace,
  ) {}

  @Query(() => EventPlaceType, {
    nullable: true,
    description:
      'A registration, by the code of its letter; null: the code was not given out here. By POST alone, so that no address has the code.',
  })
  async eventPlace(
    @Args('code') code: string,
    @Context() { inAddress }: ApiContext,
  ): Promise<EventPlace | null> {
    if (inAddress) throw new BadUserInput('code', NOT_IN_AN_ADDRESS);
    const id = this.codes.idOf(PLACE_AT_EVENT, code);
    return id === null ? null : this.places.byId(this.database.reader, id);
  }

  @ResolveField()
  code({ id }: EventPlace): string {
    return this.codes.of(PLACE_AT_EVENT, id);
  }

  @ResolveField(() => ForumEventType)
  event({ eventId }: EventPlace, _: unknown, context: ApiContext): Promise<ForumEvent> {
    return this.loaders.event(context, eventId);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: FACTS,
    description: 'What may be done with it now.',
  })
  async permitted(place: EventPlace, _: unknown, context: ApiContext): Promise<PermittedAction[]> {
    const { act } = context;
    const event = await this.loaders.event(context, place.eventId);
    return [
      permittedAction('confirmEventPlace', this.confirming.verdict(act, event, place)),
      permittedAction('cancelEventPlace', this.cancelling.verdict(act, event, place)),
    ];
  }

  @Mutation(() => ConfirmEventPlaceResult, {
    description: 'Confirms a registration by the code of its letter: a place, or the waiting list.',
  })
  confirmEventPlace(
    @CurrentAct() act: Act,
    @Args('input') input: ConfirmEventPlaceInput,
  ): Promise<EventPlace | RuleRefusal> {
    return this.confirming.execute(act, input);
  }

  @Mutation(() => CancelEventPlaceResult, {
    description:
      'Gives a place up by the code of its letter, and erases whose it was. The first one who waits gets it.',
  })
  cancelEventPlace(
    @CurrentAct() act: Act,
    @Args('input') input: CancelEventPlaceInput,
  ): Promise<EventPlace | RuleRefusal> {
    return this.cancelling.execute(act, input);
  }
}

const NOT_IN_AN_ADDRESS: Text = {
  fr: 'Un code ne s’écrit pas dans une adresse : envoyez la requête par POST.',
  en: 'A code is not written into an address: send the request by POST.',
};
