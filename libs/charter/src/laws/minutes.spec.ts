import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { judge, type Law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  approvalOf,
  circulateMinutes,
  type CommentingFacts,
  commentMinutes,
  correctMinutes,
  deadlinesOfMinutes,
  decideOnComments,
  draftMinutes,
  minutesDueOn,
  minutesStateAt,
  type RulingFacts,
  saveMinutes,
  signMinutes,
  type SigningFacts,
} from './minutes.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);
const until = (at: string) => ({ at: new Date(at), inWords: { fr: `le ${at}`, en: at } });

describe('drafting minutes', () => {
  it('MINUTES-AFTER-MEETING: of a meeting that was held', () => {
    expect(broken(draftMinutes, { meetingState: 'HELD', drafted: false })).toEqual([]);
    for (const meetingState of [
      'PLANNED',
      'CONVENED',
      'IN_SESSION',
      'WITHOUT_QUORUM',
      'CANCELLED',
    ] as const) {
      expect(broken(draftMinutes, { meetingState, drafted: false })).toEqual(['MINUTES-AFTER-MEETING']);
    }
  });

  it('LIFE: once', () => {
    expect(broken(draftMinutes, { meetingState: 'HELD', drafted: true })).toEqual(['LIFE']);
  });
});

describe('the life of minutes', () => {
  it('LIFE: they are edited while a draft, circulated once', () => {
    expect(broken(saveMinutes, { state: 'DRAFT' })).toEqual([]);
    expect(broken(saveMinutes, { state: 'CIRCULATED' })).toEqual(['LIFE']);
    expect(broken(circulateMinutes, { state: 'DRAFT' })).toEqual([]);
    expect(broken(circulateMinutes, { state: 'CIRCULATED' })).toEqual(['LIFE']);
  });

  it('MINUTES: published, they are never edited and may be corrected', () => {
    expect(broken(saveMinutes, { state: 'PUBLISHED' })).toEqual(['LIFE', 'MINUTES']);
    expect(broken(correctMinutes, { state: 'PUBLISHED' })).toEqual([]);
    expect(broken(correctMinutes, { state: 'CIRCULATED' })).toEqual(['LIFE']);
  });

  it('goes on by itself: what anybody sees follows from the instant', () => {
    const publishesAt = new Date('2024-06-28T22:00:00Z');
    expect(minutesStateAt({ publishesAt: null }, new Date('2030-01-01'))).toBe('DRAFT');
    expect(minutesStateAt({ publishesAt }, new Date('2024-06-28T21:59:59.999Z'))).toBe('CIRCULATED');
    expect(minutesStateAt({ publishesAt }, publishesAt)).toBe('PUBLISHED');
  });

  it('ends in one of three approvals', () => {
    expect(approvalOf({ commented: false, ruledAt: null })).toBe('WITHOUT_COMMENT');
    expect(approvalOf({ commented: true, ruledAt: null })).toBe('COMMENTS_ANNEXED');
    expect(approvalOf({ commented: true, ruledAt: new Date() })).toBe('BY_PRESIDENT');
  });
});

describe('the delays of minutes', () => {
  it('are 15 days to send, 7 to comment, 7 to decide, each to the end of its last day', () => {
    expect(minutesDueOn(day('2024-06-20'), EDITION_0)).toBe('2024-07-05');
    const { commentsUntil, rulingUntil } = deadlinesOfMinutes(day('2024-06-21'), EDITION_0, 'Europe/Paris');
    expect(commentsUntil).toEqual(new Date('2024-06-28T22:00:00Z'));
    expect(rulingUntil).toEqual(new Date('2024-07-05T22:00:00Z'));
  });

  it('pass through the nights when clocks change, and through 29 February', () => {
    const spring = deadlinesOfMinutes(day('2024-03-24'), EDITION_0, 'Europe/Paris');
    expect(spring.commentsUntil).toEqual(new Date('2024-03-31T22:00:00Z'));
    const leap = deadlinesOfMinutes(day('2024-02-22'), EDITION_0, 'Europe/Paris');
    expect(leap.commentsUntil).toEqual(new Date('2024-02-29T23:00:00Z'));
  });
});

