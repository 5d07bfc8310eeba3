import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { closeSession, type ClosingFacts } from './session-closing.js';

const facts: ClosingFacts = {
  state: 'IN_SESSION',
  actorPresides: true,
  president: 'A',
  isFirstPlenary: true,
  coChairs: { GOVERNMENT: 'FILLED', CIVIL_SOCIETY: 'FAILURE_RECORDED' },
  elections: [],
  votesUnderWay: [],
};
const broken = (change: Partial<ClosingFacts>): string[] =>
  judge(closeSession, { ...facts, ...change }).map(({ rule }) => rule);

describe('closing a session', () => {
  it('belongs to its president (PRESIDING)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ actorPresides: false })).toEqual(['PRESIDING']);
    expect(broken({ actorPresides: false, president: null })).toEqual(['PRESIDING']);
  });

  it('waits for both co-chairs, or for the failure, at the first plenary (C3-FIRST-PLENARY)', () => {
    const coChairs = { GOVERNMENT: 'FILLED', CIVIL_SOCIETY: 'PENDING' } as const;
    const [violation] = judge(closeSession, { ...facts, coChairs });
    expect(violation).toMatchObject({
      rule: 'C3-FIRST-PLENARY',
      reason: { en: expect.stringMatching(/civil society/) },
    });
    expect(broken({ coChairs, isFirstPlenary: false })).toEqual([]);
  });

  it('leaves no poll without an end behind (POLL)', () => {
    const election = { seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' }, outlivesSession: false } as const;
    for (const state of ['DRAFT', 'NOMINATIONS', 'VOTING'] as const) {
      expect(broken({ elections: [{ ...election, state }] })).toEqual(['POLL']);
    }
    expect(broken({ elections: [{ ...election, state: 'VOTING', outlivesSession: true }] })).toEqual([]);
    expect(broken({ elections: [{ ...election, state: 'COUNTED' }] })).toEqual([]);
  });

  it('happens once, in session (LIFE)', () => {
    expect(broken({ state: 'HELD' })).toEqual(['LIFE']);
    expect(broken({ state: 'CONVENED' })).toEqual(['LIFE']);
  });

  it('leaves no recorded vote open (LIFE)', () => {
    expect(broken({ votesUnderWay: [{ fr: 'Règles', en: 'Rules' }] })).toEqual(['LIFE']);
  });
});
