import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { quorum } from '../quorum.js';
import { judge, type Law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  castDecisionVote,
  closeDecisionVote,
  openDecisionVote,
  putToVote,
  type PuttingFacts,
} from './decisions.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);

describe('putting an item to the vote', () => {
  const facts: PuttingFacts = {
    state: 'IN_SESSION',
    onTheAgenda: true,
    put: null,
    isFirstPlenary: true,
    edition: { ratifiedOn: null },
    actorPresides: true,
    president: 'Ana',
  };

  it('RULES-ADOPTION: the first plenary ratifies the edition that stands approved', () => {
    expect(broken(putToVote, facts)).toEqual([]);
    expect(broken(putToVote, { ...facts, isFirstPlenary: false })).toEqual(['RULES-ADOPTION']);
    expect(broken(putToVote, { ...facts, edition: null })).toEqual(['RULES-ADOPTION']);
    const ratified = { ...facts, edition: { ratifiedOn: day('2024-06-20') } };
    expect(judge(putToVote, ratified)[0]?.reason.en).toBe('Edition 1 was ratified on 20 June 2024.');
  });

  it('LIFE: in session, and once', () => {
    expect(broken(putToVote, { ...facts, state: 'CONVENED' })).toEqual(['LIFE']);
    expect(broken(putToVote, { ...facts, put: 'REJECTED' })).toEqual(['LIFE']);
  });

  it('PRESIDING: is the president’s', () => {
    const [refused] = judge(putToVote, { ...facts, actorPresides: false });
    expect(refused).toMatchObject({ rule: 'PRESIDING', reason: { en: expect.stringContaining('Ana') } });
    expect(broken(putToVote, { ...facts, actorPresides: false, president: null })).toEqual(['PRESIDING']);
  });

  it('C3-AGENDA: is for what the published agenda carries', () => {
    expect(broken(putToVote, { ...facts, onTheAgenda: false })).toEqual(['C3-AGENDA']);
  });
});

describe('a recorded vote', () => {
  const present = quorum(
    [
      { college: 'GOVERNMENT', present: true },
      { college: 'CIVIL_SOCIETY', present: true },
    ],
    EDITION_0,
  );
  const opening = {
    state: 'ORDERED',
    meetingState: 'IN_SESSION',
    quorum: present,
    quorumRequired: true,
  } as const;

  it('QUORUM: opens with a quorum in each college, unless none is required', () => {
    const missed = quorum([{ college: 'GOVERNMENT', present: true }], EDITION_0);
    expect(broken(openDecisionVote, opening)).toEqual([]);
    expect(broken(openDecisionVote, { ...opening, quorum: missed })).toEqual(['QUORUM']);
    expect(broken(openDecisionVote, { ...opening, quorum: missed, quorumRequired: false })).toEqual([]);
  });

  it('LIFE: opens once, in session', () => {
    expect(broken(openDecisionVote, { ...opening, state: 'VOTING' })).toEqual(['LIFE']);
    expect(broken(openDecisionVote, { ...opening, meetingState: 'HELD' })).toEqual(['LIFE']);
  });

  it('QUORUM, ALTERNATE: hears those who hold the vote of a seat that takes part', () => {
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'HELD' })).toEqual([]);
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'NOT_HELD' })).toEqual(['QUORUM']);
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'ALTERNATE_SITS_IN' })).toEqual(['ALTERNATE']);
  });

  it('PROXY: does not hear whoever held one that ended', () => {
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'PROXY_ENDED' })).toEqual(['PROXY']);
  });

  it('LIFE: is over once it is closed', () => {
    expect(broken(castDecisionVote, { state: 'ADOPTED', vote: 'HELD' })).toEqual(['LIFE']);
    expect(broken(closeDecisionVote, { state: 'VOTING' })).toEqual([]);
    expect(broken(closeDecisionVote, { state: 'REJECTED' })).toEqual(['LIFE']);
  });
});
