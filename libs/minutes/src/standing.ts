import { approvalOf, type MinutesApproval, minutesStateAt } from '@hemicycle/charter';
import { dayInWords, dayOf, type Text } from '@hemicycle/kernel';
import type { Minutes } from './minutes.entity.js';

const NOT_APPROVED: Text = {
  fr: 'Projet communiqué aux membres : il n’est pas encore approuvé.',
  en: 'Sent to the members: not approved yet.',
};
const APPROVED: Readonly<Record<MinutesApproval, Text>> = {
  WITHOUT_COMMENT: {
    fr: 'Compte rendu approuvé sans observation',
    en: 'Minutes approved without comment',
  },
  BY_PRESIDENT: {
    fr: 'Compte rendu approuvé après décision sur chaque observation',
    en: 'Minutes approved after a decision on each comment',
  },
  COMMENTS_ANNEXED: {
    fr: 'Compte rendu approuvé, les observations en annexe',
    en: 'Minutes approved with the comments annexed',
  },
};

/**
 * What the reader of minutes has to know of their approval at an instant, in a sentence.
 *
 * @param commented whether a member commented on them
 * @param zone IANA name of the forum’s time zone
 */
export function standingOf(minutes: Minutes, at: Date, commented: boolean, zone: string): Text {
  const { publishesAt, ruledAt } = minutes;
  if (publishesAt === null || minutesStateAt(minutes, at) !== 'PUBLISHED') return NOT_APPROVED;
  const { fr, en } = dayInWords(dayOf(publishesAt, zone));
  const how = APPROVED[approvalOf({ ruledAt, commented })];
  return { fr: `${how.fr}, publié le ${fr}.`, en: `${how.en}, published on ${en}.` };
}
