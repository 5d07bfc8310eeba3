import '../support/matchers.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BALLOTS_OF_A_SEAT } from '@hemicycle/elections';
import type { College } from '@hemicycle/kernel';
import pg from 'pg';
import { named, outcomes, times, until, waitingForLocks } from '../support/at-once.js';
import type { Json, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';

describe('many acts at the same instant', () => {
  let plenary: Plenary;
  let elections: Readonly<Record<College, string>>;
  let other: Voice;
  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 6 });
    other = await plenary.forum.secretary('Another secretary');
  });
  afterAll(() => plenary?.forum.close());

  const secretary = (index: number): Voice => (index % 2 === 0 ? plenary.secretary : other);

  /** Twelve requests, by two secretaries in turn; exactly one may be carried out. */
  const once = async (act: string, input: object, type: string, rule = 'LIFE'): Promise<void> => {
    const results = await times(12, (index) => secretary(index).does(act, { ...input }));
    expect(named(results, type)).toHaveLength(1);
    for (const outcome of outcomes(results).filter((one) => one !== type)) {
      expect(outcome).toMatch(new RegExp(`${rule}|CONFLICT`));
    }
  };

  it('call one election for a seat (C3-COCHAIRS)', async () => {
    await plenary.agenda();
    const seat = { meetingId: plenary.id, office: 'CO_CHAIR', college: 'GOVERNMENT' };
    const fields = '... on Election { id }';
    const results = await times(12, (index) => secretary(index).does('callElection', seat, fields));
    const [called, ...others] = named(results, 'Election');
    expect(others).toEqual([]);
    elections = { GOVERNMENT: called.id, CIVIL_SOCIETY: await plenary.call('CIVIL_SOCIETY') };
  });

  it('convene once: each member gets one letter', async () => {
    await plenary.keys();
    const results = await times(12, (index) =>
      secretary(index).does('conveneMeeting', { meetingId: plenary.id }),
    );
    expect(named(results, 'Meeting')).toHaveLength(1);
    expect(await plenary.forum.letters()).toHaveLength(12);
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { convocations { number } } }',
      { id: plenary.id },
    );
    expect(meeting.convocations).toEqual([{ number: 1 }]);
  });

  it('order and open one round, on one register', async () => {
    const electionId = elections.GOVERNMENT;
    for (const place of [2, 3]) await plenary.stands(plenary.member('GOVERNMENT', place), electionId);
    await plenary.opened();
    const orders = await times(12, () => plenary.president().does('orderPoll', { electionId }));
    expect(named(orders, 'Election')).toHaveLength(1);
    const openings = await times(12, (index) => secretary(index).does('openVoting', { electionId }));
    expect(named(openings, 'Election')).toHaveLength(1);
    const { rounds, register } = await plenary.election(electionId, 'register { number } rounds { number }');
    expect(rounds).toEqual([{ number: 1 }]);
    expect(register).toHaveLength(6);
  });

  it('by one voter, sixty ballots: each is acknowledged, one counts (ONE-BALLOT)', async () => {
    const electionId = elections.GOVERNMENT;
    const { candidacies } = await plenary.election(electionId, 'candidacies { id }');
    const voter = plenary.member('GOVERNMENT', 1);
    const results = await times(60, (index) => plenary.cast(voter, electionId, candidacies[index % 2].id));
    const numbers = named(results, 'RecordedBallotReceipt').map(({ number }) => Number(number));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    const { rounds } = await plenary.election(electionId, 'rounds { ballots }');
    expect(rounds).toEqual([{ ballots: 1 }]);
  });

  it('and no more than the platform keeps: the last one accepted counts', async () => {
    const electionId = elections.GOVERNMENT;
    const { candidacies } = await plenary.election(electionId, 'candidacies { id }');
    const { database } = plenary.forum;
    await database.query(
      `INSERT INTO recorded_ballot (round_id, member_id, number, cast_by_id, cast_at)
       SELECT round_id, member_id, later, cast_by_id, cast_at
       FROM recorded_ballot, generate_series(61, $1) later WHERE number = 60`,
      [BALLOTS_OF_A_SEAT - 2],
    );
    const voter = plenary.member('GOVERNMENT', 1);
    const results = await times(5, (index) => plenary.cast(voter, electionId, candidacies[index % 2].id));
    const [last, before, ...others] = named(results, 'RecordedBallotReceipt').toSorted(
      (a, b) => b.number - a.number,
    );
    expect(others).toEqual([]);
    expect([before.number, last.number]).toEqual([BALLOTS_OF_A_SEAT - 1, BALLOTS_OF_A_SEAT]);
    for (const { code, message, errors } of results.filter(({ __typename }) => __typename === 'Error')) {
      expect([code, message]).toEqual(['FORBIDDEN', expect.stringContaining('tell the secretariat')]);
      expect(errors[0].extensions).toMatchObject({ limit: 'ballotsOfASeat', most: BALLOTS_OF_A_SEAT });
    }
    const [kept] = await database.query<{ number: number; choice: string }>(
      `SELECT number, candidacy_id AS choice FROM recorded_ballot JOIN recorded_choice USING (round_id, member_id, number)
       ORDER BY number DESC LIMIT 1`,
    );
    expect(kept).toEqual({ number: BALLOTS_OF_A_SEAT, choice: last.candidacyIds[0] });
  });

  it('cast while the poll closes: every ballot acknowledged counts, every one refused does not (POLL)', async () => {
    const electionId = elections.GOVERNMENT;
    const { candidacies } = await plenary.election(electionId, 'candidacies { id }');
    const voters = [2, 3, 4, 5, 6].map((place) => plenary.member('GOVERNMENT', place));
    // Each voter changes her mind again and again until she is told that the poll is closed.
    const voting = voters.map(async (voter) => {
      const acknowledged: Json[] = [];
      for (let turn = 0; ; turn += 1) {
        const result = await plenary.cast(voter, electionId, candidacies[turn % 2].id);
        if (result.__typename !== 'RecordedBallotReceipt') {
          expect(result).toBeRefusedBy('POLL');
          return { memberId: voter.memberId, acknowledged };
        }
        acknowledged.push(result);
      }
    });
    const closing = (async (): Promise<Json> => {
      await plenary.cast(plenary.member('GOVERNMENT', 1), electionId, candidacies[0].id);
      return plenary.secretary.does('closeVoting', { electionId });
    })();
    const seats = await Promise.all(voting);
    expect(await closing).toBeDone('Election');
    expect(seats.flatMap(({ acknowledged }) => acknowledged).length).toBeGreaterThan(0);
    const rows = await plenary.forum.database.query<{ memberId: string; ballots: number; last: string }>(
      `SELECT member_id AS "memberId", count(*)::integer AS ballots,
              (array_agg(candidacy_id ORDER BY number DESC))[1] AS last
       FROM recorded_ballot LEFT JOIN recorded_choice USING (round_id, member_id, number) GROUP BY member_id`,
    );
    for (const { memberId, acknowledged } of seats) {
      const kept = rows.find((row) => row.memberId === memberId);
      expect(kept?.ballots ?? 0).toBe(acknowledged.length);
      expect(kept?.last).toBe(acknowledged.at(-1)?.candidacyIds[0]);
    }
    await once('countVotes', { electionId }, 'Election', 'CNIL-1-09');
    const { rounds } = await plenary.election(
      electionId,
      'rounds { openedAt closedAt votes { member { id } choices { id } } count { votesCast votes { candidacy { id } votes } } }',
    );
    const [{ votes, count }] = rounds;
    for (const { memberId, acknowledged } of seats) {
      const vote = votes.find(({ member }: Json) => member.id === memberId);
      expect(vote.choices[0]?.id).toBe(acknowledged.at(-1)?.candidacyIds[0]);
    }
    for (const { candidacy, votes: counted } of count.votes) {
      expect(counted).toBe(votes.filter(({ choices }: Json) => choices[0]?.id === candidacy.id).length);
    }
  });

  it('close, count and record a failure once', async () => {
    const electionId = elections.CIVIL_SOCIETY;
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 2), electionId);
    await plenary.vote(electionId);
    await plenary.ballots(electionId, 'CIVIL_SOCIETY', [null]);
    await once('closeVoting', { electionId }, 'Election');
    await once('countVotes', { electionId }, 'Election', 'CNIL-1-09');
    await once('recordFailure', { electionId }, 'Election');
  });

  it('wait for the ballot under way: whoever closes cannot overtake it (POLL)', async () => {
    const electionId = await plenary.call('CIVIL_SOCIETY');
    elections = { ...elections, CIVIL_SOCIETY: electionId };
    const theirs = await plenary.stands(plenary.member('CIVIL_SOCIETY', 2), electionId);
    await plenary.vote(electionId);
    const voter = plenary.member('CIVIL_SOCIETY', 4);
    // Her ballot is held up at the very moment of being written, the poll having been found open.
    const client = new pg.Client({ connectionString: plenary.forum.database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query(`SELECT FROM vote_holder WHERE member_id = $1 FOR UPDATE`, [voter.memberId]);
    const waiting = (): Promise<number> => waitingForLocks(plenary.forum.database);
    const casting = plenary.cast(voter, electionId, theirs);
    await until(async () => (await waiting()) === 1);

    // Whoever tries an act that neither begins nor ends the poll does not wait for it, nor keeps others from voting.
    const stranger = plenary.member('GOVERNMENT', 5);
    const [text, value] = ['a'.repeat(64), 'a'.repeat(32)];
    const scrutineer = { college: 'CIVIL_SOCIETY', personId: plenary.member('CIVIL_SOCIETY', 6).personId };
    const acts: readonly [Voice, string, Json][] = [
      [stranger, 'standAsCandidate', { electionId, statement: 'I stand.' }],
      [stranger, 'withdrawCandidacy', { candidacyId: theirs }],
      [stranger, 'askForSecrecy', { electionId }],
      [stranger, 'orderPoll', { electionId }],
      [stranger, 'commitLotValue', { electionId, commitment: text }],
      [stranger, 'revealLotValue', { electionId, value }],
      [stranger, 'giveDecryption', { electionId, decryption: text, boundProofs: text }],
      [plenary.secretary, 'nameScrutineer', { electionId, ...scrutineer }],
      [plenary.secretary, 'countVotes', { electionId }],
      [plenary.secretary, 'drawLot', { electionId, governmentDice: value }],
      [plenary.secretary, 'recordFailure', { electionId }],
      [plenary.secretary, 'proclaimResult', { electionId }],
    ];
    const answered: string[] = [];
    for (const [voice, act, input] of acts) {
      const tried = voice.does(act, input).then((answer) => {
        expect(answer.__typename).not.toBe('Error');
        answered.push(act);
      });
      await until(async () => answered.at(-1) === act || (await waiting()) === 2);
      expect(answered).toContain(act);
      await tried;
    }

    let counted = false;
    const counting = plenary.count(electionId).finally(() => {
      counted = true;
    });
    await until(async () => counted || (await waiting()) === 2);
    await client.query('ROLLBACK');
    await client.end();
    expect(await casting).toBeDone('RecordedBallotReceipt');
    await counting;
    const { rounds } = await plenary.election(electionId, 'rounds { count { votesCast outcome } }');
    expect(rounds).toEqual([{ count: { votesCast: 1, outcome: 'ELECTED' } }]);
  });

  it('proclaim once: one mandate, and no third co-chair (C3-COCHAIRS)', async () => {
    const electionId = elections.CIVIL_SOCIETY;
    await once('proclaimResult', { electionId }, 'Election');
    const mandates = await plenary.forum.database.query(`SELECT college FROM mandate`);
    expect(mandates).toEqual([{ college: 'CIVIL_SOCIETY' }]);
    const trail = await plenary.forum.database.query<{ command: string }>(
      `SELECT command FROM audit_row WHERE subject_id = $1 ORDER BY seq`,
      [electionId],
    );
    expect(trail.map(({ command }) => command)).toEqual([
      'callElection',
      'orderPoll',
      'openVoting',
      'closeVoting',
      'countVotes',
      'proclaimResult',
    ]);
  });

  it('close a session once', async () => {
    const electionId = elections.GOVERNMENT;
    const { rounds } = await plenary.election(electionId, 'rounds { candidates { id } count { outcome } }');
    if (rounds[0].count.outcome === 'SECOND_ROUND') {
      // Three votes each: the same president orders the round that decides between them.
      await plenary.vote(electionId);
      done(await plenary.cast(plenary.member('GOVERNMENT', 1), electionId, rounds[0].candidates[0].id));
      await plenary.count(electionId);
    }
    done(await plenary.secretary.does('proclaimResult', { electionId }));
    const { committee } = await plenary.forum.anyone.reads('{ committee { coChairs { holder { id } } } }');
    const coChair = plenary.members.GOVERNMENT.find(
      ({ memberId }) => memberId === committee.coChairs[0].holder.id,
    );
    const closings = await times(8, () => plenary.closes(coChair ?? plenary.president()));
    expect(named(closings, 'Meeting')).toHaveLength(1);
  });
});
