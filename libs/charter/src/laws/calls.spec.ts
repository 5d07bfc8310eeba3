import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import {
  admitApplicant,
  type AdmittingFacts,
  applyToCall,
  type CallFacts,
  callStateAt,
  closeCall,
  decideCall,
  declineApplication,
  draftCall,
  openCall,
  withdrawApplication,
} from './calls.js';

const reasons = (violations: ReturnType<typeof judge>): string[] =>
  violations.map(({ rule, reason }) => `${rule}: ${reason.en}`);

describe('the state of a call', () => {
  const closesAt = new Date('2024-03-17T23:00:00Z');

  it('becomes closed at the closing instant, though nobody closed it', () => {
    expect(callStateAt({ state: 'OPEN', closesAt }, new Date('2024-03-17T22:59:59.999Z'))).toBe('OPEN');
    expect(callStateAt({ state: 'OPEN', closesAt }, closesAt)).toBe('CLOSED');
  });

  it('is otherwise the one recorded', () => {
    expect(callStateAt({ state: 'DRAFT', closesAt: null }, closesAt)).toBe('DRAFT');
    expect(callStateAt({ state: 'DECIDED', closesAt }, new Date(0))).toBe('DECIDED');
  });
});

describe('drafting a call', () => {
  it('gives it dates in order (OPEN-CALL)', () => {
    const opensOn = day('2024-03-04');
    expect(judge(draftCall, { opensOn, closesOn: opensOn })).toEqual([]);
    expect(reasons(judge(draftCall, { opensOn, closesOn: day('2024-03-03') }))).toEqual([
      expect.stringMatching(/^OPEN-CALL: .*3 March 2024.*4 March 2024/),
    ]);
  });
});

describe('opening and closing a call', () => {
  const call: CallFacts['call'] = {
    state: 'DRAFT',
    opensOn: day('2024-03-04'),
    closesOn: day('2024-03-17'),
  };
  const facts: CallFacts = { on: day('2024-03-04'), rules: { callOpenDays: 14 }, call };

  it('counts both its first and its last day', () => {
    expect(judge(openCall, facts)).toEqual([]);
    expect(reasons(judge(openCall, { ...facts, call: { ...call, closesOn: day('2024-03-16') } }))).toEqual([
      expect.stringMatching(/^OPEN-CALL: .*open for 13 days; the least is 14/),
    ]);
  });

  it('is not open before its day, nor long enough when opened late (OPEN-CALL)', () => {
    expect(reasons(judge(openCall, { ...facts, on: day('2024-03-03') }))).toEqual([
      expect.stringMatching(/^OPEN-CALL: .*4 March 2024/),
    ]);
    expect(reasons(judge(openCall, { ...facts, on: day('2024-03-05') }))).toEqual([
      expect.stringMatching(/^OPEN-CALL: From 5 March 2024 .*13 days/),
    ]);
    expect(reasons(judge(openCall, { ...facts, on: day('2024-04-01') }))).toEqual([
      expect.stringContaining('for 0 days'),
    ]);
  });

  it('follows the rules of procedure of the day (RULES-EDITION)', () => {
    expect(judge(openCall, { ...facts, rules: { callOpenDays: 15 } })).toHaveLength(1);
    expect(judge(openCall, { ...facts, rules: { callOpenDays: 7 }, on: day('2024-03-11') })).toEqual([]);
  });

  it('opens once (LIFE)', () => {
    for (const state of ['OPEN', 'CLOSED', 'DECIDED'] as const) {
      expect(reasons(judge(openCall, { ...facts, call: { ...call, state } }))).toEqual([
        expect.stringMatching(/^LIFE: /),
      ]);
    }
  });

  it('closes early only after its least number of full days (OPEN-CALL)', () => {
    const open = { ...call, state: 'OPEN' as const, closesOn: day('2024-04-30') };
    const closing = (on: string): string[] =>
      reasons(judge(closeCall, { ...facts, call: open, on: day(on) }));
    expect(closing('2024-03-17')).toEqual([expect.stringMatching(/^OPEN-CALL: .*before 18 March 2024/)]);
    expect(closing('2024-03-18')).toEqual([]);
  });

  it('closes only while it is open (LIFE)', () => {
    for (const state of ['DRAFT', 'CLOSED', 'DECIDED'] as const) {
      expect(reasons(judge(closeCall, { ...facts, call: { ...call, state } }))).toEqual([
        expect.stringMatching(/^LIFE: /),
      ]);
    }
  });

  it('is decided when it is closed and nobody waits (LIFE, OPEN-CALL)', () => {
    const deciding = (state: 'OPEN' | 'CLOSED' | 'DECIDED', undecided: number): string[] =>
      judge(decideCall, { call: { state }, undecided }).map(({ rule }) => rule);
    expect(deciding('CLOSED', 0)).toEqual([]);
    expect(deciding('CLOSED', 3)).toEqual(['OPEN-CALL']);
    expect(deciding('OPEN', 3)).toEqual(['LIFE', 'OPEN-CALL']);
    expect(deciding('DECIDED', 0)).toEqual(['LIFE']);
  });
});

