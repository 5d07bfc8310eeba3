import { day } from '@hemicycle/kernel';
import { judge, type Law } from '../rule.js';
import {
  appointSecretary,
  approveRulesOfProcedure,
  endSecretaryAppointment,
  nameFounder,
  registerSecretariatBody,
} from './procedure.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] =>
  judge(law, facts).map(({ rule, reason }) => `${rule} ${reason.fr} | ${reason.en}`);

const cese = {
  fr: 'Conseil économique, social et environnemental',
  en: 'Economic, Social and Environmental Council',
};

describe('registering a body of the secretariat', () => {
  it('LIFE: a body is registered once', () => {
    expect(broken(registerSecretariatBody, { namesakes: [] })).toEqual([]);
    expect(broken(registerSecretariatBody, { namesakes: [cese] })).toEqual([
      'LIFE « Conseil économique, social et environnemental » est déjà inscrit parmi les organismes du secrétariat.' +
        ' | “Economic, Social and Environmental Council” is among the bodies of the secretariat already.',
    ]);
  });
});

describe('appointing to the secretariat', () => {
  it('LIFE: a person works for one body at a time', () => {
    expect(broken(appointSecretary, { held: null })).toEqual([]);
    const held = { personName: 'Camille', bodyName: cese, fromOn: day('2024-02-01'), untilOn: null };
    expect(broken(appointSecretary, { held })[0]).toContain(
      '| Camille has been working in the secretariat since 1 February 2024, for “Economic',
    );
    const [until] = broken(appointSecretary, { held: { ...held, untilOn: day('2024-03-01') } });
    expect(until).toContain('depuis le 1er février 2024 et jusqu’au 1er mars 2024, pour');
    expect(until).toContain('since 1 February 2024 and until 1 March 2024, for');
  });

  it('LIFE: an appointment ends once', () => {
    expect(broken(endSecretaryAppointment, { state: 'IN_FORCE' })).toEqual([]);
    expect(broken(endSecretaryAppointment, { state: 'ENDED' })[0]).toMatch(/^LIFE /);
  });
});

describe('naming a founder', () => {
  it('RULES-ADOPTION: the group’s role ends with the first plenary', () => {
    expect(broken(nameFounder, { groupEndedOn: null, alreadyFounder: null })).toEqual([]);
    const [refusal] = broken(nameFounder, { groupEndedOn: day('2024-06-20'), alreadyFounder: null });
    expect(refusal).toMatch(/^RULES-ADOPTION .*20 juin 2024.*\| .*20 June 2024/);
  });

  it('LIFE: a person is named once', () => {
    const [refusal] = broken(nameFounder, { groupEndedOn: null, alreadyFounder: 'Camille' });
    expect(refusal).toMatch(/^LIFE Camille .*\| Camille /);
  });
});

describe('approving an edition of the rules of procedure', () => {
  const draft = (number: number, state: 'DRAFTED' | 'ADOPTED' | 'SUPERSEDED' = 'DRAFTED') => ({
    number,
    state,
  });

  it('RULES-ADOPTION: edition 1 belongs to the founding group', () => {
    expect(broken(approveRulesOfProcedure, { edition: draft(1), byFounder: true })).toEqual([]);
    expect(broken(approveRulesOfProcedure, { edition: draft(1), byFounder: false })[0]).toMatch(
      /^RULES-ADOPTION .*groupe de travail fondateur.*\| .*founding working group/,
    );
  });

  it('RULES-ADOPTION: later editions belong to the plenary, even for a founder', () => {
    expect(broken(approveRulesOfProcedure, { edition: draft(2), byFounder: true })[0]).toMatch(
      /^RULES-ADOPTION L’édition 2 .*\| Edition 2 is adopted by a plenary decision/,
    );
  });

  it('LIFE: an adopted or superseded draft is not adopted', () => {
    for (const state of ['ADOPTED', 'SUPERSEDED'] as const) {
      expect(broken(approveRulesOfProcedure, { edition: draft(1, state), byFounder: true })[0]).toMatch(
        /^LIFE /,
      );
    }
  });
});
