import { PublicPerson } from '@hemicycle/accounts';
import {
  approvalOf,
  MINUTES,
  type MinutesApproval,
  minutesDueOn,
  type MinutesState,
  minutesStateAt,
  nextStates,
  type Violation,
} from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  CurrentAct,
  DayScalar,
  FACTS,
  type Page,
  PageArgs,
  pageFrom,
  PermittedAction,
  readCursor,
  type RuleRefusal,
  type VerdictOn,
  VERDICTS,
} from '@hemicycle/graphql';
import { type Act, type Day, dayOf, FORUM_TIME_ZONE, isId, type Language } from '@hemicycle/kernel';
import { type Meeting, MeetingActs, MeetingType } from '@hemicycle/meetings';
import { ProcedureRepository } from '@hemicycle/procedure';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CirculateMinutes } from '../commands/circulate-minutes.js';
import { CommentMinutes } from '../commands/comment-minutes.js';
import { CorrectMinutes } from '../commands/correct-minutes.js';
import { DecideOnComments } from '../commands/decide-on-comments.js';
import { DraftMinutes } from '../commands/draft-minutes.js';
import { RecordAttendee } from '../commands/record-attendee.js';
import { RemoveAttendee } from '../commands/remove-attendee.js';
import { RecordAttendance } from '../commands/record-attendance.js';
import { SaveMinutes } from '../commands/save-minutes.js';
import { SignMinutes } from '../commands/sign-minutes.js';
import type { Attendee } from '../attendee.entity.js';
import { AttendeesRepository } from '../attendees.repository.js';
import { sectionsOf } from '../document/compose.js';
import { type Extract, Extracts } from '../extracts.js';
import { itemsLeft } from '../items-left.js';
import { LastSessions } from '../last-sessions.js';
import { MinutesActs } from '../minutes-acts.js';
import type { Minutes } from '../minutes.entity.js';
import { type EditionHead, MinutesRepository, type Signature } from '../minutes.repository.js';
import { MinutesReaders } from '../minutes-readers.js';
import {
  CirculateMinutesInput,
  CommentMinutesInput,
  CorrectMinutesInput,
  DecideOnCommentsInput,
  DraftMinutesInput,
  RecordAttendanceInput,
  RecordAttendeeInput,
  RemoveAttendeeInput,
  SaveMinutesInput,
  SignMinutesInput,
} from './minutes.inputs.js';
import { AttendeeType } from './attendee.type.js';
import { itemLeftShown, ItemLeftType } from './item-left.type.js';
import { MinutesLoaders } from './minutes.loaders.js';
import {
  CirculateMinutesResult,
  CommentMinutesResult,
  CorrectMinutesResult,
  DecideOnCommentsResult,
  DraftMinutesResult,
  MinutesApprovalEnum,
  MinutesCommentType,
  MinutesEditionType,
  MinutesExtractType,
  MinutesPage,
  MinutesSignatureType,
  MinutesStateEnum,
  MinutesType,
  MinutesVersionType,
  RecordAttendanceResult,
  RecordAttendeeResult,
  RemoveAttendeeResult,
  SaveMinutesResult,
  SignMinutesResult,
} from './minutes.type.js';

const languageOf = (language: 'FR' | 'EN'): Language => (language === 'FR' ? 'fr' : 'en');

