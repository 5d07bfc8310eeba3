import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

describe('the poll of a recorded election', () => {
  let plenary: Plenary;
  let electionId: string;
  let alternate: Voice;
  const candidacies: string[] = [];
  beforeAll(async () => {
    plenary = await Plenary.planned();
    electionId = (await plenary.convened()).GOVERNMENT;
    // The two who would preside stand themselves.
    candidacies.push(await plenary.stands(plenary.member('GOVERNMENT', 1), electionId));
    candidacies.push(await plenary.stands(plenary.member('GOVERNMENT', 2), electionId));
    alternate = await plenary.alternateOf(plenary.member('GOVERNMENT', 5));
  });
  afterAll(() => plenary?.forum.close());

  const does = (voice: Voice, act: string, input: object = {}): Promise<Json> =>
    voice.does(act, { electionId, ...input }, '... on Election { state }');

  it('is not ordered before the plenary is in session (C3-ELECTED-AT-PLENARY)', async () => {
    const refused = await does(plenary.member('GOVERNMENT', 3), 'orderPoll');
    expect(refused).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
    expect(refused).toBeRefusedBy('PRESIDING');
    expect(await does(plenary.secretary, 'openVoting')).toBeRefusedBy('C3-ELECTED-AT-PLENARY');
  });

  it('is ordered by whoever presides and does not stand (PRESIDING, RECUSAL)', async () => {
    await plenary.opened();
    const [candidate, president] = [plenary.member('GOVERNMENT', 1), plenary.member('GOVERNMENT', 3)];
    const refused = await does(candidate, 'orderPoll');
    expect(refused).toBeRefusedBy('PRESIDING');
    expect(refused).toBeRefusedBy('RECUSAL');
    expect(refused.violations[0].reason).toContain('GOVERNMENT 3');
    expect(await does(plenary.secretary, 'orderPoll')).toBeRefusedBy('PRESIDING');
    expect(await does(plenary.secretary, 'openVoting')).toBeRefusedBy('POLL');
    expect(await plenary.foreseen(president, electionId, 'orderPoll')).toEqual({ allowed: true, rules: [] });
    expect(await does(president, 'orderPoll')).toMatchObject({ state: 'NOMINATIONS' });
    expect(await does(president, 'orderPoll')).toBeRefusedBy('POLL');
  });

  it('is run by the secretariat, no candidate among it (RECUSAL)', async () => {
    expect(await does(plenary.member('GOVERNMENT', 3), 'openVoting')).toMatchObject({ code: 'FORBIDDEN' });
    await plenary.secretaryToo(plenary.member('GOVERNMENT', 2));
    const candidate = plenary.member('GOVERNMENT', 2);
    expect(await does(candidate, 'openVoting')).toBeRefusedBy('RECUSAL');
    expect(await does(candidate, 'cancelElection', { reason: 'Mine.' })).toBeRefusedBy('RECUSAL');
    expect(await plenary.foreseen(candidate, electionId, 'openVoting')).toEqual({
      allowed: false,
      rules: ['RECUSAL'],
    });
  });

  it('takes no ballot before it opens (LIFE)', async () => {
    const refused = await plenary.cast(plenary.member('GOVERNMENT', 3), electionId, null);
    expect(refused).toBeRefusedBy('LIFE');
    // There is no register yet from which she could be missing.
    expect(refused.violations).toHaveLength(1);
  });

  it('closes in session, at the first plenary (POLL)', async () => {
    const closesAt = '2024-06-21T12:00:00Z';
    expect(await does(plenary.secretary, 'openVoting', { closesAt })).toBeRefusedBy('POLL');
  });

  it('fixes its register when it opens, alternates sitting in by then holding their seats’ votes (ALTERNATE)', async () => {
    const entries = [
      { memberId: plenary.member('GOVERNMENT', 5).memberId, mode: 'IN_ROOM', byAlternate: true },
    ];
    done(await plenary.secretary.does('recordAttendance', { meetingId: plenary.id, entries }));
    expect(await does(plenary.secretary, 'openVoting')).toMatchObject({ state: 'VOTING' });
    // Somebody admitted since then votes next time.
    const late = await plenary.forum.member({ college: 'GOVERNMENT' });
    expect(await plenary.cast(late, electionId, candidacies[0] ?? null)).toBeRefusedBy('REGISTER');
    // The seat is the other college's, which votes for it alone.
    const other = plenary.member('CIVIL_SOCIETY', 1);
    expect(await plenary.cast(other, electionId, null)).toBeRefusedBy('COLLEGE-VOTES');
    const { register } = await plenary.election(electionId, 'register { number }');
    expect(register).toEqual([1, 2, 3, 4, 5].map((number) => ({ number })));
  });

  it('takes one ballot a seat: the alternate’s where she sits in (ONE-BALLOT)', async () => {
    const member = plenary.member('GOVERNMENT', 5);
    expect(await plenary.cast(member, electionId, candidacies[1] ?? null)).toBeRefusedBy('ONE-BALLOT');
    expect(await plenary.foreseen(member, electionId, 'castRecordedBallot')).toEqual({
      allowed: false,
      rules: ['ONE-BALLOT'],
    });
    expect(await plenary.cast(alternate, electionId, candidacies[1] ?? null)).toMatchObject({
      number: 1,
      round: 1,
      candidacyIds: [candidacies[1]],
    });
  });

  it('takes a candidate’s own vote, a choice or a blank, and one of the two only', async () => {
    const voter = plenary.member('GOVERNMENT', 1);
    for (const choice of [{}, { blank: false }, { blank: true, candidacyIds: [candidacies[0]] }]) {
      expect(await voter.does('castRecordedBallot', { electionId, ...choice })).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    expect(await plenary.cast(voter, electionId, NOWHERE)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await plenary.cast(voter, NOWHERE, null)).toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id college } } }',
      { id: plenary.id },
    );
    const other = elsewhere.meeting.elections.find((one: Json) => one.college === 'CIVIL_SOCIETY').id;
    const theirs = await plenary.stands(plenary.member('CIVIL_SOCIETY', 1), other);
    expect(await plenary.cast(voter, electionId, theirs)).toBeRefusedBy('ELIGIBILITY');
    expect(await plenary.cast(voter, electionId, candidacies[0] ?? null)).toBeDone('RecordedBallotReceipt');
  });

  it('counts the last ballot that a seat cast (ONE-BALLOT)', async () => {
    const voter = plenary.member('GOVERNMENT', 3);
    expect(await plenary.cast(voter, electionId, null)).toMatchObject({ number: 1, candidacyIds: [] });
    expect(await plenary.cast(voter, electionId, candidacies[1] ?? null)).toMatchObject({ number: 2 });
    expect(await plenary.cast(voter, electionId, candidacies[0] ?? null)).toMatchObject({ number: 3 });
  });

  it('shows nobody a partial result (CNIL-1-09)', async () => {
    for (const voice of [plenary.forum.anyone, plenary.secretary, plenary.member('GOVERNMENT', 3)]) {
      const { election } = await voice.reads(
        'query ($id: ID!) { election(id: $id) { rounds { ballots votes { voted } count { blanks } } } }',
        { id: electionId },
      );
      expect(election.rounds).toEqual([{ ballots: 3, votes: null, count: null }]);
    }
    expect(await does(plenary.secretary, 'countVotes')).toBeRefusedBy('CNIL-1-09');
    expect(await does(plenary.secretary, 'proclaimResult')).toBeRefusedBy('LIFE');
  });

  it('leaves no row in the audit trail for a ballot, and rows for the opening, the closing and the count', async () => {
    const commands = async (): Promise<Json[]> =>
      plenary.forum.database.query(
        `SELECT command FROM audit_row WHERE command ~ 'Ballot|Voting|Votes|Poll' ORDER BY seq`,
      );
    expect(await commands()).toEqual([{ command: 'orderPoll' }, { command: 'openVoting' }]);
  });

  it('takes no ballot once closed (POLL), and is closed once (LIFE)', async () => {
    expect(await does(plenary.member('GOVERNMENT', 2), 'closeVoting')).toBeRefusedBy('RECUSAL');
    expect(await does(plenary.secretary, 'closeVoting')).toMatchObject({ state: 'CLOSED' });
    expect(await does(plenary.secretary, 'closeVoting')).toBeRefusedBy('LIFE');
    expect(await plenary.cast(plenary.member('GOVERNMENT', 4), electionId, null)).toBeRefusedBy('POLL');
  });

  it('publishes the votes by name, then the count, made once (CNIL-1-09)', async () => {
    const { rounds } = await plenary.election(
      electionId,
      'rounds { votes { member { number } holder { name } voted choices { id } } count { blanks } }',
    );
    expect(rounds[0].count).toBeNull();
    expect(rounds[0].votes).toEqual([
      {
        member: { number: 1 },
        holder: { name: 'GOVERNMENT 1' },
        voted: true,
        choices: [{ id: candidacies[0] }],
      },
      { member: { number: 2 }, holder: { name: 'GOVERNMENT 2' }, voted: false, choices: [] },
      {
        member: { number: 3 },
        holder: { name: 'GOVERNMENT 3' },
        voted: true,
        choices: [{ id: candidacies[0] }],
      },
      { member: { number: 4 }, holder: { name: 'GOVERNMENT 4' }, voted: false, choices: [] },
      {
        member: { number: 5 },
        holder: { name: 'Alternate' },
        voted: true,
        choices: [{ id: candidacies[1] }],
      },
    ]);
    expect(await does(plenary.secretary, 'countVotes')).toMatchObject({ state: 'COUNTED' });
    expect(await does(plenary.secretary, 'countVotes')).toBeRefusedBy('CNIL-1-09');
    expect(await does(plenary.secretary, 'cancelElection', { reason: 'Too late.' })).toBeRefusedBy('LIFE');
    expect(await does(plenary.member('GOVERNMENT', 3), 'orderPoll')).toBeRefusedBy('POLL');
    expect(await does(plenary.secretary, 'recordFailure')).toBeRefusedBy('POLL');
  });

  it('keeps what it wrote: nobody alters a ballot, a register or a count afterwards', async () => {
    for (const table of [
      'recorded_ballot',
      'register_entry',
      'vote_holder',
      'round_candidate',
      'election_count',
    ]) {
      await expect(plenary.forum.database.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    await expect(
      plenary.forum.database.query(`UPDATE recorded_choice SET candidacy_id = gen_random_uuid()`),
    ).rejects.toThrow('append-only');
  });

  it('gives a mandate that lasts two years, on proclamation, and no third co-chair (C3-COCHAIRS)', async () => {
    expect(await does(plenary.member('GOVERNMENT', 2), 'proclaimResult')).toBeRefusedBy('RECUSAL');
    expect(await does(plenary.secretary, 'proclaimResult')).toMatchObject({ state: 'PROCLAIMED' });
    expect(await does(plenary.secretary, 'proclaimResult')).toBeRefusedBy('LIFE');
    const { committee } = await plenary.forum.anyone.reads(
      '{ committee { coChairs { college fromOn untilOn holder { number } election { id } } } }',
    );
    expect(committee.coChairs).toEqual([
      {
        college: 'GOVERNMENT',
        fromOn: '2024-06-20',
        untilOn: '2026-06-20',
        holder: { number: 1 },
        election: { id: electionId },
      },
    ]);
    const again = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'GOVERNMENT' };
    expect(await plenary.secretary.does('callElection', again)).toBeRefusedBy('C3-COCHAIRS');
    await expect(
      plenary.forum.database.query(
        `INSERT INTO mandate (id, member_id, office, college, seat, from_on, term_until_on, election_id)
         VALUES (gen_random_uuid(), $1, 'CO_CHAIR', 'GOVERNMENT', 1, '2024-06-20', '2026-06-20', $2)`,
        [plenary.member('GOVERNMENT', 4).memberId, electionId],
      ),
    ).rejects.toThrow('mandate_one_holder_a_seat');
  });

  it('lets the plenary close once both seats are settled, by its president (C3-FIRST-PLENARY, PRESIDING)', async () => {
    const coChair = plenary.member('GOVERNMENT', 1);
    const open = await plenary.closes(coChair);
    expect(open).toBeRefusedBy('C3-FIRST-PLENARY');
    expect(open).toBeRefusedBy('POLL');
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { elections { id college } } }',
      { id: plenary.id },
    );
    const other = meeting.elections.find((one: Json) => one.college === 'CIVIL_SOCIETY').id;
    const reason = 'The candidate fell ill.';
    done(await plenary.secretary.does('cancelElection', { electionId: other, reason }));
    expect(await plenary.closes(plenary.member('GOVERNMENT', 3))).toBeRefusedBy('PRESIDING');
    expect(await plenary.closes(plenary.secretary)).toBeRefusedBy('PRESIDING');
    expect(await plenary.closes(coChair)).toMatchObject({
      state: 'HELD',
      closedAt: '2024-06-20T12:00:00.000Z',
    });
    expect(await plenary.closes(coChair)).toBeRefusedBy('LIFE');
    const { foundingGroup } = await plenary.forum.anyone.reads('{ foundingGroup { endedOn } }');
    expect(foundingGroup.endedOn).toBe('2024-06-20');
  });
});
