import { EDITION_0, type Parity, type SecondKey, type TurnedKey } from '@hemicycle/charter';
import { addDays, day, type Day } from '@hemicycle/kernel';
import type { MinutesFacts } from './minutes.js';
import { type ForumFacts, observanceOn } from './observance.js';
import type { PlenaryFacts } from './plenaries.js';
import type { PollFacts } from './polls.js';
import type { SeatFacts } from './seats.js';

const COMMITTEE: SecondKey = { by: 'COMMITTEE', vacant: [] };

interface PlenaryEvents {
  readonly plannedOn: string;
  readonly startsOn: string;
  readonly convenedOn?: string;
  /** When a second convocation left, after a session that lacked its quorum. */
  readonly convenedAgainOn?: string;
  readonly heldOn?: string;
  readonly closedOn?: string;
  readonly minutesSentOn?: string;
  readonly commentedOn?: string;
  readonly ruledOn?: string;
}

/** Minutes of which members comment for 7 days and on whose comments the president decides within 7 more. */
function minutesKnown({
  minutesSentOn,
  commentedOn,
  ruledOn,
}: Pick<PlenaryEvents, 'minutesSentOn' | 'commentedOn' | 'ruledOn'>): MinutesFacts | null {
  if (minutesSentOn === undefined) return null;
  const sentOn = day(minutesSentOn);
  const left = commentedOn === undefined ? 8 : 15;
  return {
    sentOn,
    rulingLastOn: addDays(sentOn, 14),
    commentedOn: commentedOn === undefined ? null : day(commentedOn),
    ruledOn: ruledOn === undefined ? null : day(ruledOn),
    publishedOn: ruledOn === undefined ? addDays(sentOn, left) : day(ruledOn),
  };
}

/** A plenary as it was known on a day. */
function knownOn(on: Day, events: readonly PlenaryEvents[]): PlenaryFacts[] {
  const by = (value: string | undefined): Day | null =>
    value !== undefined && value <= on ? day(value) : null;
  return events
    .map(({ startsOn, convenedOn, convenedAgainOn, heldOn, closedOn, plannedOn, ...later }, index) => ({
      plannedOn,
      meetingId: `meeting-${index + 1}`,
      number: index + 1,
      startsOn: day(startsOn),
      convenedOn: by(convenedAgainOn) ?? by(convenedOn),
      convenedAgain: by(convenedAgainOn) !== null,
      openedOn: by(heldOn),
      heldOn: by(closedOn) === null ? null : by(heldOn),
      closedOn: by(closedOn),
      presidentId: by(heldOn) === null ? null : 'president',
      minutes: minutesKnown(later),
    }))
    .filter(({ plannedOn }) => plannedOn <= on);
}

const forum = (facts: Partial<ForumFacts>): ForumFacts => ({
  plenaries: [],
  presentations: [],
  publications: [],
  groups: [],
  committee: { coChairIds: [], meetings: [] },
  seats: [],
  parity: [],
  agendas: [],
  requests: [],
  followUps: [],
  polls: [],
  secondKey: COMMITTEE,
  rules: EDITION_0,
  ...facts,
});

/** The days on which an obligation changes its state, from the first day to the last, as lines: day, rule, due, state. */
function changesOf(from: string, until: string, factsOn: (on: Day) => ForumFacts): string[] {
  const changes: string[] = [];
  let before = new Map<string, string>();
  for (let on = day(from); on <= until; on = addDays(on, 1)) {
    const { obligations } = observanceOn(on, factsOn(on));
    const now = new Map(
      obligations.map(({ rule, subject, dueOn, state }) => [
        `${rule} ${dueOn} ${subject.en}`,
        state as string,
      ]),
    );
    expect(now.size).toBe(obligations.length);
    const said = (key: string, state: string): string =>
      `${on} ${key.split(' ').slice(0, 2).join(' ')} ${state}`;
    for (const [key, state] of now) if (before.get(key) !== state) changes.push(said(key, state));
    for (const key of before.keys()) if (!now.has(key)) changes.push(said(key, 'gone'));
    before = now;
  }
  return changes.toSorted();
}

/** The lines of a table. What happens on one day has no order. */
const written = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(/\s+/g, ' '))
    .toSorted();

