import { type Day, dayInWords, type Text } from '@hemicycle/kernel';
import { decisionNamed, type NumberedDecision } from '@hemicycle/meetings';
import type { Due } from './obligation.js';

/** What somebody has to do after a decision. */
export interface FollowUpFacts extends NumberedDecision {
  readonly id: string;
  readonly decisionId: string;
  readonly meetingId: string;
  readonly task: Text;
  /** A member, an organisation or a role. */
  readonly who: Text;
  readonly dueOn: Day;
  /** Null: not done. */
  readonly doneOn: Day | null;
  /** The members to whom it is up; empty: up to a role, or to somebody who is there no more. */
  readonly personIds: readonly string[];
}

const FOLLOW_UP_SOON_DAYS = 14;

/** What follows from decisions, each by the day that was written down with it (charter DECISION). */
export const followUpsDue = (followUps: readonly FollowUpFacts[], on: Day): Due[] =>
  followUps.map(({ id, decisionId, meetingId, task, who, dueOn, doneOn, personIds, ...decision }) => {
    const due = dayInWords(dueOn);
    const named = decisionNamed(decision);
    return {
      rule: 'DECISION',
      subject: { fr: `${task.fr} (${who.fr})`, en: `${task.en} (${who.en})` },
      meetingId,
      decisionId,
      dueOn,
      doneOn: doneOn !== null && doneOn <= on ? doneOn : null,
      soonDays: FOLLOW_UP_SOON_DAYS,
      why: {
        fr: `Suite de la ${named.fr}, pour le ${due.fr}.`,
        en: `It follows from ${named.en}, and is due on ${due.en}.`,
      },
      reminded: {
        // Another day is another thing to be reminded of.
        about: `follow-up ${id} ${dueOn}`,
        secretariat: personIds.length === 0,
        personId: null,
        keyPart: null,
        keeperIds: personIds,
      },
    };
  });
