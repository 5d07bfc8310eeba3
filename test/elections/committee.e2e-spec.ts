import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { College } from '@hemicycle/kernel';
import type { Json } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const COLLEGES: readonly College[] = ['GOVERNMENT', 'CIVIL_SOCIETY'];

const COMMITTEE = `{ committee {
  coChairs { college holder { number } }
  members { college fromOn untilOn holder { number } }
  vacantSeats { office college seats } } }`;

/** Elects the co-chair of each college, its third member, in a session that is open. */
async function coChairsElected(
  plenary: Plenary,
  elections: Readonly<Record<College, string>>,
): Promise<void> {
  for (const college of COLLEGES) {
    const electionId = elections[college];
    const candidacy = await plenary.stands(plenary.member(college, 3), electionId);
    // Whoever presides until then is no candidate: the first admitted, then the co-chair just proclaimed.
    const president = college === 'GOVERNMENT' ? plenary.president() : plenary.member('GOVERNMENT', 3);
    await plenary.round(electionId, college, [candidacy, candidacy], president);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
  }
}

describe('the four members of the committee', () => {
  let plenary: Plenary;
  let coChairs: Record<College, string>;
  const committee: Partial<Record<College, string>> = {};
  let president: () => ReturnType<Plenary['member']>;
  const stands = async (college: College, place: number): Promise<string> =>
    plenary.stands(plenary.member(college, place), committee[college] ?? '');

  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 7, settings: { termLimitPerPerson: 1 } });
    await plenary.agenda(COLLEGES, COLLEGES);
    coChairs = {
      GOVERNMENT: await plenary.call('GOVERNMENT'),
      CIVIL_SOCIETY: await plenary.call('CIVIL_SOCIETY'),
    };
    for (const college of COLLEGES) committee[college] = await plenary.call(college, 'COMMITTEE_MEMBER');
    await plenary.keys();
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    president = () => plenary.member('GOVERNMENT', 3);
  });
  afterAll(() => plenary?.forum.close());

  it('are elected two a college, by a block vote fixed with the nominations (C3-COMMITTEE, METHOD)', async () => {
    expect(await plenary.election(committee.GOVERNMENT ?? '', 'seats method state')).toEqual({
      seats: 2,
      method: 'BLOCK_VOTE',
      state: 'NOMINATIONS',
    });
    const seat = { meetingId: plenary.id, office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' };
    expect(await plenary.secretary.does('callElection', seat)).toBeRefusedBy('C3-COCHAIRS');
  });

  it('wait until the co-chairs are proclaimed, whose other candidacies lapse (C3-COMMITTEE)', async () => {
    const lapsing = await stands('GOVERNMENT', 3);
    const electionId = committee.GOVERNMENT ?? '';
    await plenary.opened();
    const early = await plenary.president().does('orderPoll', { electionId });
    expect(early).toBeRefusedBy('C3-COMMITTEE');
    expect(early.violations[0].reason).toContain('co-chair (government actors); co-chair (civil society)');
    await coChairsElected(plenary, coChairs);
    const { candidacies } = await plenary.election(electionId, 'candidacies { id withdrawnAt lapsedAt }');
    expect(candidacies).toEqual([{ id: lapsing, withdrawnAt: null, lapsedAt: expect.any(String) }]);
    const again = { electionId, statement: 'I stand again.' };
    expect(await plenary.member('GOVERNMENT', 3).does('standAsCandidate', again)).toBeRefusedBy(
      'C3-COMMITTEE',
    );
  });

  it('are chosen on ballots of no more names than seats (METHOD)', async () => {
    const electionId = committee.GOVERNMENT ?? '';
    const names: string[] = [];
    for (const place of [1, 2, 4, 5]) names.push(await stands('GOVERNMENT', place));
    const [a = '', b = '', c = '', d = ''] = names;
    await plenary.vote(electionId, president());
    const voter = plenary.member('GOVERNMENT', 1);
    const refused = await plenary.cast(voter, electionId, [a, b, c]);
    expect(refused).toBeRefusedBy('METHOD');
    expect(refused.violations[0].reason).toBe(
      'This ballot carries 3 names: it carries no more than there are seats, which are 2.',
    );
    expect(await plenary.cast(voter, electionId, [a, a])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await plenary.cast(voter, electionId, [d])).toMatchObject({ number: 1, candidacyIds: [d] });
    expect(await plenary.cast(voter, electionId, [a, b])).toMatchObject({ number: 2 });
    await plenary.ballots(electionId, 'GOVERNMENT', [[a, b], [a, b], [a, c], [a], null, [c, b]]);
    await plenary.count(electionId);
    const { rounds } = await plenary.election(
      electionId,
      `rounds { kind seats ballots votes { choices { id } }
         count { blanks votesCast majorityNeeded outcome elected { id } votes { candidacy { id } votes } explanation } }`,
    );
    expect(rounds).toMatchObject([
      {
        kind: 'BLOCK_VOTE',
        seats: 2,
        ballots: 6,
        count: {
          blanks: 1,
          votesCast: 5,
          majorityNeeded: null,
          outcome: 'ELECTED',
          elected: [{ id: a }, { id: b }],
        },
      },
    ]);
    expect(rounds[0].count.votes.map(({ votes }: Json) => votes)).toEqual([4, 3, 2, 0]);
    expect(rounds[0].votes.slice(0, 3).map(({ choices }: Json) => choices.length)).toEqual([2, 2, 2]);
    expect(rounds[0].count.explanation).toContain('GOVERNMENT 1 gets a seat with 4 votes.');
  });

  it('hold their mandates from the proclamation, for two years (C3-TERM)', async () => {
    const electionId = committee.GOVERNMENT ?? '';
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { proclamations } = await plenary.election(
      electionId,
      'proclamations { candidacy { member { number } } }',
    );
    expect(proclamations.map(({ candidacy }: Json) => candidacy.member.number).toSorted()).toEqual([1, 2]);
    const { committee: held } = await plenary.forum.anyone.reads(COMMITTEE);
    const term = { college: 'GOVERNMENT', fromOn: '2024-06-20', untilOn: '2026-06-20' };
    expect(held.members).toEqual([
      { ...term, holder: { number: 1 } },
      { ...term, holder: { number: 2 } },
    ]);
    expect(held.vacantSeats).toEqual([{ office: 'COMMITTEE_MEMBER', college: 'CIVIL_SOCIETY', seats: 2 }]);
    const seat = { meetingId: plenary.id, office: 'COMMITTEE_MEMBER', college: 'GOVERNMENT' };
    const fifth = await plenary.secretary.does('callElection', seat);
    expect(fifth).toBeRefusedBy('C3-COMMITTEE');
    expect(fifth.violations[0].reason).toContain(
      'GOVERNMENT 1 until 20 June 2026; GOVERNMENT 2 until 20 June 2026',
    );
  });

  it('are completed by a run-off among those tied for the last seat, the first being elected (TIE)', async () => {
    const electionId = committee.CIVIL_SOCIETY ?? '';
    const [a, b, c] = [
      await stands('CIVIL_SOCIETY', 1),
      await stands('CIVIL_SOCIETY', 2),
      await stands('CIVIL_SOCIETY', 4),
    ];
    await plenary.round(electionId, 'CIVIL_SOCIETY', [[a, b], [a, c], [a]], president());
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeRefusedBy('TIE');
    await plenary.round(electionId, 'CIVIL_SOCIETY', [c, c, b], president());
    const { rounds } = await plenary.election(
      electionId,
      'rounds { kind seats count { outcome elected { id } outcomeFor { id } } }',
    );
    expect(rounds).toMatchObject([
      {
        kind: 'BLOCK_VOTE',
        count: {
          outcome: 'TIED',
          elected: [{ id: a }],
          outcomeFor: expect.arrayContaining([{ id: b }, { id: c }]),
        },
      },
      { kind: 'RUN_OFF', seats: 1, count: { outcome: 'ELECTED', elected: [{ id: c }] } },
    ]);
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { committee: held } = await plenary.forum.anyone.reads(COMMITTEE);
    expect(held.coChairs.map(({ college }: Json) => college)).toEqual(['GOVERNMENT', 'CIVIL_SOCIETY']);
    expect(held.members).toHaveLength(4);
    expect(held.vacantSeats).toEqual([]);
    await plenary.ratifies(president());
    expect(await plenary.closes(president())).toMatchObject({ state: 'HELD' });
  });

  it('leave a seat to a by-election, for the rest of the term (VACANCY)', async () => {
    const { mandates } = await plenary.forum.anyone.reads(
      '{ mandates(office: COMMITTEE_MEMBER, college: GOVERNMENT) { id holder { number } } }',
    );
    const [{ id: mandateId }] = mandates.filter(({ holder }: Json) => holder.number === 2);
    await plenary.goTo('2024-11-04');
    done(await plenary.member('GOVERNMENT', 2).does('resignMandate', { mandateId, lastOn: '2024-11-04' }));
    const second = await plenary.another('2024-12-05');
    await second.agenda([], ['GOVERNMENT']);
    const electionId = await second.call('GOVERNMENT', 'COMMITTEE_MEMBER');
    await second.keys([plenary.member('GOVERNMENT', 3), plenary.member('CIVIL_SOCIETY', 3)]);
    done(await plenary.secretary.does('conveneMeeting', { meetingId: second.id }));
    expect(await second.election(electionId, 'seats method')).toEqual({ seats: 1, method: 'BLOCK_VOTE' });
    const candidacy = await second.stands(second.member('GOVERNMENT', 5), electionId);
    await second.goTo('2024-12-05', '14:00');
    await second.everybodyPresent();
    const chair = second.member('GOVERNMENT', 3);
    done(await chair.does('openSession', { meetingId: second.id }));
    await second.round(electionId, 'GOVERNMENT', [candidacy], chair);
    done(await second.secretary.does('proclaimResult', { electionId }));
    const { committee: held } = await plenary.forum.anyone.reads(COMMITTEE);
    expect(held.members.find(({ holder }: Json) => holder.number === 5)).toEqual({
      college: 'GOVERNMENT',
      fromOn: '2024-12-05',
      untilOn: '2026-06-20',
      holder: { number: 5 },
    });
    done(await second.closes(chair));
  });

  it('and co-chairs are renewed before their terms end: the old mandate ends the day before the new one (C3-TERM, C3-COCHAIRS)', async () => {
    await plenary.goTo('2025-09-01');
    const early = await plenary.another('2025-11-20');
    await early.agenda(['GOVERNMENT']);
    // More than six months before the end of the term, the seat is not free.
    expect(
      await early.secretary.does('callElection', {
        meetingId: early.id,
        office: 'CO_CHAIR',
        college: 'GOVERNMENT',
      }),
    ).toBeRefusedBy('C3-COCHAIRS');
    await plenary.goTo('2026-04-20');
    const third = await plenary.another('2026-06-04');
    await third.agenda(['GOVERNMENT']);
    const electionId = await third.call('GOVERNMENT');
    const chair = third.member('GOVERNMENT', 3);
    await third.keys([chair, third.member('CIVIL_SOCIETY', 3)]);
    done(await third.secretary.does('conveneMeeting', { meetingId: third.id }));
    // Where the rules of procedure allow one term, whoever served it does not stand for another.
    const again = await chair.does('standAsCandidate', { electionId, statement: 'Again.' });
    expect(again).toBeRefusedBy('TERM-LIMIT');
    const candidacy = await third.stands(third.member('GOVERNMENT', 4), electionId);
    await third.goTo('2026-06-04', '14:00');
    await third.everybodyPresent();
    done(await chair.does('openSession', { meetingId: third.id }));
    await third.round(electionId, 'GOVERNMENT', [candidacy], chair);
    done(await third.secretary.does('proclaimResult', { electionId }));
    const heldBy = async (place: number): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          'query ($id: ID!) { member(id: $id) { mandates { office fromOn untilOn endReason } } }',
          { id: plenary.member('GOVERNMENT', place).memberId },
        )
      ).member.mandates;
    expect(await heldBy(3)).toEqual([
      { office: 'CO_CHAIR', fromOn: '2024-06-20', untilOn: '2026-06-03', endReason: 'SUCCEEDED' },
    ]);
    expect(await heldBy(4)).toEqual([
      { office: 'CO_CHAIR', fromOn: '2026-06-04', untilOn: '2028-06-04', endReason: null },
    ]);
  });
});

