import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import { conveneMeeting, publishAgenda } from './elections-convocation.js';
import type { MeetingCommittee } from './group-meetings.js';
import {
  cancelMeeting,
  draftAgenda,
  type DraftingFacts,
  planMeeting,
  recordAttendance,
  turnKey,
} from './meetings.js';

const committee: MeetingCommittee = { coChairs: ['Ana', 'Bea'], actorCoChairs: true };
const other = { ...committee, actorCoChairs: false };
const none: MeetingCommittee = { coChairs: [], actorCoChairs: false };
const at = new Date('2025-02-03T08:00:00Z');
const startsAt = new Date('2025-02-10T13:00:00Z');
const agenda = { version: 1, published: false, electionsOnly: false, requested: false, keys: [] };

const ids = (violations: ReturnType<typeof judge>): string[] => violations.map(({ rule }) => rule);

describe('planning a meeting of the committee', () => {
  const plans = (who: MeetingCommittee, bySecretariat: boolean): string[] =>
    ids(judge(planMeeting, { group: null, committee: who, bySecretariat, at, startsAt }));
  const cancels = (who: MeetingCommittee, bySecretariat: boolean): string[] =>
    ids(judge(cancelMeeting, { group: null, committee: who, bySecretariat, state: 'PLANNED' }));

  it('is the secretariat’s or a co-chair’s, like cancelling it (C3-CONVOCATION)', () => {
    for (const act of [plans, cancels]) {
      expect([act(committee, false), act(other, true), act(none, true)]).toEqual([[], [], []]);
      expect([act(other, false), act(none, false)]).toEqual([['C3-CONVOCATION'], ['C3-CONVOCATION']]);
    }
  });
});

describe('the agenda of the committee', () => {
  const facts: DraftingFacts = {
    state: 'PLANNED',
    group: null,
    committee,
    bySecretariat: false,
    secondConvocation: false,
    departsFromRequest: false,
    electsSomebody: false,
    changesTheForum: false,
  };
  const broken = (change: Partial<DraftingFacts>): string[] =>
    ids(judge(draftAgenda, { ...facts, ...change }));

  it('is set by its co-chairs, or by the secretariat while there is none (C3-AGENDA)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ committee: other })).toEqual(['C3-AGENDA']);
    expect(broken({ committee: other, bySecretariat: true })).toEqual(['C3-AGENDA']);
    expect(broken({ committee: none })).toEqual(['C3-AGENDA']);
    expect(broken({ committee: none, bySecretariat: true })).toEqual([]);
  });

  it('carries no election, and nothing that the plenary decides (C3-ELECTED-AT-PLENARY, C3-AGENDA)', () => {
    expect(broken({ electsSomebody: true })).toEqual(['C3-ELECTED-AT-PLENARY']);
    expect(broken({ changesTheForum: true })).toEqual(['C3-AGENDA']);
  });

  it('changes no more after a second convocation (QUORUM)', () => {
    expect(broken({ state: 'CONVENED', secondConvocation: true })).toEqual(['QUORUM']);
  });

  it('has no keys (C3-AGENDA)', () => {
    const turning = {
      state: 'PLANNED',
      group: null,
      committee,
      secondConvocation: false,
      key: 'COMMITTEE',
      on: day('2024-06-01'),
      forDay: day('2024-06-20'),
      version: 1,
      agenda,
      secondKey: { by: 'COMMITTEE', vacant: [] },
      holder: {
        personId: 'ana',
        bySecretariat: false,
        byFounder: false,
        committeeCollege: 'GOVERNMENT',
        actedUntilOn: null,
        memberCollege: 'GOVERNMENT',
      },
    } as const;
    expect(ids(judge(turnKey, turning))).toEqual(['C3-AGENDA']);
  });

  it('is sent by the secretariat when it changed, in time or by urgency, without any key (C3-CONVOCATION, C3-AGENDA)', () => {
    const changed = {
      state: 'CONVENED',
      group: null,
      committee: other,
      secondConvocation: false,
      bySecretariat: true,
      at,
      on: day('2025-02-03'),
      startsAt,
      meetingOn: day('2025-02-10'),
      urgencyReason: null,
      changed: true,
      agenda,
      secondKey: { by: 'COMMITTEE', vacant: [] },
      rules: EDITION_0,
      isFirstPlenary: false,
      announced: [],
      called: [],
    } as const;
    expect(ids(judge(publishAgenda, changed))).toEqual([]);
    expect(ids(judge(publishAgenda, { ...changed, committee, bySecretariat: false }))).toEqual([
      'C3-CONVOCATION',
    ]);
    const late = { ...changed, on: day('2025-02-06') };
    expect(ids(judge(publishAgenda, late))).toEqual(['C3-AGENDA']);
    expect(ids(judge(publishAgenda, { ...late, urgencyReason: 'A decree.' }))).toEqual([]);
  });
});

