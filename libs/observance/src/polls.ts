import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type College, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { Office } from '@hemicycle/mandates';
import type { Due } from './obligation.js';

/** A round of an election that opened, as it was known on a day. */
export interface PollFacts {
  readonly electionId: string;
  readonly meetingId: string;
  readonly office: Office;
  readonly college: College;
  /** From 1, within the election. */
  readonly round: number;
  readonly openedOn: Day;
  /** The day of the closing instant announced at the opening; null: it closes in session. */
  readonly closesOn: Day | null;
  readonly closedOn: Day | null;
  readonly countedOn: Day | null;
  /** Whether its count is followed by another round. */
  readonly followed: boolean;
  /** The day on which the next round opened; null: it did not. */
  readonly nextOpenedOn: Day | null;
  /** The day on which the election ended, whatever its end; null: it did not. */
  readonly endedOn: Day | null;
  /** Of the edition in force when the nominations opened (charter RULES-EDITION). */
  readonly rules: Pick<RulesOfProcedure, 'pollMaxDays' | 'laterRoundWithinDays'>;
}

/** The ten days of a round, or between two, are near from the first one on. */
const POLL_SOON_DAYS = 10;

const COLLEGE: Readonly<Record<College, Text>> = {
  GOVERNMENT: { fr: 'acteurs publics', en: 'government' },
  CIVIL_SOCIETY: { fr: 'société civile', en: 'civil society' },
};
const OFFICE: Readonly<Record<Office, Text>> = {
  CO_CHAIR: { fr: 'élection à la coprésidence', en: 'election of the co-chair' },
  COMMITTEE_MEMBER: { fr: 'élection au comité', en: 'election to the committee' },
};

/**
 * What a round makes due (charter POLL): its closing, where it does not close in the session that opened it, on the day announced or within
 * the days that a round lasts at most; then the opening of the round that its count calls for. Nothing more once the election ended.
 */
export const pollsDue = (polls: readonly PollFacts[], on: Day): Due[] =>
  polls
    .filter(({ openedOn }) => openedOn <= on)
    .flatMap((poll) => [...closing(poll, on), ...laterRound(poll, on)]);

const by = (happened: Day | null, on: Day): Day | null =>
  happened !== null && happened <= on ? happened : null;

const named = ({ office, college }: PollFacts): Text => ({
  fr: `${OFFICE[office].fr} (${COLLEGE[college].fr})`,
  en: `${OFFICE[office].en} (${COLLEGE[college].en})`,
});

function closing(poll: PollFacts, on: Day): Due[] {
  const { electionId, meetingId, round, openedOn, closesOn, rules } = poll;
  const closedOn = by(poll.closedOn, on);
  if (closedOn === null ? by(poll.endedOn, on) !== null : closedOn === openedOn) return [];
  const dueOn = closesOn ?? addDays(openedOn, rules.pollMaxDays);
  const [opened, due] = [dayInWords(openedOn), dayInWords(dueOn)];
  const words = named(poll);
  return [
    {
      rule: 'POLL',
      subject: { fr: `Clôture du tour ${round}, ${words.fr}`, en: `Closing of round ${round}, ${words.en}` },
      meetingId,
      electionId,
      dueOn,
      doneOn: closedOn,
      soonDays: POLL_SOON_DAYS,
      reminded: { about: `closing ${electionId} ${round}`, secretariat: true, personId: null, keyPart: null },
      why:
        closesOn === null
          ? {
              fr: `Le vote est ouvert depuis le ${opened.fr} ; il se clôt en séance, ou ${quantity.fr(rules.pollMaxDays, 'jour', 'jours')} plus tard au plus, soit le ${due.fr}.`,
              en: `The poll opened on ${opened.en}; it closes in session, or ${quantity.en(rules.pollMaxDays, 'day', 'days')} later at most, by ${due.en}.`,
            }
          : {
              fr: `Le vote est ouvert depuis le ${opened.fr} ; sa clôture est annoncée pour le ${due.fr}.`,
              en: `The poll opened on ${opened.en}; its closing is announced for ${due.en}.`,
            },
    },
  ];
}

function laterRound(poll: PollFacts, on: Day): Due[] {
  const { electionId, meetingId, round, followed, rules } = poll;
  const countedOn = by(poll.countedOn, on);
  const opened = by(poll.nextOpenedOn, on);
  if (countedOn === null || !followed || (opened === null && by(poll.endedOn, on) !== null)) return [];
  const dueOn = addDays(countedOn, rules.laterRoundWithinDays);
  const [counted, due] = [dayInWords(countedOn), dayInWords(dueOn)];
  const words = named(poll);
  return [
    {
      rule: 'POLL',
      subject: {
        fr: `Ouverture du tour ${round + 1}, ${words.fr}`,
        en: `Opening of round ${round + 1}, ${words.en}`,
      },
      meetingId,
      electionId,
      dueOn,
      doneOn: opened,
      soonDays: POLL_SOON_DAYS,
      reminded: {
        about: `round ${electionId} ${round + 1}`,
        secretariat: true,
        personId: null,
        keyPart: null,
      },
      why: {
        fr: `Le tour ${round} a été dépouillé le ${counted.fr} ; le suivant s’ouvre ${quantity.fr(rules.laterRoundWithinDays, 'jour', 'jours')} plus tard au plus, soit le ${due.fr}, sur l’ordre de qui a présidé.`,
        en: `Round ${round} was counted on ${counted.en}; the next opens ${quantity.en(rules.laterRoundWithinDays, 'day', 'days')} later at most, by ${due.en}, on that president’s order.`,
      },
    },
  ];
}
