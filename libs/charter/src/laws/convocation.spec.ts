import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import type { AgendaKeyName, AgendaKeyPart, KeyedAgenda, TurnedKey } from '../agenda-keys.js';
import type { RuleId } from '../articles.js';
import { judge, law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import { CONVOCATION_RULES, type ConvocationFacts } from './convocation.js';

const turned = (
  key: AgendaKeyName,
  part: AgendaKeyPart,
  byMember: string | null = null,
  turnedOn = '2024-05-20',
): TurnedKey => ({
  key,
  part,
  byMember: byMember !== null,
  turnedById: byMember ?? key,
  turnedOn: day(turnedOn),
});
const SECRETARIAT = turned('SECRETARIAT', 'WHOLE');
const FOUNDERS = turned('COMMITTEE', 'WHOLE');
const GOVERNMENT = turned('COMMITTEE', 'GOVERNMENT');
const CIVIL_SOCIETY = turned('COMMITTEE', 'CIVIL_SOCIETY');
const keyed = (version: number, ...keys: readonly TurnedKey[]): KeyedAgenda => ({
  version,
  published: false,
  electionsOnly: false,
  requested: false,
  keys,
});
const ofElections = (...keys: readonly TurnedKey[]): KeyedAgenda => ({
  ...keyed(1, ...keys),
  electionsOnly: true,
  requested: false,
});

/** The first plenary, convened as it should be, twenty days ahead. */
const first: ConvocationFacts = {
  rules: EDITION_0,
  state: 'PLANNED',
  group: null,
  committee: null,
  bySecretariat: true,
  at: new Date('2024-05-23T07:00:00Z'),
  on: day('2024-05-23'),
  startsAt: new Date('2024-06-12T12:00:00Z'),
  meetingOn: day('2024-06-12'),
  urgencyReason: null,
  missedOn: null,
  isFirstPlenary: true,
  agenda: keyed(3, SECRETARIAT, FOUNDERS),
  secondKey: { by: 'FOUNDING_GROUP' },
  memberCounts: { GOVERNMENT: 3, CIVIL_SOCIETY: 3 },
};
const later: ConvocationFacts = {
  ...first,
  isFirstPlenary: false,
  secondKey: { by: 'COMMITTEE', vacant: [] },
  agenda: keyed(1, SECRETARIAT, GOVERNMENT, CIVIL_SOCIETY),
};

const convening = law('conveneMeeting', CONVOCATION_RULES);
const broken = (facts: ConvocationFacts): RuleId[] => judge(convening, facts).map(({ rule }) => rule);
const reason = (facts: ConvocationFacts): string => judge(convening, facts)[0]?.reason.en ?? '';

describe('convening a plenary', () => {
  it('is allowed when every rule is respected', () => {
    expect(judge(convening, first)).toEqual([]);
    expect(judge(convening, later)).toEqual([]);
  });

  it('LIFE: is for a planned meeting, or one that lacked its quorum', () => {
    expect(broken({ ...first, state: 'CONVENED' })).toEqual(['LIFE']);
    expect(broken({ ...first, state: 'HELD' })).toEqual(['LIFE']);
    expect(broken({ ...first, state: 'WITHOUT_QUORUM', missedOn: day('2024-05-22') })).toEqual([]);
  });

  it('C3-COMMITTEE: the first one needs members enough in each college for its seats', () => {
    expect(broken({ ...first, memberCounts: { GOVERNMENT: 2, CIVIL_SOCIETY: 3 } })).toEqual(['C3-COMMITTEE']);
    expect(reason({ ...first, memberCounts: { GOVERNMENT: 2, CIVIL_SOCIETY: 3 } })).toContain(
      'the government college has 2 members for 3 seats',
    );
    expect(broken({ ...later, memberCounts: { GOVERNMENT: 2, CIVIL_SOCIETY: 0 } })).toEqual([]);
  });

  it('C3-COMMITTEE: counts the seats that the rules of procedure share out', () => {
    const rules = { ...EDITION_0, committeeSeatsPerCollege: { GOVERNMENT: 1, CIVIL_SOCIETY: 3 } };
    expect(broken({ ...first, rules, memberCounts: { GOVERNMENT: 2, CIVIL_SOCIETY: 4 } })).toEqual([]);
    expect(broken({ ...first, rules, memberCounts: { GOVERNMENT: 3, CIVIL_SOCIETY: 3 } })).toEqual([
      'C3-COMMITTEE',
    ]);
  });

  it('C3-CONVOCATION: is the secretariat’s', () => {
    expect(broken({ ...first, bySecretariat: false })).toEqual(['C3-CONVOCATION']);
  });

  it('C3-AGENDA: needs an agenda and both keys on the version that stands', () => {
    expect(broken({ ...first, agenda: null })).toEqual(['C3-AGENDA']);
    expect(reason({ ...first, agenda: keyed(3, SECRETARIAT) })).toContain(
      'Still to turn theirs: a member of the founding group.',
    );
    expect(reason({ ...first, agenda: keyed(3, FOUNDERS) })).toContain('the secretariat');
  });

  it('C3-AGENDA: where members required the plenary, the secretariat’s key suffices (EXTRAORDINARY)', () => {
    const requested = (...keys: readonly TurnedKey[]): KeyedAgenda => ({
      ...keyed(1, ...keys),
      requested: true,
    });
    expect(broken({ ...first, agenda: requested(SECRETARIAT) })).toEqual([]);
    expect(broken({ ...first, agenda: requested(FOUNDERS) })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: once a committee exists, one holder of each college turns the second key', () => {
    expect(reason({ ...later, agenda: keyed(1, SECRETARIAT, GOVERNMENT) })).toContain(
      'Still to turn theirs: a co-chair or committee member from civil society.',
    );
    expect(broken({ ...later, agenda: keyed(1, SECRETARIAT, CIVIL_SOCIETY) })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: two members turn the half of a college that has nobody in office', () => {
    const vacant: ConvocationFacts = { ...later, secondKey: { by: 'COMMITTEE', vacant: ['GOVERNMENT'] } };
    const one = turned('COMMITTEE', 'GOVERNMENT', 'Ana');
    const other = turned('COMMITTEE', 'GOVERNMENT', 'Bea');
    const facts = (...keys: readonly TurnedKey[]): ConvocationFacts => ({
      ...vacant,
      agenda: ofElections(SECRETARIAT, CIVIL_SOCIETY, ...keys),
    });
    expect(reason(facts())).toContain(
      'two members of the government college, nobody of which is on the committee',
    );
    expect(reason(facts(one))).toContain('Still to turn theirs: a second member of the government college.');
    expect(broken(facts(one, other))).toEqual([]);
    expect(broken({ ...facts(one, other), secondKey: later.secondKey })).toEqual([]);
    expect(broken({ ...facts(GOVERNMENT), secondKey: later.secondKey })).toEqual([]);
  });

  it('C3-AGENDA: after ten days of silence from its turn, the secretariat’s key does for elections only', () => {
    const silent = { ...later, startsAt: new Date('2024-06-20T12:00:00Z'), meetingOn: day('2024-06-20') };
    const agenda = ofElections(SECRETARIAT, GOVERNMENT);
    expect(broken({ ...silent, agenda, on: day('2024-05-29') })).toEqual(['C3-AGENDA']);
    expect(reason({ ...silent, agenda, on: day('2024-05-29') })).toContain(
      'the secretariat may convene on these elections alone from 30 May 2024 on',
    );
    expect(broken({ ...silent, agenda, on: day('2024-05-30') })).toEqual([]);
    expect(broken({ ...silent, agenda: keyed(1, SECRETARIAT, GOVERNMENT), on: day('2024-05-30') })).toEqual([
      'C3-AGENDA',
    ]);
    expect(broken({ ...silent, agenda: ofElections(GOVERNMENT), on: day('2024-05-30') })).toEqual([
      'C3-AGENDA',
    ]);
    const founders: ConvocationFacts = {
      ...first,
      secondKey: { by: 'FOUNDING_GROUP' },
      agenda: ofElections(SECRETARIAT),
    };
    expect(broken({ ...founders, on: day('2024-05-28') })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: the keys of a second convocation stand, whatever its ground was', () => {
    const second: ConvocationFacts = { ...later, state: 'WITHOUT_QUORUM', missedOn: day('2024-05-22') };
    expect(broken({ ...second, agenda: ofElections(SECRETARIAT) })).toEqual([]);
  });

  it('NOTICE: is sent fifteen days ahead, to the day', () => {
    expect(broken({ ...first, on: day('2024-05-28') })).toEqual([]);
    expect(broken({ ...first, on: day('2024-05-29') })).toEqual(['NOTICE']);
    expect(reason({ ...first, on: day('2024-05-29') })).toContain(
      'from 29 May 2024 to 12 June 2024 there are 14. Convened today, the session may be held from 13 June 2024 on',
    );
    const rules = { ...EDITION_0, plenaryNoticeDays: 10 };
    expect(broken({ ...first, rules, on: day('2024-06-02') })).toEqual([]);
  });

  it('NOTICE: urgency needs a reason and the key of each holder of the second', () => {
    const urgent: ConvocationFacts = { ...later, on: day('2024-06-07'), urgencyReason: 'The plan is due.' };
    const agreed = [turned('URGENCY', 'GOVERNMENT')];
    const both = [...agreed, turned('URGENCY', 'CIVIL_SOCIETY')];
    const keys = [SECRETARIAT, GOVERNMENT, CIVIL_SOCIETY];
    expect(broken(urgent)).toEqual(['NOTICE']);
    expect(reason({ ...urgent, agenda: keyed(1, ...keys, ...agreed) })).toContain(
      'Missing: a co-chair or committee member from civil society.',
    );
    expect(broken({ ...urgent, agenda: keyed(1, ...keys, ...both) })).toEqual([]);
    expect(broken({ ...urgent, urgencyReason: null, agenda: keyed(1, ...keys, ...both) })).toEqual([
      'NOTICE',
    ]);
  });

  it('NOTICE: a second convocation has its own number of days, and no urgency', () => {
    const second: ConvocationFacts = { ...later, state: 'WITHOUT_QUORUM', missedOn: day('2024-06-06') };
    expect(broken({ ...second, on: day('2024-06-07') })).toEqual([]);
    expect(broken({ ...second, on: day('2024-06-08') })).toEqual(['NOTICE']);
    expect(broken({ ...second, on: day('2024-06-08'), urgencyReason: 'We are late.' })).toEqual(['NOTICE']);
  });

  it('NOTICE: a meeting whose hour has come is not convened, however urgent', () => {
    const at = first.startsAt;
    expect(broken({ ...first, at, on: first.meetingOn, urgencyReason: 'Now.' })).toEqual(['NOTICE']);
  });
});
