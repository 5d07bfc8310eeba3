import { Database } from '@hemicycle/database';
import type { ApiContext } from '@hemicycle/graphql';
import { isId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingsLoaders } from './graphql/meetings.loaders.js';
import type { Meeting } from './meeting.entity.js';
import { type ListedPaper, type ListedPaperVersion, PapersRepository } from './papers.repository.js';

/** A file about to be sent. */
export interface PaperToSend {
  readonly version: ListedPaperVersion;
  /** Whether everybody may read it. */
  readonly isPublic: boolean;
  /** Its bytes, piece by piece. */
  readonly content: () => AsyncIterable<Buffer>;
}

/**
 * Who reads which papers: those of a draft, with all that became of them, whoever sees drafts; everybody else, what was handed out
 * with an item that was published, even where the item left the agenda since. Of those for members alone, whoever takes part.
 */
@Injectable()
export class PapersRead {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersRepository,
    private readonly loaders: MeetingsLoaders,
  ) {}

  /** The papers of a meeting that whoever asks may read. */
  async ofMeeting(context: ApiContext, meeting: Meeting): Promise<ListedPaper[]> {
    const papers = await this.loaders.papers(context, meeting.id);
    if (papers.length === 0) return [];
    const seesDrafts = await this.loaders.seesDrafts(context, meeting.body);
    const seen = seesDrafts ? papers : await this.handedOut(context, meeting, papers);
    const ofMembers = await this.loaders.readsMembersPapers(context, meeting.body);
    return seen.filter(({ membersOnlyReason }) => membersOnlyReason === null || ofMembers);
  }

  /** Of these papers of a meeting, those of items that were ever published, from what stood when their item was. */
  private async handedOut(
    context: ApiContext,
    { id }: Meeting,
    papers: readonly ListedPaper[],
  ): Promise<ListedPaper[]> {
    const publishedAt = new Map<string, Date>();
    const publish = async (version: number, at: Date): Promise<void> => {
      const agenda = await this.loaders.version(context, id, version);
      for (const { itemId } of agenda?.items ?? []) {
        if (!publishedAt.has(itemId)) publishedAt.set(itemId, at);
      }
    };
    for (const { agendaVersion, sentAt } of (await this.loaders.convocations(context, id)).slice(0, 1))
      await publish(agendaVersion, sentAt);
    // A second convocation publishes nothing that did not stand by then.
    for (const { version, publishedAt: at } of await this.loaders.publications(context, id))
      await publish(version, at);
    return papers.flatMap((paper) => {
      const at = publishedAt.get(paper.itemId);
      return at === undefined ? [] : since(paper, at);
    });
  }

  /**
   * The file of a paper.
   *
   * @param number its version; null: the last.
   * @returns null when it is not there, was withdrawn, or is not for whoever asks.
   */
  async file(context: ApiContext, id: string, number: number | null): Promise<PaperToSend | null> {
    const { reader } = this.database;
    const found = isId(id) ? await this.papers.byId(reader, id) : null;
    if (found === null || found.state === 'WITHDRAWN') return null;
    const meeting = await this.loaders.meeting(context, found.meetingId);
    const paper = (await this.ofMeeting(context, meeting)).find((one) => one.id === id);
    const version = paper?.versions.find((one) => number === null || one.number === number);
    if (paper === undefined || version === undefined) return null;
    const [toEverybody] = await this.handedOut(context, meeting, [found]);
    return {
      version,
      isPublic:
        paper.membersOnlyReason === null &&
        toEverybody?.versions.some((one) => one.number === version.number) === true,
      content: () => this.papers.content(reader, version),
    };
  }
}

/** A paper with what stood at an instant and came since: how it was drafted is left out, and all of it where it was withdrawn by then. */
function since(paper: ListedPaper, instant: Date): ListedPaper[] {
  if (paper.withdrawnAt !== null && paper.withdrawnAt <= instant) return [];
  const [last, ...earlier] = paper.versions;
  const stood = paper.versions.find(({ addedAt }) => addedAt <= instant)?.number ?? 1;
  return [{ ...paper, versions: [last, ...earlier.filter(({ number }) => number >= stood)] }];
}
