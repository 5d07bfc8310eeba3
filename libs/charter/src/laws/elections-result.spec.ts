import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import type { CountedRound } from './elections-poll.js';
import {
  cancelElection,
  failureOf,
  type ProclamationFacts,
  proclaimResult,
  recordFailure,
  type ResultFacts,
} from './elections-result.js';

const counted = (outcome: CountedRound['outcome']): Pick<ResultFacts, 'state' | 'lastCount'> => ({
  state: 'COUNTED',
  lastCount: { outcome, on: day('2024-06-20') },
});
const facts: ProclamationFacts = {
  ...counted('elected'),
  state: 'COUNTED',
  rules: EDITION_0,
  on: day('2024-06-20'),
  takenUp: true,
  candidates: 2,
  winnerIsAMember: true,
  actorIsCandidate: false,
  openedAtPlenary: true,
  seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' },
  plenaryOn: day('2024-06-20'),
  holder: null,
};

describe('proclaiming a result', () => {
  const broken = (change: Partial<ProclamationFacts>): string[] =>
    judge(proclaimResult, { ...facts, ...change }).map(({ rule }) => rule);

  it('needs somebody elected (POLL)', () => {
    expect(broken({})).toEqual([]);
    expect(broken(counted('second round'))).toEqual(['POLL']);
    expect(broken(counted('failed'))).toEqual(['POLL']);
    expect(broken({ state: 'NOMINATIONS', lastCount: null, winnerIsAMember: null })).toEqual([
      'LIFE',
      'POLL',
    ]);
  });

  it('does not choose between the tied (TIE)', () => {
    expect(broken({ ...counted('tied'), winnerIsAMember: null })).toEqual(['TIE']);
  });

  it('gives no seat to whoever is no longer a member (ELIGIBILITY)', () => {
    expect(broken({ winnerIsAMember: false })).toEqual(['ELIGIBILITY']);
  });

  it('never makes a third co-chair (C3-COCHAIRS)', () => {
    expect(broken({ holder: { name: 'A', untilOn: day('2026-06-19') } })).toEqual(['C3-COCHAIRS']);
    expect(broken({ holder: { name: 'A', untilOn: day('2024-12-01') } })).toEqual([]);
  });

  it('follows a poll opened at the plenary (C3-ELECTED-AT-PLENARY)', () => {
    expect(broken({ openedAtPlenary: false })).toEqual(['C3-ELECTED-AT-PLENARY']);
  });

  it('is refused to a candidate (RECUSAL), and twice (LIFE)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
    expect(broken({ state: 'PROCLAIMED' })).toEqual(['LIFE']);
  });
});

describe('recording a failure', () => {
  const broken = (change: Partial<ResultFacts>): string[] =>
    judge(recordFailure, { ...facts, ...change }).map(({ rule }) => rule);

  it('says why the election failed (POLL)', () => {
    const nobody = { state: 'NOMINATIONS', candidates: 0, lastCount: null, winnerIsAMember: null } as const;
    expect(failureOf({ ...facts, ...nobody })).toBe('NO_CANDIDATE');
    expect(failureOf({ ...facts, ...nobody, takenUp: false })).toBeNull();
    expect(failureOf({ ...facts, ...nobody, candidates: 1 })).toBeNull();
    expect(failureOf({ ...facts, ...counted('failed') })).toBe('NO_VALID_VOTE');
    expect(failureOf({ ...facts, winnerIsAMember: false })).toBe('WINNER_LOST');
    for (const outcome of ['second round', 'tied'] as const) {
      expect(failureOf({ ...facts, ...counted(outcome), on: day('2024-06-30') })).toBeNull();
      expect(failureOf({ ...facts, ...counted(outcome), on: day('2024-07-01') })).toBe('NOT_SETTLED_IN_TIME');
    }
    expect(broken(counted('failed'))).toEqual([]);
  });

  it('is refused while the election can still give the seat (POLL, LIFE)', () => {
    expect(broken({})).toEqual(['POLL']);
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE', 'POLL']);
  });

  it('is refused to a candidate (RECUSAL)', () => {
    expect(broken({ ...counted('failed'), actorIsCandidate: true })).toEqual(['RECUSAL']);
  });
});

describe('cancelling an election', () => {
  const broken = (change: object): string[] =>
    judge(cancelElection, { state: 'VOTING', actorIsCandidate: false, ...change }).map(({ rule }) => rule);

  it('is possible at any time before counting (LIFE)', () => {
    for (const state of ['DRAFT', 'NOMINATIONS', 'VOTING', 'CLOSED']) expect(broken({ state })).toEqual([]);
    for (const state of ['COUNTED', 'PROCLAIMED', 'FAILED', 'CANCELLED']) {
      expect(broken({ state })).toEqual(['LIFE']);
    }
  });

  it('is refused to a candidate (RECUSAL)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });
});
