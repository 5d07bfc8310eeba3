import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { EDITION_0 } from '../rules-of-procedure.js';
import { judge } from '../rule.js';
import { presidentOf } from '../presiding.js';
import { conveneMeeting } from './elections-convocation.js';
import {
  type ConvenedGroup,
  groupConvocationLeavesOn,
  letConvocationLeave,
  type MeetingGroup,
  stopConvocation,
  type StopFacts,
} from './group-meetings.js';
import { draftAgenda, type DraftingFacts, planMeeting } from './meetings.js';

const group: MeetingGroup = { state: 'SET_UP', facilitators: ['Ana', 'Bea'], actorFacilitates: true };
const at = new Date('2025-02-03T08:00:00Z');
const startsAt = new Date('2025-02-10T13:00:00Z');

const ids = (violations: ReturnType<typeof judge>): string[] => violations.map(({ rule }) => rule);

describe('planning a group’s meeting', () => {
  const broken = (change: Partial<MeetingGroup>, bySecretariat = false): string[] =>
    ids(judge(planMeeting, { group: { ...group, ...change }, committee: null, bySecretariat, at, startsAt }));

  it('is its facilitators’ (C3-CONVOCATION)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ actorFacilitates: false })).toEqual(['C3-CONVOCATION']);
    expect(broken({ actorFacilitates: false }, true)).toEqual(['C3-CONVOCATION']);
  });

  it('is the secretariat’s while nobody facilitates (WORKING-GROUP-SETUP)', () => {
    const alone = { facilitators: [], actorFacilitates: false };
    expect(broken(alone)).toEqual(['WORKING-GROUP-SETUP']);
    expect(broken(alone, true)).toEqual([]);
  });

  it('is of a group at work (LIFE)', () => {
    expect(broken({ state: 'PROPOSED' })).toEqual(['LIFE']);
    expect(broken({ state: 'CLOSED' })).toEqual(['LIFE']);
  });
});

describe('the agenda of a group', () => {
  const facts: DraftingFacts = {
    state: 'PLANNED',
    group,
    committee: null,
    bySecretariat: false,
    secondConvocation: false,
    departsFromRequest: false,
    electsSomebody: false,
    changesTheForum: false,
  };
  const broken = (change: Partial<DraftingFacts>): string[] =>
    ids(judge(draftAgenda, { ...facts, ...change }));

  it('is set by its facilitators, or by the secretariat while there is none (C3-AGENDA)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ bySecretariat: true, group: { ...group, actorFacilitates: false } })).toEqual([
      'C3-AGENDA',
    ]);
    const alone = { ...group, facilitators: [], actorFacilitates: false };
    expect(broken({ group: alone })).toEqual(['C3-AGENDA']);
    expect(broken({ group: alone, bySecretariat: true })).toEqual([]);
  });

  it('carries no election, and nothing that the plenary decides (C3-ELECTED-AT-PLENARY, C3-AGENDA)', () => {
    expect(broken({ electsSomebody: true })).toEqual(['C3-ELECTED-AT-PLENARY']);
    expect(broken({ changesTheForum: true })).toEqual(['C3-AGENDA']);
  });
});

