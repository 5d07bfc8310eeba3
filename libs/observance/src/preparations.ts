import type { RulesOfProcedure } from '@hemicycle/charter';
import { addDays, type Day, dayInWords, quantity, type Text } from '@hemicycle/kernel';
import type { GroupFacts } from './groups.js';
import type { CommitteeFacts, SessionFacts } from './minutes.js';
import type { Due, Reminded } from './obligation.js';

/** How far a meeting that has no keys was prepared, as it was known on a day; one that was cancelled is none. */
export interface PreparedFacts extends SessionFacts {
  /** The day for which it is planned or convened. */
  readonly startsOn: Day;
  /** The day on which its first agenda was set; null: none is. */
  readonly agendaOn: Day | null;
  /** The day on which its latest convocation left; null: none left. */
  readonly convenedOn: Day | null;
  /** Whether that is a second convocation, on the agenda of a meeting that lacked its quorum (charter QUORUM). */
  readonly convenedAgain: boolean;
  /** The day on which its session opened; null: it did not. */
  readonly openedOn: Day | null;
}

/** Who prepares it, and how many days ahead its convocation leaves. */
interface ToPrepare extends PreparedFacts {
  /** « de la réunion n° 3 du comité de direction » */
  readonly named: Text;
  readonly noticeDays: number;
  readonly agendaKeptBy: Pick<Reminded, 'secretariat' | 'keeperIds'>;
  /** Whether the secretariat is to send its convocation: otherwise it leaves by itself. */
  readonly sentBySecretariat: boolean;
}

const PREPARATION_SOON_DAYS = 14;

type Notices = Pick<
  RulesOfProcedure,
  'groupConvocation' | 'groupNoticeDays' | 'committeeNoticeDays' | 'secondConvocationNoticeDays'
>;

/**
 * What the meetings of working groups and of the management committee make due until they open: an agenda, set by its facilitators or its
 * co-chairs, by the secretariat where there is none (charter C3-AGENDA); then a convocation, as many days ahead as the rules of procedure ask
 * (NOTICE). Late, they wait until the meeting opens, is moved or is cancelled.
 */
export function preparationsDue(
  groups: readonly GroupFacts[],
  committee: CommitteeFacts,
  on: Day,
  rules: Notices,
): Due[] {
  const kept = (keeperIds: readonly string[]) => ({ secretariat: keeperIds.length === 0, keeperIds });
  const meetings: readonly ToPrepare[] = [
    ...committee.meetings.map((meeting) => ({
      ...meeting,
      named: {
        fr: `de la réunion n° ${meeting.number} du comité de direction`,
        en: `of meeting ${meeting.number} of the management committee`,
      },
      noticeDays: meeting.convenedAgain ? rules.secondConvocationNoticeDays : rules.committeeNoticeDays,
      agendaKeptBy: kept(committee.coChairIds),
      sentBySecretariat: true,
    })),
    ...groups.flatMap(({ theme, facilitatorIds, meetings: ofGroup }) =>
      ofGroup.map((meeting) => ({
        ...meeting,
        named: {
          fr: `de la réunion n° ${meeting.number} du groupe de travail « ${theme.fr} »`,
          en: `of meeting ${meeting.number} of the working group “${theme.en}”`,
        },
        noticeDays: rules.groupNoticeDays,
        agendaKeptBy: kept(facilitatorIds),
        sentBySecretariat: rules.groupConvocation === 'SENT_BY_SECRETARIAT',
      })),
    ),
  ];
  return meetings
    .filter(({ openedOn }) => openedOn === null || openedOn > on)
    .flatMap((meeting) => [...agendaToSet(meeting, on), convocationToSend(meeting, on)]);
}

const lastDay = ({ startsOn, noticeDays }: ToPrepare): Day => addDays(startsOn, -noticeDays);

function agendaToSet(meeting: ToPrepare, on: Day): Due[] {
  const { meetingId, named, agendaOn, convenedOn, agendaKeptBy } = meeting;
  if (convenedOn !== null || (agendaOn !== null && agendaOn <= on)) return [];
  const dueOn = lastDay(meeting);
  const due = dayInWords(dueOn);
  return [
    {
      rule: 'C3-AGENDA',
      subject: { fr: `Ordre du jour ${named.fr}`, en: `Agenda ${named.en}` },
      meetingId,
      dueOn,
      doneOn: null,
      soonDays: PREPARATION_SOON_DAYS,
      reminded: { about: `draft ${meetingId}`, personId: null, keyPart: null, ...agendaKeptBy },
      why: {
        fr: `Il n’est pas encore arrêté ; la convocation part avec lui le ${due.fr} au plus tard.`,
        en: `It is not set yet; the convocation leaves with it by ${due.en}.`,
      },
    },
  ];
}

function convocationToSend(meeting: ToPrepare, on: Day): Due {
  const { meetingId, named, startsOn, noticeDays, convenedOn, convenedAgain, sentBySecretariat } = meeting;
  const dueOn = lastDay(meeting);
  const [starts, due] = [dayInWords(startsOn), dayInWords(dueOn)];
  return {
    rule: 'NOTICE',
    subject: {
      fr: `${convenedAgain ? 'Seconde convocation' : 'Convocation'} ${named.fr}`,
      en: `${convenedAgain ? 'Second convocation' : 'Convocation'} ${named.en}`,
    },
    meetingId,
    dueOn,
    doneOn: convenedOn !== null && convenedOn <= on ? convenedOn : null,
    soonDays: PREPARATION_SOON_DAYS,
    ...(sentBySecretariat && {
      reminded: { about: `convocation ${meetingId}`, secretariat: true, personId: null, keyPart: null },
    }),
    why: {
      fr: `Elle se tient le ${starts.fr} ; la convocation part ${quantity.fr(noticeDays, 'jour', 'jours')} avant, soit le ${due.fr} au plus tard${convenedAgain ? '' : ', sauf urgence motivée'}.`,
      en: `It is held on ${starts.en}; the convocation leaves ${quantity.en(noticeDays, 'day', 'days')} ahead, by ${due.en}${convenedAgain ? '' : ', save urgency with its reason'}.`,
    },
  };
}
