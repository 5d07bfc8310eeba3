import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import {
  appointDirectly,
  type AppointmentFacts,
  conveneMember,
  type ConveningFacts,
  stateNeed,
} from './admissions.js';

const ministry: ConveningFacts = {
  on: day('2024-03-01'),
  organisation: { name: { fr: 'Ministère', en: 'Ministry' }, college: 'GOVERNMENT', leftOn: null },
  seat: null,
  alternateOf: null,
  bySecretariat: true,
};
const brokenBy = (facts: Partial<ConveningFacts>): string[] =>
  judge(conveneMember, { ...ministry, ...facts }).map(({ rule }) => rule);

describe('convening a member', () => {
  it('is done by the secretariat for a government organisation', () => {
    expect(brokenBy({})).toEqual([]);
  });

  it('is refused to anybody else (C3-ADMISSION)', () => {
    expect(brokenBy({ bySecretariat: false })).toEqual(['C3-ADMISSION']);
  });

  it('is refused for civil society (C3-ADMISSION)', () => {
    const organisation = { ...ministry.organisation, college: 'CIVIL_SOCIETY' as const };
    expect(brokenBy({ organisation })).toEqual(['C3-ADMISSION']);
  });

  it('is refused once the last day of the organisation is known, which takes its seats with it (C3-COLLEGES)', () => {
    const leaving = (leftOn: string): ConveningFacts['organisation'] => ({
      ...ministry.organisation,
      leftOn: day(leftOn),
    });
    expect(brokenBy({ organisation: leaving('2024-12-31') })).toEqual(['C3-COLLEGES']);
    expect(brokenBy({ organisation: leaving('2024-03-01') })).toEqual(['C3-COLLEGES']);
    expect(brokenBy({ organisation: leaving('2024-02-29') })).toEqual(['C3-COLLEGES']);
  });

  it('is refused to a person who holds a seat (C3-COLLEGES) and says which', () => {
    const [violation] = judge(conveneMember, {
      ...ministry,
      seat: { number: 7, untilOn: day('2024-03-31') },
    });
    expect(violation?.rule).toBe('C3-COLLEGES');
    expect(violation?.reason.en).toContain('member no. 7 already until 31 March 2024');
  });

  it('is refused to somebody’s alternate (ALTERNATE)', () => {
    expect(brokenBy({ alternateOf: { number: 2, untilOn: null } })).toEqual(['ALTERNATE']);
  });
});

describe('stating a need', () => {
  it('is for the founding working group before a thematic one exists (C3-ADMISSION)', () => {
    const facts = { byFounder: true, groupsExist: false, group: null };
    expect(judge(stateNeed, facts)).toEqual([]);
    expect(judge(stateNeed, { ...facts, byFounder: false })).toMatchObject([{ rule: 'C3-ADMISSION' }]);
    expect(judge(stateNeed, { ...facts, groupsExist: true })).toMatchObject([{ rule: 'C3-ADMISSION' }]);
  });

  it('is for the facilitators of a group at work (C3-ADMISSION, LIFE)', () => {
    const group = { state: 'SET_UP', facilitates: true } as const;
    const facts = { byFounder: false, groupsExist: true, group };
    expect(judge(stateNeed, facts)).toEqual([]);
    expect(judge(stateNeed, { ...facts, group: { ...group, facilitates: false } })).toMatchObject([
      { rule: 'C3-ADMISSION' },
    ]);
    expect(judge(stateNeed, { ...facts, group: { ...group, state: 'CLOSED' } })).toMatchObject([
      { rule: 'LIFE' },
    ]);
  });
});

describe('appointing a member directly', () => {
  const association: AppointmentFacts = {
    on: day('2024-03-01'),
    organisation: { name: { fr: 'Association', en: 'Association' }, college: 'CIVIL_SOCIETY', leftOn: null },
    seat: null,
    alternateOf: null,
    bySecretariat: true,
    forANeed: true,
  };
  const refusals = (facts: Partial<AppointmentFacts>): string[] =>
    judge(appointDirectly, { ...association, ...facts }).map(({ rule }) => rule);

  it('is done by the secretariat for a stated need', () => {
    expect(refusals({})).toEqual([]);
  });

  it('is refused without a need, to anybody else, and for government (C3-ADMISSION)', () => {
    expect(refusals({ forANeed: false })).toEqual(['C3-ADMISSION']);
    expect(refusals({ bySecretariat: false })).toEqual(['C3-ADMISSION']);
    expect(refusals({ organisation: { ...association.organisation, college: 'GOVERNMENT' } })).toEqual([
      'C3-ADMISSION',
    ]);
  });

  it('names every rule broken at once, in charter order', () => {
    const seat = { number: 1, untilOn: null };
    expect(refusals({ forANeed: false, bySecretariat: false, seat, alternateOf: seat })).toEqual([
      'C3-COLLEGES',
      'C3-ADMISSION',
      'C3-ADMISSION',
      'ALTERNATE',
    ]);
  });
});
