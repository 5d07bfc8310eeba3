import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, Plenary } from '../support/plenary.js';

describe('an election whose first round elects nobody', () => {
  let plenary: Plenary;
  let electionId: string;
  const candidacies: string[] = [];
  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 7 });
    electionId = (await plenary.convened()).GOVERNMENT;
    for (const place of [2, 3, 4]) {
      candidacies.push(await plenary.stands(plenary.member('GOVERNMENT', place), electionId));
    }
    await plenary.opened();
  });
  afterAll(() => plenary?.forum.close());

  it('goes to a second round with all tied for a place, on the same register', async () => {
    const [a = '', b = '', c = ''] = candidacies;
    await plenary.round(electionId, 'GOVERNMENT', [a, a, a, b, b, c, c]);
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('POLL');
    const { rounds } = await plenary.election(
      electionId,
      'rounds { count { outcome outcomeFor { id } explanation } }',
    );
    expect(rounds[0].count).toMatchObject({ outcome: 'SECOND_ROUND' });
    expect(rounds[0].count.outcomeFor.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [a, b, c].toSorted(),
    );
    expect(rounds[0].count.explanation).toContain('all of these names go on');
  });

  it('lets who was on its register vote in every round, even if the membership has ended (REGISTER)', async () => {
    const lost = plenary.member('GOVERNMENT', 7);
    const input = { memberId: lost.memberId, reason: 'RESIGNED', lastOn: '2024-06-20' };
    done(await plenary.secretary.does('endMembership', input));
    await plenary.goTo('2024-06-21');
    expect(await plenary.secretary.does('openVoting', { electionId })).toBeRefusedBy('POLL');
    // The second round is on the order of the president who ordered the first, whoever may preside now.
    const refused = await plenary.member('GOVERNMENT', 5).does('orderPoll', { electionId });
    expect(refused).toBeRefusedBy('PRESIDING');
    expect(refused.violations[0].reason).toContain('GOVERNMENT 1');
    await plenary.vote(electionId);
    const [a = '', b = ''] = candidacies;
    expect(await plenary.cast(lost, electionId, b)).toMatchObject({ round: 2, number: 1 });
    for (const [place, choice] of [
      [1, a],
      [2, b],
      [3, a],
    ] as const) {
      done(await plenary.cast(plenary.member('GOVERNMENT', place), electionId, choice));
    }
    await plenary.count(electionId);
    const { rounds, register } = await plenary.election(
      electionId,
      'register { number } rounds { number count { outcome majorityNeeded votesCast explanation(language: FR) } }',
    );
    expect(register).toHaveLength(7);
    expect(rounds[1]).toMatchObject({
      number: 2,
      count: { outcome: 'TIED', majorityNeeded: null, votesCast: 4 },
    });
    expect(rounds[1].count.explanation).toContain('la règle des égalités s’applique (TIE)');
  });

  it('proclaims nobody where the first are tied (TIE)', async () => {
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('TIE');
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('POLL');
  });

  it('goes to one run-off among those tied, and to no other (TIE)', async () => {
    const [a = '', b = '', c = ''] = candidacies;
    await plenary.vote(electionId);
    expect(await plenary.cast(plenary.member('GOVERNMENT', 1), electionId, c)).toBeRefusedBy('ELIGIBILITY');
    for (const [place, choice] of [
      [1, a],
      [2, b],
    ] as const) {
      done(await plenary.cast(plenary.member('GOVERNMENT', place), electionId, choice));
    }
    await plenary.count(electionId);
    const { rounds } = await plenary.election(
      electionId,
      'rounds { kind seats candidates { id } count { outcome elected { id } } }',
    );
    expect(rounds.map(({ kind }: { kind: string }) => kind)).toEqual(['FIRST', 'SECOND', 'RUN_OFF']);
    expect(rounds[2].candidates).toHaveLength(2);
    expect(rounds[2]).toMatchObject({
      seats: 1,
      candidates: expect.arrayContaining([{ id: a }, { id: b }]),
      count: { outcome: 'TIED', elected: [] },
    });
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('TIE');
    expect(await plenary.president().does('orderPoll', { electionId })).toBeRefusedBy('TIE');
    const reason = 'They are tied.';
    expect(await plenary.secretary.does('cancelElection', { electionId, reason })).toBeRefusedBy('LIFE');
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('POLL');
    expect(await plenary.stateOf(electionId)).toBe('COUNTED');
    expect(await plenary.closes(plenary.president())).toBeRefusedBy('C3-FIRST-PLENARY');
  });

  it('fails when nothing settled it within ten days, and may then be called again in the same session (POLL)', async () => {
    await plenary.goTo('2024-07-01');
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('POLL');
    await plenary.goTo('2024-07-02');
    expect(
      await plenary.secretary.does(
        'recordFailure',
        { electionId },
        '... on Election { state conclusion { failure reason } }',
      ),
    ).toMatchObject({
      state: 'FAILED',
      conclusion: {
        failure: 'NOT_SETTLED_IN_TIME',
        reason: 'The round needed to decide between the candidates was not opened in time.',
      },
    });
    const again = await plenary.call('GOVERNMENT');
    const ours = await plenary.stands(plenary.member('GOVERNMENT', 2), again);
    await plenary.round(again, 'GOVERNMENT', [ours]);
    done(await plenary.secretary.does('proclaimResult', { electionId: again }));
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { fromOn untilOn } } }');
    expect(committee.coChairs).toEqual([{ fromOn: '2024-07-02', untilOn: '2026-07-02' }]);
  });

  it('never gives the seat twice, even on a day after the plenary’s (C3-COCHAIRS)', async () => {
    const input = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'GOVERNMENT' };
    expect(await plenary.secretary.does('callElection', input)).toBeRefusedBy('C3-COCHAIRS');
  });
});

