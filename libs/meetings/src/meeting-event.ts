import type { CalendarEvent, Invitation } from '@hemicycle/icalendar';
import { instantInWords, type Language } from '@hemicycle/kernel';
import { type BodyInWords, meetingNamed, numbered, paragraphs } from './letters.js';
import type { MeetingState } from './meeting.entity.js';
import type { Release } from './release.entity.js';

/** What is known of a meeting for calendars and letters. A type, not an interface: it is kept as JSON. Instants are in ISO 8601. */
export type MeetingWords = BodyInWords & {
  readonly meetingId: string;
  readonly meetingNumber: number;
  readonly state: MeetingState;
  readonly plannedAt: string;
  readonly startsAt: string;
  /** Null: the session was not closed. */
  readonly closedAt: string | null;
  /** IANA name of the forum's time zone: the hour is said there. */
  readonly timeZone: string;
  readonly place: string | null;
  /** For those who take part, see {@link toThePublic}. */
  readonly onlineLink: string | null;
  readonly cancelReason: string | null;
  /** When it was to begin before it was moved last, and why it was; null: it was not. */
  readonly movedFrom: string | null;
  readonly moveReason: string | null;
  /** The items of the agenda that stands published. */
  readonly itemsFr: readonly string[];
  readonly itemsEn: readonly string[];
  /** Whether one of them is an election. */
  readonly elects: boolean;
  /** How long its items are planned to take together; null: not every one says. */
  readonly plannedMinutes: number | null;
  /** How often it changed since it was planned: convened, moved, its agenda changed, closed, cancelled. */
  readonly changes: number;
  /** The last of these changes, or the planning. */
  readonly changedAt: string;
};

const MINUTE = 60_000;
/** What calendars keep free when nothing says how long a meeting lasts. */
const MINUTES_KEPT_FREE = 120;

const WORDS = {
  fr: {
    cancelled: 'Annulée',
    freed: 'Vous n’êtes plus convoqué·e',
    withoutQuorum: 'Sans quorum',
    reason: (reason: string) => `Séance annulée. Motif : ${reason}`,
    moved: (former: string, reason: string) =>
      `Séance déplacée ou modifiée ; elle était prévue le ${former}. Motif : ${reason}`,
    planned: 'Séance prévue, qui n’est pas encore convoquée : la date peut changer.',
    noQuorum:
      'Le quorum n’était pas atteint : la séance n’a pas eu lieu. Une seconde convocation peut suivre, sur le même ordre du jour.',
    online: (link: string) => `À distance : ${link}`,
    agenda: 'Ordre du jour :',
    free: 'La durée n’est pas fixée : deux heures sont réservées.',
    page: (url: string) => `La page de la séance : ${url}`,
  },
  en: {
    cancelled: 'Cancelled',
    freed: 'You are no longer convened',
    withoutQuorum: 'Without quorum',
    reason: (reason: string) => `Meeting cancelled. Reason: ${reason}`,
    moved: (former: string, reason: string) =>
      `Moved or changed; it was planned for ${former}. Reason: ${reason}`,
    planned: 'Planned and not convened yet: the date may change.',
    noQuorum:
      'The quorum was missed: the session did not take place. A second convocation may follow, on the same agenda.',
    online: (link: string) => `Online: ${link}`,
    agenda: 'Agenda:',
    free: 'How long it lasts is not fixed: two hours are kept free.',
    page: (url: string) => `The meeting’s page: ${url}`,
  },
} as const satisfies Record<Language, unknown>;

const DATE_MAY_CHANGE: readonly MeetingState[] = ['PLANNED', 'WITHOUT_QUORUM'];

/** Where the page of a meeting is. */
export const meetingAddress = (publicUrl: string, meetingId: string): string =>
  `${publicUrl}/meetings/${meetingId}`;

/** What anybody may know of it. */
export const toThePublic = (words: MeetingWords): MeetingWords => ({ ...words, onlineLink: null });

