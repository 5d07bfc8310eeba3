import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  type BallotFacts,
  castRecordedBallot,
  closeVoting,
  type ClosingOfPollFacts,
  countVotes,
  isSecret,
  type NextRoundFacts,
  type OpeningFacts,
  openVoting,
  type OrderFacts,
  orderPoll,
} from './elections-poll.js';

const rules = { ...EDITION_0, recordedElectionsAllowed: true };
const first: NextRoundFacts = {
  seat: { office: 'CO_CHAIR', college: 'GOVERNMENT' },
  state: 'NOMINATIONS',
  rules,
  on: day('2024-06-20'),
  plenaryInSession: true,
  coChairsPending: [],
  lastCount: null,
  ordered: false,
  candidates: 2,
  actorIsCandidate: false,
};
const counted = { outcome: 'second round', on: day('2024-06-20'), runOff: null, elected: 0 } as const;

describe('ordering a poll', () => {
  const facts: OrderFacts = { ...first, actorPresides: true, president: 'A' };
  const broken = (change: Partial<OrderFacts>): string[] =>
    judge(orderPoll, { ...facts, ...change }).map(({ rule }) => rule);

  it('takes the item up, whether or not anybody stands', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ candidates: 0 })).toEqual([]);
  });

  it('happens in session for a first round (C3-ELECTED-AT-PLENARY)', () => {
    expect(broken({ plenaryInSession: false })).toEqual(['C3-ELECTED-AT-PLENARY']);
    expect(broken({ state: 'COUNTED', lastCount: counted, plenaryInSession: false })).toEqual([]);
  });

  it('belongs to the item’s president (PRESIDING)', () => {
    expect(broken({ actorPresides: false })).toEqual(['PRESIDING']);
    expect(broken({ actorPresides: false, president: null })).toEqual(['PRESIDING']);
    expect(broken({ actorPresides: false, state: 'COUNTED', lastCount: counted })).toEqual(['PRESIDING']);
  });

  it('never belongs to a candidate (RECUSAL)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });

  it('is done once for a round (POLL)', () => {
    expect(broken({ ordered: true })).toEqual(['POLL']);
  });

  it('follows a count that asks for another round, in time (POLL)', () => {
    const later = { state: 'COUNTED', lastCount: counted } as const;
    expect(broken({ ...later, on: day('2024-06-30') })).toEqual([]);
    expect(broken({ ...later, on: day('2024-07-01') })).toEqual(['POLL']);
    for (const outcome of ['elected', 'failed'] as const) {
      expect(broken({ ...later, lastCount: { ...counted, outcome } })).toEqual(['POLL']);
    }
  });

  it('follows a tie once, in time: the run-off between those tied (TIE, POLL)', () => {
    const tied = { ...counted, outcome: 'tied', runOff: true } as const;
    const later = { state: 'COUNTED', lastCount: tied } as const;
    expect(broken({ ...later, on: day('2024-06-30') })).toEqual([]);
    expect(broken({ ...later, on: day('2024-07-01') })).toEqual(['POLL']);
    expect(broken({ ...later, lastCount: { ...tied, runOff: false } })).toEqual(['TIE']);
  });

  it('of the committee comes after the co-chairs’ proclamation (C3-COMMITTEE)', () => {
    const pending = { coChairsPending: [first.seat] };
    expect(broken(pending)).toEqual([]);
    expect(broken({ ...pending, seat: { office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' } })).toEqual([
      'C3-COMMITTEE',
    ]);
  });

  it('comes after nominations or a count (LIFE)', () => {
    expect(broken({ state: 'DRAFT' })).toEqual(['LIFE']);
    expect(broken({ state: 'PROCLAIMED' })).toEqual(['LIFE']);
  });
});

describe('opening a poll', () => {
  const facts: OpeningFacts = {
    ...first,
    ordered: true,
    secret: false,
    keyMade: false,
    trusteesStanding: [],
    withoutScrutineer: ['GOVERNMENT', 'CIVIL_SOCIETY'],
    electors: 5,
    closing: null,
    mustCloseInSession: false,
  };
  const broken = (change: Partial<OpeningFacts>): string[] =>
    judge(openVoting, { ...facts, ...change }).map(({ rule }) => rule);

  it('carries out the president’s order (POLL)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ ordered: false })).toEqual(['POLL']);
  });

  it('happens in session for a first round (C3-ELECTED-AT-PLENARY)', () => {
    expect(broken({ plenaryInSession: false })).toEqual(['C3-ELECTED-AT-PLENARY']);
  });

  it('is refused to a candidate (RECUSAL)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });

  it('is secret unless the rules of procedure allow votes by name and nobody asked for secrecy (SECRECY)', () => {
    expect(isSecret(EDITION_0, false)).toBe(true);
    expect(isSecret(rules, true)).toBe(true);
    expect(isSecret(rules, false)).toBe(false);
  });

  it('of a secret poll waits for its key and its scrutineers (CNIL-1-08, SECRECY-FLOOR)', () => {
    const secret = { secret: true, keyMade: true, withoutScrutineer: [] };
    expect(broken(secret)).toEqual([]);
    expect(broken({ ...secret, keyMade: false })).toEqual(['CNIL-1-08']);
    expect(broken({ ...secret, trusteesStanding: ['A'] })).toEqual(['CNIL-1-08']);
    expect(broken({ ...secret, withoutScrutineer: ['GOVERNMENT'] })).toEqual(['SECRECY-FLOOR']);
  });

  it('needs somebody who votes (REGISTER) and somebody who stands (POLL)', () => {
    expect(broken({ electors: 0 })).toEqual(['REGISTER']);
    expect(broken({ candidates: 0 })).toEqual(['POLL']);
  });

  it('does not call failed what has not been taken up, or what elected somebody (POLL)', () => {
    const reasons = (change: Partial<OpeningFacts>): string =>
      judge(openVoting, { ...facts, ...change, ordered: false, candidates: 0 })
        .map(({ reason }) => reason.en)
        .join(' ');
    expect(reasons({ state: 'DRAFT', plenaryInSession: false })).not.toMatch(/fail/);
    expect(reasons({ state: 'COUNTED', lastCount: { ...counted, outcome: 'elected' } })).not.toMatch(/fail/);
  });

  it('may announce a closing instant within ten days (POLL)', () => {
    expect(broken({ closing: { on: day('2024-06-30'), toCome: true } })).toEqual([]);
    expect(broken({ closing: { on: day('2024-07-01'), toCome: true } })).toEqual(['POLL']);
    expect(broken({ closing: { on: day('2024-06-20'), toCome: false } })).toEqual(['POLL']);
  });

  it('closes in session where it must, and has a closing instant out of session (POLL)', () => {
    const closing = { on: day('2024-06-21'), toCome: true };
    expect(broken({ closing, mustCloseInSession: true })).toEqual(['POLL']);
    const later = { state: 'COUNTED', lastCount: counted, plenaryInSession: false } as const;
    expect(broken(later)).toEqual(['POLL']);
    expect(broken({ ...later, closing })).toEqual([]);
  });

  it('comes in time for a later round, and does not settle a tie (POLL, TIE)', () => {
    const closing = { on: day('2024-07-02'), toCome: true };
    const later = { state: 'COUNTED', lastCount: counted, on: day('2024-07-01'), closing } as const;
    expect(broken(later)).toEqual(['POLL']);
    expect(
      broken({
        ...later,
        on: counted.on,
        lastCount: { ...counted, outcome: 'tied', runOff: false },
        closing: null,
      }),
    ).toEqual(['TIE']);
  });

  it('happens once (LIFE)', () => {
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE']);
  });
});

describe('casting a ballot', () => {
  const facts: BallotFacts = {
    state: 'VOTING',
    sealed: false,
    closed: false,
    voter: 'HOLDS_A_VOTE',
    choicesStand: true,
    names: 1,
    seats: 1,
  };
  const broken = (change: Partial<BallotFacts>): string[] =>
    judge(castRecordedBallot, { ...facts, ...change }).map(({ rule }) => rule);

  it('is for whoever is on the register (REGISTER)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ voter: 'NOT_ON_REGISTER' })).toEqual(['REGISTER']);
    // Before the poll opens there is no register from which anybody could be missing.
    expect(broken({ state: 'NOMINATIONS', voter: 'NOT_ON_REGISTER' })).toEqual(['LIFE']);
  });

  it('is for the college whose seat it is, where each votes for its own (COLLEGE-VOTES)', () => {
    expect(broken({ voter: 'OF_ANOTHER_COLLEGE' })).toEqual(['COLLEGE-VOTES']);
  });

  it('takes no vote by name in a secret poll (SECRECY)', () => {
    expect(broken({ sealed: true })).toEqual(['SECRECY']);
  });

  it('is for the alternate alone where she sits in (ONE-BALLOT)', () => {
    expect(broken({ voter: 'ALTERNATE_VOTES' })).toEqual(['ONE-BALLOT']);
  });

  it('names candidates of the round (ELIGIBILITY)', () => {
    expect(broken({ choicesStand: false })).toEqual(['ELIGIBILITY']);
  });

  it('carries no more names than seats (METHOD)', () => {
    expect(broken({ names: 0 })).toEqual([]);
    expect(broken({ names: 2, seats: 2 })).toEqual([]);
    expect(broken({ names: 3, seats: 2 })).toEqual(['METHOD']);
  });

  it('ends at the closing instant, whether or not anyone closed (POLL)', () => {
    expect(broken({ closed: true })).toEqual(['POLL']);
    expect(broken({ closed: true, state: 'CLOSED' })).toEqual(['LIFE', 'POLL']);
  });
});