describe('the calendar of plenaries, day by day', () => {
  // The second plenary is in time, the third is announced and held too late, a fourth never comes.
  const events: PlenaryEvents[] = [
    {
      plannedOn: '2024-04-02',
      startsOn: '2024-06-20',
      convenedOn: '2024-05-31',
      heldOn: '2024-06-20',
      closedOn: '2024-06-20',
    },
    {
      plannedOn: '2024-10-01',
      startsOn: '2024-12-12',
      convenedOn: '2024-11-20',
      heldOn: '2024-12-12',
      closedOn: '2024-12-12',
    },
    {
      plannedOn: '2025-03-03',
      startsOn: '2025-06-30',
      convenedOn: '2025-06-18',
      heldOn: '2025-06-30',
      closedOn: '2025-06-30',
    },
  ];

  it('says on each day of three years what this table, written by hand, says', () => {
    const changes = changesOf('2024-04-01', '2027-01-02', (on) => forum({ plenaries: knownOn(on, events) }));
    expect(changes.filter((line) => / (?:NOTICE|OGP-1\.1|C3-PLENARY-CADENCE) /.test(line))).toEqual(
      written(`
        2024-04-02  NOTICE              2024-06-05  UPCOMING
        2024-05-06  NOTICE              2024-06-05  DUE_SOON
        2024-05-31  NOTICE              2024-06-05  DONE
        2024-06-20  C3-PLENARY-CADENCE  2024-12-31  UPCOMING
        2024-06-20  OGP-1.1             2024-12-20  UPCOMING
        2024-06-20  NOTICE              2024-06-05  gone
        2024-10-01  NOTICE              2024-11-27  UPCOMING
        2024-10-21  OGP-1.1             2024-12-20  DUE_SOON
        2024-10-28  NOTICE              2024-11-27  DUE_SOON
        2024-11-01  C3-PLENARY-CADENCE  2024-12-31  DUE_SOON
        2024-11-20  NOTICE              2024-11-27  DONE
        2024-12-12  OGP-1.1             2025-06-12  UPCOMING
        2024-12-12  OGP-1.1             2024-12-20  DONE
        2024-12-12  C3-PLENARY-CADENCE  2024-12-31  DONE
        2024-12-12  NOTICE              2024-11-27  gone
        2025-01-01  C3-PLENARY-CADENCE  2025-12-31  UPCOMING
        2025-01-01  OGP-1.1             2024-12-20  gone
        2025-01-01  C3-PLENARY-CADENCE  2024-12-31  gone
        2025-03-03  OGP-1.1             2025-06-12  DUE_SOON
        2025-03-03  NOTICE              2025-06-15  UPCOMING
        2025-05-16  NOTICE              2025-06-15  DUE_SOON
        2025-06-13  OGP-1.1             2025-06-12  LATE
        2025-06-16  NOTICE              2025-06-15  LATE
        2025-06-18  NOTICE              2025-06-15  DONE
        2025-06-30  OGP-1.1             2025-12-30  UPCOMING
        2025-06-30  OGP-1.1             2025-06-12  DONE
        2025-06-30  NOTICE              2025-06-15  gone
        2025-10-31  OGP-1.1             2025-12-30  DUE_SOON
        2025-11-01  C3-PLENARY-CADENCE  2025-12-31  DUE_SOON
        2025-12-31  OGP-1.1             2025-12-30  LATE
        2026-01-01  C3-PLENARY-CADENCE  2025-12-31  LATE
        2026-01-01  C3-PLENARY-CADENCE  2026-12-31  UPCOMING
        2026-01-01  OGP-1.1             2025-06-12  gone
        2026-11-01  C3-PLENARY-CADENCE  2026-12-31  DUE_SOON
        2027-01-01  C3-PLENARY-CADENCE  2026-12-31  LATE
        2027-01-01  C3-PLENARY-CADENCE  2027-12-31  UPCOMING
        2027-01-01  C3-PLENARY-CADENCE  2025-12-31  gone
      `),
    );
  });

  it('says how many times the forum met this year, and why something is due', () => {
    const on = day('2024-11-02');
    const { plenariesHeld, obligations } = observanceOn(on, forum({ plenaries: knownOn(on, events) }));
    expect(plenariesHeld).toBe(1);
    const cadence = obligations.find(({ rule }) => rule === 'C3-PLENARY-CADENCE');
    expect(cadence?.why.en).toBe(
      '2024: 1 plenary held of the 2 planned; 1 to be held by 31 December, 1 announced.',
    );
    const six = obligations.find(({ rule }) => rule === 'OGP-1.1');
    expect(six?.why.en).toBe(
      'Plenary 1 was held on 20 June 2024; six months lead to 20 December 2024. Plenary 2 is announced for 12 December 2024.',
    );
  });

  it('says how many are announced, be it more than are wanted, and what a year lacked once it is over', () => {
    const third = { plannedOn: '2024-10-02', startsOn: '2024-12-19' };
    const cadence = (on: string): unknown =>
      observanceOn(
        day(on),
        forum({
          plenaries: knownOn(day(on), [
            ...events.slice(0, 1),
            ...events.slice(1, 2).map(({ plannedOn, startsOn }) => ({ plannedOn, startsOn })),
            third,
          ]),
        }),
      ).obligations.find(({ rule, dueOn }) => rule === 'C3-PLENARY-CADENCE' && dueOn === '2024-12-31')?.why;
    expect(cadence('2024-11-02')).toEqual({
      fr: '2024 : 1 séance tenue sur 2 prévues par an ; 1 à tenir au plus tard le 31 décembre, 2 étant annoncées.',
      en: '2024: 1 plenary held of the 2 planned; 1 to be held by 31 December, 2 announced.',
    });
    expect(cadence('2024-07-02')).toEqual({
      fr: '2024 : 1 séance tenue sur 2 prévues par an ; 1 à tenir au plus tard le 31 décembre, aucune n’étant annoncée.',
      en: '2024: 1 plenary held of the 2 planned; 1 to be held by 31 December, none announced.',
    });
    expect(cadence('2025-01-02')).toEqual({
      fr: '2024 : 1 séance tenue sur 2 prévues par an ; il en a manqué 1.',
      en: '2024: 1 plenary held of the 2 planned; 1 missing.',
    });
  });

  it('holds a second convocation to its own notice (NOTICE, QUORUM)', () => {
    const again: PlenaryEvents = {
      plannedOn: '2024-10-01',
      startsOn: '2024-12-22',
      convenedOn: '2024-11-20',
      convenedAgainOn: '2024-12-16',
    };
    const on = day('2024-12-16');
    const [due] = observanceOn(on, forum({ plenaries: knownOn(on, [again]) })).obligations;
    expect(due).toMatchObject({ rule: 'NOTICE', dueOn: '2024-12-17', doneOn: '2024-12-16', state: 'DONE' });
    expect(due?.why.en).toBe(
      'It is held on 22 December 2024; the second convocation leaves 5 days ahead, by 17 December 2024.',
    );
  });

  it.each([
    ['2023-08-31', '2024-02-29'],
    ['2024-08-31', '2025-02-28'],
    ['2024-02-29', '2024-08-29'],
    ['2024-12-31', '2025-06-30'],
  ])('counts six months from date to date: %s leads to %s (CPC 641)', (heldOn, dueOn) => {
    const on = day(heldOn);
    const plenaries = knownOn(on, [{ plannedOn: heldOn, startsOn: heldOn, heldOn, closedOn: heldOn }]);
    const due = observanceOn(on, forum({ plenaries })).obligations.find(({ rule }) => rule === 'OGP-1.1');
    expect(due?.dueOn).toBe(dueOn);
  });

  it('asks for one plenary in the year of a first one held after June', () => {
    const on = day('2024-10-20');
    const plenaries = knownOn(on, [
      { plannedOn: '2024-09-01', startsOn: '2024-10-10', heldOn: '2024-10-10', closedOn: '2024-10-10' },
    ]);
    const { obligations } = observanceOn(on, forum({ plenaries }));
    expect(obligations.find(({ rule }) => rule === 'C3-PLENARY-CADENCE')?.state).toBe('DONE');
  });
});

