import { minutesDueOn, type RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { GroupFacts } from './groups.js';
import type { Due, Reminded } from './obligation.js';
import type { PreparedFacts } from './preparations.js';

/** How far minutes that were sent to the members had come. */
export interface MinutesFacts {
  readonly sentOn: Day;
  /** The last day on which the president decides on the comments. */
  readonly rulingLastOn: Day;
  /** The day of the first comment; null: none. */
  readonly commentedOn: Day | null;
  /** The day on which the president decided on the comments; null: she did not. */
  readonly ruledOn: Day | null;
  /** The day on which they are published, whether or not anybody acts until then. */
  readonly publishedOn: Day;
}

const MINUTES_SOON_DAYS = 7;

type Delays = Pick<
  RulesOfProcedure,
  'minutesCirculatedWithinDays' | 'minutesCommentDays' | 'minutesRulingDays'
>;
/** A session of which there are minutes. */
export interface SessionFacts {
  readonly meetingId: string;
  /** Among the meetings of its body, or of its group. */
  readonly number: number;
  /** The day on which it closed; null: it did not. */
  readonly closedOn: Day | null;
  /** The person who presided last; null: it did not open. */
  readonly presidentId: string | null;
  /** Null: they were not sent to the members. */
  readonly minutes: MinutesFacts | null;
}

/** One that closed, as its minutes call it, and who keeps them. */
interface Closed extends SessionFacts {
  readonly closedOn: Day;
  /** « de la séance plénière n° 3 » */
  readonly named: Text;
  /** To whom they are sent. */
  readonly members: Text;
  readonly keptBy: Pick<Reminded, 'secretariat' | 'keeperIds'>;
}

/** The meetings of the management committee, as it was known on a day. */
export interface CommitteeFacts {
  /** The persons who co-chair it, or act as co-chairs, on that day. */
  readonly coChairIds: readonly string[];
  readonly meetings: readonly PreparedFacts[];
}

/**
 * What the minutes of each session held make due (charter MINUTES), a plenary’s, the committee’s and a working group’s: to be sent to the
 * members; once somebody commented, the president's decision on each comment; to be published, by the day to which the delays
 * lead when all are kept. A group’s facilitators keep its minutes; while nobody facilitates it, the secretariat does.
 * The secretariat and the co-chairs keep the committee’s.
 */
export function minutesDues(
  plenaries: readonly SessionFacts[],
  committee: CommitteeFacts,
  groups: readonly GroupFacts[],
  on: Day,
  rules: Delays,
): Due[] {
  const sessions = [
    ...plenaries.map((session) => ({
      ...session,
      named: { fr: `de la séance plénière n° ${session.number}`, en: `of plenary ${session.number}` },
      members: { fr: 'aux membres', en: 'to the members' },
      keptBy: { secretariat: true },
    })),
    ...committee.meetings.map((session) => ({
      ...session,
      named: {
        fr: `de la réunion n° ${session.number} du comité de direction`,
        en: `of meeting ${session.number} of the management committee`,
      },
      members: { fr: 'aux membres du comité', en: 'to the members of the committee' },
      keptBy: { secretariat: true, keeperIds: committee.coChairIds },
    })),
    ...groups.flatMap(({ theme, facilitatorIds, meetings }) =>
      meetings.map((session) => ({
        ...session,
        named: {
          fr: `de la réunion n° ${session.number} du groupe de travail « ${theme.fr} »`,
          en: `of meeting ${session.number} of the working group “${theme.en}”`,
        },
        members: { fr: 'aux membres du groupe', en: 'to the members of the group' },
        keptBy: { secretariat: facilitatorIds.length === 0, keeperIds: facilitatorIds },
      })),
    ),
  ];
  return sessions
    .flatMap((one): Closed[] =>
      one.closedOn === null || one.closedOn > on ? [] : [{ ...one, closedOn: one.closedOn }],
    )
    .flatMap((session) => [
      toSend(session, on, rules),
      ...toRuleOn(session, on, rules),
      toPublish(session, on, rules),
    ]);
}

function toSend(
  { meetingId, named, members, keptBy, closedOn, minutes }: Closed,
  on: Day,
  rules: Delays,
): Due {
  const dueOn = minutesDueOn(closedOn, rules);
  const [closed, due] = [dayInWords(closedOn), dayInWords(dueOn)];
  const days = rules.minutesCirculatedWithinDays;
  return {
    rule: 'MINUTES',
    subject: {
      fr: `Compte rendu ${named.fr}, à communiquer ${members.fr}`,
      en: `Minutes ${named.en}, to be sent ${members.en}`,
    },
    meetingId,
    dueOn,
    doneOn: minutes !== null && minutes.sentOn <= on ? minutes.sentOn : null,
    soonDays: MINUTES_SOON_DAYS,
    reminded: { about: `minutes ${meetingId}`, personId: null, keyPart: null, ...keptBy },
    why: {
      fr: `La séance a été levée le ${closed.fr} ; ${quantity.fr(days, 'jour mène', 'jours mènent')} au ${due.fr}.`,
      en: `The session closed on ${closed.en}; ${quantity.en(days, 'day leads', 'days lead')} to ${due.en}.`,
    },
  };
}

/** Whether somebody commented by that day. */
const commented = (minutes: MinutesFacts | null, on: Day): minutes is MinutesFacts & { commentedOn: Day } =>
  minutes !== null && minutes.commentedOn !== null && minutes.commentedOn <= on;

function toRuleOn({ meetingId, named, minutes, presidentId }: Closed, on: Day, rules: Delays): Due[] {
  if (!commented(minutes, on)) return [];
  const { ruledOn, rulingLastOn, commentedOn } = minutes;
  const [first, last] = [dayInWords(commentedOn), dayInWords(rulingLastOn)];
  const days = rules.minutesRulingDays;
  return [
    {
      rule: 'MINUTES',
      subject: {
        fr: `Décision sur les observations au compte rendu ${named.fr}`,
        en: `Decision on the comments on the minutes ${named.en}`,
      },
      meetingId,
      dueOn: rulingLastOn,
      doneOn: ruledOn !== null && ruledOn <= on ? ruledOn : null,
      soonDays: MINUTES_SOON_DAYS,
      neverMended: true,
      // Once her time is over the comments are annexed: there is nothing left to be reminded of.
      ...(on <= rulingLastOn && {
        reminded: { about: `ruling ${meetingId}`, secretariat: false, personId: presidentId, keyPart: null },
      }),
      why: {
        fr: `La première observation est du ${first.fr} ; à la fin du délai d’observation, qui a présidé a ${quantity.fr(days, 'jour', 'jours')}, jusqu’au ${last.fr}, faute de quoi les observations sont annexées.`,
        en: `The first comment is of ${first.en}; after the time to comment, whoever presided has ${quantity.en(days, 'day', 'days')}, until ${last.en}, or the comments are annexed.`,
      },
    },
  ];
}

function toPublish({ meetingId, named, closedOn, minutes }: Closed, on: Day, rules: Delays): Due {
  const { minutesCirculatedWithinDays: sent, minutesCommentDays, minutesRulingDays } = rules;
  const ruling = commented(minutes, on) ? minutesRulingDays : 0;
  // Published at once: with the night that ends the last delay.
  const dueOn = addDays(closedOn, sent + minutesCommentDays + ruling + 1);
  const due = dayInWords(dueOn);
  const toCome = minutes === null || minutes.sentOn > on ? null : dayInWords(minutes.publishedOn);
  const delays = [sent, minutesCommentDays, ...(ruling > 0 ? [ruling] : [])].join(' + ');
  return {
    rule: 'MINUTES',
    subject: {
      fr: `Publication du compte rendu ${named.fr}`,
      en: `Publication of the minutes ${named.en}`,
    },
    meetingId,
    dueOn,
    doneOn: minutes !== null && minutes.publishedOn <= on ? minutes.publishedOn : null,
    soonDays: MINUTES_SOON_DAYS,
    announcedTooLate: toCome !== null && minutes !== null && minutes.publishedOn > dueOn,
    why: {
      fr: `${delays} jours après la levée de la séance mènent au ${due.fr} à 0 h. ${toCome === null ? 'Il n’a pas encore été communiqué aux membres.' : `Communiqué, il est publié de lui-même le ${toCome.fr}${ruling > 0 ? ', ou dès la décision sur les observations' : ', sauf observation'}.`}`,
      en: `${delays} days after the session closed lead to ${due.en} at 00:00. ${toCome === null ? 'They were not sent to the members yet.' : `Once sent, they publish themselves on ${toCome.en}${ruling > 0 ? ', or with the decision on the comments' : ', unless somebody comments'}.`}`,
    },
  };
}