describe('an election that fails', () => {
  let plenary: Plenary;
  let elections: Readonly<Record<'GOVERNMENT' | 'CIVIL_SOCIETY', string>>;
  beforeAll(async () => {
    plenary = await Plenary.planned();
    elections = await plenary.convened();
    await plenary.opened();
  });
  afterAll(() => plenary?.forum.close());

  it('does so without a candidate, once the item is taken up (POLL)', async () => {
    const electionId = elections.GOVERNMENT;
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('POLL');
    done(await plenary.president().does('orderPoll', { electionId }));
    expect(await plenary.secretary.does('openVoting', { electionId })).toBeRefusedBy('POLL');
    expect(await plenary.president().does('recordFailure', { electionId })).toMatchObject({
      code: 'FORBIDDEN',
    });
    done(await plenary.secretary.does('recordFailure', { electionId }));
    expect(await plenary.election(electionId, 'state conclusion { failure }')).toEqual({
      state: 'FAILED',
      conclusion: { failure: 'NO_CANDIDATE' },
    });
    expect(await plenary.secretary.does('recordFailure', { electionId })).toBeRefusedBy('LIFE');
  });

  it('does so without a valid vote: blank votes are none (POLL, BLANK)', async () => {
    const electionId = elections.CIVIL_SOCIETY;
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 1), electionId);
    await plenary.round(electionId, 'CIVIL_SOCIETY', [null, null]);
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('POLL');
    done(await plenary.secretary.does('recordFailure', { electionId }));
    expect(
      await plenary.election(
        electionId,
        'rounds { count { blanks votesCast outcome } } conclusion { failure }',
      ),
    ).toEqual({
      rounds: [{ count: { blanks: 2, votesCast: 0, outcome: 'FAILED' } }],
      conclusion: { failure: 'NO_VALID_VOTE' },
    });
  });

  it('does so when whoever won is no longer a member (ELIGIBILITY)', async () => {
    const electionId = await plenary.call('CIVIL_SOCIETY');
    const winner = plenary.member('CIVIL_SOCIETY', 2);
    const theirs = await plenary.stands(winner, electionId);
    await plenary.round(electionId, 'CIVIL_SOCIETY', [theirs]);
    const input = { memberId: winner.memberId, reason: 'LEFT_ORGANISATION', lastOn: '2024-06-20' };
    done(await plenary.secretary.does('endMembership', input));
    await plenary.goTo('2024-06-21');
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('ELIGIBILITY');
    done(await plenary.secretary.does('recordFailure', { electionId }));
    expect(await plenary.election(electionId, 'conclusion { failure }')).toEqual({
      conclusion: { failure: 'WINNER_LOST' },
    });
  });

  it('lets the first plenary close, the failure being recorded (C3-FIRST-PLENARY)', async () => {
    expect(await plenary.closes(plenary.president())).toMatchObject({ state: 'HELD' });
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { id } } }');
    expect(committee.coChairs).toEqual([]);
  });
});