/** The meeting as calendars have it. */
export function meetingEvent(words: MeetingWords, language: Language, publicUrl: string): CalendarEvent {
  const { meetingId: uid, changes: sequence, state, closedAt, plannedMinutes } = words;
  const { place, onlineLink, cancelReason, movedFrom, moveReason } = words;
  const said = WORDS[language];
  const startsAt = new Date(words.startsAt);
  const endsAt = new Date(closedAt ?? startsAt.getTime() + (plannedMinutes ?? MINUTES_KEPT_FREE) * MINUTE);
  const isCancelled = state === 'CANCELLED';
  const items = language === 'fr' ? words.itemsFr : words.itemsEn;
  const named = meetingNamed(words)[language];
  const title = `${named[0]?.toUpperCase()}${named.slice(1)}`;
  const url = meetingAddress(publicUrl, uid);
  return {
    uid,
    sequence,
    createdAt: new Date(words.plannedAt),
    changedAt: new Date(words.changedAt),
    startsAt,
    // A session that was closed before its hour ends when it begins.
    endsAt: endsAt < startsAt ? startsAt : endsAt,
    // Without a quorum it may be convened again: calendars keep it, and say so.
    status: isCancelled ? 'CANCELLED' : DATE_MAY_CHANGE.includes(state) ? 'TENTATIVE' : 'CONFIRMED',
    summary: isCancelled
      ? `${said.cancelled} – ${title}`
      : state === 'WITHOUT_QUORUM'
        ? `${said.withoutQuorum} – ${title}`
        : title,
    description: paragraphs(
      cancelReason === null ? null : said.reason(cancelReason),
      movedFrom === null || moveReason === null || isCancelled
        ? null
        : said.moved(instantInWords(new Date(movedFrom), words.timeZone)[language], moveReason),
      state === 'PLANNED' ? said.planned : state === 'WITHOUT_QUORUM' ? said.noQuorum : null,
      items.length === 0 ? null : `${said.agenda}\n${numbered(items)}`,
      onlineLink === null || isCancelled ? null : said.online(onlineLink),
      closedAt === null && plannedMinutes === null && !isCancelled ? said.free : null,
      said.page(url),
    ),
    location: place ?? onlineLink,
    url,
  };
}

/** The meeting in words as one person has it: her event changed each time that she was freed of it, or convened to it again. */
export function asHers<Words extends Pick<MeetingWords, 'changes' | 'changedAt'>>(
  words: Words,
  releases: readonly Pick<Release, 'releasedAt' | 'convenedAgainAt'>[],
): Words {
  const instants = releases
    .flatMap(({ releasedAt, convenedAgainAt }) => [releasedAt, convenedAgainAt])
    .filter((at) => at !== null)
    .map((at) => at.toISOString());
  return {
    ...words,
    changes: words.changes + instants.length,
    changedAt: [words.changedAt, ...instants].reduce((one, other) => (one > other ? one : other)),
  };
}

/** The meeting as it leaves the calendar of somebody who takes part in it no more: it is her time that is freed. */
export function eventFreed(words: MeetingWords, language: Language, publicUrl: string): CalendarEvent {
  const event = meetingEvent(toThePublic(words), language, publicUrl);
  return event.status === 'CANCELLED'
    ? event
    : { ...event, status: 'CANCELLED', summary: `${WORDS[language].freed} – ${event.summary}` };
}

/** That, as a letter brings it. */
export const freedOf = (words: MeetingWords, language: Language, publicUrl: string): Invitation => ({
  method: 'CANCEL',
  event: eventFreed(words, language, publicUrl),
  zone: words.timeZone,
});

/** The meeting as the letter that convenes to it, or takes that back, brings it to calendars. */
export const invitationTo = (
  words: MeetingWords,
  method: Invitation['method'],
  language: Language,
  publicUrl: string,
): Invitation => ({ method, event: meetingEvent(words, language, publicUrl), zone: words.timeZone });
