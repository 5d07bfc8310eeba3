import { type Day, dayInWords, type Text } from '@hemicycle/kernel';
import type { Due } from './obligation.js';

/** What somebody has to do after a decision. */
export interface FollowUpFacts {
  readonly meetingId: string;
  /** « 2024-3 ». */
  readonly reference: string;
  readonly task: Text;
  /** A member, an organisation or a role. */
  readonly who: Text;
  readonly dueOn: Day;
  /** Null: not done. */
  readonly doneOn: Day | null;
}

const FOLLOW_UP_SOON_DAYS = 14;

/** What follows from decisions, each by the day that was written down with it (charter DECISION). */
export const followUpsDue = (followUps: readonly FollowUpFacts[], on: Day): Due[] =>
  followUps.map(({ meetingId, reference, task, who, dueOn, doneOn }) => {
    const due = dayInWords(dueOn);
    return {
      rule: 'DECISION',
      subject: { fr: `${task.fr} (${who.fr})`, en: `${task.en} (${who.en})` },
      meetingId,
      dueOn,
      doneOn: doneOn !== null && doneOn <= on ? doneOn : null,
      soonDays: FOLLOW_UP_SOON_DAYS,
      why: {
        fr: `Suite de la décision ${reference}, pour le ${due.fr}.`,
        en: `It follows from decision ${reference}, and is due on ${due.en}.`,
      },
    };
  });
