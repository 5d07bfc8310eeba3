import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import {
  endCorrespondent,
  nameCorrespondent,
  type OrganisationFacts,
  registerOrganisation,
  renameOrganisation,
  type RenamingFacts,
} from './organisations.js';

const ministry: OrganisationFacts = {
  name: { fr: 'Ministère', en: 'Ministry' },
  college: 'GOVERNMENT',
  leftOn: null,
};

describe('registering an organisation', () => {
  it('is refused when another bears its name (C3-COLLEGES)', () => {
    expect(judge(registerOrganisation, { namesakes: [] })).toEqual([]);
    expect(judge(registerOrganisation, { namesakes: ['CIVIL_SOCIETY'] })).toMatchObject([
      { rule: 'C3-COLLEGES' },
    ]);
  });
});

describe('renaming an organisation', () => {
  const facts: RenamingFacts = {
    on: day('2024-09-21'),
    organisation: ministry,
    lastNamedOn: day('2024-02-12'),
    namesakes: [],
  };
  const reasons = (given: Partial<RenamingFacts>): string[] =>
    judge(renameOrganisation, { ...facts, ...given }).map(({ rule, reason }) => `${rule} ${reason.en}`);

  it('is done from a day on, the day of the last name included', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ lastNamedOn: day('2024-09-21') })).toEqual([]);
  });

  it('never goes behind the last name recorded (C3-COLLEGES)', () => {
    expect(reasons({ lastNamedOn: day('2024-09-22') })).toEqual([
      expect.stringMatching(/^C3-COLLEGES .*22 September 2024/),
    ]);
  });

  it('never takes the name of another (C3-COLLEGES)', () => {
    expect(reasons({ namesakes: ['GOVERNMENT'] })).toHaveLength(1);
  });

  it('stops with the organisation’s last day (C3-COLLEGES)', () => {
    expect(reasons({ organisation: { ...ministry, leftOn: day('2024-09-21') } })).toEqual([]);
    expect(reasons({ organisation: { ...ministry, leftOn: day('2024-09-20') } })).toEqual([
      expect.stringMatching(/^C3-COLLEGES .*20 September 2024/),
    ]);
  });
});

describe('naming a correspondent', () => {
  const on = day('2024-03-01');

  it('is for a government organisation (C3-COLLEGES)', () => {
    expect(judge(nameCorrespondent, { on, organisation: ministry })).toEqual([]);
    const association = { ...ministry, college: 'CIVIL_SOCIETY' as const };
    expect(judge(nameCorrespondent, { on, organisation: association })).toMatchObject([
      { rule: 'C3-COLLEGES' },
    ]);
  });

  it('ends once (LIFE)', () => {
    expect(judge(endCorrespondent, { on, untilOn: null })).toEqual([]);
    expect(judge(endCorrespondent, { on, untilOn: day('2024-02-29') })).toMatchObject([{ rule: 'LIFE' }]);
  });
});