describe('a session that is open', () => {
  // It opens on the last day of its half-year and closes after midnight.
  const events: PlenaryEvents[] = [
    { plannedOn: '2024-04-02', startsOn: '2024-06-20', heldOn: '2024-06-20', closedOn: '2024-06-20' },
    {
      plannedOn: '2024-10-01',
      startsOn: '2024-12-20',
      convenedOn: '2024-11-20',
      heldOn: '2024-12-20',
      closedOn: '2024-12-21',
    },
  ];
  const on = (text: string) => observanceOn(day(text), forum({ plenaries: knownOn(day(text), events) }));

  it('was not held yet: neither the cadence nor the six months count it before it closed (OGP-1.1)', () => {
    expect(on('2024-12-20').plenariesHeld).toBe(1);
    const six = on('2024-12-20').obligations.find(({ rule }) => rule === 'OGP-1.1');
    expect(six).toMatchObject({
      dueOn: '2024-12-20',
      doneOn: null,
      state: 'DUE_SOON',
      meetingId: 'meeting-2',
    });
    const year = on('2024-12-20').obligations.find(({ rule }) => rule === 'C3-PLENARY-CADENCE');
    expect(year?.why.en).toBe(
      '2024: 1 plenary held of the 2 planned; 1 to be held by 31 December, 1 announced.',
    );
  });

  it('was held, once it closed, on the day on which it opened', () => {
    expect(on('2024-12-21').plenariesHeld).toBe(2);
    expect(on('2024-12-21').obligations.filter(({ rule }) => rule === 'OGP-1.1')).toMatchObject([
      { dueOn: '2025-06-20', doneOn: null },
      { dueOn: '2024-12-20', doneOn: '2024-12-20', state: 'DONE' },
    ]);
  });
});