describe('a winner of the committee who is no longer a member', () => {
  let plenary: Plenary;
  afterAll(() => plenary?.forum.close());

  it('leaves her seat vacant, the other being proclaimed (ELIGIBILITY)', async () => {
    plenary = await Plenary.planned();
    await plenary.agenda(COLLEGES, ['GOVERNMENT']);
    const coChairs = {
      GOVERNMENT: await plenary.call('GOVERNMENT'),
      CIVIL_SOCIETY: await plenary.call('CIVIL_SOCIETY'),
    };
    const electionId = await plenary.call('GOVERNMENT', 'COMMITTEE_MEMBER');
    await plenary.keys();
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    await plenary.opened();
    await coChairsElected(plenary, coChairs);
    const lost = plenary.member('GOVERNMENT', 4);
    const names = [
      await plenary.stands(lost, electionId),
      await plenary.stands(plenary.member('GOVERNMENT', 5), electionId),
    ];
    await plenary.round(electionId, 'GOVERNMENT', [names, names], plenary.member('GOVERNMENT', 3));
    done(
      await plenary.secretary.does('endMembership', {
        memberId: lost.memberId,
        reason: 'RESIGNED',
        lastOn: '2024-06-20',
      }),
    );
    await plenary.goTo('2024-06-21');
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { committee } = await plenary.forum.anyone.reads(COMMITTEE);
    expect(committee.members).toMatchObject([{ holder: { number: 5 }, fromOn: '2024-06-21' }]);
    expect(committee.vacantSeats).toContainEqual({
      office: 'COMMITTEE_MEMBER',
      college: 'GOVERNMENT',
      seats: 1,
    });
  });
});
