import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import type { AgendaKeyPart, TurnedKey } from '../agenda-keys.js';
import type { RuleId } from '../articles.js';
import { judge } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import type { ConvenedGroup } from './group-meetings.js';
import type { TurningFacts } from './meetings.js';
import { agreeToMove, moveMeeting, type MovingFacts } from './moving.js';

const urgency = (part: AgendaKeyPart): TurnedKey => ({
  key: 'URGENCY',
  part,
  byMember: false,
  turnedById: part,
  turnedOn: day('2024-06-10'),
});
const agenda = { version: 1, published: true, electionsOnly: false, requested: false, keys: [] };

/** Convened for 20 June, put off to the 30th on the 10th: twenty days ahead. */
const plenary: MovingFacts = {
  rules: EDITION_0,
  state: 'CONVENED',
  group: null,
  committee: null,
  bySecretariat: true,
  at: new Date('2024-06-10T07:00:00Z'),
  on: day('2024-06-10'),
  wasAt: new Date('2024-06-20T12:00:00Z'),
  wasOn: day('2024-06-20'),
  startsAt: new Date('2024-06-30T12:00:00Z'),
  meetingOn: day('2024-06-30'),
  urgencyReason: null,
  missedOn: null,
  isFirstPlenary: false,
  agenda,
  secondKey: { by: 'COMMITTEE', vacant: [] },
  memberCounts: { GOVERNMENT: 3, CIVIL_SOCIETY: 3 },
  presenceRecorded: false,
  requiredOn: null,
  called: [],
  nominations: [],
};
const sooner = { startsAt: new Date('2024-06-17T12:00:00Z'), meetingOn: day('2024-06-17') };
const group: ConvenedGroup = {
  state: 'SET_UP',
  facilitators: ['Ada', 'Grace'],
  actorFacilitates: true,
  byItself: false,
  stopReason: null,
};
const groups: MovingFacts = { ...plenary, group, bySecretariat: false };
const committees: MovingFacts = { ...plenary, committee: { coChairs: ['Ada'], actorCoChairs: true } };
const broken = (facts: MovingFacts): RuleId[] => judge(moveMeeting, facts).map(({ rule }) => rule);
const reason = (facts: MovingFacts): string => judge(moveMeeting, facts)[0]?.reason.en ?? '';

describe('moving a meeting that is planned', () => {
  const planned = { state: 'PLANNED', agenda: null } as const;

  it('C3-CONVOCATION: is for whoever may plan it', () => {
    expect(broken({ ...plenary, ...planned })).toEqual([]);
    expect(broken({ ...plenary, ...planned, bySecretariat: false })).toEqual(['C3-CONVOCATION']);
    expect(broken({ ...groups, ...planned })).toEqual([]);
    const byTheSecretariat = { bySecretariat: true, group: { ...group, actorFacilitates: false } };
    expect(broken({ ...groups, ...planned, ...byTheSecretariat })).toEqual(['C3-CONVOCATION']);
    expect(broken({ ...committees, ...planned })).toEqual([]);
    const committee = { coChairs: ['Ada'], actorCoChairs: true };
    expect(broken({ ...committees, ...planned, bySecretariat: false, committee })).toEqual([]);
    const another = { ...committee, actorCoChairs: false };
    expect(broken({ ...committees, ...planned, bySecretariat: false, committee: another })).toEqual([
      'C3-CONVOCATION',
    ]);
  });

  it('WORKING-GROUP-SETUP: is for the secretariat while nobody facilitates the group', () => {
    const nobody = { ...group, facilitators: [], actorFacilitates: false };
    expect(broken({ ...groups, ...planned, group: nobody, bySecretariat: true })).toEqual([]);
    expect(broken({ ...groups, ...planned, group: nobody, bySecretariat: false })).toEqual([
      'WORKING-GROUP-SETUP',
    ]);
    expect(broken({ ...groups, ...planned, group: { ...group, state: 'CLOSED' } })).toEqual(['LIFE']);
  });

  it('NOTICE: counts no notice, for a time to come', () => {
    const tomorrow = { startsAt: new Date('2024-06-11T12:00:00Z'), meetingOn: day('2024-06-11') };
    for (const meeting of [plenary, groups, committees]) {
      expect(broken({ ...meeting, ...planned, ...tomorrow })).toEqual([]);
      expect(broken({ ...meeting, ...planned, startsAt: meeting.at })).toEqual(['NOTICE']);
    }
  });

  it('EXTRAORDINARY: keeps a plenary that members require within its sixty days, while they can be kept', () => {
    expect(broken({ ...plenary, ...planned, requiredOn: day('2024-05-01') })).toEqual([]);
    expect(broken({ ...plenary, ...planned, requiredOn: day('2024-04-30') })).toEqual(['EXTRAORDINARY']);
    // No convocation would leave in time any more: late rather than never, as when it is planned.
    expect(broken({ ...plenary, ...planned, requiredOn: day('2024-04-10') })).toEqual([]);
  });

  it('C3-COCHAIRS: judges the seats that it is called to elect for the new day', () => {
    const seat = { office: 'CO_CHAIR', college: 'GOVERNMENT' } as const;
    const called = (untilOn: string) => [
      {
        opens: true,
        seat,
        plenaryOn: plenary.meetingOn,
        seats: [{ number: 1, holder: { memberId: 'a', name: 'A', untilOn: day(untilOn) } }],
        given: 1,
        room: 2,
        members: 9,
      },
    ];
    expect(broken({ ...plenary, ...planned, called: called('2024-12-01') })).toEqual([]);
    expect(broken({ ...plenary, ...planned, called: called('2025-03-01') })).toEqual(['C3-COCHAIRS']);
  });
});