describe('by-elections at a later plenary', () => {
  let plenary: Plenary;
  let electionId: string;
  const candidacies: string[] = [];
  beforeAll(async () => {
    const first = await (await Plenary.planned({ settings: { collegeVotes: 'PLENARY' } })).held();
    await first.goTo('2024-11-20');
    plenary = await first.another('2024-12-12');
  });
  afterAll(() => plenary?.forum.close());

  it('are for a seat that is vacant (C3-COCHAIRS)', async () => {
    const input = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'CIVIL_SOCIETY' };
    const refused = await plenary.secretary.does('callElection', input);
    expect(refused).toBeRefusedBy('C3-COCHAIRS');
    expect(refused.violations[0].reason).toContain('CIVIL_SOCIETY 3 until 20 June 2026');
    await plenary.agenda(['CIVIL_SOCIETY']);
    await plenary.keys([plenary.member('GOVERNMENT', 3), plenary.member('CIVIL_SOCIETY', 3)]);
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { id college } } }');
    const mandateId = committee.coChairs[1].id;
    const resigns = plenary.member('CIVIL_SOCIETY', 3);
    done(await resigns.does('resignMandate', { mandateId, lastOn: '2024-11-20' }));
    electionId = await plenary.call('CIVIL_SOCIETY');
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    for (const place of [1, 2]) {
      candidacies.push(await plenary.stands(plenary.member('CIVIL_SOCIETY', place), electionId));
    }
  });

  it('may close after the session, within ten days (POLL)', async () => {
    await plenary.goTo(plenary.on, '14:00');
    await plenary.everybodyPresent();
    const coChair = plenary.member('GOVERNMENT', 3);
    done(await coChair.does('openSession', { meetingId: plenary.id }));
    done(await coChair.does('orderPoll', { electionId }));
    const opens = (closesAt: string) => plenary.secretary.does('openVoting', { electionId, closesAt });
    expect(await opens('2024-12-23T12:00:00Z')).toBeRefusedBy('POLL');
    expect(await opens('2024-12-12T12:00:00Z')).toBeRefusedBy('POLL');
    done(await opens('2024-12-19T17:00:00Z'));
    expect(await plenary.closes(coChair)).toMatchObject({ state: 'HELD' });
    expect(await plenary.election(electionId, 'state register { number }')).toMatchObject({
      state: 'VOTING',
      register: Array.from({ length: 10 }, (_, index) => ({ number: index + 1 })),
    });
  });

  it('keeps to the instant announced (POLL)', async () => {
    const [a = ''] = candidacies;
    done(await plenary.cast(plenary.member('GOVERNMENT', 1), electionId, a));
    const early = await plenary.secretary.does('closeVoting', { electionId });
    expect(early).toBeRefusedBy('POLL');
    expect(early.violations[0].reason).toContain('19 December 2024 at 18:00');
    await plenary.goTo('2024-12-19', '17:59');
    done(await plenary.cast(plenary.member('CIVIL_SOCIETY', 4), electionId, a));
  });

  it('takes no ballot after its closing instant, though nobody closed it (POLL)', async () => {
    await plenary.goTo('2024-12-19', '18:00');
    expect(await plenary.stateOf(electionId)).toBe('VOTING');
    expect(await plenary.cast(plenary.member('GOVERNMENT', 2), electionId, null)).toBeRefusedBy('POLL');
    const { rounds } = await plenary.election(electionId, 'rounds { ballots votes { voted } }');
    expect(rounds).toEqual([{ ballots: 2, votes: null }]);
    await plenary.count(electionId);
  });

  it('gives a mandate for the rest of the term (VACANCY, C3-TERM)', async () => {
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { committee } = await plenary.forum.anyone.reads(
      '{ committee { coChairs { college fromOn untilOn holder { person { name } } } } }',
    );
    expect(committee.coChairs[1]).toEqual({
      college: 'CIVIL_SOCIETY',
      fromOn: '2024-12-19',
      untilOn: '2026-06-20',
      holder: { person: { name: 'CIVIL_SOCIETY 1' } },
    });
  });
});

describe('the rules that judge an election', () => {
  it('are those in force when its nominations opened, to its end (RULES-EDITION)', async () => {
    const plenary = await Plenary.planned();
    const { GOVERNMENT: electionId } = await plenary.convened();
    const ours = await plenary.stands(plenary.member('GOVERNMENT', 2), electionId);
    // As if a plenary had adopted, the day before, an edition that allows no recorded election.
    await plenary.forum.database.query(
      `INSERT INTO rules_of_procedure_edition
       SELECT (jsonb_populate_record(edition, jsonb_build_object(
         'id', gen_random_uuid(), 'number', 2, 'adopted_by', 'PLENARY', 'approved_by_id', NULL,
         'in_force_from_on', '2024-06-19',
         'rules', edition.rules || '{"recordedElectionsAllowed": false, "collegeVotes": "PLENARY"}'))).*
       FROM rules_of_procedure_edition edition WHERE number = 1`,
    );
    await plenary.opened();
    const { charter } = await plenary.forum.anyone.reads('{ charter { rulesOfProcedure { number } } }');
    expect(charter.rulesOfProcedure.number).toBe(2);
    await plenary.round(electionId, 'GOVERNMENT', [ours, ours]);
    const { editionNumber, register } = await plenary.election(
      electionId,
      'editionNumber register { number }',
    );
    expect(editionNumber).toBe(1);
    expect(register).toHaveLength(5);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    await plenary.forum.close();
  });
});
