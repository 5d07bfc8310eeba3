import { day, dayInWords } from '@hemicycle/kernel';
import type { MailKind } from '@hemicycle/mail';

/** What somebody is reminded of. A type, not an interface: it is kept as JSON. */
export type ReminderWords = {
  /** The rule that makes it due. */
  readonly rule: string;
  readonly subjectFr: string;
  readonly subjectEn: string;
  readonly whyFr: string;
  readonly whyEn: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly late: boolean;
};

/** Reminds of what the charter makes due, in the calendar’s own words. */
export const REMINDER_LETTER: MailKind<ReminderWords> = {
  kind: 'reminder',
  topic: 'REMINDERS',
  compose({ rule, subjectFr, subjectEn, whyFr, whyEn, dueOn, late }, language, { publicUrl }) {
    const due = dayInWords(day(dueOn))[language];
    return language === 'fr'
      ? {
          subject: late ? `En retard : ${subjectFr}` : `Rappel : ${subjectFr}, au plus tard le ${due}`,
          text: [
            'Bonjour,',
            `${subjectFr} : ${late ? 'l’échéance était le' : 'au plus tard le'} ${due}.`,
            whyFr,
            `La règle de la charte : ${publicUrl}/charter#${rule}`,
            `Ce qui vous attend : ${publicUrl}/needs-me`,
          ].join('\n\n'),
        }
      : {
          subject: late ? `Late: ${subjectEn}` : `Reminder: ${subjectEn}, by ${due}`,
          text: [
            'Hello,',
            `${subjectEn}: ${late ? 'it was due on' : 'by'} ${due}.`,
            whyEn,
            `The rule of the charter: ${publicUrl}/charter#${rule}`,
            `What needs you: ${publicUrl}/needs-me`,
          ].join('\n\n'),
        };
  },
};
