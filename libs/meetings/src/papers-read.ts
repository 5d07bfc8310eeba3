import { Database } from '@hemicycle/database';
import type { ApiContext } from '@hemicycle/graphql';
import { isId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import { MeetingsLoaders } from './graphql/meetings.loaders.js';
import type { Meeting } from './meeting.entity.js';
import { type ListedPaper, type ListedPaperVersion, PapersRepository } from './papers.repository.js';
import { seesSessions } from './readers.js';

/** A file about to be sent. */
export interface PaperToSend {
  readonly version: ListedPaperVersion;
  /** Whether everybody may read it. */
  readonly isPublic: boolean;
  /** Its bytes, piece by piece. */
  readonly content: () => AsyncIterable<Buffer>;
}

/** Who reads which papers: whoever reads the item, and of those for members alone, whoever takes part. */
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
    const agendas = [
      await this.loaders.publishedAgenda(context, meeting),
      await this.loaders.agendaSeen(context, meeting),
    ];
    const items = new Set(agendas.flatMap((agenda) => (agenda?.items ?? []).map(({ itemId }) => itemId)));
    const takesPart = seesSessions(context.act.actor);
    return papers.filter(
      ({ itemId, membersOnlyReason }) => items.has(itemId) && (membersOnlyReason === null || takesPart),
    );
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
    const published = await this.loaders.publishedAgenda(context, meeting);
    return {
      version,
      isPublic:
        paper.membersOnlyReason === null &&
        published?.items.some(({ itemId }) => itemId === paper.itemId) === true,
      content: () => this.papers.content(reader, version),
    };
  }
}
