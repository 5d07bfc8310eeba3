import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { requirementOf } from '../extraordinary.js';
import { judge, type Law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  planRequiredPlenary,
  requestPlenary,
  type RequiredPlanningFacts,
  supportPlenaryRequest,
  withdrawPlenaryRequest,
} from './extraordinary.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);

describe('a request for a plenary', () => {
  it('EXTRAORDINARY: is made by a member, one at a time', () => {
    expect(broken(requestPlenary, { isMember: true, hasOpenRequest: false })).toEqual([]);
    expect(broken(requestPlenary, { isMember: false, hasOpenRequest: false })).toEqual(['EXTRAORDINARY']);
    expect(broken(requestPlenary, { isMember: true, hasOpenRequest: true })).toEqual(['EXTRAORDINARY']);
  });

  it('EXTRAORDINARY, LIFE: is supported by members, once each, while it is open', () => {
    const facts = { state: 'OPEN', isMember: true, supports: false } as const;
    expect(broken(supportPlenaryRequest, facts)).toEqual([]);
    expect(broken(supportPlenaryRequest, { ...facts, isMember: false })).toEqual(['EXTRAORDINARY']);
    expect(broken(supportPlenaryRequest, { ...facts, supports: true })).toEqual(['EXTRAORDINARY']);
    expect(broken(supportPlenaryRequest, { ...facts, state: 'REQUIRED' })).toEqual(['LIFE']);
  });

  it('EXTRAORDINARY, LIFE: is withdrawn by whoever made it, as long as it is open', () => {
    expect(broken(withdrawPlenaryRequest, { state: 'OPEN', isAuthor: true })).toEqual([]);
    expect(broken(withdrawPlenaryRequest, { state: 'OPEN', isAuthor: false })).toEqual(['EXTRAORDINARY']);
    expect(broken(withdrawPlenaryRequest, { state: 'REQUIRED', isAuthor: true })).toEqual(['LIFE']);
  });
});

describe('planning a plenary that members require', () => {
  const facts: RequiredPlanningFacts = {
    state: 'REQUIRED',
    rules: EDITION_0,
    bySecretariat: true,
    at: new Date('2025-01-12T09:00:00Z'),
    on: day('2025-01-12'),
    startsAt: new Date('2025-03-11T13:00:00Z'),
    meetingOn: day('2025-03-11'),
    requiredOn: day('2025-01-10'),
    requirement: requirementOf({ supporters: 1, members: 9, coChairs: 0 }, EDITION_0),
    isPlanned: false,
  };
  const onDay = (meetingOn: string, on = '2025-01-12'): string[] =>
    broken(planRequiredPlenary, {
      ...facts,
      on: day(on),
      at: new Date(`${on}T09:00:00Z`),
      meetingOn: day(meetingOn),
      startsAt: new Date(`${meetingOn}T13:00:00Z`),
    });

  it('EXTRAORDINARY: is within sixty days, or late where that cannot be any more', () => {
    expect(onDay('2025-03-11')).toEqual([]);
    expect(onDay('2025-03-12')).toEqual(['EXTRAORDINARY']);
    // Fifteen days of notice no longer fit.
    expect(onDay('2025-03-20', '2025-02-25')).toEqual([]);
  });

  it('EXTRAORDINARY: needs support enough, and says how much', () => {
    const [refused] = judge(planRequiredPlenary, { ...facts, requiredOn: null });
    expect(refused).toMatchObject({
      rule: 'EXTRAORDINARY',
      reason: { en: expect.stringContaining('it takes 3') },
    });
  });

  it('C3-CONVOCATION, NOTICE, LIFE: is the secretariat’s, for a time to come, once', () => {
    expect(broken(planRequiredPlenary, { ...facts, bySecretariat: false })).toEqual(['C3-CONVOCATION']);
    expect(onDay('2025-01-11')).toEqual(['NOTICE']);
    expect(broken(planRequiredPlenary, { ...facts, isPlanned: true })).toEqual(['LIFE']);
  });
});
