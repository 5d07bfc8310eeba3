import { type EventState, FORUM_EVENT, nextStates } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  NotFound,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  permittedAction,
  readCursor,
  type RuleRefusal,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, isId } from '@hemicycle/kernel';
import { ChallengeType, ProofOfWork } from '@hemicycle/members';
import { Args, Context, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CancelEvent } from '../commands/cancel-event.js';
import { CorrectEventHeadCount } from '../commands/correct-event-head-count.js';
import { DraftEvent } from '../commands/draft-event.js';
import { MoveEvent } from '../commands/move-event.js';
import { PublishEventResults } from '../commands/publish-event-results.js';
import { PublishEvent } from '../commands/publish-event.js';
import { RecordEvent } from '../commands/record-event.js';
import { RegisterForEvent } from '../commands/register-for-event.js';
import { type PlaceRequested, RequestEventPlace } from '../commands/request-event-place.js';
import { ReviseEvent } from '../commands/revise-event.js';
import type { EventHeadCount } from '../event-head-count.entity.js';
import type { EventMove } from '../event-move.entity.js';
import type { EventPlace } from '../event-place.entity.js';
import { EventsRepository, isPublic } from '../events.repository.js';
import type { ForumEvent } from '../forum-event.entity.js';
import { EVENT_THING } from '../things.js';
import {
  CancelEventResult,
  CorrectEventHeadCountResult,
  DraftEventResult,
  EventHeadCountType,
  EventMoveType,
  EventPlaceType,
  EventResultsType,
  EventStateEnum,
  ForumEventPage,
  ForumEventType,
  MoveEventResult,
  PublishEventResult,
  PublishEventResultsResult,
  RecordEventResult,
  RegisterForEventResult,
  RequestEventPlaceResult,
  ReviseEventResult,
} from './event.type.js';
import {
  CancelEventInput,
  CorrectEventHeadCountInput,
  DraftEventInput,
  MoveEventInput,
  PublishEventInput,
  PublishEventResultsInput,
  RecordEventInput,
  RegisterForEventInput,
  RequestEventPlaceInput,
  ReviseEventInput,
} from './events.inputs.js';
import { EventsLoaders } from './events.loaders.js';

const seesUnannounced = ({ actor }: Act): boolean => actor.roles.has('SECRETARIAT');

@Resolver(() => ForumEventType)
export class EventsResolver {
  constructor(
    private readonly database: Database,
    private readonly events: EventsRepository,
    private readonly proofs: ProofOfWork,
    private readonly loaders: EventsLoaders,
    private readonly drafting: DraftEvent,
    private readonly revision: ReviseEvent,
    private readonly moving: MoveEvent,
    private readonly publication: PublishEvent,
    private readonly cancelling: CancelEvent,
    private readonly recording: RecordEvent,
    private readonly recounting: CorrectEventHeadCount,
    private readonly reporting: PublishEventResults,
    private readonly request: RequestEventPlace,
    private readonly registration: RegisterForEvent,
  ) {}

