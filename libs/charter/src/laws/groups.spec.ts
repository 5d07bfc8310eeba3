import { describe, expect, it } from '@jest/globals';
import { type College, day } from '@hemicycle/kernel';
import { judge, type Law } from '../rule.js';
import {
  joinWorkingGroup,
  leaveWorkingGroup,
  type NamingFacts,
  type ProposedFacilitator,
  proposeFacilitator,
  proposeWorkingGroup,
  resignFacilitation,
} from './groups.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);
const rules = { facilitatorsPerCollege: 1 };
const somebody = (college: College, isMember = true): ProposedFacilitator => ({
  name: 'Ana',
  college,
  isMember,
});

describe('a working group', () => {
  it('WORKING-GROUP-SETUP: is proposed with members of the forum, as many of each college as the rules say', () => {
    const proposing = (facilitatorsPerCollege: number, ...facilitators: ProposedFacilitator[]): string[] =>
      broken(proposeWorkingGroup, { rules: { facilitatorsPerCollege }, facilitators });
    expect(proposing(1, somebody('GOVERNMENT'), somebody('CIVIL_SOCIETY'))).toEqual([]);
    expect(proposing(2, somebody('GOVERNMENT'), somebody('CIVIL_SOCIETY'))).toEqual(['WORKING-GROUP-SETUP']);
    expect(proposing(1, somebody('GOVERNMENT'), somebody('CIVIL_SOCIETY', false))).toEqual([
      'WORKING-GROUP-SETUP',
    ]);
    const [refused] = judge(proposeWorkingGroup, { rules, facilitators: [somebody('GOVERNMENT')] });
    expect(refused?.reason).toEqual({
      fr: 'Chaque collège donne 1 animateur au groupe. Proposés : de la société civile, 0.',
      en: 'Each college gives the group 1 facilitator. Proposed: civil society, 0.',
    });
  });

  it('WORKING-GROUP-SETUP: is given a facilitator in a vacant seat, or in somebody’s place', () => {
    const facts: NamingFacts = {
      state: 'SET_UP',
      rules,
      facilitator: somebody('CIVIL_SOCIETY'),
      facilitates: false,
      staying: 0,
    };
    expect(broken(proposeFacilitator, facts)).toEqual([]);
    expect(broken(proposeFacilitator, { ...facts, staying: 1 })).toEqual(['WORKING-GROUP-SETUP']);
    expect(broken(proposeFacilitator, { ...facts, facilitates: true })).toEqual(['WORKING-GROUP-SETUP']);
    expect(broken(proposeFacilitator, { ...facts, facilitator: somebody('CIVIL_SOCIETY', false) })).toEqual([
      'WORKING-GROUP-SETUP',
    ]);
    expect(broken(proposeFacilitator, { ...facts, state: 'CLOSED' })).toEqual(['LIFE']);
  });

  it('LIFE: is joined and left while it is at work, once', () => {
    const facts = { state: 'SET_UP', inTheGroup: false, facilitates: false } as const;
    expect(broken(joinWorkingGroup, facts)).toEqual([]);
    expect(broken(joinWorkingGroup, { ...facts, inTheGroup: true })).toEqual(['LIFE']);
    expect(broken(joinWorkingGroup, { ...facts, state: 'PROPOSED' })).toEqual(['LIFE']);
    expect(broken(leaveWorkingGroup, { ...facts, inTheGroup: true })).toEqual([]);
    expect(broken(leaveWorkingGroup, facts)).toEqual(['LIFE']);
    expect(broken(leaveWorkingGroup, { ...facts, inTheGroup: true, state: 'CLOSED' })).toEqual(['LIFE']);
  });

  it('WORKING-GROUP-SETUP: is not left by whoever facilitates it', () => {
    const facts = { state: 'SET_UP', inTheGroup: true, facilitates: true } as const;
    expect(broken(leaveWorkingGroup, facts)).toEqual(['WORKING-GROUP-SETUP']);
  });

  it('LIFE: its facilitator gives up an office that she holds', () => {
    const on = day('2025-03-14');
    expect(broken(resignFacilitation, { on, endedOn: null })).toEqual([]);
    expect(broken(resignFacilitation, { on, endedOn: day('2025-03-15') })).toEqual([]);
    expect(broken(resignFacilitation, { on, endedOn: on })).toEqual(['LIFE']);
  });
});
