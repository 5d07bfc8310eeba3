import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  askForSecrecy,
  type NominationsFacts,
  standAsCandidate,
  type StandingDownFacts,
  type StandingFacts,
  withdrawCandidacy,
} from './elections-nominations.js';

const open: NominationsFacts = {
  state: 'NOMINATIONS',
  rules: EDITION_0,
  on: day('2024-06-12'),
  plenaryOn: day('2024-06-20'),
  takenUp: false,
};
const closingEarly = { ...EDITION_0, nominationsCloseDaysBefore: 7 };

describe('standing as a candidate', () => {
  const facts: StandingFacts = {
    ...open,
    college: 'CIVIL_SOCIETY',
    member: { college: 'CIVIL_SOCIETY' },
    isAlternate: false,
    stands: false,
    proclaimedHere: false,
    isTrustee: false,
    fullTerms: { person: 0, organisation: 0 },
  };
  const broken = (change: Partial<StandingFacts>): string[] =>
    judge(standAsCandidate, { ...facts, ...change }).map(({ rule }) => rule);

  it('is refused to a trustee (CNIL-1-08)', () => {
    expect(broken({ isTrustee: true })).toEqual(['CNIL-1-08']);
  });

  it('is refused after as many full terms in a row as the rules of procedure allow (TERM-LIMIT)', () => {
    const rules = { ...EDITION_0, termLimitPerPerson: 2, termLimitPerOrganisation: 3 };
    expect(broken({ fullTerms: { person: 9, organisation: 9 } })).toEqual([]);
    expect(broken({ rules, fullTerms: { person: 1, organisation: 2 } })).toEqual([]);
    expect(broken({ rules, fullTerms: { person: 2, organisation: 2 } })).toEqual(['TERM-LIMIT']);
    expect(broken({ rules, fullTerms: { person: 0, organisation: 3 } })).toEqual(['TERM-LIMIT']);
  });

  it('is for an active member of the seat’s college, once (ELIGIBILITY)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ member: { college: 'GOVERNMENT' } })).toEqual(['ELIGIBILITY']);
    expect(broken({ college: 'GOVERNMENT' })).toEqual(['ELIGIBILITY']);
    expect(broken({ member: null })).toEqual(['ELIGIBILITY']);
    expect(broken({ stands: true })).toEqual(['ELIGIBILITY']);
  });

  it('is never for an alternate, who is told why (ELIGIBILITY)', () => {
    const [violation] = judge(standAsCandidate, { ...facts, member: null, isAlternate: true });
    expect(violation).toMatchObject({
      rule: 'ELIGIBILITY',
      reason: { en: expect.stringMatching(/alternate/), fr: expect.stringMatching(/suppléant/) },
    });
  });

  it('ends when the item is taken up, or some days before (ELIGIBILITY)', () => {
    expect(broken({ takenUp: true })).toEqual(['ELIGIBILITY']);
    expect(broken({ rules: closingEarly, on: day('2024-06-13') })).toEqual([]);
    expect(broken({ rules: closingEarly, on: day('2024-06-14') })).toEqual(['ELIGIBILITY']);
  });

  it('begins with the convocation (LIFE)', () => {
    expect(broken({ state: 'DRAFT' })).toEqual(['LIFE']);
    expect(broken({ state: 'VOTING', takenUp: true })).toEqual(['LIFE', 'ELIGIBILITY']);
  });
});

describe('withdrawing a candidacy', () => {
  const facts: StandingDownFacts = { ...open, actorStands: true, withdrawn: false };
  const broken = (change: Partial<StandingDownFacts>): string[] =>
    judge(withdrawCandidacy, { ...facts, ...change }).map(({ rule }) => rule);

  it('is for the candidate herself, once, while nominations are open (ELIGIBILITY)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ actorStands: false })).toEqual(['ELIGIBILITY']);
    expect(broken({ withdrawn: true })).toEqual(['ELIGIBILITY']);
    expect(broken({ takenUp: true })).toEqual(['ELIGIBILITY']);
    expect(broken({ state: 'VOTING', takenUp: true })).toEqual(['LIFE', 'ELIGIBILITY']);
  });
});

describe('asking for secrecy', () => {
  const facts = { state: 'NOMINATIONS', isElector: true, alreadySecret: false } as const;
  const broken = (change: object): string[] =>
    judge(askForSecrecy, { ...facts, ...change }).map(({ rule }) => rule);

  it('is for an elector, before the poll opens', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ isElector: false })).toEqual(['REGISTER']);
    expect(broken({ alreadySecret: true })).toEqual(['SECRECY']);
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE']);
  });
});
