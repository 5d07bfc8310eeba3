import { FORUM, type Language } from '@hemicycle/kernel';

/** One piece of news. */
export interface AtomEntry {
  /** A tag (RFC 4151): the same for ever, and nothing else’s. */
  readonly id: string;
  readonly title: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly url: string;
  /** Plain text. */
  readonly summary: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Where the feed itself is. */
  readonly self: string;
  /** The page that shows the same to people. */
  readonly page: string;
  /** The latest first. */
  readonly entries: readonly AtomEntry[];
}

/** When a feed with nothing in it was last updated: at no instant of the forum’s. */
const NEVER = new Date(0);

/** A text in XML; what XML cannot hold is left out. */
const said = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);

/** A feed as RFC 4287 writes it. Pure: the same news give the same octets. */
export function atomText({ id, title, language, self, page, entries }: AtomFeed): string {
  const updated = entries
    .map(({ updatedAt }) => updatedAt)
    .reduce((one, other) => (one > other ? one : other), NEVER);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${said(id)}</id>`,
    `<title>${said(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${said(FORUM.name[language])}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${said(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${said(page)}"/>`,
    ...entries.map(entryText),
    '</feed>',
    '',
  ].join('\n');
}

const entryText = ({ id, title, publishedAt, updatedAt, url, summary }: AtomEntry): string =>
  [
    '<entry>',
    `<id>${said(id)}</id>`,
    `<title>${said(title)}</title>`,
    `<published>${publishedAt.toISOString()}</published>`,
    `<updated>${updatedAt.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${said(url)}"/>`,
    `<summary>${said(summary)}</summary>`,
    '</entry>',
  ].join('\n');
