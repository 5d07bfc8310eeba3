import { describe, expect, it } from '@jest/globals';
import { day } from '@hemicycle/kernel';
import type { AgendaKeyName, AgendaKeyPart, KeyedAgenda, TurnedKey } from '../agenda-keys.js';
import type { RuleId } from '../articles.js';
import { quorum } from '../quorum.js';
import { judge, type Law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  type AttendanceFacts,
  cancelMeeting,
  declareNoQuorum,
  draftAgenda,
  type DraftingFacts,
  openSession,
  type OpeningFacts,
  planMeeting,
  recordAttendance,
  type SeatRecorded,
  turnKey,
  type TurningFacts,
} from './meetings.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): RuleId[] => judge(law, facts).map(({ rule }) => rule);
const reasons = <Facts>(law: Law<Facts>, facts: Facts): string =>
  judge(law, facts)
    .map(({ reason }) => reason.en)
    .join('\n');

describe('planning a plenary', () => {
  const at = new Date('2024-04-02T08:00:00Z');
  const startsAt = new Date('2024-06-12T12:00:00Z');

  it('C3-CONVOCATION: is the secretariat’s', () => {
    expect(broken(planMeeting, { group: null, committee: null, bySecretariat: true, at, startsAt })).toEqual(
      [],
    );
    expect(broken(planMeeting, { group: null, committee: null, bySecretariat: false, at, startsAt })).toEqual(
      ['C3-CONVOCATION'],
    );
  });

  it('NOTICE: is for a time to come', () => {
    expect(
      broken(planMeeting, { group: null, committee: null, bySecretariat: true, at, startsAt: at }),
    ).toEqual(['NOTICE']);
  });
});

describe('drafting an agenda', () => {
  const facts: DraftingFacts = {
    state: 'PLANNED',
    group: null,
    committee: null,
    electsSomebody: false,
    changesTheForum: false,
    bySecretariat: true,
    secondConvocation: false,
    departsFromRequest: false,
  };

  it('C3-AGENDA: is the secretariat’s', () => {
    expect(broken(draftAgenda, facts)).toEqual([]);
    expect(broken(draftAgenda, { ...facts, bySecretariat: false })).toEqual(['C3-AGENDA']);
  });

  it('LIFE: is for a planned or convened meeting', () => {
    expect(broken(draftAgenda, { ...facts, state: 'CONVENED' })).toEqual([]);
    expect(broken(draftAgenda, { ...facts, state: 'WITHOUT_QUORUM' })).toEqual(['LIFE']);
    expect(broken(draftAgenda, { ...facts, state: 'IN_SESSION' })).toEqual(['LIFE']);
  });

  it('EXTRAORDINARY: is not for a plenary that members required, whose agenda is theirs', () => {
    expect(broken(draftAgenda, { ...facts, departsFromRequest: true })).toEqual(['EXTRAORDINARY']);
  });

  it('QUORUM: a second convocation keeps its agenda', () => {
    expect(broken(draftAgenda, { ...facts, state: 'CONVENED', secondConvocation: true })).toEqual(['QUORUM']);
  });
});

