import { day } from '@hemicycle/kernel';
import { describe, expect, it } from '@jest/globals';
import {
  assignSeats,
  type NumberedSeat,
  openSeats,
  type SeatsAtStake,
  seatsPutToTheVote,
} from './open-seats.js';

const plenaryOn = day('2026-06-18');
const held = (number: number, untilOn: string, memberId = `m${number}`): NumberedSeat => ({
  number,
  holder: { memberId, name: memberId, untilOn: day(untilOn) },
});
const vacant = (number: number): NumberedSeat => ({ number, holder: null });

describe('the seats that may be put to the vote', () => {
  it('are vacant, or end within six months of the plenary', () => {
    const seats = [vacant(1), held(2, '2026-12-18'), held(3, '2026-12-19')];
    expect(openSeats({ plenaryOn, seats, given: 3 }).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are no more than the rules of procedure give', () => {
    expect(openSeats({ plenaryOn, seats: [vacant(1), held(2, '2026-07-01')], given: 1 })).toEqual([
      vacant(1),
    ]);
  });

  it('are put to the vote as far as the committee has room and the college members', () => {
    const facts: SeatsAtStake = { plenaryOn, seats: [vacant(1), vacant(2)], given: 2, room: 4, members: 9 };
    expect(seatsPutToTheVote(facts)).toBe(2);
    expect(seatsPutToTheVote({ ...facts, room: 1 })).toBe(1);
    expect(seatsPutToTheVote({ ...facts, members: 1 })).toBe(1);
    expect(seatsPutToTheVote({ ...facts, members: -1 })).toBe(0);
  });
});

describe('who gets which seat', () => {
  const full = day('2028-06-18');
  const rest = day('2027-06-20');

  it('leaves a holder elected again in her seat', () => {
    const seats = [
      { number: 1, heldBy: 'a', termUntilOn: full },
      { number: 2, heldBy: 'b', termUntilOn: full },
    ];
    expect(assignSeats(['c', 'a'], seats)).toEqual([
      { memberId: 'c', seat: 2 },
      { memberId: 'a', seat: 1 },
    ]);
  });

  it('gives the longer term to whoever has more votes (VACANCY)', () => {
    const seats = [
      { number: 1, heldBy: null, termUntilOn: rest },
      { number: 2, heldBy: null, termUntilOn: full },
    ];
    expect(assignSeats(['a', 'b'], seats)).toEqual([
      { memberId: 'a', seat: 2 },
      { memberId: 'b', seat: 1 },
    ]);
    expect(assignSeats(['a'], seats)).toEqual([{ memberId: 'a', seat: 2 }]);
  });

  it('never makes a seat up', () => {
    expect(() => assignSeats(['a', 'b'], [{ number: 1, heldBy: null, termUntilOn: full }])).toThrow(
      RangeError,
    );
  });
});
