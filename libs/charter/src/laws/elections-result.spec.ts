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
  lastCount: {
    outcome,
    on: day('2024-06-20'),
    runOff: outcome === 'tied' ? false : null,
    elected: outcome === 'elected' ? 1 : 0,
  },
});
const facts: ProclamationFacts = {
  ...counted('elected'),
  state: 'COUNTED',
  rules: EDITION_0,
  on: day('2024-06-20'),
  takenUp: true,
  candidates: 2,
  winners: 1,
  actorIsCandidate: false,
  openedAtPlenary: true,
  seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' },
  plenaryOn: day('2024-06-20'),
  seats: [{ number: 1, holder: null }],
  given: 1,
  room: 2,
  members: 9,
};
const heldUntil = (untilOn: string) => ({
  seats: [{ number: 1, holder: { memberId: 'a', name: 'A', untilOn: day(untilOn) } }],
});

describe('proclaiming a result', () => {
  const broken = (change: Partial<ProclamationFacts>): string[] =>
    judge(proclaimResult, { ...facts, ...change }).map(({ rule }) => rule);

  it('needs somebody elected (POLL)', () => {
    expect(broken({})).toEqual([]);
    expect(broken(counted('second round'))).toEqual(['POLL']);
    expect(broken(counted('failed'))).toEqual(['POLL']);
    expect(broken({ state: 'NOMINATIONS', lastCount: null, winners: 0 })).toEqual(['LIFE', 'POLL']);
  });

  it('does not choose between the tied (TIE)', () => {
    expect(broken({ ...counted('tied'), winners: 0 })).toEqual(['TIE']);
  });

  it('gives their seats to those elected before a tie that nothing settled in time (TIE)', () => {
    const tied = { ...counted('tied'), winners: 1 };
    const lastCount = { ...tied.lastCount, elected: 1 } as CountedRound;
    expect(broken({ ...tied, lastCount, on: day('2024-06-30') })).toEqual(['TIE']);
    expect(broken({ ...tied, lastCount, on: day('2024-07-01') })).toEqual([]);
    expect(failureOf({ ...facts, ...tied, lastCount, on: day('2024-07-01') })).toBeNull();
  });

  it('gives no seat to whoever is no longer a member (ELIGIBILITY)', () => {
    expect(broken({ winners: 0 })).toEqual(['ELIGIBILITY']);
  });

  it('never makes a third co-chair (C3-COCHAIRS)', () => {
    expect(broken(heldUntil('2026-06-19'))).toEqual(['C3-COCHAIRS']);
    expect(broken(heldUntil('2024-12-01'))).toEqual([]);
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
    const nobody = { state: 'NOMINATIONS', candidates: 0, lastCount: null, winners: 0 } as const;
    expect(failureOf({ ...facts, ...nobody })).toBe('NO_CANDIDATE');
    expect(failureOf({ ...facts, ...nobody, takenUp: false })).toBeNull();
    expect(failureOf({ ...facts, ...nobody, candidates: 1 })).toBeNull();
    expect(failureOf({ ...facts, ...counted('failed'), winners: 0 })).toBe('NO_VALID_VOTE');
    expect(failureOf({ ...facts, winners: 0 })).toBe('WINNER_LOST');
    for (const outcome of ['second round', 'tied'] as const) {
      expect(failureOf({ ...facts, ...counted(outcome), winners: 0, on: day('2024-06-30') })).toBeNull();
      expect(failureOf({ ...facts, ...counted(outcome), winners: 0, on: day('2024-07-01') })).toBe(
        'NOT_SETTLED_IN_TIME',
      );
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
