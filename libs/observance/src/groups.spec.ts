import { EDITION_0 } from '@hemicycle/charter';
import { addDays, type Day, day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { type GroupFacts, type GroupMeetingFacts, onceAQuarter, quarterOf } from './groups.js';
import { facilitatorsDue } from './facilitators.js';
import { minutesDues } from './minutes.js';
import { standing } from './obligation.js';
import { preparationsDue } from './preparations.js';

const NO_COMMITTEE = { coChairIds: [], meetings: [] };
const group = (facts: Partial<GroupFacts>): GroupFacts => ({
  groupId: 'g',
  theme: { fr: 'Justice ouverte', en: 'Open justice' },
  setUpOn: day('2027-12-16'),
  closedOn: null,
  facilitatorIds: ['ana', 'bea'],
  facilitators: [],
  meetings: [],
  ...facts,
});

/** A meeting of a group that closed on the day on which it opened; null: it did not open. */
const meeting = (id: string, startsOn: string, heldOn: string | null): GroupMeetingFacts => ({
  meetingId: id,
  number: 1,
  startsOn: day(startsOn),
  agendaOn: null,
  convenedOn: null,
  convenedAgain: false,
  openedOn: heldOn === null ? null : day(heldOn),
  heldOn: heldOn === null ? null : day(heldOn),
  closedOn: heldOn === null ? null : day(heldOn),
  presidentId: heldOn === null ? null : 'ana',
  minutes: null,
});

interface MeetingEvents {
  readonly id: string;
  readonly plannedOn: string;
  readonly startsOn: string;
  /** Null: never held. */
  readonly heldOn: string | null;
}

/** The facts as they are known on a day. */
const knownOn = (on: Day, facts: Partial<GroupFacts>, meetings: readonly MeetingEvents[]): GroupFacts =>
  group({
    ...facts,
    closedOn:
      facts.closedOn !== undefined && facts.closedOn !== null && facts.closedOn <= on ? facts.closedOn : null,
    meetings: meetings
      .filter(({ plannedOn }) => plannedOn <= on)
      .map(({ id, startsOn, heldOn }) =>
        meeting(id, startsOn, heldOn !== null && heldOn <= on ? heldOn : null),
      ),
  });

/** The days on which a quarter changes its state, as lines: day, last day of the quarter, state. */
function changes(
  from: string,
  until: string,
  facts: Partial<GroupFacts>,
  meetings: readonly MeetingEvents[],
): string[] {
  const lines: string[] = [];
  let before = new Map<string, string>();
  for (let on = day(from); on <= until; on = addDays(on, 1)) {
    const dues = onceAQuarter([knownOn(on, facts, meetings)], on).map((due) => standing(due, on));
    const now = new Map(dues.map(({ dueOn, state }) => [dueOn as string, state as string]));
    for (const [dueOn, state] of now) if (before.get(dueOn) !== state) lines.push(`${on} ${dueOn} ${state}`);
    for (const dueOn of before.keys()) if (!now.has(dueOn)) lines.push(`${on} ${dueOn} gone`);
    before = now;
  }
  return lines;
}

describe('the quarters of a working group, day by day', () => {
  it('are those of the calendar, from the one that follows the set-up, across a leap day and the ends of years', () => {
    const meetings: MeetingEvents[] = [
      { id: 'one', plannedOn: '2028-01-10', startsOn: '2028-02-29', heldOn: '2028-02-29' },
      // Planned for the second quarter, and held in the third.
      { id: 'two', plannedOn: '2028-05-02', startsOn: '2028-06-30', heldOn: '2028-07-01' },
      { id: 'three', plannedOn: '2028-10-02', startsOn: '2028-12-31', heldOn: '2028-12-31' },
      { id: 'four', plannedOn: '2029-02-01', startsOn: '2029-04-02', heldOn: '2029-04-02' },
    ];
    expect(changes('2027-12-16', '2029-04-03', {}, meetings)).toEqual([
      // Nothing is due for the fifteen days of 2027.
      '2028-01-01 2028-03-31 UPCOMING',
      '2028-02-29 2028-03-31 DONE',
      '2028-04-01 2028-06-30 UPCOMING',
      '2028-05-31 2028-06-30 DUE_SOON',
      '2028-07-01 2028-06-30 LATE',
      '2028-07-01 2028-09-30 DONE',
      '2028-10-01 2028-12-31 UPCOMING',
      '2028-12-01 2028-12-31 DUE_SOON',
      '2028-12-31 2028-12-31 DONE',
      '2029-01-01 2029-03-31 UPCOMING',
      // What is announced comes after the last day.
      '2029-02-01 2029-03-31 DUE_SOON',
      '2029-04-01 2029-03-31 LATE',
      '2029-04-01 2029-06-30 UPCOMING',
      '2029-04-02 2029-06-30 DONE',
    ]);
  });

  it('show a meeting held in the very quarter of the set-up, and end with the group', () => {
    const facts = { setUpOn: day('2025-01-01'), closedOn: day('2025-11-20') };
    const meetings: MeetingEvents[] = [
      { id: 'one', plannedOn: '2025-01-02', startsOn: '2025-03-30', heldOn: '2025-03-30' },
    ];
    expect(changes('2025-01-01', '2026-04-01', facts, meetings)).toEqual([
      // Set up on its first day, the group has the whole quarter.
      '2025-01-01 2025-03-31 UPCOMING',
      '2025-03-01 2025-03-31 DUE_SOON',
      '2025-03-30 2025-03-31 DONE',
      '2025-04-01 2025-06-30 UPCOMING',
      '2025-05-31 2025-06-30 DUE_SOON',
      '2025-07-01 2025-06-30 LATE',
      '2025-07-01 2025-09-30 UPCOMING',
      '2025-08-31 2025-09-30 DUE_SOON',
      '2025-10-01 2025-09-30 LATE',
      '2025-10-01 2025-12-31 UPCOMING',
      '2025-11-20 2025-12-31 gone',
    ]);
    const late = group({
      setUpOn: day('2025-02-10'),
      meetings: [meeting('one', '2025-03-30', '2025-03-30')],
    });
    expect(onceAQuarter([late], day('2025-03-31')).map(({ dueOn, doneOn }) => [dueOn, doneOn])).toEqual([
      ['2025-03-31', '2025-03-30'],
    ]);
    expect(onceAQuarter([{ ...late, meetings: [] }], day('2025-03-31'))).toEqual([]);
  });

  it('say how many times the group met in the year, and whom it waits for', () => {
    const held = (id: string, on: string) => meeting(id, on, on);
    const [, , third] = onceAQuarter(
      [
        group({
          setUpOn: day('2025-01-01'),
          meetings: [
            held('one', '2025-02-03'),
            held('two', '2025-03-31'),
            held('three', '2025-05-05'),
            meeting('next', '2025-09-08', null),
          ],
        }),
      ],
      day('2025-08-01'),
    );
    expect(third).toMatchObject({
      rule: 'C3-WG-CADENCE',
      subject: {
        fr: 'Réunion du groupe de travail « Justice ouverte », 3e trimestre 2025',
        en: 'Meeting of the working group “Open justice”, quarter 3 of 2025',
      },
      meetingId: 'next',
      why: { en: 'The next one is planned for 8 September 2025. In 2025 the group met 3 times.' },
      reminded: { about: 'quarter 2025-3 g', secretariat: true, keeperIds: ['ana', 'bea'] },
    });
  });

  it('begin and end where the calendar’s do', () => {
    expect(
      ['2028-01-01', '2028-02-29', '2028-03-31', '2028-04-01', '2028-10-25', '2028-12-31'].map((one) => {
        const { number, fromOn, untilOn } = quarterOf(day(one));
        return [number, fromOn, untilOn];
      }),
    ).toEqual([
      [1, '2028-01-01', '2028-03-31'],
      [1, '2028-01-01', '2028-03-31'],
      [1, '2028-01-01', '2028-03-31'],
      [2, '2028-04-01', '2028-06-30'],
      [4, '2028-10-01', '2028-12-31'],
      [4, '2028-10-01', '2028-12-31'],
    ]);
  });
});

describe('the minutes of a working group’s meetings', () => {
  const rules = { minutesCirculatedWithinDays: 15, minutesCommentDays: 7, minutesRulingDays: 7 };
  const held = meeting('one', '2025-02-03', '2025-02-03');

  it('MINUTES: are due like a plenary’s, of its facilitators', () => {
    expect(minutesDues([], NO_COMMITTEE, [group({ meetings: [held] })], day('2025-02-02'), rules)).toEqual(
      [],
    );
    const dues = minutesDues([], NO_COMMITTEE, [group({ meetings: [held] })], day('2025-02-03'), rules);
    expect(dues.map(({ rule, subject, dueOn }) => [rule, subject.en, dueOn])).toEqual([
      [
        'MINUTES',
        'Minutes of meeting 1 of the working group “Open justice”, to be sent to the members of the group',
        '2025-02-18',
      ],
      [
        'MINUTES',
        'Publication of the minutes of meeting 1 of the working group “Open justice”',
        '2025-02-26',
      ],
    ]);
    expect(dues[0]?.reminded).toEqual({
      about: 'minutes one',
      secretariat: false,
      personId: null,
      keyPart: null,
      keeperIds: ['ana', 'bea'],
    });
  });

  it('MINUTES: wait for the decision of whoever presided, and for the secretariat where nobody facilitates', () => {
    const minutes = {
      sentOn: day('2025-02-12'),
      rulingLastOn: day('2025-02-26'),
      commentedOn: day('2025-02-13'),
      ruledOn: null,
      publishedOn: day('2025-02-27'),
    };
    const facts = group({ facilitatorIds: [], meetings: [{ ...held, minutes }] });
    const [sent, ruling, published] = minutesDues([], NO_COMMITTEE, [facts], day('2025-02-13'), rules);
    expect(sent).toMatchObject({ doneOn: '2025-02-12', reminded: { secretariat: true, keeperIds: [] } });
    expect(ruling).toMatchObject({
      subject: {
        fr: 'Décision sur les observations au compte rendu de la réunion n° 1 du groupe de travail « Justice ouverte »',
      },
      dueOn: '2025-02-26',
      reminded: { personId: 'ana' },
    });
    expect(published).toMatchObject({ dueOn: '2025-03-05', doneOn: null });
  });
});

describe('the facilitators of a working group', () => {
  const ana = {
    college: 'GOVERNMENT',
    seat: 1,
    holder: 'Ana',
    fromOn: day('2027-12-16'),
    endedOn: day('2028-02-10'),
  } as const;
  const bea = { ...ana, college: 'CIVIL_SOCIETY', holder: 'Bea', endedOn: null } as const;
  const dues = (on: string, facilitators: readonly (typeof ana | typeof bea)[] = [ana, bea]) =>
    facilitatorsDue([group({ facilitators })], [], day(on), EDITION_0).map((due) => standing(due, day(on)));

  it('are replaced by the next plenary once one left (WORKING-GROUP-SETUP)', () => {
    expect(dues('2028-02-10')).toEqual([]);
    expect(dues('2028-02-11')).toMatchObject([
      {
        rule: 'WORKING-GROUP-SETUP',
        subject: { en: 'Facilitator of the working group “Open justice” (government)' },
        dueOn: '2028-08-10',
        state: 'UPCOMING',
      },
    ]);
    expect(dues('2028-08-11')).toMatchObject([{ state: 'LATE' }]);
  });

  it('are wanted from the set-up, where it filled no seat, and no more where the group is closed', () => {
    expect(dues('2028-01-01', [bea])).toMatchObject([{ dueOn: '2028-06-16', doneOn: null }]);
    const closed = group({ closedOn: day('2028-01-01'), facilitators: [] });
    expect(facilitatorsDue([closed], [], day('2028-01-01'), EDITION_0)).toEqual([]);
  });
});

describe('the meetings of groups and of the committee, before they open', () => {
  const ahead = meeting('one', '2028-03-20', null);
  const waits = (on: string, change: Partial<GroupMeetingFacts>) =>
    preparationsDue([group({ meetings: [{ ...ahead, ...change }] })], NO_COMMITTEE, day(on), EDITION_0).map(
      (due) => `${due.rule} ${due.dueOn} ${standing(due, day(on)).state}`,
    );

  it('wait for an agenda, then for a convocation, and still do once their day is past (C3-AGENDA, NOTICE)', () => {
    expect(waits('2028-03-02', {})).toEqual(['C3-AGENDA 2028-03-15 DUE_SOON', 'NOTICE 2028-03-15 DUE_SOON']);
    const set = { agendaOn: day('2028-03-02') };
    expect(waits('2028-03-16', set)).toEqual(['NOTICE 2028-03-15 LATE']);
    expect(waits('2028-03-21', {})).toEqual(['C3-AGENDA 2028-03-15 LATE', 'NOTICE 2028-03-15 LATE']);
    expect(waits('2028-03-16', { ...set, convenedOn: day('2028-03-14') })).toEqual([
      'NOTICE 2028-03-15 DONE',
    ]);
    expect(waits('2028-03-20', { ...set, openedOn: day('2028-03-20') })).toEqual([]);
  });

  it('are prepared by whoever facilitates or co-chairs, else by the secretariat, which convenes the committee', () => {
    const committee = (coChairIds: readonly string[]) =>
      preparationsDue([], { coChairIds, meetings: [ahead] }, day('2028-03-02'), {
        ...EDITION_0,
        committeeNoticeDays: 12,
      });
    expect(committee(['ana'])).toMatchObject([
      { dueOn: '2028-03-08', reminded: { secretariat: false, keeperIds: ['ana'] } },
      { dueOn: '2028-03-08', reminded: { secretariat: true } },
    ]);
    expect(committee([])[0]?.reminded?.secretariat).toBe(true);
  });
});
