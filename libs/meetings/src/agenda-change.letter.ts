import { instantInWords, type Language, type Text } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import type { AgendaChange, ItemOnAgenda } from './agenda-changes.js';
import type { ItemKind } from './agenda-item.entity.js';
import { meetingNamed, numbered, paragraphs } from './letters.js';
import { invitationTo, meetingAddress, type MeetingWords } from './meeting-event.js';
import { papersParagraph, type PapersInWords } from './paper-words.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type AgendaChangeWords = MeetingWords &
  PapersInWords & {
    /** See {@link changesInWords}. */
    readonly changesFr: readonly string[];
    readonly changesEn: readonly string[];
    readonly urgencyReason: string | null;
  };

const KIND: Readonly<Record<ItemKind, Text>> = {
  INFORMATION: { fr: 'information', en: 'information' },
  DISCUSSION: { fr: 'discussion', en: 'discussion' },
  DECISION: { fr: 'décision', en: 'decision' },
  ELECTION: { fr: 'élection', en: 'election' },
};

/** What changed, one line a change. What is unchanged in words but not in kind is told by both kinds. */
export const changesInWords = (changes: readonly AgendaChange[], language: Language): string[] =>
  changes.map((change) => told(change, language));

function told({ kind, before, after }: AgendaChange, language: Language): string {
  const french = language === 'fr';
  const named = (item: ItemOnAgenda | null): string =>
    item === null
      ? ''
      : french
        ? `« ${item.titleFr} » (${KIND[item.kind].fr})`
        : `“${item.titleEn}” (${KIND[item.kind].en})`;
  switch (kind) {
    case 'ADDED':
      return french ? `ajouté : ${named(after)}` : `added: ${named(after)}`;
    case 'REMOVED':
      return french ? `retiré : ${named(before)}` : `removed: ${named(before)}`;
    case 'CHANGED':
      return french
        ? `modifié : ${named(after)}, auparavant ${named(before)}`
        : `changed: ${named(after)}, formerly ${named(before)}`;
    case 'MOVED':
      return french
        ? `déplacé du point ${before?.position} au point ${after?.position} : ${named(after)}`
        : `moved from item ${before?.position} to item ${after?.position}: ${named(after)}`;
  }
}

/** The news, to whoever was convened, that the agenda has changed, and in what. */
export const AGENDA_CHANGE_LETTER: MailKind<AgendaChangeWords> = {
  kind: 'agenda-changed',
  compose(words, language, { publicUrl }) {
    const { urgencyReason } = words;
    const meeting = meetingNamed(words)[language];
    const page = meetingAddress(publicUrl, words.meetingId);
    const invitation = invitationTo(words, 'REQUEST', language, publicUrl);
    const date = instantInWords(new Date(words.startsAt), words.timeZone)[language];
    const changes = language === 'fr' ? words.changesFr : words.changesEn;
    const lines = changes.map((change) => `- ${change}`).join('\n');
    return language === 'fr'
      ? {
          subject: `Ordre du jour modifié : ${meeting}, ${date}`,
          text: paragraphs(
            'Bonjour,',
            `L’ordre du jour de la ${meeting}${words.body === 'PLENARY' ? ' du forum' : ''}, à laquelle vous êtes convoqué·e le ${date}, a changé.`,
            `Ce qui change :\n${lines}`,
            urgencyReason === null ? null : `Modification en urgence. Motif : ${urgencyReason}`,
            `Nouvel ordre du jour :\n${numbered(words.itemsFr)}`,
            papersParagraph(words, language, publicUrl),
            `Pour le consulter${words.elects ? ' et vous porter candidat à une élection' : ''} : ${page}`,
          ),
          invitation,
        }
      : {
          subject: `Changed agenda: ${meeting}, ${date}`,
          text: paragraphs(
            'Hello,',
            `The agenda of ${meeting}${words.body === 'PLENARY' ? ' of the forum' : ''}, to which you are convened on ${date}, has changed.`,
            `What changes:\n${lines}`,
            urgencyReason === null ? null : `Changed by urgency. Reason: ${urgencyReason}`,
            `New agenda:\n${numbered(words.itemsEn)}`,
            papersParagraph(words, language, publicUrl),
            `To read it${words.elects ? ' and to stand in an election' : ''}: ${page}`,
          ),
          invitation,
        };
  },
};
