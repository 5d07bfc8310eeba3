import { describe, expect, it } from '@jest/globals';
import type { RuleId } from '../articles.js';
import { judge } from '../rule.js';
import type { MeetingGroup } from './group-meetings.js';
import { attachPaper, type KnownPaperFacts, replacePaper, withdrawPaper } from './papers.js';

const facts: KnownPaperFacts = {
  state: 'CONVENED',
  group: null,
  committee: null,
  bySecretariat: true,
  paper: 'ATTACHED',
};
const group: MeetingGroup = { state: 'SET_UP', facilitators: ['Ana'], actorFacilitates: true };

describe.each([
  ['attaching', attachPaper],
  ['replacing', replacePaper],
  ['withdrawing', withdrawPaper],
] as const)('%s a paper', (_, law) => {
  const broken = (change: Partial<KnownPaperFacts>): RuleId[] =>
    judge(law, { ...facts, ...change }).map(({ rule }) => rule);

  it('is of whoever keeps the agenda (C3-AGENDA)', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ bySecretariat: false })).toEqual(['C3-AGENDA']);
    expect(broken({ group, bySecretariat: false })).toEqual([]);
    expect(broken({ group: { ...group, actorFacilitates: false } })).toEqual(['C3-AGENDA']);
    expect(broken({ group: { ...group, facilitators: [], actorFacilitates: false } })).toEqual([]);
  });

  it('is for a session that is not over, but what should not have been handed out is withdrawn later too (LIFE)', () => {
    for (const state of ['PLANNED', 'WITHOUT_QUORUM', 'IN_SESSION'] as const)
      expect(broken({ state })).toEqual([]);
    for (const state of ['HELD', 'CANCELLED'] as const)
      expect(broken({ state })).toEqual(law === withdrawPaper ? [] : ['LIFE']);
  });
});

describe('a paper that was withdrawn', () => {
  it('is neither replaced nor withdrawn again (LIFE)', () => {
    for (const law of [replacePaper, withdrawPaper])
      expect(judge(law, { ...facts, paper: 'WITHDRAWN' }).map(({ rule }) => rule)).toEqual(['LIFE']);
  });
});