describe('moving a convened meeting', () => {
  it('LIFE: is for one that is convened, and not in session', () => {
    expect(broken(plenary)).toEqual([]);
    for (const state of ['WITHOUT_QUORUM', 'IN_SESSION', 'HELD', 'CANCELLED'] as const) {
      expect(broken({ ...plenary, state })).toEqual(['LIFE']);
    }
    expect(broken({ ...groups, group: { ...group, state: 'CLOSED' } })).toEqual(['LIFE']);
  });

  it('C3-CONVOCATION: is for whoever convenes it', () => {
    expect(broken({ ...plenary, bySecretariat: false })).toEqual(['C3-CONVOCATION']);
    expect(broken(groups)).toEqual([]);
    expect(broken({ ...groups, bySecretariat: true, group: { ...group, actorFacilitates: false } })).toEqual(
      [],
    );
    expect(broken({ ...groups, group: { ...group, actorFacilitates: false } })).toEqual(['C3-CONVOCATION']);
    const rules = { ...EDITION_0, groupConvocation: 'SENT_BY_SECRETARIAT' as const };
    expect(broken({ ...groups, rules })).toEqual(['C3-CONVOCATION']);
    expect(broken(committees)).toEqual([]);
    expect(broken({ ...committees, bySecretariat: false })).toEqual(['C3-CONVOCATION']);
  });

  it('NOTICE: counts anew for another day: fifteen days, five for a group and for a second convocation', () => {
    expect(broken({ ...plenary, ...sooner })).toEqual(['NOTICE']);
    expect(broken({ ...plenary, ...sooner, missedOn: day('2024-06-01') })).toEqual([]);
    expect(broken({ ...groups, ...sooner })).toEqual([]);
    expect(broken({ ...committees, ...sooner })).toEqual([]);
    const soon = { startsAt: new Date('2024-06-14T12:00:00Z'), meetingOn: day('2024-06-14') };
    expect(broken({ ...groups, ...soon })).toEqual(['NOTICE']);
    expect(broken({ ...committees, ...soon })).toEqual(['NOTICE']);
    expect(broken({ ...committees, ...soon, urgencyReason: 'The building is closed.' })).toEqual([]);
    expect(broken({ ...plenary, ...soon, missedOn: day('2024-06-01') })).toEqual(['NOTICE']);
  });

  it('NOTICE: is shorter by urgency, with its reason and the holders of the second key of a plenary', () => {
    const urgent = { ...plenary, ...sooner, urgencyReason: 'The building is closed.' };
    expect(broken(urgent)).toEqual(['NOTICE']);
    expect(reason(urgent)).toContain('have not agreed to the urgency');
    const one = { ...agenda, keys: [urgency('GOVERNMENT')] };
    expect(broken({ ...urgent, agenda: one })).toEqual(['NOTICE']);
    const both = { ...agenda, keys: [urgency('GOVERNMENT'), urgency('CIVIL_SOCIETY')] };
    expect(broken({ ...urgent, agenda: both })).toEqual([]);
    const today = { startsAt: new Date('2024-06-11T12:00:00Z'), meetingOn: day('2024-06-11') };
    expect(broken({ ...groups, ...today, urgencyReason: 'The building is closed.' })).toEqual([]);
  });

  it('NOTICE: asks for nothing more where the day stays, and the hour is to come', () => {
    const sameDay = {
      wasAt: new Date('2024-06-10T12:00:00Z'),
      wasOn: day('2024-06-10'),
      meetingOn: day('2024-06-10'),
    };
    expect(broken({ ...plenary, ...sameDay, startsAt: new Date('2024-06-10T15:00:00Z') })).toEqual([]);
    expect(broken({ ...groups, ...sameDay, startsAt: new Date('2024-06-10T15:00:00Z') })).toEqual([]);
    expect(broken({ ...plenary, ...sameDay, startsAt: plenary.at })).toEqual(['NOTICE']);
    expect(broken({ ...groups, ...sameDay, startsAt: plenary.at })).toEqual(['NOTICE']);
  });

  it('NOTICE: brings nothing forward on its very day', () => {
    const { wasAt, wasOn } = plenary;
    const earlier = { startsAt: new Date('2024-06-20T11:59:00Z'), meetingOn: wasOn };
    const thatDay = { at: new Date('2024-06-20T07:00:00Z'), on: wasOn };
    for (const meeting of [plenary, groups, committees]) {
      expect(broken({ ...meeting, ...earlier })).toEqual([]);
      expect(broken({ ...meeting, ...earlier, ...thatDay })).toEqual(['NOTICE']);
      expect(broken({ ...meeting, ...thatDay, startsAt: wasAt, meetingOn: wasOn })).toEqual([]);
    }
  });

  it('QUORUM: takes nobody’s presence to another day', () => {
    expect(broken({ ...plenary, presenceRecorded: true })).toEqual(['QUORUM']);
    expect(broken({ ...plenary, presenceRecorded: true, wasOn: plenary.meetingOn })).toEqual([]);
  });

  it('EXTRAORDINARY: keeps a plenary that members require within its sixty days', () => {
    expect(broken({ ...plenary, requiredOn: day('2024-05-01') })).toEqual([]);
    expect(broken({ ...plenary, requiredOn: day('2024-04-30') })).toEqual(['EXTRAORDINARY']);
    // It stood late already: it stays on its day, or comes sooner.
    const late = { ...plenary, requiredOn: day('2024-04-10') };
    expect(broken(late)).toEqual(['EXTRAORDINARY']);
    expect(broken({ ...late, meetingOn: late.wasOn, startsAt: new Date('2024-06-20T15:00:00Z') })).toEqual(
      [],
    );
  });

  it('C3-COMMITTEE: moves no first plenary to a day without members enough', () => {
    const few = { isFirstPlenary: true, memberCounts: { GOVERNMENT: 2, CIVIL_SOCIETY: 3 } };
    expect(broken({ ...plenary, ...few })).toEqual(['C3-COMMITTEE']);
  });

  it('C3-COMMITTEE: moves the committee to no day on which nobody is on it', () => {
    const nobody = { memberCounts: { GOVERNMENT: 0, CIVIL_SOCIETY: 0 } };
    expect(broken({ ...committees, ...nobody })).toEqual(['C3-COMMITTEE']);
  });

  it('C3-COCHAIRS: judges the seats put to the vote for the new day', () => {
    const seat = { office: 'CO_CHAIR', college: 'GOVERNMENT' } as const;
    const held = (untilOn: string) => ({
      opens: false,
      seat,
      plenaryOn: plenary.meetingOn,
      seats: [{ number: 1, holder: { memberId: 'a', name: 'A', untilOn: day(untilOn) } }],
      given: 1,
      room: 2,
      members: 9,
    });
    expect(broken({ ...plenary, called: [held('2024-12-01')] })).toEqual([]);
    expect(broken({ ...plenary, called: [held('2025-03-01')] })).toEqual(['C3-COCHAIRS']);
  });

  it('ELIGIBILITY: closes no nominations that are open', () => {
    const seat = { office: 'CO_CHAIR', college: 'GOVERNMENT' } as const;
    const nominations = (lastOn: string | null, newLastOn: string | null) => [
      {
        seat,
        lastOn: lastOn === null ? null : day(lastOn),
        newLastOn: newLastOn === null ? null : day(newLastOn),
      },
    ];
    expect(broken({ ...plenary, nominations: nominations(null, null) })).toEqual([]);
    expect(broken({ ...plenary, nominations: nominations('2024-06-15', '2024-06-25') })).toEqual([]);
    expect(broken({ ...plenary, nominations: nominations('2024-06-15', '2024-06-08') })).toEqual([
      'ELIGIBILITY',
    ]);
    // They were closed before.
    expect(broken({ ...plenary, nominations: nominations('2024-06-09', '2024-06-08') })).toEqual([]);
  });
});

