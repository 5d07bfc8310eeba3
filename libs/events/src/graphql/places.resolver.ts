import { Database } from '@hemicycle/database';
import { CurrentAct, PermittedAction, permittedAction, type RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ApiContext } from '@hemicycle/graphql';
import { CancelEventPlace } from '../commands/cancel-event-place.js';
import { ConfirmEventPlace } from '../commands/confirm-event-place.js';
import type { EventPlace } from '../event-place.entity.js';
import { EventsRepository } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import { PlaceCodes } from '../place-codes.js';
import { PlacesRepository } from '../places.repository.js';
import {
  CancelEventPlaceResult,
  ConfirmEventPlaceResult,
  EventPlaceType,
  ForumEventType,
} from './event.type.js';
import { CancelEventPlaceInput, ConfirmEventPlaceInput } from './events.inputs.js';

/** What whoever has a code of a place does with it. */
@Resolver(() => EventPlaceType)
export class PlacesResolver {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly places: PlacesRepository,
    private readonly codes: PlaceCodes,
    private readonly confirming: ConfirmEventPlace,
    private readonly cancelling: CancelEventPlace,
  ) {}

  @Query(() => EventPlaceType, {
    nullable: true,
    description: 'A registration, by the code of its letter; null: the code was not given out here.',
  })
  async eventPlace(@Args('code') code: string): Promise<EventPlace | null> {
    const id = this.codes.placeOf(code);
    return id === null ? null : this.places.byId(this.database.reader, id);
  }

  @ResolveField()
  code({ id }: EventPlace): string {
    return this.codes.of(id);
  }

  @ResolveField(() => ForumEventType)
  event({ eventId }: EventPlace): Promise<ForumEvent> {
    return this.events.known(this.database.reader, eventId);
  }

  @ResolveField(() => [PermittedAction], { description: 'What may be done with it now.' })
  async permitted(place: EventPlace, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    const event = await this.events.known(this.database.reader, place.eventId);
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
