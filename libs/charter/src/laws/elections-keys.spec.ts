import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import {
  giveTrusteePart,
  nameTrustees,
  type NamingOfTrusteesFacts,
  type ProposedTrustee,
  type TrusteePartFacts,
} from './elections-keys.js';

describe('naming trustees', () => {
  const trustee = (change: Partial<ProposedTrustee>): ProposedTrustee => ({
    capacity: 'GOVERNMENT',
    name: 'A',
    belongs: true,
    stands: false,
    ...change,
  });
  const facts: NamingOfTrusteesFacts = {
    state: 'CONVENED',
    isPlenary: true,
    proposed: [trustee({}), trustee({ capacity: 'CIVIL_SOCIETY' }), trustee({ capacity: 'HOST' })],
    distinct: true,
    keyServes: false,
  };
  const refused = (change: Partial<NamingOfTrusteesFacts>) => judge(nameTrustees, { ...facts, ...change });
  const broken = (change: Partial<NamingOfTrusteesFacts>): string[] =>
    refused(change).map(({ rule }) => rule);

  it('takes one from each college and one from the host, three people (CNIL-1-08)', () => {
    expect(broken({})).toEqual([]);
    const [violation] = refused({ proposed: [trustee({ capacity: 'HOST', belongs: false })] });
    expect(violation?.rule).toBe('CNIL-1-08');
    expect(violation?.reason.en).toContain('A is not for the forum’s host');
    expect(broken({ distinct: false })).toEqual(['CNIL-1-08']);
  });

  it('takes no candidate (CNIL-1-08)', () => {
    expect(broken({ proposed: [trustee({ stands: true })] })).toEqual(['CNIL-1-08']);
  });

  it('keeps those whose key seals a poll that is not counted (CNIL-1-08)', () => {
    expect(broken({ keyServes: true })).toEqual(['CNIL-1-08']);
  });

  it('is too late for a meeting that is cancelled (LIFE)', () => {
    expect(broken({ state: 'CANCELLED' })).toEqual(['LIFE']);
    expect(broken({ state: 'HELD' })).toEqual([]);
  });
});

describe('giving a part of a key', () => {
  const facts: TrusteePartFacts = {
    actorIsTrustee: true,
    step: 'SHARES',
    dueStep: 'SHARES',
    namedAnew: false,
    complete: false,
  };
  const reasons = (change: Partial<TrusteePartFacts>): string[] =>
    judge(giveTrusteePart, { ...facts, ...change }).map(({ rule, reason }) => `${rule}: ${reason.en}`);

  it('is for a trustee, at her turn (CNIL-1-08)', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ actorIsTrustee: false, dueStep: null })).toEqual([
      expect.stringMatching(/^CNIL-1-08: Nobody but the three trustees/),
    ]);
    expect(reasons({ dueStep: null })).toEqual([expect.stringContaining('other trustees are awaited')]);
    expect(reasons({ dueStep: 'KEY' })).toEqual([
      expect.stringContaining('verification key, not the shares'),
    ]);
    expect(reasons({ dueStep: null, complete: true })).toEqual([expect.stringContaining('The key is made')]);
  });

  it('is for the last making of a key, not one that was begun anew (CNIL-1-08)', () => {
    expect(reasons({ namedAnew: true })).toEqual([expect.stringContaining('Trustees were named anew')]);
  });
});
