import { describe, expect, it } from '@jest/globals';
import { voteHolders } from './vote-holders.js';

const seats = [
  { id: 'seat 1', personId: 'Ada' },
  { id: 'seat 2', personId: 'Basile' },
  { id: 'seat 3', personId: 'Carole' },
];
const holders = (alternates: Record<string, string>): string[] =>
  voteHolders(seats, new Map(Object.entries(alternates))).map(({ personId }) => personId);

describe('who holds the votes of a poll', () => {
  it('is each member, unless her alternate is recorded as sitting in', () => {
    expect(holders({})).toEqual(['Ada', 'Basile', 'Carole']);
    expect(holders({ 'seat 2': 'Dora' })).toEqual(['Ada', 'Dora', 'Carole']);
  });

  it('is nobody twice', () => {
    expect(holders({ 'seat 1': 'Dora', 'seat 2': 'Dora' })).toEqual(['Dora', 'Basile', 'Carole']);
    expect(holders({ 'seat 1': 'Carole' })).toEqual(['Ada', 'Basile', 'Carole']);
  });
});