describe('what a year shows of the work, day by day', () => {
  const plenaries: PlenaryEvents[] = [
    { plannedOn: '2024-01-10', startsOn: '2024-02-29', heldOn: '2024-02-29', closedOn: '2024-02-29' },
  ];

  it('is two meetings that present results and collect comments (OGP-5.1)', () => {
    const presentations = [
      { meetingId: 'meeting-1', on: day('2024-02-29') },
      { meetingId: 'group-1', on: day('2024-12-31') },
      { meetingId: 'group-2', on: day('2025-03-30') },
    ];
    const changes = changesOf('2024-02-28', '2027-01-01', (on) =>
      forum({
        plenaries: knownOn(on, plenaries),
        presentations: presentations.filter((one) => one.on <= on),
      }),
    );
    expect(changes.filter((line) => line.includes(' OGP-5.1 '))).toEqual(
      written(`
        2024-02-29  OGP-5.1  2024-12-31  UPCOMING
        2024-11-01  OGP-5.1  2024-12-31  DUE_SOON
        2024-12-31  OGP-5.1  2024-12-31  DONE
        2025-01-01  OGP-5.1  2024-12-31  gone
        2025-01-01  OGP-5.1  2025-12-31  UPCOMING
        2025-11-01  OGP-5.1  2025-12-31  DUE_SOON
        2026-01-01  OGP-5.1  2025-12-31  LATE
        2026-01-01  OGP-5.1  2026-12-31  UPCOMING
        2026-11-01  OGP-5.1  2026-12-31  DUE_SOON
        2027-01-01  OGP-5.1  2025-12-31  gone
        2027-01-01  OGP-5.1  2026-12-31  LATE
        2027-01-01  OGP-5.1  2027-12-31  UPCOMING
      `),
    );
  });

  it('is new evidence on two days: what one session leaves on one day counts once (OGP-2.2)', () => {
    const publications = [
      { kind: 'DECISION', on: day('2024-02-29') },
      { kind: 'ELECTION', on: day('2024-02-29') },
      { kind: 'MINUTES', on: day('2024-03-15') },
      { kind: 'MINUTES', on: day('2025-01-01') },
    ] as const;
    const known = (on: Day): ForumFacts =>
      forum({ plenaries: knownOn(on, plenaries), publications: publications.filter((one) => one.on <= on) });
    const changes = changesOf('2024-02-28', '2026-01-01', known);
    expect(changes.filter((line) => line.includes(' OGP-2.2 '))).toEqual(
      written(`
        2024-02-29  OGP-2.2  2024-12-31  UPCOMING
        2024-03-15  OGP-2.2  2024-12-31  DONE
        2025-01-01  OGP-2.2  2024-12-31  gone
        2025-01-01  OGP-2.2  2025-12-31  UPCOMING
        2025-11-01  OGP-2.2  2025-12-31  DUE_SOON
        2026-01-01  OGP-2.2  2025-12-31  LATE
        2026-01-01  OGP-2.2  2026-12-31  UPCOMING
      `),
    );
    const on = day('2024-03-15');
    expect(observanceOn(on, known(on)).obligations.find(({ rule }) => rule === 'OGP-2.2')?.why.en).toBe(
      '2024: new evidence published on 2 days, of 2: 29 February 2024 (decisions, results and archive of an election), 15 March 2024 (minutes).',
    );
  });

  it('is one of each in a year whose first plenary came after June', () => {
    const on = day('2024-10-12');
    const held = knownOn(on, [
      { plannedOn: '2024-09-01', startsOn: '2024-10-10', heldOn: '2024-10-10', closedOn: '2024-10-10' },
    ]);
    const { obligations } = observanceOn(
      on,
      forum({
        plenaries: held,
        presentations: [{ meetingId: 'meeting-1', on: day('2024-10-10') }],
        publications: [{ kind: 'DECISION', on: day('2024-10-10') }],
      }),
    );
    expect(obligations.filter(({ rule }) => /^OGP-(?:2|5)/.test(rule)).map(({ state }) => state)).toEqual([
      'DONE',
      'DONE',
    ]);
  });
});