describe('convening the committee', () => {
  const facts = {
    rules: EDITION_0,
    state: 'PLANNED',
    group: null,
    committee,
    bySecretariat: true,
    at,
    on: day('2025-02-03'),
    startsAt,
    meetingOn: day('2025-02-10'),
    urgencyReason: null,
    missedOn: null,
    isFirstPlenary: false,
    agenda,
    secondKey: { by: 'COMMITTEE', vacant: [] },
    memberCounts: { GOVERNMENT: 3, CIVIL_SOCIETY: 3 },
    announced: [],
    called: [],
  } as const;
  const broken = (change: object): string[] => ids(judge(conveneMeeting, { ...facts, ...change }));

  it('is the secretariat’s alone, no key being turned (C3-CONVOCATION)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ bySecretariat: false })).toEqual(['C3-CONVOCATION']);
  });

  it('calls somebody, on an agenda (C3-COMMITTEE, C3-AGENDA)', () => {
    expect(broken({ memberCounts: { GOVERNMENT: 0, CIVIL_SOCIETY: 0 } })).toEqual(['C3-COMMITTEE']);
    expect(broken({ memberCounts: { GOVERNMENT: 0, CIVIL_SOCIETY: 1 } })).toEqual([]);
    expect(broken({ agenda: null })).toEqual(['C3-AGENDA']);
  });

  it('has its own notice, or is urgent with its reason, and never for the past (NOTICE)', () => {
    expect(broken({ on: day('2025-02-05') })).toEqual([]);
    expect(broken({ on: day('2025-02-06') })).toEqual(['NOTICE']);
    expect(broken({ on: day('2025-02-06'), urgencyReason: 'A decree.' })).toEqual([]);
    const unequal = { ...EDITION_0, committeeNoticeDays: 12, groupNoticeDays: 4, plenaryNoticeDays: 30 };
    expect(broken({ on: day('2025-01-29'), rules: unequal })).toEqual([]);
    expect(broken({ on: day('2025-01-30'), rules: unequal })).toEqual(['NOTICE']);
    expect(broken({ on: day('2025-02-06'), rules: { ...EDITION_0, committeeNoticeDays: 4 } })).toEqual([]);
    expect(broken({ at: startsAt, urgencyReason: 'A decree.' })).toEqual(['NOTICE']);
  });

  it('a second time has its own notice, which no urgency shortens (NOTICE, QUORUM)', () => {
    const again = { state: 'WITHOUT_QUORUM', missedOn: day('2025-02-03') };
    expect(broken({ ...again, on: day('2025-02-05') })).toEqual([]);
    expect(broken({ ...again, on: day('2025-02-06'), urgencyReason: 'A decree.' })).toEqual(['NOTICE']);
  });
});

describe('the attendance of the committee', () => {
  const seat = {
    name: 'Ana',
    isMember: true,
    present: true,
    byAlternate: true,
    hasAlternate: true,
    represented: false,
    hasProxy: false,
    found: null,
  };
  const broken = (body: 'PLENARY' | 'MANAGEMENT_COMMITTEE', change: Partial<typeof seat> = {}): string[] =>
    ids(
      judge(recordAttendance, {
        minutesSent: false,
        state: 'CONVENED',
        body,
        on: day('2025-02-10'),
        meetingOn: day('2025-02-10'),
        rules: EDITION_0,
        seats: [{ ...seat, ...change }],
      }),
    );

  it('is in person: nobody sits in for whoever was elected (ALTERNATE)', () => {
    expect([broken('PLENARY'), broken('MANAGEMENT_COMMITTEE')]).toEqual([[], ['ALTERNATE']]);
    expect(broken('MANAGEMENT_COMMITTEE', { byAlternate: false })).toEqual([]);
  });

  it('is of those who serve on it that day (QUORUM)', () => {
    expect(broken('MANAGEMENT_COMMITTEE', { byAlternate: false, isMember: false })).toEqual(['QUORUM']);
  });
});
