import { instantInWords, type Text } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { meetingNamed, paragraphs } from './letters.js';
import { meetingAddress, type MeetingWords } from './meeting-event.js';
import { paperLines, type PapersInWords } from './paper-words.js';

/** What happened to a paper after the convocation. */
export type PaperNews = 'ADDED' | 'REPLACED' | 'WITHDRAWN';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type PaperNewsWords = MeetingWords &
  PapersInWords & {
    readonly news: PaperNews;
    readonly titleFr: string;
    readonly titleEn: string;
    readonly itemFr: string;
    readonly itemEn: string;
    /** Null: it was not withdrawn. */
    readonly withdrawReason: string | null;
  };

const SUBJECT: Readonly<Record<PaperNews, Text>> = {
  ADDED: { fr: 'Document ajouté', en: 'Paper added' },
  REPLACED: { fr: 'Document remplacé', en: 'Paper replaced' },
  WITHDRAWN: { fr: 'Document retiré', en: 'Paper withdrawn' },
};

const SAID: Readonly<Record<PaperNews, (item: string) => Text>> = {
  ADDED: (item) => ({
    fr: `Un document est ajouté au point ${item}, après la convocation.`,
    en: `A paper is added to item ${item}, after the convocation.`,
  }),
  REPLACED: (item) => ({
    fr: `Un document du point ${item} est remplacé par une nouvelle version, après la convocation. La précédente reste consultable.`,
    en: `A paper of item ${item} is replaced by a new version, after the convocation. The one before can still be read.`,
  }),
  WITHDRAWN: (item) => ({
    fr: `Un document du point ${item} est retiré.`,
    en: `A paper of item ${item} is withdrawn.`,
  }),
};

/** The news, to whoever was convened, of a paper added, replaced or withdrawn after the convocation. */
export const PAPER_LETTER: MailKind<PaperNewsWords> = {
  kind: 'paper',
  compose(words, language, { publicUrl }) {
    const { news, withdrawReason } = words;
    const meeting = meetingNamed(words)[language];
    const date = instantInWords(new Date(words.startsAt), words.timeZone)[language];
    const page = meetingAddress(publicUrl, words.meetingId);
    const french = language === 'fr';
    const title = french ? words.titleFr : words.titleEn;
    const item = french ? `« ${words.itemFr} »` : `“${words.itemEn}”`;
    const said = news === 'WITHDRAWN' ? `- ${title}` : paperLines(words, language, publicUrl).join('\n');
    const ofForum = words.body === 'PLENARY' ? (french ? ' du forum' : ' of the forum') : '';
    return {
      subject: `${SUBJECT[news][language]}${french ? ' : ' : ': '}${meeting}, ${date}`,
      text: french
        ? paragraphs(
            'Bonjour,',
            `Vous êtes convoqué·e à la ${meeting}${ofForum}, le ${date}. ${SAID[news](item).fr}`,
            said,
            withdrawReason === null ? null : `Motif : ${withdrawReason}`,
            `L’ordre du jour et tous ses documents : ${page}`,
          )
        : paragraphs(
            'Hello,',
            `You are convened to ${meeting}${ofForum}, on ${date}. ${SAID[news](item).en}`,
            said,
            withdrawReason === null ? null : `Reason: ${withdrawReason}`,
            `The agenda and all its papers: ${page}`,
          ),
    };
  },
};