describe('the calendar of seats, day by day', () => {
  const plenaries: PlenaryEvents[] = [
    {
      plannedOn: '2024-01-10',
      startsOn: '2024-02-29',
      convenedOn: '2024-02-01',
      heldOn: '2024-02-29',
      closedOn: '2024-02-29',
    },
    {
      plannedOn: '2024-07-01',
      startsOn: '2024-08-29',
      convenedOn: '2024-08-01',
      heldOn: '2024-08-29',
      closedOn: '2024-08-29',
    },
  ];
  const seat = (mandates: SeatFacts['mandates']): SeatFacts => ({
    office: 'CO_CHAIR',
    college: 'CIVIL_SOCIETY',
    number: 1,
    mandates,
  });
  /** Her term began on a 29 February. */
  const first = {
    mandateId: 'mandate-1',
    personId: 'person-1',
    holder: 'Anne Perrin',
    fromOn: day('2024-02-29'),
    termUntilOn: day('2026-02-28'),
    actsUntilOn: day('2026-08-28'),
    actingEndedOn: null,
    endedOn: null,
    succeeded: false,
    endedByPlenary: false,
  };
  const seatChanges = (from: string, until: string, seats: (on: Day) => readonly SeatFacts[]): string[] =>
    changesOf(from, until, (on) => forum({ plenaries: knownOn(on, plenaries), seats: seats(on) })).filter(
      (line) => /C3-TERM|ACTING|VACANCY/.test(line),
    );

  it('warns half a year before a term of a 29 February ends, then of its acting holder, until a successor comes', () => {
    const second = {
      ...first,
      holder: 'Jean Roux',
      fromOn: day('2026-09-10'),
      termUntilOn: day('2028-09-10'),
      actsUntilOn: day('2029-03-10'),
    };
    expect(seatChanges('2024-03-01', '2027-01-01', () => [seat([first, second])])).toEqual(
      written(`
        2024-03-01  C3-TERM  2026-02-28  UPCOMING
        2025-09-01  C3-TERM  2026-02-28  DUE_SOON
        2026-03-01  C3-TERM  2026-02-28  LATE
        2026-03-01  ACTING   2026-08-28  DUE_SOON
        2026-08-29  ACTING   2026-08-28  LATE
        2026-09-10  C3-TERM  2026-02-28  DONE
        2026-09-10  ACTING   2026-08-28  DONE
        2026-09-10  C3-TERM  2028-09-10  UPCOMING
        2027-01-01  C3-TERM  2026-02-28  gone
        2027-01-01  ACTING   2026-08-28  gone
      `),
    );
  });

  it('puts a seat to the next plenary once nobody acts for it any more (VACANCY)', () => {
    const seats = (on: Day): SeatFacts[] => [
      seat([{ ...first, actingEndedOn: on < day('2026-04-10') ? null : day('2026-04-10') }]),
    ];
    // No plenary was held since August 2024: the next one was due six months later.
    expect(seatChanges('2026-02-28', '2026-06-30', seats)).toEqual(
      written(`
        2026-02-28  C3-TERM  2026-02-28  DUE_SOON
        2026-03-01  C3-TERM  2026-02-28  LATE
        2026-03-01  ACTING   2026-08-28  DUE_SOON
        2026-04-10  ACTING   2026-08-28  gone
        2026-04-10  VACANCY  2025-02-28  LATE
      `),
    );
  });

  it('knows no acting time where the successor comes the day after the term', () => {
    const second = {
      ...first,
      fromOn: day('2026-03-01'),
      termUntilOn: day('2028-03-01'),
      actsUntilOn: day('2028-09-01'),
    };
    const changes = seatChanges('2026-02-27', '2026-03-02', () => [seat([first, second])]);
    expect(changes).toEqual(
      written(`
        2026-02-27  C3-TERM  2026-02-28  DUE_SOON
        2026-03-01  C3-TERM  2026-02-28  DONE
        2026-03-01  C3-TERM  2028-03-01  UPCOMING
      `),
    );
  });

  it('puts a seat left early to the next plenary, and is late once that one passed without filling it', () => {
    const left = {
      mandateId: 'mandate-1',
      personId: 'person-1',
      holder: 'Anne Perrin',
      fromOn: day('2024-02-29'),
      termUntilOn: day('2026-02-28'),
      actsUntilOn: day('2026-08-28'),
      actingEndedOn: null,
      endedOn: day('2024-05-02'),
      succeeded: false,
      endedByPlenary: false,
    };
    expect(seatChanges('2024-05-01', '2024-09-01', () => [seat([left])])).toEqual(
      written(`
        2024-05-01  C3-TERM  2026-02-28  UPCOMING
        2024-05-02  VACANCY  2024-08-29  UPCOMING
        2024-05-02  C3-TERM  2026-02-28  gone
        2024-06-30  VACANCY  2024-08-29  DUE_SOON
        2024-08-30  VACANCY  2024-08-29  LATE
      `),
    );
  });

  it('does not take the plenary that ended a mandate, the day after its last, for the next one (VACANCY)', () => {
    const removed = {
      mandateId: 'mandate-1',
      personId: 'person-1',
      holder: 'Anne Perrin',
      fromOn: day('2024-02-29'),
      termUntilOn: day('2026-02-28'),
      actsUntilOn: day('2026-08-28'),
      actingEndedOn: null,
      endedOn: day('2024-08-28'),
      succeeded: false,
      endedByPlenary: true,
    };
    const dueOn = (on: string, later: PlenaryEvents[] = []): unknown =>
      observanceOn(
        day(on),
        forum({ plenaries: knownOn(day(on), [...plenaries, ...later]), seats: [seat([removed])] }),
      ).obligations.find(({ rule }) => rule === 'VACANCY');
    // The plenary of 29 August removed her: six months lead to the next, until one is announced.
    expect(dueOn('2024-08-29')).toMatchObject({ state: 'UPCOMING' });
    expect(dueOn('2024-08-30')).toMatchObject({ dueOn: '2025-02-28', state: 'UPCOMING', meetingId: null });
    const next = {
      plannedOn: '2024-09-02',
      startsOn: '2024-12-17',
      heldOn: '2024-12-17',
      closedOn: '2024-12-17',
    };
    expect(dueOn('2024-10-01', [next])).toMatchObject({ dueOn: '2024-12-17', meetingId: 'meeting-3' });
    expect(dueOn('2024-12-18', [next])).toMatchObject({ dueOn: '2024-12-17', state: 'LATE' });
  });

  it('has a seat that nobody ever filled wait for the second plenary', () => {
    const [due] = observanceOn(
      day('2024-03-01'),
      forum({ plenaries: knownOn(day('2024-03-01'), plenaries), seats: [seat([])] }),
    ).obligations.filter(({ rule }) => rule === 'VACANCY');
    expect(due).toMatchObject({ dueOn: '2024-08-29', state: 'UPCOMING' });
  });
});

