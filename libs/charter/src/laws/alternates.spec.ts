import { day } from '@hemicycle/kernel';
import { judge } from '../rule.js';
import {
  endAlternate,
  type EndingAlternateFacts,
  nameAlternate,
  type NamingAlternateFacts,
} from './alternates.js';

const on = day('2024-05-13');

describe('naming an alternate', () => {
  const facts: NamingAlternateFacts = {
    on,
    rules: { alternatesAllowed: true },
    member: {
      number: 4,
      untilOn: null,
      organisationId: 'association',
      organisationName: { fr: 'Association', en: 'Association' },
    },
    byMember: true,
    bySecretariat: false,
    alternate: null,
    organisationId: 'association',
    seat: null,
    alternateOf: null,
  };
  const refusals = (given: Partial<NamingAlternateFacts>): string[] =>
    judge(nameAlternate, { ...facts, ...given }).map(({ rule, reason }) => `${rule} ${reason.en}`);

  it('is done by the member, or by the secretariat for her', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ byMember: false, bySecretariat: true })).toEqual([]);
  });

  it('is refused to anybody else', () => {
    expect(refusals({ byMember: false })).toEqual([expect.stringContaining('named by that member')]);
  });

  it('is refused where the rules of procedure provide for none', () => {
    expect(refusals({ rules: { alternatesAllowed: false } })).toEqual([
      expect.stringMatching(/^ALTERNATE .*no alternates/),
    ]);
  });

  it('is refused after the membership', () => {
    expect(refusals({ member: { ...facts.member, untilOn: on } })).toEqual([]);
    expect(refusals({ member: { ...facts.member, untilOn: day('2024-05-12') } })).toEqual([
      expect.stringContaining('12 May 2024'),
    ]);
  });

  it('is refused while there is one', () => {
    expect(refusals({ alternate: { untilOn: null } })).toEqual([expect.stringContaining('must end first')]);
    expect(refusals({ alternate: { untilOn: on } })).toEqual([
      expect.stringContaining('through 13 May 2024'),
    ]);
  });

  it('is refused for somebody of another organisation', () => {
    expect(refusals({ organisationId: 'other' })).toEqual([expect.stringContaining('own organisation')]);
  });

  it('never gives a person two votes', () => {
    expect(refusals({ seat: { number: 9, untilOn: null } })).toEqual([expect.stringContaining('two votes')]);
    expect(refusals({ alternateOf: { number: 9, untilOn: null } })).toEqual([
      expect.stringContaining('alternate of member no. 9'),
    ]);
  });
});

describe('ending the right of an alternate', () => {
  const facts: EndingAlternateFacts = {
    on,
    byMember: false,
    byAlternate: true,
    bySecretariat: false,
    alternate: { untilOn: null },
  };
  const broken = (given: Partial<EndingAlternateFacts>): string[] =>
    judge(endAlternate, { ...facts, ...given }).map(({ rule }) => rule);

  it('is for the member, the alternate and the secretariat', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ byAlternate: false, byMember: true })).toEqual([]);
    expect(broken({ byAlternate: false, bySecretariat: true })).toEqual([]);
    expect(broken({ byAlternate: false })).toEqual(['ALTERNATE']);
  });

  it('needs one, whose last day has not come', () => {
    expect(broken({ alternate: null })).toEqual(['ALTERNATE']);
    expect(broken({ alternate: { untilOn: on } })).toEqual(['ALTERNATE']);
    expect(broken({ alternate: { untilOn: day('2024-05-14') } })).toEqual([]);
  });
});
