import { describe, expect, it } from '@jest/globals';
import { type College, day } from '@hemicycle/kernel';
import { quorum } from '../quorum.js';
import { judge, type Law } from '../rule.js';
import { EDITION_0 } from '../rules-of-procedure.js';
import {
  castDecisionVote,
  closeDecisionVote,
  completeFollowUp,
  type DecidingFacts,
  declareInterest,
  denyInterest,
  type InterestFacts,
  openDecisionVote,
  postponeItem,
  type PostponingFacts,
  putToVote,
  recordConsensus,
  recordFollowUp,
  redateFollowUp,
  type SubjectFacts,
  withdrawFollowUp,
} from './decisions.js';

const broken = <Facts>(law: Law<Facts>, facts: Facts): string[] => judge(law, facts).map(({ rule }) => rule);

const facts: DecidingFacts = {
  state: 'IN_SESSION',
  onTheAgenda: true,
  put: null,
  postponed: false,
  subject: null,
  actorPresides: true,
  president: 'Ana',
};

describe('putting an item to the vote', () => {
  const about = (subject: SubjectFacts): string[] => broken(putToVote, { ...facts, subject });

  it('RULES-ADOPTION: the first plenary ratifies the edition that stands approved', () => {
    const ratification = {
      subject: 'RULES_RATIFICATION',
      isFirstPlenary: true,
      edition: { ratifiedOn: null },
    } as const;
    expect(about(ratification)).toEqual([]);
    expect(about({ ...ratification, isFirstPlenary: false })).toEqual(['RULES-ADOPTION']);
    expect(about({ ...ratification, edition: null })).toEqual(['RULES-ADOPTION']);
    const subject = { ...ratification, edition: { ratifiedOn: day('2024-06-20') } };
    expect(judge(putToVote, { ...facts, subject })[0]?.reason.en).toBe(
      'Edition 1 was ratified on 20 June 2024.',
    );
  });

  it('RULES-ADOPTION: a plenary adopts the draft that waits, edition 1 once the founding group is gone', () => {
    const subject = 'RULES_EDITION';
    const draft = (number: number, foundersAtWork: boolean, state: 'DRAFTED' | 'SUPERSEDED' = 'DRAFTED') =>
      about({ subject, edition: { number, state }, foundersAtWork });
    expect(draft(2, false)).toEqual([]);
    expect(draft(2, true)).toEqual([]);
    expect(draft(1, false)).toEqual([]);
    expect(draft(1, true)).toEqual(['RULES-ADOPTION']);
    expect(draft(2, false, 'SUPERSEDED')).toEqual(['RULES-ADOPTION']);
  });

  it('LIFE: a removal (VACANCY) ends a mandate that is in force', () => {
    const removal = (on: string) =>
      about({
        subject: 'COMMITTEE_REMOVAL',
        on: day(on),
        mandate: { holder: 'Bea', untilOn: day('2026-06-20') },
      });
    expect(removal('2026-06-20')).toEqual([]);
    expect(removal('2026-06-21')).toEqual(['LIFE']);
  });

  it('LIFE, WORKING-GROUP-SETUP: a group is set up as it was proposed, closed once set up, given facilitators while at work', () => {
    const rules = { facilitatorsPerCollege: 1 };
    const facilitator = { name: 'Bea', college: 'GOVERNMENT', isMember: true } as const;
    const other = { name: 'Cid', college: 'CIVIL_SOCIETY', isMember: true } as const;
    const settingUp = {
      subject: 'WORKING_GROUP_SETUP',
      state: 'PROPOSED',
      rules,
      facilitators: [facilitator, other],
    } as const;
    expect(about(settingUp)).toEqual([]);
    expect(about({ ...settingUp, state: 'SET_UP' })).toEqual(['LIFE']);
    expect(about({ ...settingUp, facilitators: [facilitator, { ...other, isMember: false }] })).toEqual([
      'WORKING-GROUP-SETUP',
    ]);
    expect(about({ subject: 'WORKING_GROUP_CLOSURE', state: 'SET_UP' })).toEqual([]);
    expect(about({ subject: 'WORKING_GROUP_CLOSURE', state: 'PROPOSED' })).toEqual(['LIFE']);
    const naming = {
      subject: 'FACILITATOR_NAMING',
      state: 'SET_UP',
      rules,
      facilitator,
      facilitates: false,
      staying: 0,
    } as const;
    expect(about(naming)).toEqual([]);
    expect(about({ ...naming, state: 'CLOSED', staying: 1 })).toEqual(['LIFE', 'WORKING-GROUP-SETUP']);
  });

  it('LIFE: in session, and once', () => {
    expect(broken(putToVote, { ...facts, state: 'CONVENED' })).toEqual(['LIFE']);
    expect(broken(putToVote, { ...facts, put: 'REJECTED' })).toEqual(['LIFE']);
    expect(broken(putToVote, { ...facts, postponed: true })).toEqual(['LIFE']);
  });

  it('PRESIDING: is the president’s', () => {
    const [refused] = judge(putToVote, { ...facts, actorPresides: false });
    expect(refused).toMatchObject({ rule: 'PRESIDING', reason: { en: expect.stringContaining('Ana') } });
    expect(broken(putToVote, { ...facts, actorPresides: false, president: null })).toEqual(['PRESIDING']);
  });

  it('C3-AGENDA: is for what the published agenda carries', () => {
    expect(broken(putToVote, { ...facts, onTheAgenda: false })).toEqual(['C3-AGENDA']);
  });
});

