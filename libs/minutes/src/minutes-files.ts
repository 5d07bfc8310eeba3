import { minutesStateAt } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { type Act, dayOf, FORUM, FORUM_TIME_ZONE, isId, type Language } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { akomaNtosoExtractOf, akomaNtosoOf, type ExchangedRecord } from './document/akoma-ntoso.js';
import { minutesTitle } from './document/compose.js';
import { asMarkdown } from './document/markdown.js';
import { type MeetingFacts, presidentOf } from './document/meeting-facts.js';
import { PdfPrinter } from './document/pdf-printer.js';
import { type Extract, Extracts } from './extracts.js';
import type { MinutesEdition } from './minutes-edition.entity.js';
import type { Minutes } from './minutes.entity.js';
import { MinutesReaders } from './minutes-readers.js';
import { MinutesRepository, type Signature } from './minutes.repository.js';
import { signatureInWords } from './signatures.js';
import { standingOf } from './standing.js';

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
  /** Whether anybody may read it. The text of an edition never changes; its PDF and XML name the signatures that come later. */
  readonly isPublic: boolean;
}

/** The files of minutes, for whoever may read them. */
@Injectable()
export class MinutesFiles {
  constructor(
    private readonly database: Database,
    private readonly minutes: MinutesRepository,
    private readonly readers: MinutesReaders,
    private readonly extracts: Extracts,
    private readonly printer: PdfPrinter,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
  ) {}

  /**
   * @param edition its number; null: the last
   * @param itemId of what item of the agenda an extract is asked for; null: the whole
   * @throws NotPrintedInTime when a PDF cannot be made in a reasonable time
   * @returns null: unknown, not circulated, or not for whoever acts; of an extract also: not published
   */
  async file(
    act: Act,
    id: string,
    format: MinutesFormat,
    edition: number | null,
    itemId: string | null = null,
  ): Promise<MinutesFile | null> {
    const { reader } = this.database;
    const minutes = isId(id) ? await this.minutes.byId(reader, id) : null;
    if (minutes === null || !(await this.readers.reads(reader, act, minutes))) return null;
    const isPublic = edition !== null && minutesStateAt(minutes, act.at) === 'PUBLISHED';
    if (itemId !== null) {
      const extract = await this.extracts.of(reader, act, minutes, itemId, edition);
      return extract === null ? null : { content: await this.extracted(minutes, extract, format), isPublic };
    }
    const found =
      edition === null
        ? await this.minutes.latestEdition(reader, id)
        : await this.minutes.edition(reader, id, edition);
    if (found === null) return null;
    return { content: await this.whole(act, minutes, found, format), isPublic };
  }

  /**
   * Who signed an edition, in Markdown: a file apart, so that the text keeps its hash.
   *
   * @param edition its number; null: the last
   * @returns null: unknown, or not published
   */
  async signatureSheet(act: Act, id: string, edition: number | null): Promise<MinutesFile | null> {
    const { reader } = this.database;
    const minutes = isId(id) ? await this.minutes.byId(reader, id) : null;
    if (minutes === null || minutesStateAt(minutes, act.at) !== 'PUBLISHED') return null;
    const found =
      edition === null
        ? await this.minutes.latestEdition(reader, id)
        : await this.minutes.edition(reader, id, edition);
    if (found === null) return null;
    const { language } = minutes;
    const { facts } = await this.minutes.version(reader, id, found.version);
    const signatures = await this.minutes.signatures(reader, [found]);
    const content = [
      `# ${asMarkdown(minutesTitle(facts, language))}`,
      VERSION[language](found.number),
      HASHED[language](found.sha256),
      signatures.map((one) => `- ${asMarkdown(signatureInWords(one, this.zone)[language])}`).join('\n'),
    ].join('\n\n');
    return { content: `${content}\n`, isPublic: false };
  }

  private async whole(
    act: Act,
    minutes: Minutes,
    edition: MinutesEdition,
    format: MinutesFormat,
  ): Promise<Buffer | string> {
    const { markdown, sha256: hash, version } = edition;
    if (format === 'md') return markdown;
    const { reader } = this.database;
    const { id, language } = minutes;
    const { facts } = await this.minutes.version(reader, id, version);
    const published = minutesStateAt(minutes, act.at) === 'PUBLISHED';
    const signatures = published ? await this.minutes.signatures(reader, [edition]) : [];
    if (format === 'xml') {
      return akomaNtosoOf(this.exchanged(minutes, edition, facts, signatures));
    }
    const comments = await this.minutes.comments(reader, [id]);
    const standing = standingOf(minutes, act.at, comments.length > 0, this.zone);
    return this.printer.print({
      markdown,
      language,
      title: minutesTitle(facts, language),
      running: runningTitle(language),
      colophon: [
        standing[language],
        HASHED[language](hash),
        ...signatures.map((one) => signatureInWords(one, this.zone)[language]),
      ],
    });
  }

  private async extracted(
    minutes: Minutes,
    { title, markdown, places, edition, signatures }: Extract,
    format: MinutesFormat,
  ): Promise<Buffer | string> {
    if (format === 'md') return markdown;
    const { id, language } = minutes;
    // Where it comes from stands in the text.
    if (format === 'pdf') {
      return this.printer.print({ markdown, language, title, running: runningTitle(language), colophon: [] });
    }
    const { facts } = await this.minutes.version(this.database.reader, id, edition.version);
    return akomaNtosoExtractOf(this.exchanged(minutes, edition, facts, signatures), places);
  }

  private exchanged(
    { id, language }: Minutes,
    { markdown, sha256: hash, number, madeAt }: MinutesEdition,
    facts: MeetingFacts,
    signatures: readonly Signature[],
  ): ExchangedRecord {
    return {
      markdown,
      language,
      body: facts.body,
      number: facts.number,
      groupId: facts.group?.id ?? null,
      on: facts.on,
      madeOn: dayOf(madeAt, this.zone),
      edition: number,
      present: [
        ...facts.seats
          .filter(({ mode, alternate }) => alternate !== null || mode === 'IN_ROOM' || mode === 'ONLINE')
          .map(({ name, alternate }) => alternate ?? name),
        ...(facts.attendees ?? []).map(({ name }) => name),
      ],
      president: presidentOf(facts),
      signatures: signatures.map((one) => ({
        capacity: one.capacity,
        name: one.person.name,
        signedOn: one.signedAt === null ? null : dayOf(one.signedAt, this.zone),
        inWords: signatureInWords(one, this.zone)[language],
      })),
      fileUrl: `/minutes/${id}.md?edition=${number}`,
      sha256: hash,
    };
  }
}

const runningTitle = (language: Language): string => `${FORUM.name[language]}. ${FORUM.host[language]}.`;
const HASHED: Readonly<Record<Language, (hash: string) => string>> = {
  fr: (hash) => `Empreinte SHA-256 du fichier Markdown de ce texte\u202f: ${hash}.`,
  en: (hash) => `SHA-256 of the Markdown file of this text: ${hash}.`,
};
const VERSION: Readonly<Record<Language, (edition: number) => string>> = {
  fr: (edition) => `Signatures de la version ${edition}.`,
  en: (edition) => `Signatures of version ${edition}.`,
};
