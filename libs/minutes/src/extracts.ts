import { minutesStateAt } from '@hemicycle/charter';
import { type Act, FORUM_TIME_ZONE, PUBLIC_URL } from '@hemicycle/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { minutesTitle, sectionsOf } from './document/compose.js';
import { extractMarkdown, type ExtractPlaces, extractTitle } from './document/extract.js';
import type { MinutesEdition } from './minutes-edition.entity.js';
import type { Minutes } from './minutes.entity.js';
import { MinutesRepository, type Signature } from './minutes.repository.js';
import { signatureInWords } from './signatures.js';
import { standingOf } from './standing.js';

/** One item of the agenda, as an edition of the minutes tells of it. */
export interface Extract {
  readonly itemId: string;
  /** Of the item, with its number. */
  readonly itemTitle: string;
  /** Of the extract, as words. */
  readonly title: string;
  readonly markdown: string;
  readonly places: ExtractPlaces;
  readonly edition: MinutesEdition;
  /** Of that edition, given or not. */
  readonly signatures: readonly Signature[];
}

/** What anybody may be given of published minutes alone, item by item. */
@Injectable()
export class Extracts {
  constructor(
    private readonly minutes: MinutesRepository,
    @Inject(FORUM_TIME_ZONE) private readonly zone: string,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * @param edition its number; null: the last
   * @returns null: not published, or no such item or edition
   */
  async of(
    reader: EntityManager,
    { at }: Act,
    minutes: Minutes,
    itemId: string,
    edition: number | null,
  ): Promise<Extract | null> {
    const { id, language } = minutes;
    if (minutesStateAt(minutes, at) !== 'PUBLISHED') return null;
    const found =
      edition === null
        ? await this.minutes.latestEdition(reader, id)
        : await this.minutes.edition(reader, id, edition);
    if (found === null) return null;
    const { facts } = await this.minutes.version(reader, id, found.version);
    const item = facts.items.findIndex((one) => one.itemId === itemId);
    const section = sectionsOf(facts, language).find(({ key }) => key === itemId);
    if (item === -1 || section === undefined) return null;
    const comments = await this.minutes.comments(reader, [id]);
    const places = {
      item,
      comments: comments.flatMap((comment, place) => (comment.section === itemId ? [place] : [])),
    };
    const signatures = await this.minutes.signatures(reader, [found]);
    const title = minutesTitle(facts, language);
    const origin = {
      title,
      url: `${this.publicUrl}/minutes/${id}?edition=${found.number}`,
      edition: found.number,
      standing: standingOf(minutes, at, comments.length > 0, this.zone)[language],
      sha256: found.sha256,
      signatures: signatures.map((one) => signatureInWords(one, this.zone)[language]),
    };
    return {
      itemId,
      itemTitle: section.title,
      title: extractTitle(title, language),
      markdown: extractMarkdown(found.markdown, language, places, origin),
      places,
      edition: found,
      signatures,
    };
  }
}
