import type { PaperFacts } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type ApiContext,
  BadUserInput,
  CurrentAct,
  FACTS,
  loaderOf,
  PermittedAction,
  type RuleRefusal,
  type SentFile,
} from '@hemicycle/graphql';
import type { Act } from '@hemicycle/kernel';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { AttachPaper } from '../commands/attach-paper.js';
import { ReplacePaper } from '../commands/replace-paper.js';
import { WithdrawPaper } from '../commands/withdraw-paper.js';
import { MeetingActs } from '../meeting-acts.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { PaperActs } from '../paper-acts.js';
import { Papers } from '../papers.js';
import { PapersRead } from '../papers-read.js';
import type { ListedPaper, ListedPaperVersion } from '../papers.repository.js';
import { MeetingType } from './meeting.type.js';
import { MeetingsLoaders } from './meetings.loaders.js';
import {
  AttachPaperResult,
  PaperType,
  PaperVersionType,
  ReplacePaperResult,
  WithdrawPaperResult,
} from './paper.type.js';
import { AttachPaperInput, ReplacePaperInput, WithdrawPaperInput } from './papers.inputs.js';

/** What papers add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingPapersResolver {
  constructor(
    private readonly reading: PapersRead,
    attaching: AttachPaper,
    acts: MeetingActs,
  ) {
    acts.add('attachPaper', (reader, act, meeting) => attaching.verdict(reader, act, meeting));
  }

  @ResolveField(() => [PaperType], {
    description:
      'The papers that go with its items, the first attached first. Whoever reads a draft reads its papers; from the convocation on ' +
      'everybody does, in the versions that stood then or came later, after their item left the agenda too. Those for members alone ' +
      'are read by members, alternates, the secretariat and the founding group; of a meeting of the committee, by those who serve ' +
      'on it and the secretariat.',
  })
  papers(meeting: Meeting, _: unknown, context: ApiContext): Promise<ListedPaper[]> {
    return this.reading.ofMeeting(context, meeting);
  }
}

@Resolver(() => PaperVersionType)
export class PaperVersionsResolver {
  constructor(private readonly loaders: MeetingsLoaders) {}

  @ResolveField(() => Boolean, {
    description: 'Whether it was added after the first convocation, of which whoever was convened was told.',
  })
  async afterConvocation(
    { meetingId, addedAt }: ListedPaperVersion,
    _: unknown,
    context: ApiContext,
  ): Promise<boolean> {
    const [first] = await this.loaders.convocations(context, meetingId);
    return first !== undefined && addedAt > first.sentAt;
  }
}

@Resolver(() => PaperType)
export class PapersResolver {
  private readonly key = {};

  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly papers: Papers,
    private readonly acts: PaperActs,
    private readonly attaching: AttachPaper,
    private readonly replacing: ReplacePaper,
    private readonly withdrawing: WithdrawPaper,
  ) {
    acts.add('replacePaper', (_reader, _act, facts) => replacing.verdict(facts));
    acts.add('withdrawPaper', (_reader, _act, facts) => withdrawing.verdict(facts));
  }

  @ResolveField(() => [PermittedAction], {
    complexity: FACTS,
    description: 'What the actor may do with this paper now.',
  })
  async permitted(
    { meetingId, state }: ListedPaper,
    _: unknown,
    context: ApiContext,
  ): Promise<PermittedAction[]> {
    const facts = { ...(await this.facts(context, meetingId)), paper: state };
    return this.acts.permitted(this.database.reader, context.act, facts);
  }

  /** Once for all the papers of a meeting. Never kept: each mutation shows what holds after it. */
  private facts(context: ApiContext, meetingId: string): Promise<PaperFacts> {
    return loaderOf(
      context,
      this.key,
      () =>
        new DataLoader(
          async (ids: readonly string[]) => {
            const { reader } = this.database;
            const found = new Map<string, PaperFacts>();
            for (const id of new Set(ids)) {
              const meeting = await this.meetings.known(reader, id);
              found.set(id, await this.papers.facts(reader, context.act, meeting));
            }
            return ids.map((id) => found.get(id) ?? new RangeError(`No meeting ${id}`));
          },
          { cache: false },
        ),
    ).load(meetingId);
  }

  @Mutation(() => AttachPaperResult, {
    description:
      'Attaches a paper to an item of an agenda, by whoever keeps that agenda: the secretariat, or a group’s facilitators. `POST ' +
      '/papers/attach` carries it out, with the file as its body. No key is put back: the items stay as they are. After the ' +
      'convocation, whoever was convened is told (charter NOTICE).',
  })
  async attachPaper(
    @CurrentAct() act: Act,
    @Context() { file }: ApiContext,
    @Args('input') input: AttachPaperInput,
  ): Promise<ListedPaper | RuleRefusal> {
    return this.attaching.execute(act, input, sent(file));
  }

  @Mutation(() => ReplacePaperResult, {
    description:
      'Replaces a paper by a newer version, by whoever keeps the agenda; those before it are kept. `POST /papers/replace` carries it ' +
      'out, with the file as its body. After the convocation, whoever was convened is told (charter NOTICE).',
  })
  async replacePaper(
    @CurrentAct() act: Act,
    @Context() { file }: ApiContext,
    @Args('input') input: ReplacePaperInput,
  ): Promise<ListedPaper | RuleRefusal> {
    return this.replacing.execute(act, input, sent(file));
  }

  @Mutation(() => WithdrawPaperResult, {
    description:
      'Withdraws a paper with a reason, by whoever keeps the agenda, after the session too: it stays on record, its files are read no more.',
  })
  withdrawPaper(
    @CurrentAct() act: Act,
    @Args('input') input: WithdrawPaperInput,
  ): Promise<ListedPaper | RuleRefusal> {
    return this.withdrawing.execute(act, input);
  }
}

/** @throws BadUserInput when the request carries no file. */
function sent(file: ApiContext['file']): () => Promise<SentFile> {
  if (file !== null) return file;
  throw new BadUserInput('file', {
    fr: 'Le fichier est le corps d’une demande POST à /papers/attach ou /papers/replace, de type application/octet-stream.',
    en: 'The file is the body of a POST to /papers/attach or /papers/replace, of type application/octet-stream.',
  });
}