/** What minutes add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingMinutesResolver {
  constructor(
    private readonly database: Database,
    private readonly loaders: MinutesLoaders,
    private readonly procedure: ProcedureRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    private readonly readers: MinutesReaders,
    private readonly recording: RecordAttendance,
    private readonly attendeesOf: AttendeesRepository,
    private readonly naming: RecordAttendee,
    private readonly removing: RemoveAttendee,
    drafting: DraftMinutes,
    acts: MeetingActs,
  ) {
    acts.add(
      'recordAttendance',
      (reader, act, meeting) => recording.verdict(reader, act, meeting),
      'SECRETARIAT',
      'MEMBER',
    );
    acts.add(
      'recordAttendee',
      (reader, act, meeting) => naming.verdict(reader, act, meeting),
      'SECRETARIAT',
      'MEMBER',
    );
    acts.add(
      'removeAttendee',
      (reader, act, meeting) => removing.verdict(reader, act, meeting),
      'SECRETARIAT',
      'MEMBER',
    );
    acts.add(
      'draftMinutes',
      async (reader, act, meeting) =>
        (await readers.writes(reader, act, meeting.id)) ? drafting.verdict(reader, meeting) : null,
      'SECRETARIAT',
      'MEMBER',
    );
  }

  @ResolveField(() => MinutesType, {
    nullable: true,
    description:
      'Its minutes; null: there are none, or none for you yet (drafts are the secretariat’s, a working group’s its facilitators’ too, the committee’s its co-chairs’; circulated ones the members’).',
  })
  async minutes(@Parent() { id }: Meeting, @Context() context: ApiContext): Promise<Minutes | null> {
    const minutes = await this.loaders.ofMeeting(context, id);
    if (minutes === null) return null;
    return (await this.readers.reads(this.database.reader, context.act, minutes)) ? minutes : null;
  }

  @ResolveField(() => DayScalar, {
    nullable: true,
    complexity: FACTS,
    description:
      'The last day to send its minutes to the members in time (charter MINUTES); null: it was not held.',
  })
  async minutesDueOn(@Parent() { closedAt }: Meeting): Promise<Day | null> {
    if (closedAt === null) return null;
    const heldOn = dayOf(closedAt, this.zone);
    const { rules } = await this.procedure.editionOn(this.database.reader, heldOn);
    return minutesDueOn(heldOn, rules);
  }

  @Mutation(() => RecordAttendanceResult, {
    description:
      'Records who takes part, by the secretariat, in a working group by a facilitator too, in the committee by a co-chair: apologies from the convocation on, presence on the day (charter QUORUM). ' +
      'Once the session was closed it corrects what is told of it, in a new version of the draft of the minutes, until the members have these (charter MINUTES).',
  })
  recordAttendance(
    @CurrentAct() act: Act,
    @Args('input') input: RecordAttendanceInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.recording.execute(act, input);
  }

  @ResolveField(() => [AttendeeType], {
    nullable: true,
    complexity: FACTS,
    description:
      'Who attends without a seat, in the order of recording, for whoever records the attendance; null for others. Empty once the members ' +
      'have the minutes, which alone name them from then on.',
  })
  async attendees(@Parent() { id }: Meeting, @CurrentAct() act: Act): Promise<Attendee[] | null> {
    const { reader } = this.database;
    return (await this.readers.writes(reader, act, id)) ? this.attendeesOf.ofMeeting(reader, id) : null;
  }

  @Mutation(() => RecordAttendeeResult, {
    description:
      'Records somebody who attends a session without a seat, with her capacity, by whoever records the attendance: while it is in session ' +
      'and, in a new version of the draft of the minutes, until the members have these (charter MINUTES).',
  })
  recordAttendee(
    @CurrentAct() act: Act,
    @Args('input') input: RecordAttendeeInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.naming.execute(act, input);
  }

  @Mutation(() => RemoveAttendeeResult, {
    description:
      'Erases somebody wrongly recorded as attending without a seat, by whoever records the attendance, until the members have the minutes.',
  })
  removeAttendee(
    @CurrentAct() act: Act,
    @Args('input') input: RemoveAttendeeInput,
  ): Promise<Meeting | RuleRefusal> {
    return this.removing.execute(act, input);
  }
}

/** What the last session of its body leaves to a meeting. */
@Resolver(() => MeetingType)
export class MeetingItemsLeftResolver {
  constructor(
    private readonly database: Database,
    private readonly lastSessions: LastSessions,
  ) {}

  @ResolveField(() => [ItemLeftType], {
    complexity: VERDICTS,
    description:
      'What the sessions of the body held before it, the last twelve, leave to its agenda: to take note of the minutes, then what was ' +
      'postponed, what was to be decided and was not, and the elections that filled no seat, unless a later session’s agenda carried the same ' +
      'matter. Empty: none was held before, or members required the plenary, whose agenda takes nothing over.',
  })
  async itemsLeft(@Parent() meeting: Meeting): Promise<ItemLeftType[]> {
    return itemsLeft(await this.lastSessions.before(this.database.reader, meeting)).map(itemLeftShown);
  }
}

/** The text of an edition. */
@Resolver(() => MinutesEditionType)
export class MinutesEditionsResolver {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly loaders: MinutesLoaders,
  ) {}

  @ResolveField(() => [MinutesSignatureType], {
    complexity: FACTS,
    description:
      'The president’s, then the rapporteur’s, given or not; empty before the minutes are published.',
  })
  async signatures(@Parent() edition: EditionHead, @Context() context: ApiContext): Promise<Signature[]> {
    const minutes = await this.loaders.minutes(context, edition.minutesId);
    return minutesStateAt(minutes, context.act.at) === 'PUBLISHED'
      ? this.loaders.signatures(context, edition)
      : [];
  }

  @ResolveField(() => String, {
    complexity: FACTS,
    description: 'The whole file, in Markdown: its SHA-256 is the one given.',
  })
  async markdown(@Parent() { minutesId, number }: EditionHead): Promise<string> {
    const edition = await this.minutes.edition(this.database.reader, minutesId, number);
    if (edition === null) throw new RangeError(`No edition ${number} of ${minutesId}`);
    return edition.markdown;
  }
}

