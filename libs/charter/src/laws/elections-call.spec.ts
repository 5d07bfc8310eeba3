import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import { type CallFacts, callElection, lastDayOfNominations, methodOf } from './elections-call.js';

const rules = { ...EDITION_0, recordedElectionsAllowed: true };
const facts: CallFacts = {
  rules,
  on: day('2024-05-20'),
  seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' },
  plenaryOn: day('2024-06-20'),
  holder: null,
  meeting: { isPlenary: true, state: 'PLANNED', announced: null },
  underWayFor: null,
};
const broken = (change: Partial<CallFacts>): string[] =>
  judge(callElection, { ...facts, ...change }).map(({ rule }) => rule);

describe('calling an election', () => {
  it('is possible for a vacant seat, before a plenary is over', () => {
    expect(broken({})).toEqual([]);
    for (const state of ['CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'] as const) {
      expect(broken({ meeting: { isPlenary: true, state, announced: true } })).toEqual([]);
    }
    for (const state of ['HELD', 'CANCELLED'] as const) {
      expect(broken({ meeting: { isPlenary: true, state, announced: true } })).toEqual(['LIFE']);
    }
  });

  it('waits until the seat ends within six months of the plenary (C3-COCHAIRS)', () => {
    expect(broken({ holder: { name: 'A', untilOn: day('2024-12-20') } })).toEqual([]);
    expect(broken({ holder: { name: 'A', untilOn: day('2024-12-21') } })).toEqual(['C3-COCHAIRS']);
  });

  it('happens once for a seat (C3-COCHAIRS)', () => {
    expect(broken({ underWayFor: day('2024-06-20') })).toEqual(['C3-COCHAIRS']);
  });

  it('is for a plenary (C3-ELECTED-AT-PLENARY)', () => {
    expect(broken({ meeting: { isPlenary: false, state: 'PLANNED', announced: null } })).toEqual([
      'C3-ELECTED-AT-PLENARY',
    ]);
  });

  it('was announced, once the convocation has left (C3-AGENDA)', () => {
    expect(broken({ meeting: { isPlenary: true, state: 'CONVENED', announced: false } })).toEqual([
      'C3-AGENDA',
    ]);
  });

  it('is by recorded votes only where the rules of procedure allow it (SECRECY)', () => {
    expect(broken({ rules: EDITION_0 })).toEqual(['SECRECY']);
  });

  it('leaves time to stand, where nominations close before the session (ELIGIBILITY)', () => {
    const closing = { ...rules, nominationsCloseDaysBefore: 7 };
    const meeting = { isPlenary: true, state: 'CONVENED', announced: true } as const;
    expect(lastDayOfNominations(closing, facts.plenaryOn)).toBe('2024-06-13');
    expect(lastDayOfNominations(rules, facts.plenaryOn)).toBeNull();
    expect(broken({ rules: closing, meeting, on: day('2024-06-13') })).toEqual([]);
    expect(broken({ rules: closing, meeting, on: day('2024-06-14') })).toEqual(['ELIGIBILITY']);
    // Nothing is open before the convocation: it leaves early enough for everybody.
    expect(broken({ rules: closing, on: day('2024-06-14') })).toEqual([]);
  });

  it('is by a method that the forum counts (METHOD)', () => {
    expect(methodOf('CO_CHAIR', rules)).toBe('MAJORITY_TWO_ROUNDS');
    expect(broken({ rules: { ...rules, coChairMethod: 'APPROVAL' } })).toEqual(['METHOD']);
    expect(broken({ seat: { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' } })).toEqual(['METHOD']);
  });
});
