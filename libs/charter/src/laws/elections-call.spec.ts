import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import type { NumberedSeat } from '../open-seats.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import { type CallFacts, callElection, lastDayOfNominations, methodOf } from './elections-call.js';

const rules = { ...EDITION_0, recordedElectionsAllowed: true };
const facts: CallFacts = {
  rules,
  on: day('2024-05-20'),
  seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' },
  plenaryOn: day('2024-06-20'),
  seats: [{ number: 1, holder: null }],
  given: 1,
  room: 2,
  members: 9,
  meeting: { isPlenary: true, state: 'PLANNED', announced: null },
  underWayFor: null,
};
const heldUntil = (untilOn: string, number = 1): NumberedSeat => ({
  number,
  holder: { memberId: `m${number}`, name: `Member ${number}`, untilOn: day(untilOn) },
});
const committee: Partial<CallFacts> = {
  seat: { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' },
  seats: [
    { number: 1, holder: null },
    { number: 2, holder: null },
  ],
  given: 2,
  room: 4,
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
    expect(broken({ seats: [heldUntil('2024-12-20')] })).toEqual([]);
    expect(broken({ seats: [heldUntil('2024-12-21')] })).toEqual(['C3-COCHAIRS']);
  });

  it('fills the committee’s seats that are vacant or ending, and never makes a fifth member (C3-COMMITTEE)', () => {
    expect(broken(committee)).toEqual([]);
    const seats = [heldUntil('2025-06-20', 1), heldUntil('2024-12-20', 2)];
    expect(broken({ ...committee, seats })).toEqual([]);
    expect(broken({ ...committee, seats: [heldUntil('2025-06-20', 1)], given: 1 })).toEqual(['C3-COMMITTEE']);
    expect(broken({ ...committee, room: 0 })).toEqual(['C3-COMMITTEE']);
  });

  it('is not for a seat that the college cannot fill (C3-COMMITTEE)', () => {
    expect(broken({ ...committee, members: 0 })).toEqual(['C3-COMMITTEE']);
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

  it('waits for rules of procedure whose ties the forum can settle (TIE)', () => {
    expect(broken({ rules: { ...rules, tieRule: 'AGE' } })).toEqual(['TIE']);
  });

  it('is by a method that the forum counts (METHOD)', () => {
    expect(methodOf('CO_CHAIR', rules)).toBe('MAJORITY_TWO_ROUNDS');
    expect(broken({ rules: { ...rules, coChairMethod: 'APPROVAL' } })).toEqual(['METHOD']);
    expect(methodOf('COMMITTEE_MEMBER', rules)).toBe('BLOCK_VOTE');
    expect(broken({ ...committee, rules: { ...rules, committeeMethod: 'MAJORITY_TWO_ROUNDS' } })).toEqual([
      'METHOD',
    ]);
  });
});