describe('closing a poll', () => {
  const facts: ClosingOfPollFacts = {
    state: 'VOTING',
    actorIsCandidate: false,
    announcedFor: null,
    everybodyVoted: false,
  };
  const announcedFor = { fr: '30 juin 2024 à 18 h 00', en: '30 June 2024 at 18:00' };
  const broken = (change: Partial<ClosingOfPollFacts>): string[] =>
    judge(closeVoting, { ...facts, ...change }).map(({ rule }) => rule);

  it('keeps to the instant announced, unless everybody voted (POLL)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ announcedFor })).toEqual(['POLL']);
    expect(broken({ announcedFor, everybodyVoted: true })).toEqual([]);
  });

  it('is refused to a candidate (RECUSAL), and twice (LIFE)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
    expect(broken({ state: 'CLOSED' })).toEqual(['LIFE']);
  });
});

describe('counting', () => {
  const broken = (change: object): string[] =>
    judge(countVotes, { state: 'CLOSED', actorIsCandidate: false, decryptions: null, ...change }).map(
      ({ rule }) => rule,
    );

  it('waits until two trustees opened a sealed box (CNIL-1-08)', () => {
    expect(broken({ decryptions: 1 })).toEqual(['CNIL-1-08']);
    expect(broken({ decryptions: 2 })).toEqual([]);
    expect(broken({ decryptions: 0, state: 'VOTING' })).toEqual(['LIFE', 'CNIL-1-09']);
  });

  it('happens once, after closing (CNIL-1-09)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ state: 'VOTING' })).toEqual(['LIFE', 'CNIL-1-09']);
    expect(broken({ state: 'COUNTED' })).toEqual(['LIFE', 'CNIL-1-09']);
  });

  it('is refused to a candidate (RECUSAL)', () => {
    expect(broken({ actorIsCandidate: true })).toEqual(['RECUSAL']);
  });
});
