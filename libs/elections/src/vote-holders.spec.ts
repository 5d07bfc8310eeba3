import { describe, expect, it } from '@jest/globals';
import { voteHolders } from './vote-holders.js';

const members = { 'seat 1': 'Ada', 'seat 2': 'Basile', 'seat 3': 'Carole' };
/** @param named the alternates on that day: those recorded, unless said otherwise. */
const holders = (recorded: Record<string, string>, named: Record<string, string> = recorded): string[] =>
  voteHolders(
    Object.entries(members).map(([id, personId]) => ({ id, personId, alternatePersonId: named[id] ?? null })),
    new Map(Object.entries(recorded)),
  ).map(({ personId }) => personId);

describe('who holds the votes of a poll', () => {
  it('is each member, unless her alternate is recorded as sitting in', () => {
    expect(holders({})).toEqual(['Ada', 'Basile', 'Carole']);
    expect(holders({ 'seat 2': 'Dora' })).toEqual(['Ada', 'Dora', 'Carole']);
  });

  it('is the member again once her alternate’s right has ended, or passed to somebody else', () => {
    expect(holders({ 'seat 2': 'Dora' }, {})).toEqual(['Ada', 'Basile', 'Carole']);
    expect(holders({ 'seat 2': 'Dora' }, { 'seat 2': 'Emma' })).toEqual(['Ada', 'Basile', 'Carole']);
  });

  it('is nobody twice', () => {
    expect(holders({ 'seat 1': 'Dora', 'seat 2': 'Dora' })).toEqual(['Dora', 'Basile', 'Carole']);
    expect(holders({ 'seat 1': 'Carole' })).toEqual(['Ada', 'Basile', 'Carole']);
  });
});
