import { day, dayInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';
import { paragraphs } from './letters.js';

/** What the letter says. A type, not an interface: it is kept as JSON. */
export type FollowUpWords = {
  readonly decisionId: string;
  /** « Décision 2024-3 de la séance plénière ». */
  readonly decisionFr: string;
  readonly decisionEn: string;
  readonly titleFr: string;
  readonly titleEn: string;
  readonly taskFr: string;
  readonly taskEn: string;
  /** Whether it is up to her organisation, rather than to her alone. */
  readonly forOrganisation: boolean;
  /** YYYY-MM-DD: the day that it has. */
  readonly dueOn: string;
  readonly withdrawn: boolean;
  /** YYYY-MM-DD: the day that it had; null: it was just written down. */
  readonly formerlyDueOn: string | null;
  /** Why it got another day, or was withdrawn; null: it was just written down. */
  readonly reason: string | null;
};

/** The news, to whoever is charged with what follows from a decision, that it is up to her, due on another day, or withdrawn. */
export const FOLLOW_UP_LETTER: MailKind<FollowUpWords> = {
  kind: 'follow-up',
  compose(words, language, { publicUrl }) {
    const { decisionId, forOrganisation, dueOn, withdrawn, formerlyDueOn, reason } = words;
    const due = dayInWords(day(dueOn))[language];
    const former = formerlyDueOn === null ? null : dayInWords(day(formerlyDueOn))[language];
    const at = `${publicUrl}/decisions/${decisionId}`;
    if (language === 'fr') {
      const { taskFr: task, decisionFr, titleFr } = words;
      return {
        subject: withdrawn
          ? `N’est plus à faire : ${task}`
          : former === null
            ? `À faire pour le ${due} : ${task}`
            : `Nouvelle échéance, le ${due} : ${task}`,
        text: paragraphs(
          'Bonjour,',
          `${decisionFr}, « ${titleFr} » : le secrétariat a noté ce qui revient à ${forOrganisation ? 'votre organisation' : 'vous'}.`,
          task,
          withdrawn
            ? 'Cette suite est retirée : il n’y a plus à la faire.'
            : former === null
              ? `Échéance : le ${due}.`
              : `Échéance : le ${due}, au lieu du ${former}.`,
          reason === null ? null : `Motif : ${reason}`,
          withdrawn ? null : 'Une fois que c’est fait, dites-le au secrétariat, qui le consigne.',
          at,
        ),
      };
    }
    const { taskEn: task, decisionEn, titleEn } = words;
    return {
      subject: withdrawn
        ? `No longer to be done: ${task}`
        : former === null
          ? `To be done by ${due}: ${task}`
          : `Due on another day, ${due}: ${task}`,
      text: paragraphs(
        'Hello,',
        `${decisionEn}, “${titleEn}”: the secretariat wrote down what is up to ${forOrganisation ? 'your organisation' : 'you'}.`,
        task,
        withdrawn
          ? 'It is withdrawn: it is not to be done any more.'
          : former === null
            ? `Due on ${due}.`
            : `Due on ${due}, instead of ${former}.`,
        reason === null ? null : `Reason: ${reason}`,
        withdrawn ? null : 'Once it is done, tell the secretariat, which records it.',
        at,
      ),
    };
  },
};
