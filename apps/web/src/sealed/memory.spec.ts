import { describe, expect, it } from '@jest/globals';
import { lastOfRounds, Memory } from './memory.js';

/** A storage of a browser, which may be full. */
class Kept implements Storage {
  private readonly values = new Map<string, string>();
  constructor(private readonly full = false) {}
  get length(): number {
    return this.values.size;
  }
  clear(): void {
    this.values.clear();
  }
  key(place: number): string | null {
    return [...this.values.keys()][place] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  removeItem(key: string): void {
    this.values.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new Error('QuotaExceededError');
    this.values.set(key, value);
  }
}

const CEREMONY = { meetingId: 'm', number: 1, index: 2 };

describe('what a device remembers', () => {
  it('opens one box of an election, as often as asked, and no other', () => {
    const memory = new Memory(new Kept());
    expect(memory.opensOneBox('uuid', 'box')).toBe('yes');
    expect(memory.opensOneBox('uuid', 'box')).toBe('yes');
    expect(memory.opensOneBox('uuid', 'another box')).toBe('another');
    expect(memory.opensOneBox('another uuid', 'another box')).toBe('yes');
  });

  it('opens nothing where it could not remember it', () => {
    expect(new Memory(new Kept(true)).opensOneBox('uuid', 'box')).toBe('unable');
    expect(new Memory(null).opensOneBox('uuid', 'box')).toBe('unable');
  });

  it('keeps a seed for one trustee of one ceremony', () => {
    const memory = new Memory(new Kept());
    expect(memory.keepSeed(CEREMONY, 'seed')).toBe(true);
    expect(memory.seedOf(CEREMONY)).toBe('seed');
    expect(memory.seedOf({ ...CEREMONY, number: 2 })).toBeNull();
    expect(memory.seedOf({ ...CEREMONY, index: 3 })).toBeNull();
    memory.forgetSeed(CEREMONY);
    expect(memory.seedOf(CEREMONY)).toBeNull();
    expect(new Memory(null).keepSeed(CEREMONY, 'seed')).toBe(false);
  });

  it('keeps the trackers of each person apart', () => {
    const memory = new Memory(new Kept());
    memory.keepBallot('ada', 'e', { round: 1, tracker: 'first' });
    memory.keepBallot('ada', 'e', { round: 1, tracker: 'second' });
    expect(memory.ballotsOf('ada', 'e').map(({ tracker }) => tracker)).toEqual(['first', 'second']);
    expect(memory.ballotsOf('grace', 'e')).toEqual([]);
    memory.forgetBallots('ada', 'e');
    expect(memory.ballotsOf('ada', 'e')).toEqual([]);
  });

  it('knows the last ballot that was cast from it in each round', () => {
    const [first, second, third] = [
      { round: 1, tracker: 'first' },
      { round: 1, tracker: 'second' },
      { round: 2, tracker: 'third' },
    ] as const;
    expect(lastOfRounds([first, second, third])).toEqual([second, third]);
    expect(lastOfRounds([])).toEqual([]);
  });

  it('knows nothing where what it kept was spoilt', () => {
    const storage = new Kept();
    storage.setItem('hemicycle.ballots.ada.e', '{');
    expect(new Memory(storage).ballotsOf('ada', 'e')).toEqual([]);
    storage.setItem('hemicycle.ballots.ada.e', '[null,{"round":1,"tracker":"kept"}]');
    expect(new Memory(storage).ballotsOf('ada', 'e')).toEqual([{ round: 1, tracker: 'kept' }]);
  });
});