describe('a consensus', () => {
  const objector = (takesPart: boolean, recused: boolean) => ({
    ...facts,
    subject: null,
    objectors: [{ name: 'Bea', takesPart, recused }],
    collegesAway: [],
  });

  it('DECISION: is of both colleges', () => {
    const away = (...collegesAway: College[]) => ({ ...objector(true, false), objectors: [], collegesAway });
    expect(broken(recordConsensus, away())).toEqual([]);
    expect(broken(recordConsensus, away('CIVIL_SOCIETY'))).toEqual(['DECISION']);
    expect(broken(recordConsensus, away('GOVERNMENT', 'CIVIL_SOCIETY'))).toEqual(['DECISION']);
  });

  it('DECISION: changes neither rules nor mandates, which are voted on', () => {
    const on = day('2024-12-12');
    const mandate = { holder: 'Bea', untilOn: day('2026-06-20') };
    const removal = { subject: 'COMMITTEE_REMOVAL', on, mandate } as const;
    expect(broken(recordConsensus, { ...objector(true, false), subject: removal })).toEqual(['DECISION']);
    expect(broken(putToVote, { ...facts, subject: removal })).toEqual([]);
  });

  it('DECISION: keeps the objections of members who take part', () => {
    expect(broken(recordConsensus, objector(true, false))).toEqual([]);
    expect(broken(recordConsensus, objector(false, false))).toEqual(['DECISION']);
  });

  it('RECUSAL: keeps none of whoever declared an interest', () => {
    expect(broken(recordConsensus, objector(true, true))).toEqual(['RECUSAL']);
    expect(broken(recordConsensus, objector(false, true))).toEqual(['RECUSAL']);
  });

  it('LIFE, PRESIDING, C3-AGENDA: is recorded like a vote is ordered', () => {
    const refused = {
      ...facts,
      state: 'HELD',
      actorPresides: false,
      onTheAgenda: false,
      subject: null,
      objectors: [],
      collegesAway: [],
    } as const;
    expect(broken(recordConsensus, refused)).toEqual(['LIFE', 'PRESIDING', 'C3-AGENDA']);
  });
});

describe('leaving an item to the next session', () => {
  const item: PostponingFacts = { ...facts, item: { isElection: false } };

  it('LIFE: is in session, once, of what was not decided; an election is cancelled instead', () => {
    expect(broken(postponeItem, item)).toEqual([]);
    expect(broken(postponeItem, { ...item, state: 'CONVENED' })).toEqual(['LIFE']);
    expect(broken(postponeItem, { ...item, put: 'ORDERED' })).toEqual(['LIFE']);
    expect(broken(postponeItem, { ...item, postponed: true })).toEqual(['LIFE']);
    expect(broken(postponeItem, { ...item, item: { isElection: true } })).toEqual(['LIFE']);
  });

  it('PRESIDING: is the president’s, or the secretariat’s where no member can preside', () => {
    const [refused] = judge(postponeItem, { ...item, actorPresides: false });
    expect(refused).toMatchObject({ rule: 'PRESIDING', reason: { en: expect.stringContaining('Ana') } });
    expect(broken(postponeItem, { ...item, actorPresides: false, president: null })).toEqual(['PRESIDING']);
  });

  it('C3-AGENDA: is of what the published agenda carries', () => {
    expect(broken(postponeItem, { ...item, item: null })).toEqual(['C3-AGENDA']);
  });
});

