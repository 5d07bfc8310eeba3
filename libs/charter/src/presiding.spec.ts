import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { type PresentMember, presidentOf, type PresidingFacts } from './presiding.js';
import { EDITION_0 } from './rules-of-procedure.js';

const member = (memberId: string, number: number, fromOn = '2024-03-01'): PresentMember => ({
  memberId,
  number,
  fromOn: day(fromOn),
});

const facts: PresidingFacts = {
  present: [member('dee', 4), member('cem', 3, '2024-02-20'), member('bea', 2), member('ana', 1)],
  coChairIds: [],
  committeeMemberIds: [],
  facilitatorIds: [],
  candidateIds: [],
  rules: EDITION_0,
};
const presides = (changes: Partial<PresidingFacts>): string => {
  const { rank, memberId } = presidentOf({ ...facts, ...changes });
  return `${rank} ${memberId}`;
};

describe('PRESIDING', () => {
  it('designates a co-chair first', () => {
    expect(presides({ coChairIds: ['dee'], committeeMemberIds: ['cem'] })).toBe('CO_CHAIR dee');
  });

  it('among two co-chairs, the longest in the forum, then the lowest number', () => {
    expect(presides({ coChairIds: ['dee', 'cem'] })).toBe('CO_CHAIR cem');
    expect(presides({ coChairIds: ['dee', 'bea'] })).toBe('CO_CHAIR bea');
  });

  it('passes over candidates in the item, and over whoever is not there', () => {
    expect(presides({ coChairIds: ['dee', 'bea'], candidateIds: ['bea'] })).toBe('CO_CHAIR dee');
    expect(presides({ coChairIds: ['absent'], committeeMemberIds: ['bea', 'ana'] })).toBe(
      'COMMITTEE_MEMBER ana',
    );
    expect(
      presides({ coChairIds: ['dee'], committeeMemberIds: ['ana'], candidateIds: ['dee', 'ana', 'cem'] }),
    ).toBe('LONGEST_SERVING_MEMBER bea');
  });

  it('without a committee, designates the longest-serving member present, then the lowest number', () => {
    expect(presides({})).toBe('LONGEST_SERVING_MEMBER cem');
    expect(presides({ present: [member('dee', 4), member('bea', 2)] })).toBe('LONGEST_SERVING_MEMBER bea');
  });

  it('designates the secretariat when all are candidates, or nobody is there', () => {
    expect(presides({ candidateIds: ['ana', 'bea', 'cem', 'dee'] })).toBe('SECRETARIAT null');
    expect(presides({ present: [] })).toBe('SECRETARIAT null');
  });

  it('follows the order of the rules of procedure', () => {
    const rules = { presidingOrder: ['LONGEST_SERVING_MEMBER', 'CO_CHAIR', 'SECRETARIAT'] } as const;
    expect(presides({ rules, coChairIds: ['dee'] })).toBe('LONGEST_SERVING_MEMBER cem');
    expect(presides({ rules: { presidingOrder: ['SECRETARIAT', 'CO_CHAIR'] }, coChairIds: ['dee'] })).toBe(
      'SECRETARIAT null',
    );
    expect(presides({ rules: { presidingOrder: ['COMMITTEE_MEMBER'] }, coChairIds: ['dee'] })).toBe(
      'SECRETARIAT null',
    );
  });
});
