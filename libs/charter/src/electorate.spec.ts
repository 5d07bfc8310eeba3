import { day } from '@hemicycle/kernel';
import { electorate, type Seat } from './electorate.js';

const seat = (number: number, facts: Partial<Seat> = {}): Seat => ({
  number,
  college: 'GOVERNMENT',
  organisationId: `organisation ${number}`,
  fromOn: day('2024-02-12'),
  untilOn: null,
  ...facts,
});
const numbers = (seats: readonly Seat[]): number[] => seats.map(({ number }) => number);

describe('who may vote', () => {
  const members = [
    seat(3, { college: 'CIVIL_SOCIETY', organisationId: 'association' }),
    seat(1),
    seat(4, { college: 'CIVIL_SOCIETY', organisationId: 'association' }),
    seat(2, { untilOn: day('2024-06-30') }),
    seat(5, { fromOn: day('2024-07-01') }),
  ];

  it('is every member in force, by number, from the first day through the last', () => {
    expect(numbers(electorate(members, null, day('2024-02-11'), 'MEMBER'))).toEqual([]);
    expect(numbers(electorate(members, null, day('2024-06-30'), 'MEMBER'))).toEqual([1, 2, 3, 4]);
    expect(numbers(electorate(members, null, day('2024-07-01'), 'MEMBER'))).toEqual([1, 3, 4, 5]);
  });

  it('is one college when one is asked for', () => {
    expect(numbers(electorate(members, 'GOVERNMENT', day('2024-06-01'), 'MEMBER'))).toEqual([1, 2]);
    expect(numbers(electorate(members, 'CIVIL_SOCIETY', day('2024-06-01'), 'MEMBER'))).toEqual([3, 4]);
  });

  it('is the longest-serving member of each organisation where the rules give it one vote', () => {
    expect(numbers(electorate(members, null, day('2024-06-01'), 'ORGANISATION'))).toEqual([1, 2, 3]);
  });

  it('leaves the list that it is given as it was', () => {
    electorate(members, null, day('2024-06-01'), 'MEMBER');
    expect(numbers(members)).toEqual([3, 1, 4, 2, 5]);
  });
});
