import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import {
  type CommitmentFacts,
  commitLotValue,
  type DrawingFacts,
  drawLot,
  nameScrutineer,
  type RevelationFacts,
  revealLotValue,
  type ScrutineerFacts,
} from './elections-lot.js';

describe('naming a scrutineer', () => {
  const facts: ScrutineerFacts = {
    state: 'NOMINATIONS',
    actorIsCandidate: false,
    college: 'GOVERNMENT',
    standing: 'NON_CANDIDATE',
    nonCandidates: true,
    alternates: true,
    servesTheOther: false,
  };
  const broken = (change: Partial<ScrutineerFacts>): string[] =>
    judge(nameScrutineer, { ...facts, ...change }).map(({ rule }) => rule);

  it('chooses a member who is no candidate, else an alternate, else the secretariat (SECRECY-FLOOR)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ standing: 'NOBODY' })).toEqual(['SECRECY-FLOOR']);
    expect(broken({ standing: 'ALTERNATE' })).toEqual(['SECRECY-FLOOR']);
    expect(broken({ nonCandidates: false, standing: 'ALTERNATE' })).toEqual([]);
    expect(broken({ nonCandidates: false, standing: 'SECRETARIAT' })).toEqual(['SECRECY-FLOOR']);
    expect(broken({ nonCandidates: false, alternates: false, standing: 'SECRETARIAT' })).toEqual([]);
    expect(broken({ nonCandidates: false, alternates: false, standing: 'NOBODY' })).toEqual([
      'SECRECY-FLOOR',
    ]);
  });

  it('never makes one person of two (SECRECY-FLOOR)', () => {
    expect(broken({ servesTheOther: true })).toEqual(['SECRECY-FLOOR']);
  });

  it('comes before a poll (LIFE), and never from a candidate (RECUSAL)', () => {
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE']);
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });
});

describe('the values of the lot', () => {
  const committing: CommitmentFacts = {
    state: 'NOMINATIONS',
    scrutineerOf: 'GOVERNMENT',
    committed: false,
    revealed: false,
    roundWaits: true,
  };
  const commits = (change: Partial<CommitmentFacts>): string[] =>
    judge(commitLotValue, { ...committing, ...change }).map(({ rule }) => rule);
  const revealing: RevelationFacts = {
    state: 'CLOSED',
    scrutineerOf: 'GOVERNMENT',
    committed: true,
    revealed: false,
    roundClosed: true,
    matches: true,
  };
  const reveals = (change: Partial<RevelationFacts>): string[] =>
    judge(revealLotValue, { ...revealing, ...change }).map(({ rule }) => rule);

  it('are committed by the scrutineers, once, before the poll opens (TIE)', () => {
    expect(commits({})).toEqual([]);
    expect(commits({ scrutineerOf: null })).toEqual(['TIE']);
    expect(commits({ roundWaits: false })).toEqual(['TIE']);
    expect(commits({ committed: true })).toEqual(['TIE']);
    expect(commits({ state: 'VOTING', roundWaits: false })).toEqual(['LIFE', 'TIE']);
  });

  it('are revealed after the closing, as they were committed (TIE)', () => {
    expect(reveals({})).toEqual([]);
    expect(reveals({ state: 'COUNTED' })).toEqual([]);
    expect(reveals({ state: 'VOTING' })).toEqual(['LIFE']);
    expect(reveals({ scrutineerOf: null })).toEqual(['TIE']);
    expect(reveals({ state: 'COUNTED', roundClosed: false })).toEqual(['TIE']);
    expect(reveals({ committed: false })).toEqual(['TIE']);
    expect(reveals({ matches: false })).toEqual(['TIE']);
    expect(reveals({ revealed: true })).toEqual(['TIE']);
  });
});

describe('drawing lots', () => {
  const revealed = { revealed: true, rolled: false };
  const withheld = { revealed: false, rolled: false };
  const rolled = { revealed: false, rolled: true };
  const facts: DrawingFacts = {
    state: 'COUNTED',
    actorIsCandidate: false,
    lastCount: { outcome: 'tied', on: day('2024-06-20'), runOff: false, elected: 0 },
    plenaryInSession: true,
    values: { GOVERNMENT: revealed, CIVIL_SOCIETY: revealed },
  };
  const broken = (change: Partial<DrawingFacts>): string[] =>
    judge(drawLot, { ...facts, ...change }).map(({ rule }) => rule);

  it('settles a tie that no run-off does (TIE)', () => {
    expect(broken({})).toEqual([]);
    const { lastCount } = facts;
    expect(broken({ lastCount: lastCount && { ...lastCount, runOff: true } })).toEqual(['TIE']);
    expect(broken({ lastCount: lastCount && { ...lastCount, outcome: 'elected', runOff: null } })).toEqual([
      'TIE',
    ]);
  });

  it('takes dice rolled in session for a value withheld, and for no other (TIE)', () => {
    expect(broken({ values: { GOVERNMENT: revealed, CIVIL_SOCIETY: withheld } })).toEqual(['TIE']);
    const dice = { values: { GOVERNMENT: revealed, CIVIL_SOCIETY: rolled } };
    expect(broken(dice)).toEqual([]);
    expect(broken({ ...dice, plenaryInSession: false })).toEqual(['TIE']);
    expect(
      broken({ values: { GOVERNMENT: { revealed: true, rolled: true }, CIVIL_SOCIETY: revealed } }),
    ).toEqual(['TIE']);
  });

  it('is done once the round is counted (LIFE), never by a candidate (RECUSAL)', () => {
    expect(broken({ state: 'PROCLAIMED' })).toEqual(['LIFE']);
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });
});
