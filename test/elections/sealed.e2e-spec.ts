import '../support/matchers.js';
import { credentialsFile, fingerprintOf, readArchive, verifyArchive } from '@hemicycle/sealed-ballot';
import { BoxWorkers, nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { until } from '../support/at-once.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { casts, lastRound, makeKey, pollFile, sealed, TrusteeDevice } from '../support/sealed.js';

describe('a secret election of the co-chairs', () => {
  let plenary: Plenary;
  let elections: Record<'GOVERNMENT' | 'CIVIL_SOCIETY', string>;
  let electionId: string;
  let devices: TrusteeDevice[];
  let candidacies: [string, string];
  let trackers: string[];
  let archive: Uint8Array;

  const voter = (place: number): MemberVoice => plenary.member('GOVERNMENT', place);
  const file = async (path: string, voice: Voice): Promise<Uint8Array> =>
    new Uint8Array(await (await pollFile(plenary.forum.url, path, voice.token)).arrayBuffer());

  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    elections = await plenary.convened();
    electionId = elections.GOVERNMENT;
    const first = await plenary.stands(voter(2), electionId);
    plenary.forum.clock.pass(1000);
    candidacies = [first, await plenary.stands(voter(3), electionId)];
    await plenary.opened();
    await plenary.ratifies();
    const host = await plenary.forum.secretary('Host');
    devices = [voter(5), plenary.member('CIVIL_SOCIETY', 5), host].map(
      (voice) => new TrusteeDevice(voice, plenary.id),
    );
  });
  afterAll(() => plenary.forum.close());

  const named = (change: Record<string, unknown> = {}) =>
    plenary.secretary.does('nameTrustees', {
      meetingId: plenary.id,
      governmentId: voter(5).personId,
      civilSocietyId: plenary.member('CIVIL_SOCIETY', 5).personId,
      hostId: devices[2]?.voice.personId,
      ...change,
    });

  it('has three trustees, one a college and one from the host, none a candidate (CNIL-1-08)', async () => {
    expect(await named({ governmentId: voter(2).personId })).toBeRefusedBy('CNIL-1-08');
    expect(await named({ governmentId: plenary.member('CIVIL_SOCIETY', 1).personId })).toBeRefusedBy(
      'CNIL-1-08',
    );
    expect(await named({ hostId: voter(1).personId })).toBeRefusedBy('CNIL-1-08');
    expect(await named()).toBeDone();
    const input = { electionId, statement: 'I hold a key.' };
    expect(await voter(5).does('standAsCandidate', input)).toBeRefusedBy('CNIL-1-08');
  });

  it('opens no poll before the key is made and the scrutineers are named (CNIL-1-08, SECRECY-FLOOR)', async () => {
    done(await plenary.president().does('orderPoll', { electionId }));
    expect(await plenary.secretary.does('openVoting', { electionId })).toBeRefusedBy('CNIL-1-08');
    await makeKey(devices);
    expect(await plenary.secretary.does('openVoting', { electionId })).toBeRefusedBy('SECRECY-FLOOR');
  });

  it('takes each part of the key from its trustee, in its turn, checked (CNIL-1-08)', async () => {
    const [first, second] = devices as [TrusteeDevice, TrusteeDevice];
    done(await named());
    const part = await first.part();
    const give = (voice: Voice, given: { keyCeremonyId: string; step: string; part: string }) =>
      voice.does('giveTrusteePart', given);
    expect(await give(voter(1), part)).toBeRefusedBy('CNIL-1-08');
    expect(await give(second.voice, part)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await give(first.voice, { ...part, step: 'SHARES' })).toBeRefusedBy('CNIL-1-08');
    expect(await give(first.voice, part)).toBeDone();
    expect(await give(first.voice, part)).toBeRefusedBy('CNIL-1-08');
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { keyCeremony { number completedAt trustees { number capacity given } } } }',
      { id: plenary.id },
    );
    expect(meeting.keyCeremony).toMatchObject({
      number: 2,
      completedAt: null,
      trustees: [
        { number: 1, capacity: 'GOVERNMENT', given: ['CERTIFICATE'] },
        { number: 2, capacity: 'CIVIL_SOCIETY', given: [] },
        { number: 3, capacity: 'HOST', given: [] },
      ],
    });
    await devices[1]?.gives();
    await devices[2]?.gives();
    for (let step = 0; step < 2; step += 1) for (const device of devices) await device.gives();
  });

  it('opens then, sealed with that key, and keeps its trustees (CNIL-1-08)', async () => {
    for (const [college, person] of [
      ['GOVERNMENT', voter(6)],
      ['CIVIL_SOCIETY', plenary.member('CIVIL_SOCIETY', 6)],
    ] as const) {
      done(
        await plenary.secretary.does('nameScrutineer', { electionId, college, personId: person.personId }),
      );
    }
    const sent = await plenary.forum.statements(async () => {
      done(await plenary.secretary.does('openVoting', { electionId }));
    });
    // One letter an elector, however many they are, in one statement, and the jobs that send them in another.
    expect(sent.filter((statement) => statement.startsWith('INSERT INTO "outgoing_mail"'))).toHaveLength(1);
    expect(sent.filter((statement) => statement.includes('graphile_worker.add_job'))).toHaveLength(1);
    expect(await named()).toBeRefusedBy('CNIL-1-08');
    const round = await lastRound(plenary.forum.anyone, electionId);
    expect(round.sealed).toMatchObject({
      credentialsIssuedApart: false,
      verifier: 'hemicycle 0.1.0',
      trackers: null,
      replacedTrackers: null,
      voted: null,
      published: false,
      archiveUrl: null,
    });
    expect(JSON.parse(round.sealed.electionFile)).toMatchObject({ uuid: round.sealedUuid });
  });

  it('writes to every elector, with the election’s fingerprint by another way than the page', async () => {
    const { sealed: seal } = await lastRound(plenary.forum.anyone, electionId);
    const letters = (await plenary.forum.letters()).filter(({ letter }) =>
      letter.subject.startsWith('You are called to vote: co-chair (government actors), round 1'),
    );
    expect(letters).toHaveLength(6);
    for (const { letter } of letters) {
      expect(letter.text).toContain(seal.fingerprint);
      expect(letter.text).toContain(`/elections/${electionId}/vote`);
    }
  });

  it('takes no vote by name (SECRECY)', async () => {
    const input = { electionId, candidacyIds: [candidacies[0]] };
    expect(await voter(1).does('castRecordedBallot', input)).toBeRefusedBy('SECRECY');
  });

  it('stores a ballot whose every proof is right, tells its tracker, and lets its voter vote again (CNIL-1-02, CNIL-2-07)', async () => {
    // The list of credentials is long, and fixed: the first ballot has it read, once.
    const lists = /credentials_file/;
    let [first, second]: Json[] = [];
    const read = await plenary.forum.statements(async () => {
      first = done(await casts(voter(1), electionId, [candidacies[1]]));
    });
    expect(read.filter((statement) => lists.test(statement))).toHaveLength(1);
    expect(first).toMatchObject({ round: 1, replacedTracker: null });
    const readAgain = await plenary.forum.statements(async () => {
      second = done(await casts(voter(1), electionId, [candidacies[0]]));
    });
    expect(readAgain.filter((statement) => lists.test(statement))).toEqual([]);
    expect(second.replacedTracker).toBe(first.tracker);
    const status = async (tracker: string): Promise<Json> =>
      (
        await plenary.forum.anyone.reads(
          'query ($id: ID!, $tracker: String!) { tracker(electionId: $id, tracker: $tracker) { state round } }',
          { id: electionId, tracker },
        )
      ).tracker;
    expect(await status(first.tracker)).toEqual({ state: 'REPLACED', round: 1 });
    expect(await status(second.tracker)).toEqual({ state: 'IN_THE_BOX', round: 1 });
    expect(await status('nothing')).toEqual({ state: 'UNKNOWN', round: null });
    trackers = [second.tracker];
    expect((await lastRound(plenary.forum.anyone, electionId)).ballots).toBe(1);
  });

  it('refuses a replayed ballot, another’s, and one of the other college (ONE-BALLOT, COLLEGE-VOTES)', async () => {
    const own = await sealed(voter(2), electionId, [candidacies[0]]);
    expect(await voter(2).does('castBallot', { electionId, ballot: own.raw })).toBeDone();
    expect(await voter(2).does('castBallot', { electionId, ballot: own.raw })).toBeRefusedBy('ONE-BALLOT');
    const other = await sealed(voter(3), electionId, [candidacies[0]]);
    expect(await voter(2).does('castBallot', { electionId, ballot: other.raw })).toBeRefusedBy('ONE-BALLOT');
    const stranger = plenary.member('CIVIL_SOCIETY', 1);
    expect(await stranger.does('castBallot', { electionId, ballot: other.raw })).toBeRefusedBy(
      'COLLEGE-VOTES',
    );
    trackers.push(own.tracker);
  });

  it('refuses a forged or malformed ballot, naming the check', async () => {
    const { raw } = await sealed(voter(3), electionId, [candidacies[0]]);
    const cast = (ballot: string) => voter(3).does('castBallot', { electionId, ballot });
    const ballot = JSON.parse(raw);
    ballot.answers[0].overall_proof[0].response = '1';
    expect(await cast(JSON.stringify(ballot))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await cast('{}')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await cast(raw.replace('{', '{ '))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await lastRound(plenary.forum.anyone, electionId)).ballots).toBe(2);
  });

  it('keeps a ballot in the box for which it was checked, or in none', async () => {
    const { raw } = await sealed(voter(3), electionId, [candidacies[0]]);
    const { database } = plenary.forum;
    const workers = plenary.forum.api.get(BoxWorkers, { strict: false });
    const judging = jest.spyOn(workers, 'judgeBallot').mockImplementationOnce(async () => {
      // As if, while it was being checked, this round had been counted and another opened.
      await database.query(
        `INSERT INTO election_round (id, election_id, number, kind, seats, ordered_by_id, ordered_at, opened_by_id, opened_at)
         SELECT gen_random_uuid(), election_id, 2, 'SECOND', 1, ordered_by_id, opened_at, opened_by_id, opened_at
         FROM election_round WHERE election_id = $1`,
        [electionId],
      );
      return null;
    });
    const cast = await voter(3).does('castBallot', { electionId, ballot: raw });
    judging.mockRestore();
    expect(cast).toMatchObject({ code: 'CONFLICT' });
    expect(await database.query('SELECT FROM sealed_ballot WHERE ballot = $1', [raw])).toEqual([]);
    await database.query('DELETE FROM election_round WHERE election_id = $1 AND number = 2', [electionId]);
  });

  it('asks voters to have signed in within the hour (REGISTER)', async () => {
    const { raw } = await sealed(voter(3), electionId, [candidacies[0]]);
    plenary.forum.clock.pass(61 * 60_000);
    expect(await voter(3).does('castBallot', { electionId, ballot: raw })).toBeRefusedBy('REGISTER');
    plenary.forum.clock.pass(-61 * 60_000);
  });

  const CHECK = `query ($id: ID!) { boxIntegrity(electionId: $id) {
    checkedAt round ballots whole faults { check count statement(language: EN) } } }`;
  const checks = async (voice: Voice): Promise<Json> =>
    (await voice.reads(CHECK, { id: electionId })).boxIntegrity;

  it('has its whole box checked by those who watch over it, once a minute, and by nobody else (CNIL-1-10)', async () => {
    const { clock, api } = plenary.forum;
    const proofs = jest.spyOn(api.get(BoxWorkers, { strict: false }), 'ballotsAtFault');
    const whole = { checkedAt: clock.now().toISOString(), round: 1, ballots: 2, whole: true, faults: [] };
    const [scrutineer, trustee] = [voter(6), voter(5)];
    const answers = await Promise.all([scrutineer, trustee, plenary.secretary].map(checks));
    expect(answers).toEqual([whole, whole, whole]);
    clock.pass(59_000);
    expect(await checks(scrutineer)).toEqual(whole);
    expect(proofs).toHaveBeenCalledTimes(1);
    clock.pass(1_000);
    expect(await checks(trustee)).toEqual({ ...whole, checkedAt: clock.now().toISOString() });
    expect(proofs).toHaveBeenCalledTimes(2);
    // Of the six that are listed, the two that voted: the others are not read again with each part of the box.
    for (const [{ credentials }] of proofs.mock.calls) expect(JSON.parse(credentials)).toHaveLength(2);
    proofs.mockRestore();

    const refused = async (voice: Voice) => (await voice.ask(CHECK, { id: electionId })).errors?.[0];
    expect(await refused(voter(1))).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(await refused(plenary.forum.anyone)).toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
    const offered = async (voice: Voice): Promise<boolean> =>
      (
        await voice.reads('query ($id: ID!) { election(id: $id) { rounds { sealed { checkable } } } }', {
          id: electionId,
        })
      ).election.rounds[0].sealed.checkable;
    expect(await Promise.all([scrutineer, trustee, plenary.secretary].map(offered))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await Promise.all([voter(1), plenary.forum.anyone].map(offered))).toEqual([false, false]);
  });

  it('is found not to be whole once somebody altered it behind the server, without telling whose ballot (CNIL-1-10)', async () => {
    const { clock, database } = plenary.forum;
    const found = async (): Promise<Json> => {
      clock.pass(60_000);
      const answer = await checks(plenary.secretary);
      expect(answer.whole).toBe(answer.faults.length === 0);
      return answer;
    };
    const faults = async (): Promise<string[]> =>
      (await found()).faults.map(({ check, count }: Json) => `${check} ${count}`);
    /** As the owner of a table, its triggers asleep, does and undoes something. */
    const behind = async (
      table: string,
      [sql, values]: readonly [string, unknown[]],
      [undo, undoValues]: readonly [string, unknown[]],
    ): Promise<string[]> => {
      await database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await database.query(sql, values);
      await database.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      const told = await faults();
      await database.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await database.query(undo, undoValues);
      await database.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      return told;
    };

    const tracker = trackers[1] ?? '';
    const [kept] = await database.query<Json>('SELECT * FROM sealed_ballot WHERE tracker = $1', [tracker]);
    const forged = JSON.parse(kept.ballot);
    forged.answers[0].overall_proof[0].response = '1';
    const raw = JSON.stringify(forged);
    const write = 'UPDATE sealed_ballot SET tracker = $2, ballot = $3 WHERE tracker = $1';
    // Altered in place; then under the tracker that it has now, so that only its proofs betray it.
    for (const name of [tracker, fingerprintOf(raw)]) {
      expect(
        await behind('sealed_ballot', [write, [tracker, name, raw]], [write, [name, tracker, kept.ballot]]),
      ).toEqual(['BALLOTS 1']);
    }

    const remove = 'DELETE FROM sealed_ballot WHERE tracker = $1';
    const put = 'INSERT INTO sealed_ballot SELECT (json_populate_record(NULL::sealed_ballot, $1)).*';
    expect(await behind('sealed_ballot', [remove, [tracker]], [put, [kept]])).toEqual(['REGISTER 1']);
    const [replaced] = await database.query<Json>(
      'SELECT * FROM sealed_ballot b WHERE number = 1 AND tracker <> $1',
      [tracker],
    );
    expect(await behind('sealed_ballot', [remove, [replaced.tracker]], [put, [replaced]])).toEqual([
      'NUMBERING 1',
    ]);

    const [signature] = await database.query<Json>('SELECT * FROM register_signature LIMIT 1');
    expect(
      await behind(
        'register_signature',
        ['DELETE FROM register_signature WHERE mark = $1', [signature.mark]],
        [
          'INSERT INTO register_signature SELECT (json_populate_record(NULL::register_signature, $1)).*',
          [signature],
        ],
      ),
    ).toEqual(['REGISTER 1']);

    const [poll] = await database.query<Json>('SELECT election_file, credentials_file FROM sealed_poll');
    // Somebody who is no elector is listed: any element of the group would do.
    const listed: string[] = JSON.parse(poll.credentials_file);
    const more = credentialsFile([...listed, JSON.parse(poll.election_file).public_key]);
    const list = 'UPDATE sealed_poll SET credentials_file = $1';
    expect(await behind('sealed_poll', [list, [more]], [list, [poll.credentials_file]])).toEqual([
      'SETUP 1',
      'CREDENTIALS 1',
    ]);

    const act = `UPDATE audit_row SET fingerprint = $1 WHERE command = 'openVoting'`;
    const [row] = await database.query<Json>(
      `SELECT fingerprint FROM audit_row WHERE command = 'openVoting'`,
    );
    expect(await behind('audit_row', [act, ['0'.repeat(64)]], [act, [row.fingerprint]])).toEqual([
      'SETUP 1',
      'TRAIL 1',
    ]);

    // The guards are there, under their names, and awake; but they guard nothing any more.
    const bodies = await database.query<Json>(
      `SELECT pg_get_functiondef(oid) AS definition FROM pg_proc WHERE proname IN ('refuse_rewriting', 'ballot_is_back')`,
    );
    for (const name of ['refuse_rewriting', 'ballot_is_back']) {
      await database.query(
        `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
      );
    }
    expect(await faults()).toEqual(['APPEND_ONLY 6']);
    for (const { definition } of bodies) await database.query(definition);
    const idle = `CREATE OR REPLACE TRIGGER vote_holder_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vote_holder
      FOR EACH STATEMENT`;
    const calls = 'EXECUTE FUNCTION refuse_rewriting()';
    await database.query(`${idle} WHEN (false) ${calls}`);
    expect(await faults()).toEqual(['APPEND_ONLY 1']);
    await database.query(`${idle} ${calls}`);

    await database.query('ALTER TABLE sealed_ballot DISABLE TRIGGER USER');
    await database.query(write, [tracker, tracker, raw]);
    const told = await found();
    await database.query(write, [tracker, tracker, kept.ballot]);
    await database.query('ALTER TABLE sealed_ballot ENABLE TRIGGER USER');
    expect(told).toEqual({
      checkedAt: clock.now().toISOString(),
      round: 1,
      ballots: 2,
      whole: false,
      faults: [
        {
          check: 'BALLOTS',
          count: 1,
          statement:
            'Ballots that were altered, whose credential is not listed, or of which a proof does not hold: 1.',
        },
        {
          check: 'APPEND_ONLY',
          count: 2,
          statement: 'Guards of the poll’s tables that are gone, asleep or no longer what they were: 2.',
        },
      ],
    });
    expect(await faults()).toEqual([]);
  });

  /**
   * Closes as a box of tens of thousands of ballots does: the connection of the act is silent, while they are summed, for
   * longer than PostgreSQL suffers it elsewhere, here two seconds.
   */
  async function closesSlowly(): Promise<void> {
    const { api, database } = plenary.forum;
    const pool = (api.get(DataSource).driver as unknown as { master: pg.Pool }).master;
    const told = (words: string) => (client: pg.PoolClient) => {
      client.query(words).catch(() => undefined);
    };
    const hurried = told(`SET idle_in_transaction_session_timeout = '2s'`);
    const silent = (than: string): Promise<unknown[]> =>
      database.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' ${than}`,
      );
    const workers = api.get(BoxWorkers, { strict: false });
    const closes = workers.closeBox.bind(workers);
    const closing = jest.spyOn(workers, 'closeBox').mockImplementationOnce(async (content) => {
      // Until it has been silent for twice as long, or was cut off.
      await until(
        async () =>
          (await silent(`AND state_change < now() - interval '4s'`)).length > 0 ||
          (await silent('')).length === 0,
      );
      return closes(content);
    });
    pool.on('acquire', hurried);
    const closed = await plenary.secretary.does('closeVoting', { electionId });
    pool.off('acquire', hurried).on('acquire', told('RESET idle_in_transaction_session_timeout'));
    closing.mockRestore();
    expect(closed).toBeDone();
  }

  it('fixes the box at the closing, shown to all when enough voted, in an order that is not the votes’ (CNIL-1-07, CNIL-1-10)', async () => {
    for (const [place, choice] of [
      [3, [candidacies[1]]],
      [4, []],
      [5, [candidacies[0]]],
    ] as const) {
      trackers.push(done(await casts(voter(place), electionId, choice)).tracker);
    }
    expect(await plenary.secretary.does('countVotes', { electionId })).toBeRefusedBy('CNIL-1-09');
    await closesSlowly();
    expect(await checks(plenary.secretary)).toBeNull();
    const { sealed: seal } = await lastRound(voter(1), electionId);
    expect(seal.trackers).toEqual([...trackers].toSorted());
    expect(seal.replacedTrackers).toHaveLength(1);
    expect(seal.voted.map(({ number }: Json) => number)).toEqual([1, 2, 3, 4, 5]);
    expect((await lastRound(plenary.forum.anyone, electionId)).sealed).toMatchObject({
      voted: null,
      published: true,
    });
    // Its lines are as long as the register: they are looked up for whoever asks for them.
    const lookedUp = async (fields: string): Promise<number> =>
      (
        await plenary.forum.statements(() =>
          voter(1).reads(`query ($id: ID!) { election(id: $id) { rounds { sealed { ${fields} } } } }`, {
            id: electionId,
          }),
        )
      ).filter((statement) => /FROM (sealed_ballot b|register_signature s)/.test(statement)).length;
    expect(await lookedUp('fingerprint openedBy archiveUrl')).toBe(0);
    expect(await lookedUp('trackers replacedTrackers')).toBe(1);
    expect(await lookedUp('voted { number }')).toBe(1);
    archive = await file(seal.archiveUrl, plenary.forum.anyone);
    const report = await verifyArchive(archive, {
      sideFile: null,
      standard: 'belenios',
      unfinished: true,
      groups: nativeGroups,
    });
    expect(report).toMatchObject({ valid: true, counted: 5 });
    const [{ voter_key: key } = { voter_key: '' }] = await plenary.forum.database.query<{
      voter_key: string | null;
    }>('SELECT voter_key FROM sealed_poll');
    expect(key).toBeNull();
  });

  it('is opened by two trustees, each once, and by nobody else (CNIL-1-08, CNIL-1-09)', async () => {
    const [first, , third] = devices as [TrusteeDevice, TrusteeDevice, TrusteeDevice];
    expect(await plenary.secretary.does('countVotes', { electionId })).toBeRefusedBy('CNIL-1-08');
    const opening = await first.opening(archive);
    expect(await voter(1).does('giveDecryption', { electionId, ...opening })).toBeRefusedBy('CNIL-1-08');
    expect(await third.voice.does('giveDecryption', { electionId, ...opening })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(await first.voice.does('giveDecryption', { electionId, ...opening })).toBeDone();
    expect(await first.voice.does('giveDecryption', { electionId, ...opening })).toBeRefusedBy('CNIL-1-09');
    expect(await plenary.secretary.does('countVotes', { electionId })).toBeRefusedBy('CNIL-1-08');
    expect(await third.opens(electionId, archive)).toBeDone();
    expect(await plenary.secretary.does('countVotes', { electionId })).toBeDone();
  });

  it('gives a count that anybody checks with the archive and the bound proofs (CNIL-1-11)', async () => {
    const { sealed: seal, count } = await lastRound(plenary.forum.anyone, electionId);
    expect(count).toMatchObject({
      underFloor: false,
      blanks: 1,
      votesCast: 4,
      majorityNeeded: 3,
      outcome: 'ELECTED',
    });
    expect(count.votes.map(({ votes }: Json) => votes)).toEqual([3, 1]);
    expect(count.elected).toEqual([{ id: candidacies[0] }]);
    const whole = await file(seal.archiveUrl, plenary.forum.anyone);
    const sideFile = await file(seal.sideFileUrl, plenary.forum.anyone);
    const report = await verifyArchive(whole, {
      sideFile,
      standard: 'ours',
      earlier: archive,
      groups: nativeGroups,
    });
    expect(report.failures).toEqual([]);
    expect(report.valid).toBe(true);
    expect(report.counts?.[0]?.answers.map(({ votes }) => votes)).toEqual([3n, 1n]);
    expect(readArchive(whole).ballots).toHaveLength(5);
  });

  it('is proclaimed', async () => {
    expect(await plenary.secretary.does('proclaimResult', { electionId })).toBeDone();
  });
});
