import { describe, expect, it } from '@jest/globals';
import { type Day, day } from '@hemicycle/kernel';
import type { RuleId } from '../articles.js';
import { judge, type Law } from '../rule.js';
import {
  type ActingEndFacts,
  endActing,
  endMembership,
  recordDeparture,
  recordSuccession,
  resignMandate,
  type ResignationFacts,
  type SuccessionFacts,
} from './mandates.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): RuleId[] => judge(law, facts).map(({ rule }) => rule);
const on = day('2024-09-10');
const association = {
  id: 'a',
  name: { fr: 'Association', en: 'Association' },
  college: 'CIVIL_SOCIETY',
  leftOn: null,
  registeredOn: day('2024-02-12'),
} as const;

describe('ending a membership', () => {
  const ending = (lastOn: string, untilOn: Day | null = null): RuleId[] =>
    broken(endMembership, { on, lastOn: day(lastOn), member: { name: 'Ana', untilOn } });

  it('LIFE: takes effect today at the earliest', () => {
    expect(ending('2024-09-10')).toEqual([]);
    expect(ending('2024-12-31')).toEqual([]);
    expect(ending('2024-09-09')).toEqual(['LIFE']);
  });

  it('LIFE: brings an end forward, and never puts it off', () => {
    expect(ending('2024-10-01', day('2024-12-31'))).toEqual([]);
    expect(ending('2024-12-31', day('2024-12-31'))).toEqual(['LIFE']);
    expect(ending('2025-01-01', day('2024-12-31'))).toEqual(['LIFE']);
  });
});

describe('resigning a mandate', () => {
  const facts: ResignationFacts = { on, lastOn: on, untilOn: day('2026-06-12'), state: 'IN_FORCE' };

  it('C3-TERM: never lengthens it', () => {
    expect(broken(resignMandate, facts)).toEqual([]);
    expect(broken(resignMandate, { ...facts, lastOn: day('2026-06-12') })).toEqual([]);
    expect(broken(resignMandate, { ...facts, lastOn: day('2026-06-13') })).toEqual(['C3-TERM']);
  });

  it('LIFE: takes effect today at the earliest, while the mandate lasts', () => {
    expect(broken(resignMandate, { ...facts, lastOn: day('2024-09-09') })).toEqual(['LIFE']);
    expect(broken(resignMandate, { ...facts, state: 'ENDED' })).toEqual(['LIFE']);
  });
});

describe('the end of acting', () => {
  const facts: ActingEndFacts = { state: 'ACTING', byHolder: true, bySecretariat: false };

  it('LIFE: comes after a term without a successor, once', () => {
    expect(broken(endActing, facts)).toEqual([]);
    expect(broken(endActing, { ...facts, state: 'IN_FORCE' })).toEqual(['LIFE']);
    expect(broken(endActing, { ...facts, state: 'ENDED' })).toEqual(['LIFE']);
  });

  it('ACTING: is given up by whoever acts, or recorded by the secretariat', () => {
    expect(broken(endActing, { ...facts, byHolder: false, bySecretariat: true })).toEqual([]);
    expect(broken(endActing, { ...facts, byHolder: false })).toEqual(['ACTING']);
  });
});

describe('the departure of an organisation', () => {
  it('LIFE: takes effect today at the earliest', () => {
    expect(broken(recordDeparture, { on, lastOn: on, organisation: association })).toEqual([]);
    expect(broken(recordDeparture, { on, lastOn: day('2024-09-09'), organisation: association })).toEqual([
      'LIFE',
    ]);
  });

  it('C3-COLLEGES: is recorded once', () => {
    const organisation = { ...association, leftOn: day('2024-12-31') };
    expect(broken(recordDeparture, { on, lastOn: on, organisation })).toEqual(['C3-COLLEGES']);
  });
});

describe('the succession of an organisation', () => {
  const federation = { ...association, id: 'b', name: { fr: 'Fédération', en: 'Federation' } };
  const agency = { ...federation, college: 'GOVERNMENT' } as const;
  const facts: SuccessionFacts = {
    on,
    firstOn: day('2024-09-10'),
    predecessor: association,
    successor: federation,
    seats: [{ personName: 'Ana', affiliatedOn: day('2024-03-01') }],
  };

  it('C3-COLLEGES: is of another organisation, both being in the forum', () => {
    expect(broken(recordSuccession, facts)).toEqual([]);
    expect(broken(recordSuccession, { ...facts, successor: association })).toEqual(['C3-COLLEGES']);
    expect(
      broken(recordSuccession, { ...facts, predecessor: { ...association, leftOn: day('2024-08-31') } }),
    ).toEqual(['C3-COLLEGES']);
    expect(
      broken(recordSuccession, { ...facts, successor: { ...federation, leftOn: day('2024-09-09') } }),
    ).toEqual(['C3-COLLEGES']);
  });

  it('C3-COLLEGES: comes after the registration, and after every admission that it touches', () => {
    expect(broken(recordSuccession, { ...facts, firstOn: day('2024-02-12') })).toEqual(['C3-COLLEGES']);
    expect(broken(recordSuccession, { ...facts, firstOn: day('2024-03-01') })).toEqual(['C3-COLLEGES']);
    expect(broken(recordSuccession, { ...facts, firstOn: day('2024-03-02') })).toEqual([]);
  });

  it('LIFE: may be told late within a college, not when it ends seats', () => {
    expect(broken(recordSuccession, { ...facts, firstOn: day('2024-07-01') })).toEqual([]);
    expect(broken(recordSuccession, { ...facts, successor: agency, firstOn: day('2024-07-01') })).toEqual([
      'LIFE',
    ]);
    expect(broken(recordSuccession, { ...facts, successor: agency })).toEqual([]);
    expect(broken(recordSuccession, { ...facts, successor: agency, firstOn: day('2025-01-01') })).toEqual([]);
  });
});
