import { minutesDueOn, type RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type Day, dayInWords, quantity } from '@hemicycle/kernel';
import type { Due } from './obligation.js';
import type { PlenaryFacts } from './plenaries.js';

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
type Closed = PlenaryFacts & { readonly closedOn: Day };

/**
 * What the minutes of each plenary held make due (charter MINUTES): to be sent to the members; once somebody commented, the
 * president's decision on each comment; to be published, by the day to which the delays lead when all are kept.
 */
export function minutesDues(plenaries: readonly PlenaryFacts[], on: Day, rules: Delays): Due[] {
  return plenaries
    .flatMap((one): Closed[] =>
      one.closedOn === null || one.closedOn > on ? [] : [{ ...one, closedOn: one.closedOn }],
    )
    .flatMap((plenary) => [
      toSend(plenary, on, rules),
      ...toRuleOn(plenary, on, rules),
      toPublish(plenary, on, rules),
    ]);
}

function toSend({ meetingId, number, closedOn, minutes }: Closed, on: Day, rules: Delays): Due {
  const dueOn = minutesDueOn(closedOn, rules);
  const [closed, due] = [dayInWords(closedOn), dayInWords(dueOn)];
  const days = rules.minutesCirculatedWithinDays;
  return {
    rule: 'MINUTES',
    subject: {
      fr: `Compte rendu de la séance plénière n° ${number}, à communiquer aux membres`,
      en: `Minutes of plenary ${number}, to be sent to the members`,
    },
    meetingId,
    dueOn,
    doneOn: minutes !== null && minutes.sentOn <= on ? minutes.sentOn : null,
    soonDays: MINUTES_SOON_DAYS,
    reminded: { about: `minutes ${meetingId}`, secretariat: true, personId: null, keyPart: null },
    why: {
      fr: `La séance a été levée le ${closed.fr} ; ${quantity.fr(days, 'jour mène', 'jours mènent')} au ${due.fr}.`,
      en: `The session closed on ${closed.en}; ${quantity.en(days, 'day leads', 'days lead')} to ${due.en}.`,
    },
  };
}

/** Whether somebody commented by that day. */
const commented = (minutes: MinutesFacts | null, on: Day): minutes is MinutesFacts & { commentedOn: Day } =>
  minutes !== null && minutes.commentedOn !== null && minutes.commentedOn <= on;

function toRuleOn({ meetingId, number, minutes, presidentId }: Closed, on: Day, rules: Delays): Due[] {
  if (!commented(minutes, on)) return [];
  const { ruledOn, rulingLastOn, commentedOn } = minutes;
  const [first, last] = [dayInWords(commentedOn), dayInWords(rulingLastOn)];
  const days = rules.minutesRulingDays;
  return [
    {
      rule: 'MINUTES',
      subject: {
        fr: `Décision sur les observations au compte rendu de la séance plénière n° ${number}`,
        en: `Decision on the comments on the minutes of plenary ${number}`,
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

function toPublish({ meetingId, number, closedOn, minutes }: Closed, on: Day, rules: Delays): Due {
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
      fr: `Publication du compte rendu de la séance plénière n° ${number}`,
      en: `Publication of the minutes of plenary ${number}`,
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
