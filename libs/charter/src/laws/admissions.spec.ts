import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import { conveneMember, type ConveningFacts } from './admissions.js';

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

  it('is refused once the organisation has left, its last day excepted (C3-COLLEGES)', () => {
    const leaving = (leftOn: string): ConveningFacts['organisation'] => ({
      ...ministry.organisation,
      leftOn: day(leftOn),
    });
    expect(brokenBy({ organisation: leaving('2024-03-01') })).toEqual([]);
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