describe('an application', () => {
  const lastOn = day('2024-03-17');

  it('is taken while the call is open, and refused late with the closing day (OPEN-CALL)', () => {
    expect(judge(applyToCall, { call: { state: 'OPEN', lastOn } })).toEqual([]);
    expect(judge(applyToCall, { call: { state: 'DRAFT', lastOn } })).toMatchObject([{ rule: 'OPEN-CALL' }]);
    for (const state of ['CLOSED', 'DECIDED'] as const) {
      expect(reasons(judge(applyToCall, { call: { state, lastOn } }))).toEqual([
        expect.stringMatching(/^OPEN-CALL: .*closed on 17 March 2024/),
      ]);
    }
  });

  const facts: AdmittingFacts = {
    on: day('2024-03-25'),
    call: { state: 'CLOSED' },
    application: { state: 'SUBMITTED' },
    reasoned: true,
    organisation: { name: { fr: 'Association', en: 'Association' }, college: 'CIVIL_SOCIETY', leftOn: null },
    seat: null,
    alternateOf: null,
  };
  const admitting = (given: Partial<AdmittingFacts>): string[] =>
    judge(admitApplicant, { ...facts, ...given }).map(({ rule }) => rule);

  it('is decided once, with reasons, when the call is closed', () => {
    expect(admitting({})).toEqual([]);
    expect(judge(declineApplication, facts)).toEqual([]);
    for (const state of ['ADMITTED', 'DECLINED', 'WITHDRAWN'] as const) {
      expect(admitting({ application: { state } })).toEqual(['LIFE']);
      expect(judge(declineApplication, { ...facts, application: { state } })).toMatchObject([
        { rule: 'LIFE' },
      ]);
    }
    expect(admitting({ reasoned: false })).toEqual(['OPEN-CALL']);
    expect(judge(declineApplication, { ...facts, reasoned: false })).toMatchObject([{ rule: 'OPEN-CALL' }]);
    expect(admitting({ call: { state: 'OPEN' } })).toEqual(['LIFE']);
    expect(judge(declineApplication, { ...facts, call: { state: 'DECIDED' } })).toMatchObject([
      { rule: 'LIFE' },
    ]);
  });

  it('brings in civil society, with one seat and one vote a person', () => {
    expect(admitting({ organisation: { ...facts.organisation, college: 'GOVERNMENT' } })).toEqual([
      'C3-ADMISSION',
    ]);
    expect(admitting({ seat: { number: 1, untilOn: null } })).toEqual(['C3-COLLEGES']);
    expect(admitting({ alternateOf: { number: 1, untilOn: null } })).toEqual(['ALTERNATE']);
  });

  it('is withdrawn while it waits (LIFE)', () => {
    expect(judge(withdrawApplication, { application: { state: 'SUBMITTED' } })).toEqual([]);
    expect(judge(withdrawApplication, { application: { state: 'WITHDRAWN' } })).toMatchObject([
      { rule: 'LIFE' },
    ]);
  });
});