describe('parity among the seats of a college', () => {
  const seats = {
    college: 'CIVIL_SOCIETY',
    sinceOn: day('2024-06-20'),
    termUntilOn: day('2026-06-20'),
  } as const;
  const on = (today: string, parity: Parity): readonly string[] =>
    observanceOn(day(today), forum({ parity: [{ ...seats, parity }] })).obligations.map(
      ({ rule, subject, dueOn, doneOn, state }) => `${rule} ${subject.en} ${dueOn} ${doneOn ?? '-'} ${state}`,
    );
  const line = 'PARITY Parity among the committee seats of civil society 2026-06-20';

  it('is due by the first renewal where it is not met, and is done since the latest mandate where it is', () => {
    expect(on('2024-07-01', 'NOT_MET')).toEqual([`${line} - UPCOMING`]);
    expect(on('2026-01-01', 'NOT_MET')).toEqual([`${line} - DUE_SOON`]);
    expect(on('2026-06-21', 'NOT_MET')).toEqual([`${line} - LATE`]);
    expect(on('2024-07-01', 'MET')).toEqual([`${line} 2024-06-20 DONE`]);
    expect(on('2025-07-01', 'MET')).toEqual([]);
  });

  it('makes nothing due where too few declared to tell: nobody has to', () => {
    expect(on('2026-06-21', 'UNKNOWN')).toEqual([]);
  });
});

describe('the minutes of a plenary', () => {
  const events: PlenaryEvents[] = [
    {
      plannedOn: '2024-10-01',
      startsOn: '2024-12-20',
      heldOn: '2024-12-20',
      closedOn: '2024-12-20',
      minutesSentOn: '2025-01-07',
    },
  ];

  it('are due to the members fifteen days after the session closed, across the end of a year', () => {
    const changes = changesOf('2024-12-19', '2026-01-02', (on) => forum({ plenaries: knownOn(on, events) }));
    expect(changes.filter((line) => line.includes(' MINUTES '))).toEqual(
      written(`
        2024-12-20  MINUTES  2025-01-04  UPCOMING
        2024-12-28  MINUTES  2025-01-04  DUE_SOON
        2025-01-05  MINUTES  2025-01-04  LATE
        2025-01-07  MINUTES  2025-01-04  DONE
        2026-01-01  MINUTES  2025-01-04  gone
        2024-12-20  MINUTES  2025-01-12  UPCOMING
        2025-01-05  MINUTES  2025-01-12  DUE_SOON
        2025-01-13  MINUTES  2025-01-12  LATE
        2025-01-15  MINUTES  2025-01-12  DONE
        2026-01-01  MINUTES  2025-01-12  gone
      `),
    );
  });

  // Sent on 10 February: comments until the 17th, the president’s time until the 24th.
  const commented = {
    plannedOn: '2024-01-02',
    startsOn: '2024-02-05',
    heldOn: '2024-02-05',
    closedOn: '2024-02-05',
    minutesSentOn: '2024-02-10',
    commentedOn: '2024-02-12',
  };
  const minutesChanges = (until: string, one: PlenaryEvents): string[] =>
    changesOf('2024-02-04', until, (on) => forum({ plenaries: knownOn(on, [one]) })).filter((line) =>
      line.includes(' MINUTES '),
    );

  it('wait, once somebody commented, for the president’s decision, and are published with it', () => {
    expect(minutesChanges('2024-03-10', { ...commented, ruledOn: '2024-02-20' })).toEqual(
      written(`
        2024-02-05  MINUTES  2024-02-20  UPCOMING
        2024-02-10  MINUTES  2024-02-20  DONE
        2024-02-12  MINUTES  2024-02-24  UPCOMING
        2024-02-17  MINUTES  2024-02-24  DUE_SOON
        2024-02-20  MINUTES  2024-02-24  DONE
        2024-02-05  MINUTES  2024-02-28  UPCOMING
        2024-02-12  MINUTES  2024-02-28  gone
        2024-02-12  MINUTES  2024-03-06  UPCOMING
        2024-02-20  MINUTES  2024-03-06  DONE
      `),
    );
  });

  it('warn that the president let her time pass, until the end of the year after, and are published all the same', () => {
    expect(minutesChanges('2026-01-02', commented)).toEqual(
      written(`
        2024-02-05  MINUTES  2024-02-20  UPCOMING
        2024-02-10  MINUTES  2024-02-20  DONE
        2025-01-01  MINUTES  2024-02-20  gone
        2024-02-12  MINUTES  2024-02-24  UPCOMING
        2024-02-17  MINUTES  2024-02-24  DUE_SOON
        2024-02-25  MINUTES  2024-02-24  LATE
        2026-01-01  MINUTES  2024-02-24  gone
        2024-02-05  MINUTES  2024-02-28  UPCOMING
        2024-02-12  MINUTES  2024-02-28  gone
        2024-02-12  MINUTES  2024-03-06  UPCOMING
        2024-02-25  MINUTES  2024-03-06  DONE
        2025-01-01  MINUTES  2024-03-06  gone
      `),
    );
  });

  it('remind whoever presided while she may still decide, and nobody afterwards', () => {
    const remindedOn = (on: string): unknown =>
      observanceOn(day(on), forum({ plenaries: knownOn(day(on), [commented]) })).obligations.find(
        ({ subject }) => subject.en.startsWith('Decision on the comments'),
      )?.reminded?.personId;
    expect(remindedOn('2024-02-24')).toBe('president');
    expect(remindedOn('2024-02-25')).toBeUndefined();
  });
});

