import { type ApiContext, CurrentAct, resultOf, type RuleRefusal } from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { type Meeting, MeetingActs, MeetingType } from '@hemicycle/meetings';
import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CancelMeeting } from '../commands/cancel-meeting.js';
import { CloseSession } from '../commands/close-session.js';
import { ConveneMeeting } from '../commands/convene-meeting.js';
import { MoveMeeting } from '../commands/move-meeting.js';
import { PublishAgenda } from '../commands/publish-agenda.js';
import type { Election } from '../election.entity.js';
import { ElectionType } from './election.type.js';
import {
  CancelMeetingInput,
  CloseSessionInput,
  ConveneMeetingInput,
  MoveMeetingInput,
  PublishAgendaInput,
} from './elections.inputs.js';
import type { KeyCeremony } from '../sealed/key-ceremony.entity.js';
import { ElectionsLoaders } from './elections.loaders.js';
import { KeyCeremonyType } from './sealed-poll.type.js';

const ConveneMeetingResult = resultOf('ConveneMeeting', () => MeetingType);
const PublishAgendaResult = resultOf('PublishAgenda', () => MeetingType);
const CancelMeetingResult = resultOf('CancelMeeting', () => MeetingType);
const MoveMeetingResult = resultOf('MoveMeeting', () => MeetingType);
const CloseSessionResult = resultOf('CloseSession', () => MeetingType);

/** What elections add to a meeting: convening opens their nominations, closing waits for them. */
@Resolver(() => MeetingType)
export class MeetingElectionsResolver {
  constructor(
    private readonly loaders: ElectionsLoaders,
    private readonly convening: ConveneMeeting,
    private readonly publishing: PublishAgenda,
    private readonly closing: CloseSession,
    private readonly cancellation: CancelMeeting,
    private readonly moving: MoveMeeting,
    acts: MeetingActs,
  ) {
    acts.add('conveneMeeting', (reader, act, meeting) =>
      convening.verdict(reader, act, meeting, { startsAt: meeting.startsAt, urgencyReason: null }),
    );
    acts.add('publishAgenda', (reader, act, meeting) => publishing.verdict(reader, act, meeting, null));
    acts.add('cancelMeeting', (reader, act, meeting) => cancellation.verdict(reader, act, meeting));
    acts.add('moveMeeting', (reader, act, meeting) => moving.verdict(reader, act, meeting, null));
    acts.add('closeSession', (reader, act, meeting) => closing.verdict(reader, act, meeting));
  }

  @ResolveField(() => [ElectionType], {
    description: 'The elections called for this meeting, co-chairs first, government first.',
  })
  elections({ id }: Meeting, _: unknown, context: ApiContext): Promise<Election[]> {
    return this.loaders.ofMeeting(context, id);
  }

  @ResolveField(() => KeyCeremonyType, {
    nullable: true,
    description:
      'The making of the key that seals its secret polls, the last one begun (charter CNIL-1-08); null: no trustees were named.',
  })
  keyCeremony({ id }: Meeting, _: unknown, context: ApiContext): Promise<KeyCeremony | null> {
    return this.loaders.keyCeremony(context, id);
  }

  @Mutation(() => ConveneMeetingResult, {
    description:
      'Convenes a meeting: a plenary by the secretariat; a working group’s, before its convocation leaves by itself or by urgency, by the secretariat or a facilitator. Its agenda is published, its members written to, the nominations of its ' +
      'elections open (charter C3-CONVOCATION, C3-AGENDA, NOTICE).',
  })
  conveneMeeting(
    @CurrentAct() act: Act,
    @Args('input') input: ConveneMeetingInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.convening.execute(act, input);
  }

  @Mutation(() => PublishAgendaResult, {
    description:
      'Publishes an agenda changed after the convocation, once both keys are turned on it, by the secretariat, or a working group’s, by its facilitators: it takes the place ' +
      'of the one that stood, whoever was convened is told what changed, and the nominations of the elections that it adds ' +
      'open (charter C3-AGENDA, NOTICE).',
  })
  publishAgenda(
    @CurrentAct() act: Act,
    @Args('input') input: PublishAgendaInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.publishing.execute(act, input);
  }

  @Mutation(() => MoveMeetingResult, {
    description:
      'Moves a meeting to another day, hour or place. One that is planned: by whoever may plan it, and nobody is written to. One that is ' +
      'convened: by whoever convenes it, a plenary by the secretariat, a working group’s by the secretariat or a facilitator; the notice ' +
      'counts anew for another day; agenda, keys, nominations and proxies stand, and whoever is convened is told (charter NOTICE, ' +
      'C3-CONVOCATION, EXTRAORDINARY).',
  })
  moveMeeting(
    @CurrentAct() act: Act,
    @Args('input') input: MoveMeetingInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.moving.execute(act, input);
  }

  @Mutation(() => CloseSessionResult, {
    description:
      'Closes the session, by whoever presides over it: the meeting was held (charter C3-FIRST-PLENARY, POLL).',
  })
  closeSession(
    @CurrentAct() act: Act,
    @Args('input') input: CloseSessionInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.closing.execute(act, input);
  }

  @Mutation(() => CancelMeetingResult, {
    description:
      'Cancels a meeting that was not opened, and the elections called for it, with its reason: a plenary by the secretariat, a working group’s by whoever plans it.',
  })
  cancelMeeting(
    @CurrentAct() act: Act,
    @Args('input') input: CancelMeetingInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.cancellation.execute(act, input);
  }
}
