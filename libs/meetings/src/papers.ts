import type { PaperFacts } from '@hemicycle/charter';
import type { Tx } from '@hemicycle/database';
import { BadUserInput, Conflict, NotFound } from '@hemicycle/graphql';
import type { Act, Text } from '@hemicycle/kernel';
import { Mail } from '@hemicycle/mail';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgendasRepository } from './agendas.repository.js';
import { Bodies } from './bodies.js';
import { MeetingCalendar } from './meeting-calendar.js';
import type { Meeting, MeetingState } from './meeting.entity.js';
import { MeetingsRepository } from './meetings.repository.js';
import { PAPER_LETTER, type PaperNews } from './paper.letter.js';
import { type PapersInWords, papersInWords } from './paper-words.js';
import { type ListedPaper, PapersRepository } from './papers.repository.js';
import { PAPER_THING } from './things.js';

/**
 * While a meeting is convened and not over, whoever was convened is told of what happens to its papers. Without a quorum nobody is
 * convened any more: the second convocation lists the papers.
 */
const TOLD_DURING: readonly MeetingState[] = ['CONVENED', 'IN_SESSION'];

/** What attaching, replacing and withdrawing papers rest on, and whom they are told to (charter NOTICE). */
@Injectable()
export class Papers {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly agendas: AgendasRepository,
    private readonly papers: PapersRepository,
    private readonly bodies: Bodies,
    private readonly calendar: MeetingCalendar,
    private readonly mail: Mail,
  ) {
    mail.register(PAPER_LETTER);
  }

  /** What the charter asks to know. In a command, the meeting's row is locked by then. */
  async facts(reader: EntityManager, act: Act, meeting: Meeting): Promise<PaperFacts> {
    return {
      state: meeting.state,
      ...(await this.bodies.of(reader, act, meeting)),
      bySecretariat: act.actor.roles.has('SECRETARIAT'),
    };
  }

  /** @throws RangeError for an id that names nothing. */
  async known(reader: EntityManager, id: string): Promise<ListedPaper> {
    const paper = await this.papers.byId(reader, id);
    if (paper === null) throw new RangeError(`No paper ${id}`);
    return paper;
  }

  /**
   * A paper and its meeting, the meeting's row locked: two who act on one paper follow each other.
   *
   * @throws NotFound for a paper that is not there.
   */
  async lock(tx: Tx, paperId: string): Promise<{ readonly meeting: Meeting; readonly paper: ListedPaper }> {
    const found = await this.papers.byId(tx, paperId);
    const meeting = found === null ? null : await this.meetings.lock(tx, found.meetingId);
    // Read again: another act may have passed before the lock was had.
    const paper = await this.papers.byId(tx, paperId);
    if (meeting === null || paper === null) throw new NotFound(PAPER_THING, paperId);
    return { meeting, paper };
  }

  /**
   * Refuses what is not a point of the agenda, neither of the one that stands published nor of the latest draft.
   *
   * @throws BadUserInput naming `itemId`.
   */
  async itemIsOnTheAgenda(reader: EntityManager, { id }: Meeting, itemId: string): Promise<void> {
    const agendas = [await this.agendas.published(reader, id), await this.agendas.latest(reader, id)];
    if (agendas.some((agenda) => agenda?.items.some((item) => item.itemId === itemId))) return;
    throw new BadUserInput('itemId', NOT_AN_ITEM);
  }

  /** The papers that go with the items of the agenda that stands published, in its order: their last versions, none withdrawn. */
  async words(reader: EntityManager, meetingId: string): Promise<PapersInWords> {
    const agenda = await this.agendas.published(reader, meetingId);
    const papers = await this.papers.ofMeetings(reader, [meetingId]);
    return papersInWords(
      (agenda?.items ?? []).flatMap(({ itemId, position }) =>
        papers
          .filter((paper) => paper.itemId === itemId && paper.state === 'ATTACHED')
          .map((paper) => ({ paper, position })),
      ),
    );
  }

  /** Writes to everybody who is convened what happened to a paper, once its item stands on the agenda that was sent. */
  async tell(
    tx: Tx,
    act: Act,
    meeting: Meeting,
    { id, news }: { id: string; news: PaperNews },
  ): Promise<void> {
    if (!TOLD_DURING.includes(meeting.state)) return;
    const agenda = await this.agendas.published(tx, meeting.id);
    const paper = await this.papers.byId(tx, id);
    const item = agenda?.items.find(({ itemId }) => itemId === paper?.itemId);
    if (paper === null || item === undefined) return;
    const addressees = await this.bodies.addressees(tx, meeting);
    await this.mail.enqueueMany(tx, PAPER_LETTER, {
      to: addressees.map(({ personId }) => ({ personId })),
      at: act.at,
      parameters: {
        ...(await this.calendar.wordsOf(tx, meeting.id)),
        news,
        ...papersInWords([{ paper, position: item.position }]),
        titleFr: paper.title.fr,
        titleEn: paper.title.en,
        itemFr: item.titleFr,
        itemEn: item.titleEn,
        withdrawReason: paper.withdrawReason,
      },
    });
  }
}

/** @throws Conflict when the paper has another version than the one that was read. */
export function stillAtVersion({ versions: [{ number }] }: ListedPaper, basedOnVersion: number): void {
  if (number === basedOnVersion) return;
  throw new Conflict({
    fr: `Le document en est à la version ${number}, et non à la version ${basedOnVersion} : quelqu’un l’a remplacé. Rien n’a été enregistré.`,
    en: `The paper stands at version ${number}, not ${basedOnVersion}: somebody replaced it. Nothing was written.`,
  });
}

const NOT_AN_ITEM: Text = {
  fr: 'Cet identifiant n’est pas celui d’un point de l’ordre du jour.',
  en: 'This is not the id of an item of the agenda.',
};