describe('declaring an interest', () => {
  const member = {
    name: 'Bea',
    isHerself: true,
    isMember: true,
    takesPart: true,
    declared: false,
    denied: false,
  };
  const interest: InterestFacts = {
    state: 'CONVENED',
    rules: EDITION_0,
    body: 'PLENARY',
    item: { isElection: false },
    member,
    actorPresides: false,
    put: null,
  };

  it('RECUSAL: is hers, or of whoever presides over the item and records what she said', () => {
    expect(broken(declareInterest, interest)).toEqual([]);
    const another = { ...interest, member: { ...member, isHerself: false } };
    expect(broken(declareInterest, another)).toEqual(['RECUSAL']);
    expect(broken(declareInterest, { ...another, actorPresides: true })).toEqual([]);
    const away = { ...member, takesPart: false };
    expect(broken(declareInterest, { ...interest, member: away })).toEqual([]);
    expect(
      broken(declareInterest, { ...interest, member: { ...away, isHerself: false }, actorPresides: true }),
    ).toEqual(['RECUSAL']);
    expect(broken(declareInterest, { ...interest, member: null, actorPresides: true })).toEqual(['RECUSAL']);
    const outside = { ...interest, member: { ...member, isMember: false } };
    expect(broken(declareInterest, outside)).toEqual(['RECUSAL']);
    expect(judge(declareInterest, { ...outside, body: 'MANAGEMENT_COMMITTEE' })[0]?.reason.en).toBe(
      'Bea is not a member of the management committee on the day of the session.',
    );
  });

  it('RECUSAL: is not for an election, nor where the rules have no recusal', () => {
    expect(broken(declareInterest, { ...interest, item: { isElection: true } })).toEqual(['RECUSAL']);
    expect(broken(declareInterest, { ...interest, rules: { recusalRequired: false } })).toEqual(['RECUSAL']);
  });

  it('LIFE: once, from the convocation on, until the vote opens', () => {
    expect(broken(declareInterest, { ...interest, put: 'ORDERED' })).toEqual([]);
    expect(broken(declareInterest, { ...interest, put: 'VOTING' })).toEqual(['LIFE']);
    expect(broken(declareInterest, { ...interest, put: 'ADOPTED' })).toEqual(['LIFE']);
    expect(broken(declareInterest, { ...interest, state: 'PLANNED' })).toEqual(['LIFE']);
    expect(broken(declareInterest, { ...interest, member: { ...member, declared: true } })).toEqual(['LIFE']);
  });

  it('RECUSAL: is not recorded again once she denied it, save by herself', () => {
    const another = { ...interest, actorPresides: true, member: { ...member, isHerself: false } };
    expect(broken(declareInterest, another)).toEqual([]);
    expect(broken(declareInterest, { ...another, member: { ...another.member, denied: true } })).toEqual([
      'RECUSAL',
    ]);
    // She denied it by mistake: she says so herself.
    expect(broken(declareInterest, { ...interest, member: { ...member, denied: true } })).toEqual([]);
  });

  it('C3-AGENDA: is in an item of the published agenda', () => {
    expect(broken(declareInterest, { ...interest, item: null })).toEqual(['C3-AGENDA']);
  });
});

describe('denying an interest', () => {
  const denial = { state: 'IN_SESSION', put: null, recorded: 'BY_ANOTHER' } as const;

  it('RECUSAL: is the member’s, where somebody else recorded it, and settles it', () => {
    expect(broken(denyInterest, denial)).toEqual([]);
    expect(broken(denyInterest, { ...denial, recorded: 'BY_HERSELF' })).toEqual(['RECUSAL']);
    expect(broken(denyInterest, { ...denial, recorded: null })).toEqual(['RECUSAL']);
  });

  it('LIFE: is until the vote opens, while the meeting lasts', () => {
    expect(broken(denyInterest, { ...denial, put: 'ORDERED' })).toEqual([]);
    expect(broken(denyInterest, { ...denial, put: 'VOTING' })).toEqual(['LIFE']);
    expect(broken(denyInterest, { ...denial, state: 'HELD' })).toEqual(['LIFE']);
  });
});

