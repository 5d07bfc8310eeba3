import { createHash } from 'node:crypto';
import { Ledger } from '@hemicycle/audit';
import { attachPaper, judge, type Violation } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { BadUserInput, NotFound, RuleRefusal, type SentFile, Unauthenticated } from '@hemicycle/graphql';
import { type Act, newId } from '@hemicycle/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AttachPaperInput } from '../graphql/papers.inputs.js';
import type { Meeting } from '../meeting.entity.js';
import { MeetingsRepository } from '../meetings.repository.js';
import { formatOf } from '../paper-format.js';
import { Papers } from '../papers.js';
import { type ListedPaper, PapersRepository } from '../papers.repository.js';
import { MEETING_THING } from '../things.js';

/** So many papers of a meeting that nobody would read them all. */
const MOST_PAPERS = 50;

/**
 * Attaches a paper to an item of an agenda, by whoever keeps that agenda. The items stay as they are, and so do the keys turned
 * on them; after the convocation whoever was convened is told (charter NOTICE).
 */
@Injectable()
export class AttachPaper {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly meetings: MeetingsRepository,
    private readonly repository: PapersRepository,
    private readonly papers: Papers,
  ) {}

  async verdict(reader: EntityManager, act: Act, meeting: Meeting): Promise<Violation[]> {
    return judge(attachPaper, await this.papers.facts(reader, act, meeting));
  }

  /**
   * @param receive has the file read: not before the charter lets whoever acts attach it.
   * @throws BadUserInput for a file that is no paper, or an item that the agenda does not carry.
   */
  async execute(
    act: Act,
    input: AttachPaperInput,
    receive: () => Promise<SentFile>,
  ): Promise<ListedPaper | RuleRefusal> {
    const { reader } = this.database;
    const meeting = await this.meetings.byId(reader, input.meetingId);
    if (meeting === null) throw new NotFound(MEETING_THING, input.meetingId);
    const violations = await this.verdict(reader, act, meeting);
    return violations.length > 0 ? new RuleRefusal(violations) : this.attach(input, await receive());
  }

  private attach(
    input: AttachPaperInput,
    { act, content: file }: SentFile,
  ): Promise<ListedPaper | RuleRefusal> {
    const { meetingId, itemId, titleFr, titleEn, fileName } = input;
    const fingerprint = createHash('sha256').update(file).digest('hex');
    return this.ledger.record(
      act,
      'attachPaper',
      async (tx) => {
        const { personId } = act.actor;
        if (personId === null) throw new Unauthenticated();
        const meeting = await this.meetings.lock(tx, meetingId);
        if (meeting === null) throw new NotFound(MEETING_THING, meetingId);
        const violations = await this.verdict(tx, act, meeting);
        if (violations.length > 0) return new RuleRefusal(violations);
        await this.papers.itemIsOnTheAgenda(tx, meeting, itemId);
        if ((await this.repository.ofMeetings(tx, [meetingId])).length >= MOST_PAPERS) {
          throw new BadUserInput('meetingId', TOO_MANY);
        }
        const format = await formatOf(fileName, file);
        const id = newId();
        await this.repository.attach(
          tx,
          { id, meetingId, itemId, titleFr, titleEn, membersOnlyReason: input.membersOnlyReason ?? null },
          {
            paperId: id,
            number: 1,
            fileName,
            format,
            size: file.length,
            fingerprint,
            addedById: personId,
            addedAt: act.at,
          },
          file,
        );
        await this.papers.tell(tx, act, meeting, { id, news: 'ADDED' });
        return this.papers.known(tx, id);
      },
      () => fingerprint,
    );
  }
}

const TOO_MANY = {
  fr: `Une séance a ${MOST_PAPERS} documents au plus, ceux qui sont retirés compris.`,
  en: `A meeting has ${MOST_PAPERS} papers at most, those withdrawn included.`,
};
