import { sha256 } from '@hemicycle/audit';
import type { Deadline } from '@hemicycle/charter';
import { dayInWords, dayOf, FORUM_TIME_ZONE } from '@hemicycle/kernel';
import { MembersRepository } from '@hemicycle/members';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { minutesMarkdown, type MinutesCommentWords } from './document/compose.js';
import type { MinutesVersion } from './minutes-version.entity.js';
import type { Minutes } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';

/** The file of an edition and its hash. */
export interface EditionText {
  readonly markdown: string;
  readonly sha256: string;
}

/** Minutes whose file an act made or changed: its hash goes into the audit trail with that act. */
export type FixedMinutes = Minutes & { readonly sha256: string };

/** Makes the file of the minutes from a version and the comments that were made. */
@Injectable()
export class Editions {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly members: MembersRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The file as it then is, comments and what was decided on them included. */
  async text(
    reader: EntityManager,
    { id, language }: Pick<Minutes, 'id' | 'language'>,
    { facts, texts }: Pick<MinutesVersion, 'facts' | 'texts'>,
    { edition, reason }: { readonly edition: number; readonly reason: string | null },
  ): Promise<EditionText> {
    const comments = await this.comments(reader, id);
    const markdown = minutesMarkdown({ language, facts, texts, comments, edition, reason });
    return { markdown, sha256: sha256(markdown) };
  }

  /** The end of a delay, and its last day in words; null: it did not begin. */
  deadline(until: Date | null): Deadline | null {
    if (until === null) return null;
    return { at: until, inWords: dayInWords(dayOf(new Date(until.getTime() - 1), this.zone)) };
  }

  private async comments(reader: EntityManager, minutesId: string): Promise<MinutesCommentWords[]> {
    const comments = await this.minutes.comments(reader, [minutesId]);
    const words: MinutesCommentWords[] = [];
    for (const { memberId, person, section, text, madeAt, takenIn, ruling } of comments) {
      const on = dayOf(madeAt, this.zone);
      const member = await this.members.known(reader, memberId, on);
      words.push({
        name: person.name,
        organisation: member.organisation.name,
        on,
        section: section === '' ? null : section,
        text,
        ruling: takenIn === null || ruling === null ? null : { takenIn, reason: ruling },
      });
    }
    return words;
  }
}