describe('agreeing to a move at short notice', () => {
  const facts: TurningFacts = {
    state: 'CONVENED',
    on: day('2024-06-10'),
    group: null,
    committee: null,
    secondConvocation: false,
    key: 'URGENCY',
    forDay: day('2024-06-17'),
    version: 1,
    agenda,
    secondKey: { by: 'COMMITTEE', vacant: [] },
    holder: {
      personId: 'ada',
      bySecretariat: false,
      byFounder: false,
      committeeCollege: 'GOVERNMENT',
      actedUntilOn: null,
      memberCollege: 'GOVERNMENT',
    },
  };
  const refusing = (some: Partial<TurningFacts>): RuleId[] =>
    judge(agreeToMove, { ...facts, ...some }).map(({ rule }) => rule);
  const member = { ...facts.holder, committeeCollege: null };

  it('C3-AGENDA: is of the holders of the second key, each for a part, once, on what is published', () => {
    expect(refusing({})).toEqual([]);
    expect(refusing({ forDay: null })).toEqual([]);
    expect(refusing({ version: 2 })).toEqual(['C3-AGENDA']);
    expect(refusing({ agenda: { ...agenda, keys: [urgency('GOVERNMENT')] } })).toEqual(['C3-AGENDA']);
    expect(refusing({ agenda: { ...agenda, keys: [urgency('CIVIL_SOCIETY')] } })).toEqual([]);
    expect(refusing({ holder: member })).toEqual(['C3-AGENDA']);
    expect(refusing({ holder: { ...member, bySecretariat: true } })).toEqual(['C3-AGENDA']);
    expect(refusing({ holder: { ...member, actedUntilOn: day('2024-06-09') } })).toEqual([
      'ACTING',
      'C3-AGENDA',
    ]);
  });

  it('C3-AGENDA: is of two members of a college that has nobody in office, for an agenda of elections', () => {
    const vacant = { secondKey: { by: 'COMMITTEE', vacant: ['GOVERNMENT'] }, holder: member } as const;
    expect(refusing(vacant)).toEqual(['C3-AGENDA']);
    const elections = { ...agenda, electionsOnly: true };
    expect(refusing({ ...vacant, agenda: elections })).toEqual([]);
    const hers = { ...urgency('GOVERNMENT'), byMember: true };
    expect(refusing({ ...vacant, agenda: { ...elections, keys: [hers] } })).toEqual([]);
    const again = { ...hers, turnedById: 'ada' };
    expect(refusing({ ...vacant, agenda: { ...elections, keys: [again] } })).toEqual(['C3-AGENDA']);
  });

  it('NOTICE: is to a day that is not past, and not for a second convocation', () => {
    expect(refusing({ forDay: day('2024-06-10') })).toEqual([]);
    expect(refusing({ forDay: day('2024-06-09') })).toEqual(['NOTICE']);
    expect(refusing({ secondConvocation: true })).toEqual(['NOTICE']);
  });

  it('LIFE: is for a plenary that is convened; other bodies have no keys', () => {
    expect(refusing({ state: 'PLANNED', agenda: null })).toEqual(['LIFE']);
    expect(refusing({ state: 'HELD' })).toEqual(['LIFE']);
    expect(refusing({ group })).toEqual(['C3-AGENDA']);
    expect(refusing({ committee: { coChairs: ['Ada'], actorCoChairs: true } })).toEqual(['C3-AGENDA']);
  });
});