describe('what follows from a decision', () => {
  const takenOn = day('2024-06-20');

  it('LIFE: is recorded once it is adopted, and due no sooner', () => {
    expect(broken(recordFollowUp, { state: 'ADOPTED', takenOn, dueOn: takenOn })).toEqual([]);
    expect(broken(recordFollowUp, { state: 'ADOPTED', takenOn, dueOn: day('2024-06-19') })).toEqual(['LIFE']);
    expect(broken(recordFollowUp, { state: 'REJECTED', takenOn, dueOn: takenOn })).toEqual(['LIFE']);
    expect(broken(recordFollowUp, { state: 'VOTING', takenOn: null, dueOn: takenOn })).toEqual(['LIFE']);
  });

  it('LIFE: is done once, by today', () => {
    const on = day('2024-07-01');
    const waits = { on, doneOn: on, recordedOn: null, withdrawn: false };
    expect(broken(completeFollowUp, waits)).toEqual([]);
    expect(broken(completeFollowUp, { ...waits, doneOn: day('2024-07-02') })).toEqual(['LIFE']);
    expect(broken(completeFollowUp, { ...waits, recordedOn: takenOn })).toEqual(['LIFE']);
    expect(broken(completeFollowUp, { ...waits, withdrawn: true })).toEqual(['LIFE']);
  });

  it('LIFE: gets another day, or is withdrawn, while it waits', () => {
    const [dueOn, formerlyDueOn] = [day('2024-09-01'), day('2024-07-01')];
    const waits = {
      state: 'ADOPTED',
      takenOn,
      dueOn,
      formerlyDueOn,
      recordedOn: null,
      withdrawn: false,
    } as const;
    expect(broken(redateFollowUp, waits)).toEqual([]);
    expect(broken(redateFollowUp, { ...waits, dueOn: formerlyDueOn })).toEqual(['LIFE']);
    expect(broken(redateFollowUp, { ...waits, dueOn: day('2024-06-19') })).toEqual(['LIFE']);
    expect(broken(withdrawFollowUp, waits)).toEqual([]);
    for (const law of [redateFollowUp, withdrawFollowUp]) {
      expect(broken<typeof waits>(law, { ...waits, withdrawn: true } as never)).toEqual(['LIFE']);
      expect(broken<typeof waits>(law, { ...waits, recordedOn: takenOn } as never)).toEqual(['LIFE']);
    }
  });
});

describe('a recorded vote', () => {
  const present = quorum(
    [
      { college: 'GOVERNMENT', present: true },
      { college: 'CIVIL_SOCIETY', present: true },
    ],
    EDITION_0,
  );
  const opening = {
    state: 'ORDERED',
    meetingState: 'IN_SESSION',
    quorum: present,
    quorumRequired: true,
    majority: 'DOUBLE',
  } as const;

  it('QUORUM: opens with a quorum in each college, unless none is required', () => {
    const missed = quorum([{ college: 'GOVERNMENT', present: true }], EDITION_0);
    expect(broken(openDecisionVote, opening)).toEqual([]);
    expect(broken(openDecisionVote, { ...opening, quorum: missed })).toEqual(['QUORUM']);
    const few = quorum(
      (['GOVERNMENT', 'CIVIL_SOCIETY'] as const).flatMap((college) => [
        { college, present: true },
        { college, present: false },
        { college, present: false },
      ]),
      EDITION_0,
    );
    expect(broken(openDecisionVote, { ...opening, quorum: few })).toEqual(['QUORUM']);
    expect(broken(openDecisionVote, { ...opening, quorum: few, quorumRequired: false })).toEqual([]);
  });

  it('DECISION: takes somebody of each college where the majority is double, quorum or not', () => {
    const recused = quorum([{ college: 'GOVERNMENT', present: true }], EDITION_0, ['CIVIL_SOCIETY']);
    const again = { ...opening, quorum: recused, quorumRequired: false };
    expect(broken(openDecisionVote, again)).toEqual(['DECISION']);
    expect(judge(openDecisionVote, again)[0]?.reason.en).toContain(
      'civil society college votes on this item (1 recused)',
    );
    expect(broken(openDecisionVote, { ...again, majority: 'SIMPLE' })).toEqual([]);
  });

  it('LIFE: opens once, in session', () => {
    expect(broken(openDecisionVote, { ...opening, state: 'VOTING' })).toEqual(['LIFE']);
    expect(broken(openDecisionVote, { ...opening, meetingState: 'HELD' })).toEqual(['LIFE']);
  });

  it('QUORUM, ALTERNATE: hears those who hold the vote of a seat that takes part', () => {
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'HELD' })).toEqual([]);
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'NOT_HELD' })).toEqual(['QUORUM']);
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'ALTERNATE_SITS_IN' })).toEqual(['ALTERNATE']);
  });

  it('RECUSAL: does not hear a seat that takes no part', () => {
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'RECUSED' })).toEqual(['RECUSAL']);
  });

  it('PROXY: does not hear whoever held one that ended', () => {
    expect(broken(castDecisionVote, { state: 'VOTING', vote: 'PROXY_ENDED' })).toEqual(['PROXY']);
  });

  it('LIFE: is over once it is closed', () => {
    expect(broken(castDecisionVote, { state: 'ADOPTED', vote: 'HELD' })).toEqual(['LIFE']);
    expect(broken(closeDecisionVote, { state: 'VOTING' })).toEqual([]);
    expect(broken(closeDecisionVote, { state: 'REJECTED' })).toEqual(['LIFE']);
  });
});