describe('convening a group', () => {
  const convened: ConvenedGroup = { ...group, actorFacilitates: false, byItself: true, stopReason: null };
  const broken = (change: Partial<ConvenedGroup>, more: object = {}): string[] =>
    ids(
      judge(conveneMeeting, {
        rules: EDITION_0,
        state: 'PLANNED',
        group: { ...convened, ...change },
        committee: null,
        bySecretariat: false,
        at,
        on: day('2025-02-03'),
        startsAt,
        meetingOn: day('2025-02-10'),
        urgencyReason: null,
        missedOn: null,
        isFirstPlenary: false,
        agenda: { version: 1, published: false, electionsOnly: false, requested: false, keys: [] },
        secondKey: { by: 'FOUNDING_GROUP' },
        memberCounts: { GOVERNMENT: 0, CIVIL_SOCIETY: 0 },
        announced: [],
        called: [],
        ...more,
      }),
    );

  it('needs no key, nor anybody: it leaves by itself unless it is stopped (C3-CONVOCATION)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ stopReason: 'Wait.' })).toEqual(['C3-CONVOCATION']);
    expect(broken({ byItself: false })).toEqual(['C3-CONVOCATION']);
    expect(broken({ byItself: false, actorFacilitates: true })).toEqual([]);
    expect(broken({ byItself: false }, { bySecretariat: true })).toEqual([]);
    expect(broken({ byItself: false, stopReason: 'Wait.' }, { bySecretariat: true })).toEqual([
      'C3-CONVOCATION',
    ]);
  });

  it('is the secretariat’s alone where the rules of procedure say so (C3-CONVOCATION)', () => {
    const rules = { ...EDITION_0, groupConvocation: 'SENT_BY_SECRETARIAT' };
    expect(broken({}, { rules })).toEqual(['C3-CONVOCATION']);
    expect(broken({ byItself: false, actorFacilitates: true }, { rules })).toEqual(['C3-CONVOCATION']);
    expect(broken({ byItself: false }, { rules, bySecretariat: true })).toEqual([]);
  });

  it('is on an agenda (C3-AGENDA), of a group at work (LIFE)', () => {
    expect(broken({}, { agenda: null })).toEqual(['C3-AGENDA']);
    expect(broken({ state: 'CLOSED' })).toEqual(['LIFE']);
    expect(broken({}, { state: 'CONVENED' })).toEqual(['LIFE']);
  });

  it('is five days ahead, or urgent with its reason, and never for the past (NOTICE)', () => {
    expect(broken({}, { on: day('2025-02-05') })).toEqual([]);
    expect(broken({}, { on: day('2025-02-06') })).toEqual(['NOTICE']);
    expect(broken({}, { on: day('2025-02-06'), urgencyReason: 'A decree.' })).toEqual([]);
    expect(broken({}, { at: startsAt, urgencyReason: 'A decree.' })).toEqual(['NOTICE']);
  });

  it('happens by itself from two days before the notice on, across a leap day and a change of hour', () => {
    expect(groupConvocationLeavesOn(day('2025-02-10'), EDITION_0)).toBe('2025-02-03');
    expect(groupConvocationLeavesOn(day('2028-03-04'), EDITION_0)).toBe('2028-02-26');
    expect(groupConvocationLeavesOn(day('2025-04-01'), { groupNoticeDays: 1 })).toBe('2025-03-29');
  });
});

describe('stopping a convocation', () => {
  const facts: StopFacts = {
    state: 'PLANNED',
    ofAGroup: true,
    rules: EDITION_0,
    bySecretariat: true,
    stopReason: null,
  };
  const stops = (change: Partial<StopFacts>): string[] =>
    ids(judge(stopConvocation, { ...facts, ...change }));
  const lets = (change: Partial<StopFacts>): string[] =>
    ids(judge(letConvocationLeave, { ...facts, stopReason: 'Wait.', ...change }));

  it('is the secretariat’s, like letting it leave again (C3-CONVOCATION)', () => {
    expect([stops({}), lets({})]).toEqual([[], []]);
    expect([stops({ bySecretariat: false }), lets({ bySecretariat: false })]).toEqual([
      ['C3-CONVOCATION'],
      ['C3-CONVOCATION'],
    ]);
  });

  it('is for what leaves by itself (C3-CONVOCATION)', () => {
    expect(stops({ ofAGroup: false })).toEqual(['C3-CONVOCATION']);
    expect(stops({ rules: { groupConvocation: 'SENT_BY_SECRETARIAT' } })).toEqual(['C3-CONVOCATION']);
  });

  it('happens before it leaves, and once (LIFE)', () => {
    expect([stops({ state: 'CONVENED' }), lets({ state: 'CONVENED' })]).toEqual([['LIFE'], ['LIFE']]);
    expect(stops({ stopReason: 'Wait.' })).toEqual(['LIFE']);
    expect(lets({ stopReason: null })).toEqual(['LIFE']);
  });
});

describe('presiding over a group', () => {
  it('is a facilitator’s who is there; else the order of plenaries holds (PRESIDING)', () => {
    const facts = {
      present: [
        { memberId: 'ana', number: 1, fromOn: day('2024-05-01') },
        { memberId: 'bea', number: 2, fromOn: day('2024-05-01') },
      ],
      coChairIds: ['ana'],
      committeeMemberIds: [],
      facilitatorIds: ['bea', 'cem'],
      candidateIds: [],
      rules: EDITION_0,
    };
    expect(presidentOf(facts)).toEqual({ rank: 'FACILITATOR', memberId: 'bea' });
    expect(presidentOf({ ...facts, facilitatorIds: ['cem'] })).toEqual({ rank: 'CO_CHAIR', memberId: 'ana' });
  });
});
