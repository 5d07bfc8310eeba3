import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { RULE_IDS } from '../articles.js';
import { judge, law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import type { ElectedSeat } from './elections-call.js';
import {
  announcedElectionsAreCalled,
  type CalledElection,
  calledElectionsAreAnnounced,
  coChairsMayStillBePutToTheVote,
  committeeMayStillBePutToTheVote,
  conveneMeeting,
  nominationsWouldOpenInTime,
  publishAgenda,
  type ElectionsConvenedFacts,
  everyMethodIsCounted,
  firstPlenaryIsCalledToElectCoChairs,
  tiesOfTheseElectionsGoToTheLot,
} from './elections-convocation.js';

const government: ElectedSeat = { office: 'CO_CHAIR', college: 'GOVERNMENT' };
const civilSociety: ElectedSeat = { office: 'CO_CHAIR', college: 'CIVIL_SOCIETY' };
const called = (seat: ElectedSeat): CalledElection => ({
  opens: true,
  seat,
  plenaryOn: day('2024-06-20'),
  seats: [{ number: 1, holder: null }],
  given: 1,
  room: 2,
  members: 9,
});
const facts: ElectionsConvenedFacts = {
  rules: { ...EDITION_0, recordedElectionsAllowed: true },
  on: day('2024-06-05'),
  isFirstPlenary: true,
  announced: [government, civilSociety],
  called: [called(government), called(civilSociety)],
};
const elections = law<ElectionsConvenedFacts>('conveneMeeting', [
  coChairsMayStillBePutToTheVote,
  committeeMayStillBePutToTheVote,
  firstPlenaryIsCalledToElectCoChairs,
  announcedElectionsAreCalled,
  calledElectionsAreAnnounced,
  nominationsWouldOpenInTime,
  tiesOfTheseElectionsGoToTheLot,
  everyMethodIsCounted,
]);
const broken = (change: Partial<ElectionsConvenedFacts>): string[] =>
  judge(elections, { ...facts, ...change }).map(({ rule }) => rule);

describe('convening a meeting that elects', () => {
  it('announces the election of both co-chairs at the first plenary (C3-FIRST-PLENARY)', () => {
    expect(broken({})).toEqual([]);
    const half = { announced: [government], called: [called(government)] };
    expect(broken(half)).toEqual(['C3-FIRST-PLENARY']);
    expect(broken({ ...half, isFirstPlenary: false })).toEqual([]);
  });

  it('calls every election announced (C3-ELECTED-AT-PLENARY), and announces every one called (C3-AGENDA)', () => {
    expect(broken({ isFirstPlenary: false, called: [called(government)] })).toEqual([
      'C3-ELECTED-AT-PLENARY',
    ]);
    expect(broken({ isFirstPlenary: false, announced: [government] })).toEqual(['C3-AGENDA']);
  });

  it('judges the seats again (C3-COCHAIRS, C3-COMMITTEE)', () => {
    const holder = { memberId: 'a', name: 'A', untilOn: day('2025-01-01') };
    const held = { ...called(government), seats: [{ number: 1, holder }] };
    expect(broken({ called: [held, called(civilSociety)] })).toEqual(['C3-COCHAIRS']);
    const seat: ElectedSeat = { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' };
    expect(
      broken({
        announced: [...facts.announced, seat],
        called: [...facts.called, { ...held, seat }],
      }),
    ).toEqual(['C3-COMMITTEE']);
  });

  it('opens nominations by the edition of that day (TIE, METHOD)', () => {
    expect(broken({ rules: { ...facts.rules, tieRule: 'SENIORITY' } })).toEqual(['TIE']);
    expect(broken({ rules: { ...facts.rules, coChairMethod: 'SCHULZE' } })).toEqual(['METHOD']);
    expect(broken({ rules: EDITION_0, isFirstPlenary: false, announced: [], called: [] })).toEqual([]);
  });

  it('leaves those that are open already to the edition that opened them', () => {
    const open = facts.called.map((election) => ({ ...election, opens: false }));
    expect(broken({ rules: EDITION_0, called: open })).toEqual([]);
    expect(broken({ rules: { ...facts.rules, tieRule: 'SENIORITY' }, called: open })).toEqual([]);
    expect(broken({ rules: { ...facts.rules, coChairMethod: 'SCHULZE' }, called: open })).toEqual([]);
  });

  it('opens nominations while somebody may still stand (ELIGIBILITY)', () => {
    const rules = { ...facts.rules, nominationsCloseDaysBefore: 10 };
    expect(broken({ rules, on: day('2024-06-10') })).toEqual([]);
    expect(broken({ rules, on: day('2024-06-11') })).toEqual(['ELIGIBILITY']);
    const open = facts.called.map((election) => ({ ...election, opens: false }));
    expect(broken({ rules, on: day('2024-06-11'), called: open })).toEqual([]);
  });

  it('respects what any publication of a changed agenda does, in charter order', () => {
    const ids = publishAgenda.rules.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['LIFE', 'C3-AGENDA', 'NOTICE', 'QUORUM', 'C3-FIRST-PLENARY']),
    );
    expect(ids).toEqual(ids.toSorted((a, b) => RULE_IDS.indexOf(a) - RULE_IDS.indexOf(b)));
  });

  it('respects what any convocation does, in charter order', () => {
    const ids = conveneMeeting.rules.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['LIFE', 'C3-CONVOCATION', 'NOTICE', 'C3-FIRST-PLENARY']));
    expect(ids).toEqual(ids.toSorted((a, b) => RULE_IDS.indexOf(a) - RULE_IDS.indexOf(b)));
  });
});
