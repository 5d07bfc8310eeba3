import { sha256 } from '@hemicycle/audit';
import { approvalOf, type MinutesApproval, minutesStateAt } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import {
  type Act,
  dayInWords,
  dayOf,
  FORUM,
  FORUM_TIME_ZONE,
  isId,
  type Language,
  type Text,
} from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { akomaNtosoOf } from './document/akoma-ntoso.js';
import { minutesTitle } from './document/compose.js';
import { pdfOf } from './document/pdf.js';
import type { PrintedRecord } from './document/typst.js';
import type { MinutesEdition } from './minutes-edition.entity.js';
import type { Minutes } from './minutes.entity.js';
import { MinutesReaders } from './minutes-readers.js';
import { MinutesRepository } from './minutes.repository.js';

/** The forms in which minutes are had, all of the same text. */
export const MINUTES_FORMATS = {
  md: 'text/markdown',
  pdf: 'application/pdf',
  xml: 'application/akn+xml',
} as const;
export type MinutesFormat = keyof typeof MINUTES_FORMATS;

/** A file to be sent. */
export interface MinutesFile {
  readonly content: Buffer | string;
  /** Whether anybody may read it, and it will never change. */
  readonly isFinal: boolean;
}

/** The files of minutes, for whoever may read them. */
@Injectable()
export class MinutesFiles {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly readers: MinutesReaders,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /** The last PDFs made: whoever asks again for one keeps nobody waiting. */
  private readonly printed = new Map<string, Buffer>();

  /**
   * @param edition its number; null: the last
   * @returns null: unknown, not circulated, or not for whoever acts
   */
  async file(
    act: Act,
    id: string,
    format: MinutesFormat,
    edition: number | null,
  ): Promise<MinutesFile | null> {
    const { reader } = this.database;
    const minutes = isId(id) ? await this.minutes.byId(reader, id) : null;
    if (minutes === null || !(await this.readers.reads(reader, act, minutes))) return null;
    const found =
      edition === null
        ? await this.minutes.latestEdition(reader, id)
        : await this.minutes.edition(reader, id, edition);
    if (found === null) return null;
    const isFinal = edition !== null && minutesStateAt(minutes, act.at) === 'PUBLISHED';
    return { content: await this.content(act, minutes, found, format), isFinal };
  }

  private async content(
    act: Act,
    minutes: Minutes,
    edition: MinutesEdition,
    format: MinutesFormat,
  ): Promise<Buffer | string> {
    const { markdown, sha256: hash, number, madeAt } = edition;
    if (format === 'md') return markdown;
    const { reader } = this.database;
    const { language } = minutes;
    const { facts } = await this.minutes.version(reader, minutes.id, edition.version);
    if (format === 'xml') {
      return akomaNtosoOf({
        markdown,
        language,
        number: facts.number,
        groupId: facts.group?.id ?? null,
        on: facts.on,
        madeOn: dayOf(madeAt, this.zone),
        edition: number,
        present: facts.seats
          .filter(({ mode, alternate }) => alternate !== null || mode === 'IN_ROOM' || mode === 'ONLINE')
          .map(({ name, alternate }) => alternate ?? name),
        president: facts.president.name,
        fileUrl: `/minutes/${minutes.id}.md?edition=${number}`,
        sha256: hash,
      });
    }
    const comments = await this.minutes.comments(reader, [minutes.id]);
    return this.print({
      markdown,
      language,
      title: minutesTitle(facts, language),
      running: `${FORUM.name[language]}. ${FORUM.host[language]}.`,
      colophon: [this.standing(minutes, act.at, comments.length > 0)[language], HASHED[language](hash)],
    });
  }

  private print(record: PrintedRecord): Buffer {
    const key = sha256(JSON.stringify(record));
    const known = this.printed.get(key);
    if (known !== undefined) return known;
    const pdf = pdfOf(record);
    const [oldest] = this.printed.keys();
    if (oldest !== undefined && this.printed.size >= PRINTS_KEPT) this.printed.delete(oldest);
    this.printed.set(key, pdf);
    return pdf;
  }

  /** What the reader of a printed record has to know of its approval. */
  private standing(minutes: Minutes, at: Date, commented: boolean): Text {
    const { publishesAt, ruledAt } = minutes;
    if (publishesAt === null || minutesStateAt(minutes, at) !== 'PUBLISHED') return NOT_APPROVED;
    const { fr, en } = dayInWords(dayOf(publishesAt, this.zone));
    const how = APPROVED[approvalOf({ ruledAt, commented })];
    return { fr: `${how.fr}, publié le ${fr}.`, en: `${how.en}, published on ${en}.` };
  }
}

const PRINTS_KEPT = 16;

const NOT_APPROVED: Text = {
  fr: 'Projet communiqué aux membres : il n’est pas encore approuvé.',
  en: 'Sent to the members: not approved yet.',
};
const APPROVED: Readonly<Record<MinutesApproval, Text>> = {
  WITHOUT_COMMENT: {
    fr: 'Compte rendu approuvé sans observation',
    en: 'Minutes approved without comment',
  },
  BY_PRESIDENT: {
    fr: 'Compte rendu approuvé après décision sur chaque observation',
    en: 'Minutes approved after a decision on each comment',
  },
  COMMENTS_ANNEXED: {
    fr: 'Compte rendu approuvé, les observations en annexe',
    en: 'Minutes approved with the comments annexed',
  },
};
const HASHED: Readonly<Record<Language, (hash: string) => string>> = {
  fr: (hash) => `Empreinte SHA-256 du fichier Markdown de ce texte : ${hash}.`,
  en: (hash) => `SHA-256 of the Markdown file of this text: ${hash}.`,
};