describe('the agenda of a plenary to come', () => {
  const common = { meetingId: 'meeting-2', number: 2, startsOn: day('2024-12-12'), convened: false };
  const version = {
    version: 3,
    published: false,
    electionsOnly: true,
    requested: false,
    draftedOn: day('2024-11-05'),
  };
  const turned = (key: 'SECRETARIAT' | 'COMMITTEE', part: 'WHOLE' | 'GOVERNMENT' | 'CIVIL_SOCIETY') => ({
    key,
    part,
    byMember: false,
    turnedById: 'somebody',
    turnedOn: day('2024-11-10'),
  });
  const waits = (agenda: ForumFacts['agendas'][number]['agenda']): string[] =>
    observanceOn(day('2024-11-12'), forum({ agendas: [{ ...common, agenda }] })).obligations.map(
      ({ subject, dueOn }) => `${dueOn} ${subject.en}`,
    );

  it('is to be drafted, then waits for each key, until the day on which the convocation leaves', () => {
    expect(waits(null)).toEqual(['2024-11-27 Agenda of plenary 2']);
    expect(waits({ ...version, keys: [] })).toEqual([
      '2024-11-27 Agenda of plenary 2: the secretariat’s key',
      '2024-11-27 Agenda of plenary 2: the committee’s half, government',
      '2024-11-27 Agenda of plenary 2: the committee’s half, civil society',
    ]);
    expect(
      waits({ ...version, keys: [turned('SECRETARIAT', 'WHOLE'), turned('COMMITTEE', 'GOVERNMENT')] }),
    ).toEqual(['2024-11-27 Agenda of plenary 2: the committee’s half, civil society']);
  });

  it('says when silence lets the secretariat convene', () => {
    const agenda = { ...version, keys: [turned('SECRETARIAT', 'WHOLE'), turned('COMMITTEE', 'GOVERNMENT')] };
    const [due] = observanceOn(day('2024-11-12'), forum({ agendas: [{ ...common, agenda }] })).obligations;
    expect(due?.why.en).toBe(
      'Version 3, of 5 November 2024, waits for it. Without an answer the secretariat may convene from 20 November 2024 on, the agenda holding elections only.',
    );
  });
});

describe('an agenda changed after the convocation', () => {
  it('waits for its keys, then for its publication, until five days before the session (C3-AGENDA)', () => {
    const changed = {
      version: 2,
      published: false,
      electionsOnly: true,
      requested: true,
      draftedOn: day('2024-11-30'),
    };
    const common = { meetingId: 'meeting-2', number: 2, startsOn: day('2024-12-12'), convened: true };
    const waits = (keys: readonly TurnedKey[]): unknown =>
      observanceOn(day('2024-12-01'), forum({ agendas: [{ ...common, agenda: { ...changed, keys } }] }))
        .obligations;
    const key = { key: 'SECRETARIAT', part: 'WHOLE', byMember: false, turnedById: 'somebody' } as const;
    expect(waits([])).toMatchObject([
      {
        rule: 'C3-AGENDA',
        dueOn: '2024-12-07',
        subject: { en: 'Changed agenda of plenary 2: the secretariat’s key' },
      },
    ]);
    expect(waits([{ ...key, turnedOn: day('2024-12-01') }])).toMatchObject([
      {
        dueOn: '2024-12-07',
        subject: { en: 'Changed agenda of plenary 2: publication' },
        why: {
          en: 'Version 2, of 30 November 2024, is agreed to. It is sent by 7 December 2024, save urgency with its reason; until then the published agenda stands.',
        },
      },
    ]);
  });
});

describe('the rounds of an election, day by day', () => {
  const poll: PollFacts = {
    electionId: 'election-1',
    meetingId: 'meeting-1',
    office: 'CO_CHAIR',
    college: 'GOVERNMENT',
    round: 1,
    openedOn: day('2024-06-20'),
    closesOn: day('2024-06-27'),
    closedOn: day('2024-06-28'),
    countedOn: day('2024-06-28'),
    followed: true,
    nextOpenedOn: day('2024-07-10'),
    endedOn: null,
    rules: EDITION_0,
  };
  const lines = (change: Partial<PollFacts>): string[] =>
    changesOf('2024-06-19', '2024-07-12', () => forum({ polls: [{ ...poll, ...change }] }));

  it('are the closing announced, then the next round, within ten days of the count (POLL)', () => {
    expect(lines({})).toEqual(
      written(`
        2024-06-20  POLL  2024-06-27  DUE_SOON
        2024-06-28  POLL  2024-06-27  DONE
        2024-06-28  POLL  2024-07-08  DUE_SOON
        2024-07-09  POLL  2024-07-08  LATE
        2024-07-10  POLL  2024-07-08  DONE
      `),
    );
  });

  it('are due no more once the election ended, nor where the poll closed in the session that opened it', () => {
    expect(lines({ closesOn: null, closedOn: day('2024-06-20'), followed: false })).toEqual([]);
    expect(lines({ nextOpenedOn: null, endedOn: day('2024-07-10') })).toContain(
      '2024-07-10 POLL 2024-07-08 gone',
    );
    expect(lines({ closesOn: null, closedOn: null, countedOn: null })).toEqual(
      written(`
        2024-06-20  POLL  2024-06-30  DUE_SOON
        2024-07-01  POLL  2024-06-30  LATE
      `),
    );
  });
});

