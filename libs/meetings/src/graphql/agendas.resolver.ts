import { isTurnedByMembers, keysWanted, MEMBERS_FOR_A_HALF, partsOf } from '@hemicycle/charter';
import type { ApiContext } from '@hemicycle/graphql';
import { FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { Inject } from '@nestjs/common';
import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type AgendaChange, agendaChanges, type ItemOnAgenda } from '../agenda-changes.js';
import type { AgendaPublication } from '../agenda-publication.entity.js';
import type { AgendaVersion, TurnedAgendaKey } from '../agendas.repository.js';
import { movesWhilePlanned } from '../keyed-agendas.js';
import type { Meeting } from '../meeting.entity.js';
import {
  AgendaChangeType,
  AgendaItemType,
  AgendaKeyType,
  AgendaPublicationType,
  AgendaType,
} from './agenda.type.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';

/** The agenda as its reader may see it: a draft that may still be published, or the version that stands published. */
@Resolver(() => MeetingType)
export class MeetingAgendaResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => AgendaType, {
    nullable: true,
    description:
      'The agenda: the version that stands published, with the convocation or since. Those who draft it and those who agree to it see ' +
      'the latest version, as long as it may be published. Null: none was drafted, or it is not published yet.',
  })
  agenda(meeting: Meeting, _: unknown, context: ApiContext): Promise<AgendaVersion | null> {
    return this.loaders.agendaSeen(context, meeting);
  }

  @ResolveField(() => AgendaType, {
    nullable: true,
    description:
      'The agenda that everybody reads: the version that stands published, with the convocation or since. Null: no ' +
      'convocation left yet.',
  })
  publishedAgenda(meeting: Meeting, _: unknown, context: ApiContext): Promise<AgendaVersion | null> {
    return this.loaders.publishedAgenda(context, meeting);
  }

  @ResolveField(() => [AgendaPublicationType], {
    description:
      'The changed agendas published after the convocation, the first one first: see `changesSince` of an agenda for ' +
      'what changed.',
  })
  agendaPublications({ id }: Meeting, _: unknown, context: ApiContext): Promise<AgendaPublication[]> {
    return this.loaders.publications(context, id);
  }
}

