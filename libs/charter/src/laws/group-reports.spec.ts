import { describe, expect, it } from '@jest/globals';
import { judge } from '../rule.js';
import { type GroupReportSubmissionFacts, saveGroupReport, submitGroupReport } from './group-reports.js';

const facts = (more: Partial<GroupReportSubmissionFacts> = {}): GroupReportSubmissionFacts => ({
  group: 'SET_UP',
  plenary: 'CONVENED',
  actorFacilitates: true,
  bySecretariat: false,
  facilitators: ['Ana', 'Bo'],
  report: 'DRAFT',
  ...more,
});
const broken = (more: Partial<GroupReportSubmissionFacts> = {}): string[][] =>
  [saveGroupReport, submitGroupReport].map((one) => judge(one, facts(more)).map(({ rule }) => rule));

describe('a group’s report to the plenary', () => {
  it('LIFE: is written and submitted while the group is at work', () => {
    expect(broken()).toEqual([[], []]);
    for (const group of ['PROPOSED', 'CLOSED'] as const)
      expect(broken({ group })).toEqual([['LIFE'], ['LIFE']]);
  });

  it('LIFE: is written and submitted before the session opens, a second convocation included', () => {
    for (const plenary of ['PLANNED', 'WITHOUT_QUORUM'] as const)
      expect(broken({ plenary })).toEqual([[], []]);
    for (const plenary of ['IN_SESSION', 'HELD', 'CANCELLED'] as const)
      expect(broken({ plenary })).toEqual([['LIFE'], ['LIFE']]);
  });

  it('LIFE: is submitted once, and written anew afterwards', () => {
    expect(broken({ report: 'SUBMITTED' })).toEqual([[], ['LIFE']]);
  });

  it('WORKING-GROUP-SETUP: is the facilitators’, the secretariat’s while there is none', () => {
    const refused = [['WORKING-GROUP-SETUP'], ['WORKING-GROUP-SETUP']];
    expect(broken({ actorFacilitates: false })).toEqual(refused);
    expect(broken({ actorFacilitates: false, bySecretariat: true })).toEqual(refused);
    expect(broken({ actorFacilitates: false, bySecretariat: true, facilitators: [] })).toEqual([[], []]);
    expect(broken({ actorFacilitates: false, facilitators: [] })).toEqual(refused);
    const [violation] = judge(saveGroupReport, facts({ actorFacilitates: false }));
    expect(violation?.reason).toEqual({
      fr: 'Les animateurs du groupe rapportent à la séance plénière : Ana, Bo.',
      en: 'The group’s facilitators report to the plenary: Ana, Bo.',
    });
  });
});
