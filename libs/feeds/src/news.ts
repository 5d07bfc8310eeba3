import { seatInWords } from '@hemicycle/charter';
import { Database } from '@hemicycle/database';
import { Clock, dayInWords, FORUM, type Language, PUBLIC_URL, type Text } from '@hemicycle/kernel';
import { DecisionsRepository, MeetingCalendar, meetingEvent, MeetingsRepository } from '@hemicycle/meetings';
import { Inject, Injectable } from '@nestjs/common';
import { type AtomEntry, atomText } from './atom.js';
import { type ConcludedElection, NewsRepository } from './news.repository.js';

/** What one may follow, by the name in its address. */
export const NEWS = ['minutes', 'decisions', 'elections', 'calls'] as const;
export type News = (typeof NEWS)[number];

export const NEWS_TITLES: Readonly<Record<News, Text>> = {
  minutes: { fr: 'Comptes rendus publiés', en: 'Published minutes' },
  decisions: { fr: 'Décisions', en: 'Decisions' },
  elections: { fr: 'Résultats des élections', en: 'Results of elections' },
  calls: { fr: 'Appels à candidatures', en: 'Calls for applications' },
};

/** The page that shows the same to people. */
const PAGES: Readonly<Record<News, string>> = {
  minutes: '/minutes',
  decisions: '/decisions',
  elections: '/members',
  calls: '/calls',
};

const latest = (...instants: readonly (Date | null)[]): Date =>
  instants.filter((at) => at !== null).reduce((one, other) => (one > other ? one : other));

/** What the forum publishes, as feeds. They say public facts with the instants of these facts: asked twice, the same. */
@Injectable()
export class NewsFeeds {
  private readonly authority: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly news: NewsRepository,
    private readonly decisionsTaken: DecisionsRepository,
    private readonly meetings: MeetingsRepository,
    private readonly calendar: MeetingCalendar,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {
    this.authority = new URL(publicUrl).hostname;
  }

  async atom(about: News, language: Language): Promise<string> {
    return atomText({
      id: this.tag(`feeds/${about}/${language}`),
      title: `${FORUM.name[language]} – ${NEWS_TITLES[about][language]}`,
      language,
      self: `${this.publicUrl}/feeds/${about}.atom?lang=${language}`,
      page: `${this.publicUrl}${PAGES[about]}`,
      entries: await this[about](language),
    });
  }

  /** RFC 4151. The year is that of the scheme, not of the news. */
  private tag(specific: string): string {
    return `tag:${this.authority},2024:${specific}`;
  }

  private async minutes(language: Language): Promise<AtomEntry[]> {
    const { reader } = this.database;
    const editions = await this.news.editions(reader, this.clock.now());
    const meetings = await this.meetings.byIds(reader, [
      ...new Set(editions.map(({ meetingId }) => meetingId)),
    ]);
    const words = await this.calendar.words(reader, meetings);
    return editions.map(({ minutesId, edition, reason, sha256, publishedAt, meetingId }) => {
      const meeting = words.find((each) => each.meetingId === meetingId);
      const title = meeting === undefined ? '' : meetingEvent(meeting, language, this.publicUrl).summary;
      return {
        id: this.tag(`minutes/${minutesId}/${edition}`),
        title:
          reason === null
            ? { fr: `Compte rendu : ${title}`, en: `Minutes: ${title}` }[language]
            : { fr: `Compte rendu corrigé : ${title}`, en: `Corrected minutes: ${title}` }[language],
        publishedAt,
        updatedAt: publishedAt,
        url: `${this.publicUrl}/minutes/${minutesId}`,
        summary: [
          ...(reason === null ? [] : [{ fr: `Motif : ${reason}`, en: `Reason: ${reason}` }[language]]),
          { fr: `Empreinte SHA-256 : ${sha256}`, en: `SHA-256 fingerprint: ${sha256}` }[language],
        ].join('\n'),
      };
    });
  }

  private async decisions(language: Language): Promise<AtomEntry[]> {
    const { reader } = this.database;
    const ids = await this.news.decisionIds(reader);
    const decisions = await this.decisionsTaken.byIds(reader, ids);
    return ids.flatMap((id) => {
      const decision = decisions.find((each) => each.id === id);
      if (decision === undefined || decision.closedAt === null || decision.named === null) return [];
      const { named, title, wording, effect, closedAt } = decision;
      const outcome =
        decision.state === 'ADOPTED' ? { fr: 'Adoptée', en: 'Adopted' } : { fr: 'Rejetée', en: 'Rejected' };
      return [
        {
          id: this.tag(`decisions/${id}`),
          title: { fr: `${named.fr} : ${title.fr}`, en: `${named.en}: ${title.en}` }[language],
          publishedAt: closedAt,
          updatedAt: closedAt,
          url: `${this.publicUrl}/decisions/${id}`,
          summary: [
            outcome[language],
            wording[language],
            ...(effect === null ? [] : [effect[language]]),
          ].join('\n'),
        },
      ];
    });
  }

  private async elections(language: Language): Promise<AtomEntry[]> {
    const concluded = await this.news.elections(this.database.reader);
    return concluded.map((election) => {
      const { id, concludedAt } = election;
      const seat = seatInWords(election)[language];
      return {
        id: this.tag(`elections/${id}`),
        title: { fr: `Élection : ${seat}`, en: `Election: ${seat}` }[language],
        publishedAt: concludedAt,
        updatedAt: concludedAt,
        url: `${this.publicUrl}/elections/${id}`,
        summary: resultInWords(election)[language],
      };
    });
  }

  private async calls(language: Language): Promise<AtomEntry[]> {
    const calls = await this.news.calls(this.database.reader);
    return calls.map(({ id, openedAt, closedAt, decidedAt, closesOn, ...call }) => {
      const last = dayInWords(closesOn);
      return {
        id: this.tag(`calls/${id}`),
        title: language === 'fr' ? call.titleFr : call.titleEn,
        publishedAt: openedAt,
        updatedAt: latest(openedAt, closedAt, decidedAt),
        url: `${this.publicUrl}/calls/${id}`,
        summary: [
          decidedAt !== null
            ? { fr: 'Appel clos, dossiers décidés.', en: 'The call is closed, applications are decided on.' }
            : closedAt !== null
              ? { fr: 'Appel clos.', en: 'The call is closed.' }
              : { fr: `Candidatures jusqu’au ${last.fr} inclus.`, en: `Apply until the end of ${last.en}.` },
          { fr: call.criteriaFr, en: call.criteriaEn },
        ]
          .map((text) => text[language])
          .join('\n'),
      };
    });
  }
}

function resultInWords({ state, elected }: ConcludedElection): Text {
  const names = elected.join(', ');
  if (state === 'FAILED') return { fr: 'Personne n’est élu.', en: 'Nobody is elected.' };
  if (state === 'ANNULLED') return { fr: 'L’élection est annulée.', en: 'The election is annulled.' };
  return { fr: `Proclamation : ${names}`, en: `Proclaimed: ${names}` };
}