@Resolver(() => AgendaType)
export class AgendasResolver {
  constructor(
    private readonly loaders: MeetingsLoaders,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  @ResolveField()
  items({ meetingId, items }: AgendaVersion): AgendaItemType[] {
    return items.map((item) => itemShown(item, meetingId));
  }

  @ResolveField(() => [AgendaKeyType], {
    description:
      'Every key, or half of one, of this version: the secretariat’s, the second, unless members required the plenary, and the one that ' +
      'urgency needs, turned or not; then what was turned for a move of the meeting at short notice. None of a working group’s: its facilitators set it.',
  })
  async keys(
    { meetingId, version, body }: AgendaVersion,
    _: unknown,
    context: ApiContext,
  ): Promise<AgendaKeyType[]> {
    if (body !== 'PLENARY') return [];
    const second = await this.loaders.secondKey(context);
    const turned = (await this.loaders.keys(context, meetingId)).filter((key) => key.version === version);
    const requested = (await this.loaders.request(context, meetingId)) !== null;
    const own = await this.ownUrgency(context, meetingId);
    const ofTheAgenda = [...keysWanted({ requested }), 'URGENCY' as const].flatMap((key) => {
      const ofKey = turned.filter((one) => one.key === key && one.move === (key === 'URGENCY' ? own : 0));
      const parts = ofKey.some(({ part }) => part === 'WHOLE') ? (['WHOLE'] as const) : partsOf(key, second);
      return parts.flatMap((part) => {
        const turns = ofKey.filter((one) => one.part === part);
        const holder = turns.find(({ byMember }) => !byMember);
        if (holder !== undefined) return [turnShown(holder, own)];
        const byMember = turns.length > 0 || isTurnedByMembers(second, part);
        const wanted = (byMember ? MEMBERS_FOR_A_HALF : 1) - turns.length;
        return [
          ...turns.map((turn) => turnShown(turn, own)),
          ...Array.from({ length: wanted }, () => keyShown({ key, part, version, byMember })),
        ];
      });
    });
    return [...ofTheAgenda, ...turned.filter(({ move }) => move > own).map((turn) => turnShown(turn, own))];
  }

  @ResolveField(() => [AgendaKeyType], {
    description:
      'The keys turned on earlier versions, which a change put back, in the order of turning: see `changesSince` for ' +
      'what changed. Empty for whoever sees no drafts.',
  })
  async keysPutBack(
    { meetingId, version }: AgendaVersion,
    _: unknown,
    context: ApiContext,
  ): Promise<AgendaKeyType[]> {
    if (!(await this.loaders.seesDrafts(context, 'PLENARY'))) return [];
    const own = await this.ownUrgency(context, meetingId);
    const turned = await this.loaders.keys(context, meetingId);
    return turned.filter((key) => key.version < version).map((turn) => turnShown(turn, own));
  }

  @ResolveField(() => [AgendaChangeType], {
    nullable: true,
    description:
      'What changed since an earlier version, such as the one on which a key was turned. Null: there is no such version, ' +
      'or it was never published and is not for you.',
  })
  async changesSince(
    @Parent() agenda: AgendaVersion,
    @Context() context: ApiContext,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<AgendaChangeType[] | null> {
    if (version > agenda.version) return null;
    if (
      !(await this.wasPublished(agenda, version, context)) &&
      !(await this.loaders.seesDrafts(context, agenda.body))
    )
      return null;
    const before = await this.loaders.version(context, agenda.meetingId, version);
    return before === null
      ? null
      : agendaChanges(before.items, agenda.items).map((change) => changeShown(change, agenda.meetingId));
  }

  /** An urgency is agreed to for a day: the agenda’s own since the meeting was planned anew for the last time, then those of later moves. */
  private async ownUrgency(context: ApiContext, meetingId: string): Promise<number> {
    return movesWhilePlanned(await this.loaders.moves(context, meetingId), this.zone);
  }

  private async wasPublished(
    { meetingId }: AgendaVersion,
    version: number,
    context: ApiContext,
  ): Promise<boolean> {
    const [convocation] = await this.loaders.convocations(context, meetingId);
    const publications = await this.loaders.publications(context, meetingId);
    return convocation?.agendaVersion === version || publications.some((one) => one.version === version);
  }
}

// Field by field: a rest of the item, eight hundred times in a long list, shows in a profile.
export const itemShown = (item: ItemOnAgenda, meetingId: string): AgendaItemType => ({
  meetingId,
  id: item.itemId,
  position: item.position,
  kind: item.kind,
  title: { fr: item.titleFr, en: item.titleEn },
  office: item.office,
  college: item.college,
  subject: item.subject,
  objectId: item.objectId,
  presentsResults: item.presentsResults,
  reportOfId: item.reportOfId,
  plannedMinutes: item.plannedMinutes,
});

const changeShown = ({ kind, before, after }: AgendaChange, meetingId: string): AgendaChangeType => ({
  kind,
  before: before === null ? null : itemShown(before, meetingId),
  after: after === null ? null : itemShown(after, meetingId),
});

const keyShown = ({
  key,
  part,
  version,
  byMember,
}: Pick<TurnedAgendaKey, 'key' | 'part' | 'version' | 'byMember'>): AgendaKeyType => ({
  key,
  college: part === 'WHOLE' ? null : part,
  version,
  byMember,
  forDay: null,
  turnedBy: null,
  turnedAt: null,
});

/** @param own the move of the urgency that is the agenda’s own: {@link movesWhilePlanned} */
const turnShown = (turn: TurnedAgendaKey, own: number): AgendaKeyType => ({
  ...keyShown(turn),
  forDay: turn.move > own ? turn.forDay : null,
  turnedBy: turn.turnedBy,
  turnedAt: turn.turnedAt,
});
