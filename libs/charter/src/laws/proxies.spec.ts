import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import { giveProxy, type ProxyFacts, type ProxyMember, withdrawProxy } from './proxies.js';

const member = (name: string): ProxyMember => ({ id: name, name, college: 'GOVERNMENT', isMember: true });
const facts: ProxyFacts = {
  state: 'CONVENED',
  rules: { proxiesPerHolder: 1 },
  body: 'PLENARY',
  meetingOn: day('2024-06-20'),
  byGiver: true,
  bySecretariat: false,
  giver: member('Ana'),
  giverIsThere: false,
  givenTo: null,
  holder: member('Bea'),
  held: 0,
};
const refusals = (change: Partial<ProxyFacts>): string[] =>
  judge(giveProxy, { ...facts, ...change }).map(({ rule, reason }) => `${rule}: ${reason.en}`);

describe('PROXY', () => {
  it('is given by the member, or recorded by the secretariat', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ byGiver: false, bySecretariat: true })).toEqual([]);
    expect(refusals({ byGiver: false })).toEqual([expect.stringContaining('PROXY: A proxy is given')]);
  });

  it('goes to another member of the same college, on the day', () => {
    expect(refusals({ holder: facts.giver })).toEqual(['PROXY: Nobody gives a proxy to herself.']);
    expect(refusals({ holder: { ...member('Civ'), college: 'CIVIL_SOCIETY' } })).toEqual([
      'PROXY: Civ belongs to the other college: a proxy is given to a member of the same college.',
    ]);
    expect(refusals({ holder: { ...member('Bea'), isMember: false } })).toEqual([
      'PROXY: Bea is not a member on 20 June 2024, the day of the session.',
    ]);
  });

  it('is of whoever makes up the meeting, as is said before she chooses anybody', () => {
    const giver = { ...member('Ana'), isMember: false };
    expect(refusals({ holder: null })).toEqual([]);
    expect(refusals({ giver, holder: null, body: 'MANAGEMENT_COMMITTEE' })).toEqual([
      'PROXY: Ana is not a member of the management committee on 20 June 2024, the day of the session.',
    ]);
    expect(refusals({ giver, body: 'WORKING_GROUP' })).toEqual([
      'PROXY: Ana is not a member of the group on 20 June 2024, the day of the session.',
    ]);
  });

  it('is one a giver, and as many a holder as the rules allow', () => {
    expect(refusals({ givenTo: 'Cem' })).toEqual([expect.stringContaining('given to Cem')]);
    expect(refusals({ held: 1 })).toEqual([expect.stringContaining('as many proxies')]);
    expect(refusals({ held: 1, rules: { proxiesPerHolder: 2 } })).toEqual([]);
    expect(refusals({ rules: { proxiesPerHolder: 0 }, holder: null })).toEqual([
      'PROXY: The rules of procedure in force provide for no proxies.',
    ]);
  });

  it('is not given by a seat that is there', () => {
    expect(refusals({ giverIsThere: true })).toEqual([expect.stringContaining('lapse at once')]);
  });

  it('is for a meeting convened and not over (LIFE)', () => {
    expect(refusals({ state: 'PLANNED' })).toEqual([expect.stringContaining('LIFE')]);
    expect(refusals({ state: 'WITHOUT_QUORUM' })).toEqual([]);
    expect(refusals({ state: 'HELD' })).toEqual([expect.stringContaining('LIFE')]);
  });

  it('is withdrawn by the same', () => {
    const withdrawal = { state: 'CONVENED', byGiver: true, bySecretariat: false, given: true } as const;
    const rules = (change: object): string[] =>
      judge(withdrawProxy, { ...withdrawal, ...change }).map(({ rule }) => rule);
    expect(rules({})).toEqual([]);
    expect(rules({ byGiver: false })).toEqual(['PROXY']);
    expect(rules({ given: false })).toEqual(['PROXY']);
  });
});