describe('turning a key', () => {
  const turn = (key: AgendaKeyName, part: AgendaKeyPart, byMember: string | null = null): TurnedKey => ({
    key,
    part,
    byMember: byMember !== null,
    turnedById: byMember ?? 'Bea',
    turnedOn: day('2024-05-02'),
  });
  const keyed = (...keys: readonly TurnedKey[]): KeyedAgenda => ({
    version: 2,
    published: false,
    electionsOnly: false,
    requested: false,
    keys,
  });
  const nobody = {
    personId: 'Eva',
    bySecretariat: false,
    byFounder: false,
    committeeCollege: null,
    actedUntilOn: null,
    memberCollege: null,
  };
  const secretary = { ...nobody, bySecretariat: true };
  const founder = { ...nobody, byFounder: true };
  const chair = { ...nobody, committeeCollege: 'GOVERNMENT' } as const;
  const facts: TurningFacts = {
    state: 'PLANNED',
    group: null,
    committee: null,
    on: day('2024-06-01'),
    secondConvocation: false,
    key: 'SECRETARIAT',
    forDay: day('2024-06-20'),
    version: 2,
    agenda: keyed(),
    secondKey: { by: 'FOUNDING_GROUP' },
    holder: secretary,
  };

  it('C3-AGENDA: the first is the secretariat’s', () => {
    expect(broken(turnKey, facts)).toEqual([]);
    expect(broken(turnKey, { ...facts, holder: founder })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: before a committee exists, any member of the founding group turns the second', () => {
    expect(broken(turnKey, { ...facts, key: 'COMMITTEE', holder: founder })).toEqual([]);
    expect(broken(turnKey, { ...facts, key: 'COMMITTEE', holder: secretary })).toEqual(['C3-AGENDA']);
    expect(broken(turnKey, { ...facts, key: 'COMMITTEE', holder: chair })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: then one co-chair or committee member of each college turns a half', () => {
    const second: TurningFacts = {
      ...facts,
      key: 'COMMITTEE',
      secondKey: { by: 'COMMITTEE', vacant: [] },
      holder: chair,
    };
    const turned = turn('COMMITTEE', 'GOVERNMENT');
    expect(broken(turnKey, second)).toEqual([]);
    expect(broken(turnKey, { ...second, holder: founder })).toEqual(['C3-AGENDA']);
    expect(reasons(turnKey, { ...second, agenda: keyed(turned) })).toBe(
      'This key is turned on version 2 already.',
    );
    const otherSide = { ...nobody, committeeCollege: 'CIVIL_SOCIETY' } as const;
    expect(broken(turnKey, { ...second, holder: otherSide, agenda: keyed(turned) })).toEqual([]);
  });

  it('EXTRAORDINARY: not the second, where members required the plenary', () => {
    const requested = { ...keyed(), requested: true };
    const secondKey = { by: 'COMMITTEE', vacant: [] } as const;
    expect(broken(turnKey, { ...facts, secondKey, agenda: requested })).toEqual([]);
    const second = { ...facts, secondKey, holder: chair, agenda: requested };
    expect(broken(turnKey, { ...second, key: 'COMMITTEE' })).toEqual(['EXTRAORDINARY']);
    expect(broken(turnKey, { ...second, key: 'URGENCY' })).toEqual([]);
  });

  it('ACTING: not by whoever acted as long as she might, unless she is one of two members of a college without anybody', () => {
    const former = { ...nobody, actedUntilOn: day('2026-12-20'), memberCollege: 'GOVERNMENT' } as const;
    const second: TurningFacts = {
      ...facts,
      key: 'COMMITTEE',
      secondKey: { by: 'COMMITTEE', vacant: [] },
      holder: former,
    };
    expect(broken(turnKey, second)).toEqual(['ACTING', 'C3-AGENDA']);
    expect(reasons(turnKey, second)).toContain('you could act until 20 December 2026');
    expect(broken(turnKey, { ...second, key: 'URGENCY' })).toEqual(['ACTING', 'C3-AGENDA']);
    expect(broken(turnKey, { ...second, key: 'SECRETARIAT' })).toEqual(['C3-AGENDA']);
    const vacant: TurningFacts = {
      ...second,
      secondKey: { by: 'COMMITTEE', vacant: ['GOVERNMENT'] },
      agenda: { ...keyed(), electionsOnly: true },
    };
    expect(broken(turnKey, vacant)).toEqual([]);
  });

  it('C3-AGENDA: two members turn the half of a college that has nobody in office, for elections only', () => {
    const member = { ...nobody, memberCollege: 'GOVERNMENT' } as const;
    const elections = (...keys: readonly TurnedKey[]): KeyedAgenda => ({
      ...keyed(...keys),
      electionsOnly: true,
      requested: false,
    });
    const vacant: TurningFacts = {
      ...facts,
      key: 'COMMITTEE',
      secondKey: { by: 'COMMITTEE', vacant: ['GOVERNMENT'] },
      holder: member,
      agenda: elections(),
    };
    expect(broken(turnKey, vacant)).toEqual([]);
    expect(broken(turnKey, { ...vacant, key: 'URGENCY' })).toEqual([]);
    expect(broken(turnKey, { ...vacant, secondKey: { by: 'COMMITTEE', vacant: [] } })).toEqual(['C3-AGENDA']);
    expect(broken(turnKey, { ...vacant, holder: { ...member, memberCollege: 'CIVIL_SOCIETY' } })).toEqual([
      'C3-AGENDA',
    ]);
    expect(reasons(turnKey, { ...vacant, agenda: keyed() })).toContain('Version 2 carries other items.');
    const hers = turn('COMMITTEE', 'GOVERNMENT', 'Eva');
    const another = turn('COMMITTEE', 'GOVERNMENT', 'Flo');
    expect(broken(turnKey, { ...vacant, agenda: elections(another) })).toEqual([]);
    expect(reasons(turnKey, { ...vacant, agenda: elections(hers) })).toContain(
      'another member of the college',
    );
    const third = turn('COMMITTEE', 'GOVERNMENT', 'Gil');
    expect(reasons(turnKey, { ...vacant, agenda: elections(another, third) })).toContain(
      'is turned on version 2',
    );
  });

  it('C3-AGENDA: is done on the version that stands, once', () => {
    expect(broken(turnKey, { ...facts, agenda: null })).toEqual(['C3-AGENDA']);
    expect(reasons(turnKey, { ...facts, version: 1 })).toContain('The agenda stands at version 2');
    expect(broken(turnKey, { ...facts, agenda: keyed(turn('SECRETARIAT', 'WHOLE')) })).toEqual(['C3-AGENDA']);
  });

  it('NOTICE: urgency is agreed to by the holders of the second key', () => {
    expect(broken(turnKey, { ...facts, key: 'URGENCY', holder: founder })).toEqual([]);
    expect(broken(turnKey, { ...facts, key: 'URGENCY', holder: secretary })).toEqual(['C3-AGENDA']);
  });

  it('C3-AGENDA: after the convocation, is for a changed agenda', () => {
    const convened: TurningFacts = { ...facts, state: 'CONVENED' };
    expect(broken(turnKey, convened)).toEqual([]);
    expect(reasons(turnKey, { ...convened, agenda: { ...keyed(), published: true } })).toContain(
      'Version 2 of the agenda is published',
    );
  });

  it('NOTICE: no urgency is agreed to for a day that is past', () => {
    const past = { ...facts, on: day('2024-06-21') };
    expect(broken(turnKey, past)).toEqual([]);
    expect(broken(turnKey, { ...past, key: 'URGENCY', holder: founder })).toEqual(['NOTICE']);
    expect(broken(turnKey, { ...past, on: day('2024-06-20'), key: 'URGENCY', holder: founder })).toEqual([]);
  });

  it('QUORUM: a second convocation keeps its agenda', () => {
    expect(broken(turnKey, { ...facts, state: 'CONVENED', secondConvocation: true })).toEqual(['QUORUM']);
  });

  it('LIFE: is for a planned or convened meeting', () => {
    expect(broken(turnKey, { ...facts, state: 'HELD' })).toEqual(['LIFE']);
    expect(broken(turnKey, { ...facts, state: 'WITHOUT_QUORUM' })).toEqual(['LIFE']);
  });
});

describe('recording attendance', () => {
  const seat: SeatRecorded = {
    name: 'Ana',
    isMember: true,
    present: true,
    byAlternate: false,
    hasAlternate: false,
    represented: false,
    hasProxy: false,
    found: null,
  };
  const facts: AttendanceFacts = {
    state: 'CONVENED',
    minutesSent: false,
    body: 'PLENARY',
    on: day('2024-06-12'),
    meetingOn: day('2024-06-12'),
    rules: EDITION_0,
    seats: [seat],
  };
  const with1 = (changes: Partial<SeatRecorded>, more: Partial<AttendanceFacts> = {}): AttendanceFacts => ({
    ...facts,
    ...more,
    seats: [{ ...seat, ...changes }],
  });

  it('LIFE: goes from the convocation on, for a session that takes place', () => {
    for (const state of ['CONVENED', 'IN_SESSION', 'HELD'] as const) {
      expect(broken(recordAttendance, { ...facts, state })).toEqual([]);
    }
    for (const state of ['PLANNED', 'WITHOUT_QUORUM', 'CANCELLED'] as const) {
      expect(broken(recordAttendance, { ...facts, state })).toEqual(['LIFE']);
    }
  });

  it('MINUTES: is corrected until the members have the minutes that tell it', () => {
    const held = { state: 'HELD', on: day('2024-06-20') } as const;
    expect(broken(recordAttendance, with1({}, held))).toEqual([]);
    expect(broken(recordAttendance, with1({}, { ...held, minutesSent: true }))).toEqual(['MINUTES']);
  });

  it('MINUTES: tells nobody absent whom the quorum or a vote found present, nor unrepresented whose proxy they counted', () => {
    const held = { state: 'HELD', on: day('2024-06-20') } as const;
    const told = (found: SeatRecorded['found'], how: Partial<SeatRecorded>): string[] =>
      broken(recordAttendance, with1({ hasProxy: true, found, ...how }, held));
    const [there, represented, away] = [
      {},
      { present: false, represented: true },
      { present: false, represented: false },
    ];
    expect(told('PRESENT', there)).toEqual([]);
    expect(told('PRESENT', represented)).toEqual(['MINUTES']);
    expect(told('PRESENT', away)).toEqual(['MINUTES']);
    expect(told('REPRESENTED', there)).toEqual([]);
    expect(told('REPRESENTED', represented)).toEqual([]);
    expect(told('REPRESENTED', away)).toEqual(['MINUTES']);
    expect(told(null, away)).toEqual([]);
    const [{ reason } = { reason: { fr: '', en: '' } }] = judge(
      recordAttendance,
      with1({ ...away, found: 'PRESENT' }, held),
    );
    expect(reason.fr).toMatch(/présidence : présent, Ana\.$/u);
    expect(reason.en).toMatch(/presided: present, Ana\.$/u);
  });

  it('QUORUM: is of the members of the day of the meeting', () => {
    expect(broken(recordAttendance, with1({ isMember: false }))).toEqual(['QUORUM']);
  });

  it('QUORUM: presence is found on the day, apologies come before', () => {
    const before = { on: day('2024-06-11') };
    expect(broken(recordAttendance, with1({}, before))).toEqual(['QUORUM']);
    expect(broken(recordAttendance, with1({ present: false }, before))).toEqual([]);
    expect(broken(recordAttendance, with1({}, { state: 'IN_SESSION', on: day('2024-06-13') }))).toEqual([]);
  });

  it('ALTERNATE: only the named alternate sits in, and is there', () => {
    expect(broken(recordAttendance, with1({ byAlternate: true, hasAlternate: true }))).toEqual([]);
    expect(broken(recordAttendance, with1({ byAlternate: true }))).toEqual(['ALTERNATE']);
    expect(
      broken(recordAttendance, with1({ byAlternate: true, hasAlternate: true, present: false })),
    ).toEqual(['ALTERNATE']);
    const rules = { alternatesAllowed: false };
    expect(broken(recordAttendance, with1({ byAlternate: true, hasAlternate: true }, { rules }))).toEqual([
      'ALTERNATE',
    ]);
  });

  it('PROXY: whoever is represented gave one', () => {
    const represented = { present: false, represented: true };
    expect(broken(recordAttendance, with1({ ...represented, hasProxy: true }))).toEqual([]);
    expect(broken(recordAttendance, with1(represented))).toEqual(['PROXY']);
  });
});

describe('opening a session', () => {
  const startsAt = new Date('2024-06-12T12:00:00Z');
  const seats = (present: number): ReturnType<typeof quorum> =>
    quorum(
      [
        { college: 'GOVERNMENT', present: present > 0 },
        { college: 'CIVIL_SOCIETY', present: present > 1 },
      ],
      EDITION_0,
    );
  const facts: OpeningFacts = {
    state: 'CONVENED',
    at: startsAt,
    on: day('2024-06-12'),
    startsAt,
    meetingOn: day('2024-06-12'),
    when: { fr: '12 juin 2024 à 14 h 00', en: '12 June 2024 at 14:00' },
    actorMemberId: 'ana',
    bySecretariat: false,
    designation: { rank: 'CO_CHAIR', memberId: 'ana' },
    presidentName: 'Ana',
    presidentActs: false,
    quorum: seats(2),
    quorumRequired: true,
  };
  const missed: OpeningFacts = { ...facts, quorum: seats(1) };

  it('is allowed to whoever presides, at the hour, with the quorum', () => {
    expect(broken(openSession, facts)).toEqual([]);
    expect(broken(declareNoQuorum, missed)).toEqual([]);
  });

  it('LIFE: needs a convened meeting', () => {
    expect(broken(openSession, { ...facts, state: 'PLANNED' })).toEqual(['LIFE']);
    expect(broken(openSession, { ...facts, state: 'IN_SESSION' })).toEqual(['LIFE']);
    expect(broken(declareNoQuorum, { ...missed, state: 'WITHOUT_QUORUM' })).toEqual(['LIFE']);
  });

  it('PRESIDING: is for the president designated, who is named', () => {
    const another: OpeningFacts = { ...facts, actorMemberId: 'bea' };
    expect(broken(openSession, another)).toEqual(['PRESIDING']);
    expect(reasons(openSession, another)).toBe('Ana presides over the session (co-chair present).');
    expect(reasons(openSession, { ...another, presidentActs: true })).toBe(
      'Ana presides over the session (co-chair present, acting).',
    );
    expect(broken(openSession, { ...facts, actorMemberId: null, bySecretariat: true })).toEqual([
      'PRESIDING',
    ]);
    expect(broken(declareNoQuorum, { ...missed, actorMemberId: 'bea' })).toEqual(['PRESIDING']);
  });

  it('PRESIDING: is for anybody of the secretariat when no member can', () => {
    const nobody: OpeningFacts = {
      ...facts,
      designation: { rank: 'SECRETARIAT', memberId: null },
      presidentName: null,
    };
    expect(broken(openSession, nobody)).toEqual(['PRESIDING']);
    expect(broken(openSession, { ...nobody, bySecretariat: true })).toEqual([]);
  });

  it('NOTICE: takes place on the day, from the hour of the convocation on', () => {
    const early = new Date(startsAt.getTime() - 1);
    expect(broken(openSession, { ...facts, at: early })).toEqual(['NOTICE']);
    expect(broken(openSession, { ...facts, on: day('2024-06-13') })).toEqual(['NOTICE']);
    expect(broken(declareNoQuorum, { ...missed, at: early })).toEqual(['NOTICE']);
    expect(reasons(openSession, { ...facts, at: early })).toContain('12 June 2024 at 14:00');
  });

  it('QUORUM: needs it in each college, unless this is a second convocation', () => {
    expect(broken(openSession, missed)).toEqual(['QUORUM']);
    expect(reasons(openSession, missed)).toContain('Civil society: 1 voting member;');
    expect(broken(openSession, { ...missed, quorumRequired: false })).toEqual([]);
  });

  it('QUORUM: its lack is declared only when it is required and missed', () => {
    expect(broken(declareNoQuorum, facts)).toEqual(['QUORUM']);
    expect(broken(declareNoQuorum, { ...missed, quorumRequired: false })).toEqual(['QUORUM']);
  });
});

describe('cancelling a meeting', () => {
  it('C3-CONVOCATION: is the secretariat’s', () => {
    expect(
      broken(cancelMeeting, { group: null, committee: null, state: 'CONVENED', bySecretariat: true }),
    ).toEqual([]);
    expect(
      broken(cancelMeeting, { group: null, committee: null, state: 'CONVENED', bySecretariat: false }),
    ).toEqual(['C3-CONVOCATION']);
  });

  it('LIFE: is not for a meeting that was opened', () => {
    expect(
      broken(cancelMeeting, { group: null, committee: null, state: 'WITHOUT_QUORUM', bySecretariat: true }),
    ).toEqual([]);
    expect(
      broken(cancelMeeting, { group: null, committee: null, state: 'IN_SESSION', bySecretariat: true }),
    ).toEqual(['LIFE']);
    expect(
      broken(cancelMeeting, { group: null, committee: null, state: 'HELD', bySecretariat: true }),
    ).toEqual(['LIFE']);
  });
});