@Resolver(() => MinutesType)
export class MinutesResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: MinutesRepository,
    private readonly loaders: MinutesLoaders,
    private readonly acts: MinutesActs,
    private readonly drafting: DraftMinutes,
    private readonly saving: SaveMinutes,
    private readonly circulating: CirculateMinutes,
    private readonly commenting: CommentMinutes,
    private readonly deciding: DecideOnComments,
    private readonly correcting: CorrectMinutes,
    private readonly signing: SignMinutes,
    private readonly readers: MinutesReaders,
    private readonly extracts: Extracts,
  ) {
    const written = (verdict: (act: Act, minutes: Minutes) => Violation[]): VerdictOn<Minutes> => {
      return async (reader, act, minutes) =>
        (await readers.writes(reader, act, minutes.meetingId)) ? verdict(act, minutes) : null;
    };
    acts.add('saveMinutes', written(saving.verdict.bind(saving)), 'SECRETARIAT', 'MEMBER');
    acts.add('circulateMinutes', written(circulating.verdict.bind(circulating)), 'SECRETARIAT', 'MEMBER');
    acts.add('commentMinutes', (reader, act, minutes) => commenting.verdict(reader, act, minutes));
    acts.add('decideOnComments', (reader, act, minutes) => deciding.verdict(reader, act, minutes));
    acts.add('signMinutes', (reader, act, minutes) => signing.verdict(reader, act, minutes));
    acts.add('correctMinutes', written(correcting.verdict.bind(correcting)), 'SECRETARIAT', 'MEMBER');
  }

  @Query(() => MinutesPage, { description: 'The minutes that are published, the latest publication first.' })
  async publishedMinutes(
    @Args() { first, after }: PageArgs,
    @CurrentAct() { at }: Act,
  ): Promise<Page<Minutes>> {
    const rows = await this.repository.published(this.database.reader, {
      at,
      after: readCursor(after, ['instant', 'id']),
      limit: first + 1,
    });
    return pageFrom(rows, first, ({ publishesAt, id }) => [(publishesAt ?? at).toISOString(), id]);
  }

  @Query(() => MinutesType, {
    nullable: true,
    description: 'The minutes of a meeting; null: unknown, or not for you yet.',
  })
  async minutes(@Args('id', { type: () => ID }) id: string, @CurrentAct() act: Act): Promise<Minutes | null> {
    const minutes = isId(id) ? await this.repository.byId(this.database.reader, id) : null;
    if (minutes === null) return null;
    return (await this.readers.reads(this.database.reader, act, minutes)) ? minutes : null;
  }

  @ResolveField()
  language(@Parent() { language }: Minutes): 'FR' | 'EN' {
    return language === 'fr' ? 'FR' : 'EN';
  }

  @ResolveField(() => MeetingType, { description: 'The meeting of which they are the record.' })
  meeting(@Parent() { meetingId }: Minutes, @Context() context: ApiContext): Promise<Meeting> {
    return this.loaders.meeting(context, meetingId);
  }

  @ResolveField(() => MinutesStateEnum)
  state(@Parent() minutes: Minutes, @CurrentAct() { at }: Act): MinutesState {
    return minutesStateAt(minutes, at);
  }

  @ResolveField(() => [MinutesStateEnum], { description: 'The states that may follow (charter LIFE).' })
  nextStates(@Parent() minutes: Minutes, @CurrentAct() { at }: Act): MinutesState[] {
    return [...nextStates(MINUTES, minutesStateAt(minutes, at))];
  }

  @ResolveField(() => Date, { nullable: true, description: 'When they were published; null: they are not.' })
  publishedAt(@Parent() minutes: Minutes, @CurrentAct() { at }: Act): Date | null {
    return minutesStateAt(minutes, at) === 'PUBLISHED' ? minutes.publishesAt : null;
  }

  @ResolveField(() => MinutesApprovalEnum, {
    nullable: true,
    description: 'How they were approved; null: they are not.',
  })
  async approval(
    @Parent() minutes: Minutes,
    @Context() context: ApiContext,
  ): Promise<MinutesApproval | null> {
    if (minutesStateAt(minutes, context.act.at) !== 'PUBLISHED') return null;
    const comments = await this.loaders.comments(context, minutes.id);
    return approvalOf({ ruledAt: minutes.ruledAt, commented: comments.length > 0 });
  }

  @ResolveField(() => PublicPerson, {
    description: 'Who drafted them: of the secretariat, or a facilitator of the working group.',
  })
  draftedBy(@Parent() { draftedById }: Minutes, @Context() context: ApiContext): Promise<PublicPerson> {
    return this.loaders.person(context, draftedById);
  }

  @ResolveField(() => MinutesVersionType, {
    complexity: FACTS,
    description: 'The text as it was last written, section by section.',
  })
  async version(
    @Parent() { id, language }: Minutes,
    @Context() context: ApiContext,
  ): Promise<MinutesVersionType> {
    const { number, facts, texts, writtenById, writtenAt } = await this.repository.latestVersion(
      this.database.reader,
      id,
    );
    return {
      number,
      writtenBy: await this.loaders.person(context, writtenById),
      writtenAt,
      sections: sectionsOf(facts, language).map((section) => ({
        ...section,
        text: texts.find(({ key }) => key === section.key)?.text ?? '',
      })),
    };
  }

  @ResolveField(() => [MinutesEditionType], {
    description: 'The file of the minutes, then its corrections; empty before they are circulated.',
  })
  editions(@Parent() { id }: Minutes, @Context() context: ApiContext): Promise<EditionHead[]> {
    return this.loaders.editions(context, id);
  }

  @ResolveField(() => MinutesExtractType, {
    nullable: true,
    complexity: FACTS,
    description:
      'One item of the agenda alone; null: they are not published, or have no such item or edition.',
  })
  extract(
    @Parent() minutes: Minutes,
    @CurrentAct() act: Act,
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('edition', { type: () => Int, nullable: true, description: 'Its number; null: the last.' })
    edition: number | null = null,
  ): Promise<Extract | null> {
    return this.extracts.of(this.database.reader, act, minutes, itemId, edition);
  }

  @ResolveField(() => [MinutesCommentType], { description: 'In the order in which they were made.' })
  async comments(@Parent() { id }: Minutes, @Context() context: ApiContext): Promise<MinutesCommentType[]> {
    const comments = await this.loaders.comments(context, id);
    return Promise.all(
      comments.map(async (comment) => ({
        ...comment,
        section: comment.section === '' ? null : comment.section,
        member: await this.loaders.member(context, comment.memberId),
      })),
    );
  }

  @ResolveField(() => [PermittedAction], {
    complexity: VERDICTS,
    description:
      'What the actor may do with these minutes now. `decideOnComments` is judged as if each comment got its decision.',
  })
  permitted(@Parent() minutes: Minutes, @CurrentAct() act: Act): Promise<PermittedAction[]> {
    return this.acts.permitted(this.database.reader, act, minutes);
  }

  @Mutation(() => DraftMinutesResult, {
    description:
      'Drafts the minutes of a meeting from what happened there, by the secretariat, or a working group’s by a facilitator (charter ' +
      'MINUTES-AFTER-MEETING).',
  })
  draftMinutes(
    @CurrentAct() act: Act,
    @Args('input') { meetingId, language }: DraftMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.drafting.execute(act, { meetingId, language: languageOf(language) });
  }

  @Mutation(() => SaveMinutesResult, {
    description:
      'Writes a new version of a draft, by the secretariat, or a working group’s by a facilitator. When somebody else wrote since, it answers CONFLICT and nothing is ' +
      'written: read `version` again and join the two texts.',
  })
  saveMinutes(
    @CurrentAct() act: Act,
    @Args('input') input: SaveMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.saving.execute(act, input);
  }

  @Mutation(() => CirculateMinutesResult, {
    description:
      'Sends a draft to the members, by the secretariat: they comment in the time that the rules of procedure give, at the end ' +
      'of which minutes without a comment are published by themselves (charter MINUTES).',
  })
  circulateMinutes(
    @CurrentAct() act: Act,
    @Args('input') input: CirculateMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.circulating.execute(act, input);
  }

  @Mutation(() => CommentMinutesResult, {
    description:
      'Comments on circulated minutes, by a member. Without a decision of the meeting’s president in her time, they are ' +
      'published with the comments annexed (charter MINUTES).',
  })
  commentMinutes(
    @CurrentAct() act: Act,
    @Args('input') input: CommentMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.commenting.execute(act, input);
  }

  @Mutation(() => DecideOnCommentsResult, {
    description:
      'Takes in each comment, or not, with a reason, by whoever presided over the meeting: the minutes are approved and ' +
      'published at once (charter MINUTES).',
  })
  decideOnComments(
    @CurrentAct() act: Act,
    @Args('input') input: DecideOnCommentsInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.deciding.execute(act, input);
  }

  @Mutation(() => CorrectMinutesResult, {
    description:
      'Publishes a new edition of published minutes, with its reason, by the secretariat: those before it stay (charter MINUTES).',
  })
  correctMinutes(
    @CurrentAct() act: Act,
    @Args('input') input: CorrectMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.correcting.execute(act, input);
  }

  @Mutation(() => SignMinutesResult, {
    description:
      'Signs the last edition of published minutes, by whoever presided over the session and by the rapporteur, each for ' +
      'herself. Nothing waits for it (charter MINUTES).',
  })
  signMinutes(
    @CurrentAct() act: Act,
    @Args('input') input: SignMinutesInput,
  ): Promise<Minutes | RuleRefusal> {
    return this.signing.execute(act, input);
  }
}
