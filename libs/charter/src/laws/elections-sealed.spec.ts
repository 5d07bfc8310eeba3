import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import {
  castBallot,
  type DecryptionFacts,
  giveDecryption,
  type SealedBallotFacts,
} from './elections-sealed.js';

describe('casting a sealed ballot', () => {
  const facts: SealedBallotFacts = {
    state: 'VOTING',
    sealed: true,
    closed: false,
    voter: 'HOLDS_A_VOTE',
    freshlySignedIn: true,
    addressChanged: false,
    replayed: false,
    ofAnotherSeat: false,
  };
  const broken = (change: Partial<SealedBallotFacts>): string[] =>
    judge(castBallot, { ...facts, ...change }).map(({ rule }) => rule);

  it('is for whoever is on the register, identified anew, at the address that the register knows (REGISTER)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ voter: 'NOT_ON_REGISTER' })).toEqual(['REGISTER']);
    expect(broken({ freshlySignedIn: false })).toEqual(['REGISTER']);
    expect(broken({ addressChanged: true })).toEqual(['REGISTER']);
    // Whoever has no vote is told so, and not to sign in again.
    expect(broken({ voter: 'NOT_ON_REGISTER', freshlySignedIn: false })).toEqual(['REGISTER']);
  });

  it('is for the college whose seat it is, where each votes for its own (COLLEGE-VOTES)', () => {
    expect(broken({ voter: 'OF_ANOTHER_COLLEGE' })).toEqual(['COLLEGE-VOTES']);
  });

  it('takes neither an old ballot nor one of another seat (ONE-BALLOT)', () => {
    expect(broken({ replayed: true })).toEqual(['ONE-BALLOT']);
    expect(broken({ ofAnotherSeat: true })).toEqual(['ONE-BALLOT']);
    expect(broken({ voter: 'ALTERNATE_VOTES' })).toEqual(['ONE-BALLOT']);
  });

  it('ends at the closing instant (POLL), and has no place in a recorded poll (SECRECY)', () => {
    expect(broken({ closed: true })).toEqual(['POLL']);
    expect(broken({ sealed: false })).toEqual(['SECRECY']);
    expect(broken({ sealed: false, state: 'NOMINATIONS' })).toEqual(['LIFE']);
  });
});

describe('opening a box', () => {
  const facts: DecryptionFacts = { state: 'CLOSED', sealed: true, actorIsTrustee: true, given: false };
  const broken = (change: Partial<DecryptionFacts>): string[] =>
    judge(giveDecryption, { ...facts, ...change }).map(({ rule }) => rule);

  it('is for its trustees (CNIL-1-08), each once (CNIL-1-09), after the closing (LIFE)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ actorIsTrustee: false })).toEqual(['CNIL-1-08']);
    expect(broken({ given: true })).toEqual(['CNIL-1-09']);
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE']);
    expect(broken({ sealed: false })).toEqual(['SECRECY']);
  });
});