describe('what follows from a decision', () => {
  it('is due on its day, near two weeks ahead, late after it, and shown done for the year', () => {
    const followUp = {
      id: 'follow-up-1',
      decisionId: 'decision-3',
      meetingId: 'meeting-1',
      body: 'PLENARY' as const,
      theme: null,
      reference: '2024-3',
      personIds: [],
      task: { fr: 'Publier', en: 'Publish' },
      who: { fr: 'le secrétariat', en: 'the secretariat' },
      dueOn: day('2024-12-20'),
      doneOn: day('2025-01-03'),
    };
    const changes = changesOf('2024-12-01', '2026-01-02', () => forum({ followUps: [followUp] }));
    expect(changes).toEqual(
      written(`
        2024-12-01  DECISION  2024-12-20  UPCOMING
        2024-12-06  DECISION  2024-12-20  DUE_SOON
        2024-12-21  DECISION  2024-12-20  LATE
        2025-01-03  DECISION  2024-12-20  DONE
        2026-01-01  DECISION  2024-12-20  gone
      `),
    );
  });
});

describe('a plenary that members require', () => {
  const requiredOn = day('2025-01-10');
  const states = (on: string, request: Partial<ForumFacts['requests'][number]> = {}) =>
    observanceOn(
      day(on),
      forum({ requests: [{ requiredOn, meetingId: null, asked: 2, takenUpOn: [], ...request }] }),
    )
      .obligations.filter(({ rule }) => rule === 'EXTRAORDINARY')
      .map(({ state, dueOn }) => `${dueOn} ${state}`);

  it('is due within sixty days, by the charter’s default (EXTRAORDINARY)', () => {
    expect(states('2025-01-09')).toEqual([]);
    expect(states('2025-01-10')).toEqual(['2025-03-11 DUE_SOON']);
    expect(states('2025-03-11')).toEqual(['2025-03-11 DUE_SOON']);
    expect(states('2025-03-12')).toEqual(['2025-03-11 LATE']);
  });

  it('stays due while a point that it asked for was postponed, until a plenary takes it up', () => {
    const plenaries = (on: Day) =>
      knownOn(on, [
        { plannedOn: '2025-01-12', startsOn: '2025-02-20', heldOn: '2025-02-20', closedOn: '2025-02-20' },
        { plannedOn: '2025-03-01', startsOn: '2025-04-02', heldOn: '2025-04-02', closedOn: '2025-04-02' },
      ]);
    const takenUpOn = ['2025-02-20', '2025-04-02'];
    const changes = changesOf('2025-01-09', '2025-04-03', (on) =>
      forum({
        plenaries: plenaries(on),
        requests: [
          {
            requiredOn,
            meetingId: on < '2025-01-12' ? null : 'meeting-1',
            asked: 2,
            takenUpOn: takenUpOn.filter((one) => one <= on).map(day),
          },
        ],
      }),
    );
    expect(changes.filter((line) => line.includes(' EXTRAORDINARY '))).toEqual(
      written(`
        2025-01-10  EXTRAORDINARY  2025-03-11  DUE_SOON
        2025-03-12  EXTRAORDINARY  2025-03-11  LATE
        2025-04-02  EXTRAORDINARY  2025-03-11  DONE
      `),
    );
    const on = day('2025-02-21');
    const [due] = observanceOn(
      on,
      forum({
        plenaries: plenaries(on),
        requests: [{ requiredOn, meetingId: 'meeting-1', asked: 2, takenUpOn: [day('2025-02-20')] }],
      }),
    ).obligations.filter(({ rule }) => rule === 'EXTRAORDINARY');
    expect(due?.why.en).toContain('it postponed points asked for: 1 still to be taken up.');
  });

  it('waits for no second key', () => {
    const agenda = {
      version: 1,
      published: false,
      electionsOnly: false,
      requested: true,
      draftedOn: day('2025-01-12'),
      keys: [],
    };
    const facts = forum({
      agendas: [{ meetingId: 'meeting-2', number: 2, startsOn: day('2025-02-20'), convened: false, agenda }],
    });
    expect(observanceOn(day('2025-01-13'), facts).obligations.map(({ subject }) => subject.en)).toEqual([
      'Agenda of plenary 2: the secretariat’s key',
    ]);
  });
});