describe('commenting on minutes', () => {
  const facts: CommentingFacts = {
    state: 'CIRCULATED',
    at: new Date('2024-06-25T12:00:00Z'),
    commentsUntil: until('2024-06-28T22:00:00Z'),
    actorIsMember: true,
  };

  it('MINUTES: is the members’, until the end of the delay', () => {
    expect(broken(commentMinutes, facts)).toEqual([]);
    expect(broken(commentMinutes, { ...facts, actorIsMember: false })).toEqual(['MINUTES']);
    const late = judge(commentMinutes, { ...facts, at: new Date('2024-06-28T22:00:00Z') });
    expect(late[0]?.reason.en).toBe('The time to comment ended on 2024-06-28T22:00:00Z.');
  });

  it('LIFE: while they are circulated', () => {
    expect(broken(commentMinutes, { ...facts, state: 'DRAFT', commentsUntil: null })).toEqual(['LIFE']);
  });
});

describe('deciding on the comments', () => {
  const facts: RulingFacts = {
    state: 'CIRCULATED',
    at: new Date('2024-06-30T12:00:00Z'),
    commentsUntil: until('2024-06-28T22:00:00Z'),
    rulingUntil: until('2024-07-05T22:00:00Z'),
    president: 'Ana',
    actorPresided: true,
    undecided: 0,
  };

  it('MINUTES: is for whoever presided', () => {
    expect(broken(decideOnComments, facts)).toEqual([]);
    const [other] = judge(decideOnComments, { ...facts, actorPresided: false });
    expect(other?.reason.en).toBe('The comments are decided on by Ana, who presided over the meeting.');
  });

  it('MINUTES: comes after the comments and before the end of its own delay', () => {
    expect(broken(decideOnComments, { ...facts, at: new Date('2024-06-27T12:00:00Z') })).toEqual(['MINUTES']);
    const late = { ...facts, at: new Date('2024-07-05T22:00:00Z'), state: 'PUBLISHED' as const };
    expect(broken(decideOnComments, late)).toEqual(['LIFE', 'MINUTES']);
  });

  it('MINUTES: answers every comment', () => {
    expect(judge(decideOnComments, { ...facts, undecided: 2 })[0]?.reason.en).toBe(
      'Each comment is taken in or not, with a reason: 2 are missing.',
    );
  });
});

describe('signing minutes', () => {
  const facts: SigningFacts = {
    state: 'PUBLISHED',
    president: 'Ada',
    rapporteur: 'Grace',
    capacities: ['PRESIDENT'],
    signedAs: [],
    freshlySignedIn: true,
  };
  const refused = (more: Partial<SigningFacts>): string[] =>
    judge(signMinutes, { ...facts, ...more }).map(({ rule }) => rule);

  it('MINUTES: is for whoever presided and the rapporteur', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ capacities: ['RAPPORTEUR'] })).toEqual([]);
    expect(refused({ capacities: [] })).toEqual(['MINUTES']);
  });

  it('MINUTES: is for whoever signed in not long ago', () => {
    const [stale, ...others] = judge(signMinutes, { ...facts, freshlySignedIn: false });
    expect(stale?.reason.en).toMatch(/^To sign, sign in again: .* within the 60 minutes before/u);
    expect(others).toEqual([]);
    // Nobody else is asked for it.
    expect(refused({ capacities: [], freshlySignedIn: false })).toEqual(['MINUTES']);
  });

  it('LIFE: is done once they are published, once a version', () => {
    expect(refused({ state: 'CIRCULATED' })).toEqual(['LIFE']);
    expect(refused({ signedAs: ['PRESIDENT'] })).toEqual(['LIFE']);
    expect(refused({ capacities: ['PRESIDENT', 'RAPPORTEUR'], signedAs: ['PRESIDENT'] })).toEqual([]);
  });
});