  @Query(() => ForumEventPage, {
    name: 'events',
    description:
      'The events of the open agenda: those that are not over, the first one first, or those that are, the last one first. Drafts for the secretariat alone.',
  })
  async eventList(
    @CurrentAct() act: Act,
    @Args() { first, after }: PageArgs,
    @Args('past', { defaultValue: false, description: 'Those that are over; false: the others.' })
    past: boolean,
  ): Promise<Page<ForumEvent>> {
    const rows = await this.events.list(this.database.reader, {
      past,
      at: act.at,
      unannounced: seesUnannounced(act),
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ startsAt, id }) => [startsAt.toISOString(), id]);
  }

  @Query(() => ForumEventType, {
    nullable: true,
    description: 'An event; null: unknown, or a draft that the reader may not see.',
  })
  async event(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ForumEvent | null> {
    const [event] = isId(id) ? await this.events.byIds(this.database.reader, [id]) : [];
    return event !== undefined && (isPublic(event) || seesUnannounced(act)) ? event : null;
  }

  @Query(() => ChallengeType, {
    description:
      'A proof of work to be done before registering with an address: no account, no cookie, no third party. Good for one hour and one registration.',
  })
  async eventChallenge(
    @CurrentAct() act: Act,
    @Args('eventId', { type: () => ID }) eventId: string,
  ): Promise<ChallengeType> {
    if (!isId(eventId)) throw new NotFound(EVENT_THING, eventId);
    return this.proofs.challenge(eventId, act.at);
  }

  @ResolveField(() => [EventStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates({ state }: ForumEvent): EventState[] {
    return [...nextStates(FORUM_EVENT, state)];
  }

  @ResolveField(() => [EventMoveType], { description: 'The dates that it had before, the earliest first.' })
  moves({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<EventMove[]> {
    return this.loaders.moves(context, id);
  }

  @ResolveField(() => Int, { description: 'How many places are given.' })
  async placesTaken({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<number> {
    return (await this.loaders.standing(context, id)).taken;
  }

  @ResolveField(() => Int, { description: 'How many wait for one.' })
  async waiting({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<number> {
    return (await this.loaders.standing(context, id)).waiting;
  }

  @ResolveField(() => EventHeadCountType, {
    nullable: true,
    description: 'Who came, as it was counted last; null: it was not held.',
  })
  async headCount({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<EventHeadCount | null> {
    return (await this.loaders.headCounts(context, id)).at(-1) ?? null;
  }

  @ResolveField(() => [EventHeadCountType], {
    description: 'Every count of who came, the first one first: each later one corrects it.',
  })
  headCounts({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<EventHeadCount[]> {
    return this.loaders.headCounts(context, id);
  }

  @ResolveField(() => EventResultsType, {
    nullable: true,
    description: 'What came out of it; null: nothing is published yet.',
  })
  async results({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<EventResultsType | null> {
    const results = await this.loaders.results(context, id);
    if (results === null) return null;
    const { number, summaryFr, summaryEn, documentTitles, documentLinks, publishedAt } = results;
    return {
      number,
      summary: { fr: summaryFr, en: summaryEn ?? summaryFr },
      languages: summaryEn === null ? ['FR'] : ['FR', 'EN'],
      documents: documentTitles.map((title, index) => ({ title, link: documentLinks[index] ?? '' })),
      publishedAt,
    };
  }

  @ResolveField(() => EventPlaceType, {
    nullable: true,
    description: 'The reader’s own registration; null: she has none, or is not signed in.',
  })
  myPlace({ id }: ForumEvent, _: unknown, context: ApiContext): Promise<EventPlace | null> {
    return this.loaders.own(context, id);
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description: 'What the actor may do with it now.',
  })
  async permitted(event: ForumEvent, _: unknown, { act }: ApiContext): Promise<PermittedAction[]> {
    const { reader } = this.database;
    const bySecretariat = seesUnannounced(act);
    const signedIn = act.actor.personId !== null;
    return [
      permittedAction(
        'reviseEvent',
        bySecretariat ? await this.revision.verdict(reader, act, event) : [],
        bySecretariat,
      ),
      permittedAction('moveEvent', this.moving.verdict(act, event), bySecretariat),
      permittedAction('publishEvent', this.publication.verdict(act, event), bySecretariat),
      permittedAction('cancelEvent', this.cancelling.verdict(act, event), bySecretariat),
      permittedAction('recordEvent', this.recording.verdict(act, event), bySecretariat),
      permittedAction('correctEventHeadCount', this.recounting.verdict(act, event), bySecretariat),
      permittedAction('publishEventResults', this.reporting.verdict(act, event), bySecretariat),
      permittedAction('requestEventPlace', this.request.verdict(act, event)),
      permittedAction(
        'registerForEvent',
        signedIn ? await this.registration.verdict(reader, act, event) : [],
        signedIn,
      ),
    ];
  }

  @Mutation(() => DraftEventResult, {
    description: 'Prepares an event: nobody but the secretariat sees it until it is published.',
  })
  draftEvent(
    @CurrentAct() act: Act,
    @Args('input') input: DraftEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.drafting.execute(act, input);
  }

  @Mutation(() => ReviseEventResult, {
    description:
      'Changes an event, its dates apart; when somebody else changed it since it was read, it answers CONFLICT and nothing is written. Whoever has a place is written to when its place, its link or its accessibility changes; ' +
      'places that come free are given to those who wait.',
  })
  reviseEvent(
    @CurrentAct() act: Act,
    @Args('input') input: ReviseEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.revision.execute(act, input);
  }

  @Mutation(() => MoveEventResult, {
    description:
      'Gives an event other dates. Once it was announced, those that it had stay public with the reason, and whoever has a place ' +
      'or waits for one is written to; a draft moves unseen.',
  })
  moveEvent(@CurrentAct() act: Act, @Args('input') input: MoveEventInput): Promise<ForumEvent | RuleRefusal> {
    return this.moving.execute(act, input);
  }

  @Mutation(() => PublishEventResult, {
    description: 'Announces an event with its topics: from then on anybody may register.',
  })
  publishEvent(
    @CurrentAct() act: Act,
    @Args('input') input: PublishEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.publication.execute(act, input);
  }

  @Mutation(() => CancelEventResult, {
    description: 'Cancels an event with a reason. Whoever has a place is written to.',
  })
  cancelEvent(
    @CurrentAct() act: Act,
    @Args('input') input: CancelEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.cancelling.execute(act, input);
  }

  @Mutation(() => RecordEventResult, {
    description: 'Records that an event was held, once it is over, and how many came.',
  })
  recordEvent(
    @CurrentAct() act: Act,
    @Args('input') input: RecordEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.recording.execute(act, input);
  }

  @Mutation(() => CorrectEventHeadCountResult, {
    description:
      'Corrects how many came to an event that was held, with a reason; what was counted before stays.',
  })
  correctEventHeadCount(
    @CurrentAct() act: Act,
    @Args('input') input: CorrectEventHeadCountInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.recounting.execute(act, input);
  }

  @Mutation(() => PublishEventResultsResult, {
    description: 'Publishes what came out of an event that was held; again, to correct it.',
  })
  publishEventResults(
    @CurrentAct() act: Act,
    @Args('input') input: PublishEventResultsInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.reporting.execute(act, input);
  }

  @Mutation(() => RegisterForEventResult, {
    description: 'Registers whoever is signed in for an event, at once: a place, or the waiting list.',
  })
  registerForEvent(
    @CurrentAct() act: Act,
    @Args('input') input: RegisterForEventInput,
  ): Promise<ForumEvent | RuleRefusal> {
    return this.registration.execute(act, input);
  }

  @Mutation(() => RequestEventPlaceResult, {
    description:
      'Asks for a place with an address, without an account. It counts once the link of the letter confirms it, so that nobody registers another.',
  })
  requestEventPlace(
    @Context() { act, callerAddress }: ApiContext,
    @Args('input') input: RequestEventPlaceInput,
  ): Promise<PlaceRequested | RuleRefusal> {
    return this.request.execute(act, input, callerAddress);
  }
}
