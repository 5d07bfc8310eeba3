import '../support/matchers.js';
import {
  credentialsFile,
  type Election,
  newCredential,
  openElection,
  publicCredential,
  sealBallot,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { BALLOTS_OF_A_SEAT } from '@hemicycle/elections';
import { BoxWorkers, nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { named, outcomes, times, until, waitingForLocks } from '../support/at-once.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { lastRound, pollFile, TrusteeDevice } from '../support/sealed.js';

// Ballots by the hundred, each verified, on machines that may be busy.
jest.setTimeout(300_000);

const RECEIPT = '... on BallotReceipt { tracker replacedTracker }';

describe('many acts at the same instant, in a secret poll', () => {
  let plenary: Plenary;
  let elections: Record<'GOVERNMENT' | 'CIVIL_SOCIETY', string>;
  let electionId: string;
  let other: Voice;
  let devices: [TrusteeDevice, TrusteeDevice, TrusteeDevice];
  /** Every ballot that a voter was told is in the box, in order. */
  const acknowledged = new Map<MemberVoice, string[]>();
  const refused: string[] = [];

  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    // One who votes again and again, and two hundred others.
    await plenary.moreMembers('GOVERNMENT', 195);
    other = await plenary.forum.secretary('Another secretary');
    elections = await plenary.convened();
    electionId = elections.GOVERNMENT;
    for (const place of [2, 3]) await plenary.stands(plenary.member('GOVERNMENT', place), electionId);
    await plenary.stands(plenary.member('CIVIL_SOCIETY', 2), elections.CIVIL_SOCIETY);
    await plenary.opened();
    await plenary.ratifies();
    const host = await plenary.forum.secretary('Host');
    const trustees = [plenary.member('GOVERNMENT', 5), plenary.member('CIVIL_SOCIETY', 5), host] as const;
    const device = (voice: Voice): TrusteeDevice => new TrusteeDevice(voice, plenary.id);
    devices = [device(trustees[0]), device(trustees[1]), device(trustees[2])];
  });
  afterAll(() => plenary?.forum.close());

  const secretary = (index: number): Voice => (index % 2 === 0 ? plenary.secretary : other);

  /** Eight requests, by two secretaries in turn; exactly one may be carried out. */
  const once = async (act: string, input: object, rule = 'LIFE'): Promise<void> => {
    const results = await times(8, (index) => secretary(index).does(act, { ...input }));
    expect(named(results, 'Election')).toHaveLength(1);
    for (const outcome of outcomes(results).filter((one) => one !== 'Election')) {
      expect(outcome).toMatch(new RegExp(`${rule}|CONFLICT`));
    }
  };

  const namesTrustees = () =>
    plenary.secretary.does('nameTrustees', {
      meetingId: plenary.id,
      governmentId: devices[0].voice.personId,
      civilSocietyId: devices[1].voice.personId,
      hostId: devices[2].voice.personId,
    });

  type Part = Awaited<ReturnType<TrusteeDevice['part']>>;
  const gives = ({ voice }: TrusteeDevice, part: Part): Promise<Json> =>
    voice.does('giveTrusteePart', { ...part });

  const ceremony = async (): Promise<Json> =>
    (
      await plenary.forum.anyone.reads(
        'query ($id: ID!) { meeting(id: $id) { keyCeremony { number completedAt trustees { given } } } }',
        { id: plenary.id },
      )
    ).meeting.keyCeremony;

  /** Opened once: its tables of powers cost as much as many ballots. */
  const opened = new Map<string, Election>();
  const electionOf = async (id: string): Promise<Election> => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const { sealed } = await lastRound(plenary.forum.anyone, id);
    const election = openElection(sealed.electionFile, nativeGroups);
    opened.set(id, election);
    return election;
  };

  /**
   * Ballots of a voter, sealed beforehand as her device would, for the first candidate and the second in turn; with a
   * credential given, those of the other election, which has one candidate.
   */
  const ballotsOf = async (voter: Voice, count: number, credential?: string): Promise<string[]> => {
    const id = credential === undefined ? electionId : elections.CIVIL_SOCIETY;
    const election = await electionOf(id);
    const own =
      credential ??
      (await voter.reads('query ($id: ID!) { votingCredential(electionId: $id) }', { id })).votingCredential;
    const choices = credential === undefined ? 2 : 1;
    return Array.from({ length: count }, (_, index) => sealBallot(election, own, [[index % choices]]).raw);
  };

  const casts = async (voter: MemberVoice, ballot: string): Promise<Json> => {
    const result = await voter.does('castBallot', { electionId, ballot }, RECEIPT);
    if (result.__typename === 'BallotReceipt') {
      acknowledged.set(voter, [...(acknowledged.get(voter) ?? []), result.tracker]);
    }
    return result;
  };

  it('a trustee gives a part once (CNIL-1-08)', async () => {
    done(await namesTrustees());
    const part = await devices[0].part();
    const results = await times(6, () => gives(devices[0], part));
    expect(named(results, 'KeyCeremony')).toHaveLength(1);
    for (const outcome of outcomes(results).filter((one) => one !== 'KeyCeremony')) {
      expect(outcome).toMatch(/CNIL-1-08|CONFLICT/);
    }
  });

  it('a part given while trustees are named anew is in the key of before, or its trustee is told (CNIL-1-08)', async () => {
    const [first, second, third] = devices;
    const { database } = plenary.forum;
    const parts = [await second.part(), await third.part()] as const;
    // Both acts are held up at their very moment, so that their order is known.
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM key_ceremony FOR UPDATE');
    const before = gives(second, parts[0]);
    await until(async () => (await waitingForLocks(database)) === 1);
    const naming = namesTrustees();
    await until(async () => (await waitingForLocks(database)) === 2);
    const after = gives(third, parts[1]);
    await until(async () => (await waitingForLocks(database)) === 3);
    await client.query('ROLLBACK');
    await client.end();
    expect(await before).toBeDone();
    expect(await naming).toBeDone();
    const late = await after;
    expect(late).toBeRefusedBy('CNIL-1-08');
    expect(late.violations[0].reason).toContain('Trustees were named anew');
    const none = { given: [] };
    expect(await ceremony()).toMatchObject({ number: 2, trustees: [none, none, none] });

    // And all at once, whatever comes first.
    const again = [await first.part(), await second.part(), await third.part()] as const;
    const results = await Promise.all([
      gives(first, again[0]),
      namesTrustees(),
      gives(second, again[1]),
      namesTrustees(),
      gives(third, again[2]),
    ]);
    for (const outcome of outcomes(results)) {
      expect(outcome).toMatch(/KeyCeremony|Meeting|CNIL-1-08|CONFLICT/);
    }
    expect(await ceremony()).toMatchObject({ trustees: [none, none, none] });
    for (const step of ['CERTIFICATE', 'SHARES', 'KEY']) {
      for (const device of devices) {
        expect((await device.work()).dueStep).toBe(step);
        await device.gives();
      }
    }
    const all = { given: ['CERTIFICATE', 'SHARES', 'KEY'] };
    expect(await ceremony()).toMatchObject({ number: 4, trustees: [all, all, all] });
    expect((await ceremony()).completedAt).not.toBeNull();
  });

  it('opens a poll of two hundred and one seats, each with a credential (POLL)', async () => {
    for (const [college, place] of [
      ['GOVERNMENT', 6],
      ['CIVIL_SOCIETY', 6],
    ] as const) {
      const { personId } = plenary.member(college, place);
      for (const id of [electionId, elections.CIVIL_SOCIETY]) {
        done(await plenary.secretary.does('nameScrutineer', { electionId: id, college, personId }));
      }
    }
    done(await plenary.president().does('orderPoll', { electionId }));
    done(await plenary.secretary.does('openVoting', { electionId }));
    const polls = await plenary.forum.database.query<{ listed: string }>(
      'SELECT credentials_file AS listed FROM sealed_poll',
    );
    expect(polls.map(({ listed }) => JSON.parse(listed).length)).toEqual([201]);
  });

  it('of sixty ballots of one voter, each enters once and one counts (ONE-BALLOT)', async () => {
    const voter = plenary.member('GOVERNMENT', 1);
    const ballots = await ballotsOf(voter, 20);
    // Each of twenty, three times.
    const results = await times(60, (index) => casts(voter, ballots[index % 20] ?? ''));
    const receipts = named(results, 'BallotReceipt');
    expect(new Set(receipts.map(({ tracker }) => tracker)).size).toBe(20);
    expect(receipts).toHaveLength(20);
    for (const outcome of outcomes(results).filter((one) => one !== 'BallotReceipt')) {
      expect(outcome).toMatch(/ONE-BALLOT|CONFLICT/);
    }
    // Each replaces another, the first excepted: a chain without a fork.
    const replaced = receipts.map(({ replacedTracker }) => replacedTracker);
    expect(new Set(replaced).size).toBe(20);
    expect(replaced.filter((tracker) => tracker === null)).toHaveLength(1);
    expect((await lastRound(voter, electionId)).ballots).toBe(1);
    const signatures = await plenary.forum.database.query('SELECT member_id FROM register_signature');
    expect(signatures).toEqual([{ member_id: voter.memberId }]);
    // The last of the chain is the one that counts.
    const last = receipts.find(({ tracker }) => !replaced.includes(tracker));
    acknowledged.set(voter, [...replaced.filter((tracker) => tracker !== null), last.tracker]);
  });

  it('one ballot of a voter is checked at a time: hers that wait hold up nobody else', async () => {
    const [eager, patient] = [plenary.member('GOVERNMENT', 1), plenary.member('GOVERNMENT', 2)];
    const [[hers = ''], [another = '']] = [await ballotsOf(eager, 1), await ballotsOf(patient, 1)];
    const workers = plenary.forum.api.get(BoxWorkers, { strict: false });
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const judges = workers.judgeBallot.bind(workers);
    const judging = jest.spyOn(workers, 'judgeBallot').mockImplementation(async (cast) => {
      if (cast.ballot === hers) await held;
      return judges(cast);
    });
    let answered = 0;
    const results = times(70, async () => {
      const result = await casts(eager, hers);
      answered += 1;
      return result;
    });
    // One is being checked and sixty-four wait; these are told.
    await until(() => answered >= 5 && judging.mock.calls.length > 0);
    expect(await casts(patient, another)).toBeDone('BallotReceipt');
    expect(judging.mock.calls.map(([{ ballot }]) => ballot)).toEqual([hers, another]);
    release();
    const all = await results;
    judging.mockRestore();
    expect(named(all, 'BallotReceipt')).toHaveLength(1);
    expect(outcomes(all).filter((one) => one === 'ONE-BALLOT')).toHaveLength(64);
    const told = all.filter(({ code }: Json) => code === 'CONFLICT');
    expect(told).toHaveLength(5);
    for (const { message } of told) expect(message).toContain('wait for the answer to the others');
  });

  it('of two hundred who vote while the poll closes, those acknowledged count and those refused do not (POLL)', async () => {
    const voters = plenary.members.GOVERNMENT.slice(1);
    const ballots = new Map<MemberVoice, string>();
    for (const voter of voters) ballots.set(voter, (await ballotsOf(voter, 1))[0] ?? '');
    expect(new Set(ballots.values()).size).toBe(200);
    const workers = plenary.forum.api.get(BoxWorkers, { strict: false });
    // The box is being closed until it is let go on: whoever casts meanwhile waits.
    let closing = false;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const closes = workers.closeBox.bind(workers);
    const closed = jest.spyOn(workers, 'closeBox').mockImplementation(async (content) => {
      closing = true;
      await held;
      return closes(content);
    });
    const judging = jest.spyOn(workers, 'judgeBallot');
    let heard = 0;
    let told = 0;
    const voting = voters.map(async (voter) => {
      const ballot = ballots.get(voter) ?? '';
      const result = await casts(voter, ballot);
      heard += 1;
      if (result.__typename === 'BallotReceipt') told += 1;
      else refused.push(ballot);
      return result;
    });
    await until(() => told >= 40);
    const act = plenary.secretary.does('closeVoting', { electionId });
    await until(() => closing || heard === 200);
    // More ballots wait for the box, each checked, than the server has connections: pages are read all the same.
    await until(() => judging.mock.calls.length - heard > 20 || heard === 200);
    expect(heard).toBeLessThan(200);
    await until(async () => (await waitingForLocks(plenary.forum.database)) > 0);
    expect(await waitingForLocks(plenary.forum.database)).toBeLessThanOrEqual(5);
    const { state } = await plenary.election(electionId, 'state');
    expect(state).toBe('VOTING');
    goOn();
    expect(await act).toBeDone();
    const results = await Promise.all(voting);
    closed.mockRestore();
    judging.mockRestore();
    for (const result of results.filter(({ __typename }) => __typename !== 'BallotReceipt')) {
      expect(outcomes([result])[0]).toMatch(/POLL|LIFE|CONFLICT/);
    }
    expect(told).toBeGreaterThanOrEqual(40);
    expect(refused.length).toBeGreaterThan(20);
    expect(told + refused.length).toBe(200);
    for (const ballot of refused.slice(0, 3)) {
      const voter = voters.find((one) => ballots.get(one) === ballot);
      if (voter !== undefined) expect(await casts(voter, ballot)).toBeRefusedBy('POLL');
    }

    const { sealed, ballots: cast } = await lastRound(plenary.member('GOVERNMENT', 1), electionId);
    const counting = [...acknowledged.values()].map((trackers) => trackers.at(-1) ?? '');
    const replaced = [...acknowledged.values()].flatMap((trackers) => trackers.slice(0, -1));
    expect(sealed.trackers).toEqual(counting.toSorted());
    expect(sealed.replacedTrackers).toEqual(replaced.toSorted());
    expect(cast).toBe(acknowledged.size);
    const numbers = [...acknowledged.keys()].map(({ number }) => number);
    expect(sealed.voted.map(({ number }: Json) => number)).toEqual(numbers.toSorted((a, b) => a - b));
    const kept = await plenary.forum.database.query<{ ballot: string }>('SELECT ballot FROM sealed_ballot');
    expect(kept.filter(({ ballot }) => refused.includes(ballot))).toEqual([]);
  });

  it('leaves nothing, once closed, that says with which signature a ballot came (CNIL-1-07)', async () => {
    const written = await plenary.forum.database.query<{ xmin: string; tracker: string }>(
      'SELECT xmin::text, tracker FROM sealed_ballot ORDER BY ctid',
    );
    expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(1);
    const trackers = written.map(({ tracker }) => tracker);
    expect(trackers).toEqual(trackers.toSorted());
    const { database } = plenary.forum;
    await expect(database.query('DELETE FROM sealed_ballot')).rejects.toThrow(/append-only/);
    await expect(database.query(`UPDATE sealed_ballot SET ballot = ''`)).rejects.toThrow(/append-only/);
  });

  it('two trustees open the box, each once; one count is kept, and it verifies (CNIL-1-08, CNIL-1-09)', async () => {
    const [first, , third] = devices;
    const { sealed } = await lastRound(plenary.forum.anyone, electionId);
    const archiveOf = async (): Promise<Uint8Array> =>
      new Uint8Array(
        await (await pollFile(plenary.forum.url, sealed.archiveUrl, first.voice.token)).arrayBuffer(),
      );
    const archive = await archiveOf();
    const openings = [await first.opening(archive), await third.opening(archive)] as const;
    const results = await times(6, (index) =>
      (index % 2 === 0 ? first : third).voice.does('giveDecryption', { electionId, ...openings[index % 2] }),
    );
    expect(named(results, 'Election')).toHaveLength(2);
    for (const outcome of outcomes(results).filter((one) => one !== 'Election')) {
      expect(outcome).toMatch(/CNIL-1-09|CONFLICT/);
    }
    await once('countVotes', { electionId }, 'CNIL-1-09|LIFE');
    const { count } = await lastRound(plenary.forum.anyone, electionId);
    const votes = count.votes.map(({ votes: some }: Json) => some as number);
    expect(count.blanks + votes[0] + votes[1]).toBe(acknowledged.size);
    const whole = await archiveOf();
    const sideFile = await pollFile(plenary.forum.url, `/polls/${sealedUuidOf(sealed)}.bound.json`, null);
    const report = await verifyArchive(whole, {
      sideFile: new Uint8Array(await sideFile.arrayBuffer()),
      standard: 'ours',
      earlier: archive,
      groups: nativeGroups,
    });
    expect(report).toMatchObject({ valid: true, counted: acknowledged.size, failures: [] });
  });

  it('a credential issued on another machine serves one of the seats that use it together (ONE-BALLOT)', async () => {
    const id = elections.CIVIL_SOCIETY;
    const president = plenary.president();
    done(await president.does('orderPoll', { electionId: id }));
    const { sealedUuid } = await lastRound(president, id);
    const group = nativeGroups('BELENIOS-2048');
    const [shared = '', ...others] = Array.from({ length: 6 }, () => newCredential());
    const publicCredentials = credentialsFile(
      [shared, ...others].map((one) => publicCredential(group, sealedUuid, one)),
    );
    // By two secretaries at once: one poll, on one list.
    await once('openVoting', { electionId: id, publicCredentials });
    const lists = await plenary.forum.database.query<{ listed: string }>(
      'SELECT credentials_file AS listed FROM sealed_poll WHERE issued_apart',
    );
    expect(lists).toEqual([{ listed: publicCredentials }]);
    const voters = [1, 2, 3].map((place) => plenary.member('CIVIL_SOCIETY', place));
    const ballots = await ballotsOf(president, 3, shared);
    const results = await times(3, (index) =>
      (voters[index] as Voice).does('castBallot', { electionId: id, ballot: ballots[index] }, RECEIPT),
    );
    expect(named(results, 'BallotReceipt')).toHaveLength(1);
    for (const outcome of outcomes(results).filter((one) => one !== 'BallotReceipt')) {
      expect(outcome).toMatch(/ONE-BALLOT|CONFLICT/);
    }
    expect((await lastRound(president, id)).ballots).toBe(1);
    const kept = await plenary.forum.database.query(
      'SELECT FROM sealed_ballot b JOIN sealed_poll p USING (round_id) WHERE p.issued_apart',
    );
    expect(kept).toHaveLength(1);

    // She votes again, and again: the platform keeps so many, and checks no more.
    const { database } = plenary.forum;
    await database.query(
      `INSERT INTO sealed_ballot (round_id, tracker, credential, number, ballot)
       SELECT round_id, 'earlier ' || later, credential, later, ballot
       FROM sealed_ballot JOIN sealed_poll USING (round_id), generate_series(2, $1) later WHERE issued_apart`,
      [BALLOTS_OF_A_SEAT - 2],
    );
    const accepted = results.findIndex(({ __typename }) => __typename === 'BallotReceipt');
    const voter = voters[accepted] as Voice;
    const again = await ballotsOf(president, 5, shared);
    const replacing = await times(5, (index) =>
      voter.does('castBallot', { electionId: id, ballot: again[index] }, RECEIPT),
    );
    expect(named(replacing, 'BallotReceipt')).toHaveLength(2);
    expect(outcomes(replacing).filter((one) => one === 'FORBIDDEN')).toHaveLength(3);
    const [last] = await database.query<{ number: number; tracker: string }>(
      `SELECT number, tracker FROM sealed_ballot JOIN sealed_poll USING (round_id) WHERE issued_apart
       ORDER BY number DESC LIMIT 1`,
    );
    expect(last?.number).toBe(BALLOTS_OF_A_SEAT);
    expect(replacing.map(({ tracker }) => tracker)).toContain(last?.tracker);
    const judging = jest.spyOn(plenary.forum.api.get(BoxWorkers, { strict: false }), 'judgeBallot');
    const [more] = await ballotsOf(president, 1, shared);
    expect(await voter.does('castBallot', { electionId: id, ballot: more }, RECEIPT)).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('the last one counts'),
    });
    expect(judging).not.toHaveBeenCalled();
    judging.mockRestore();
    await once('closeVoting', { electionId: id });
    const { sealed } = await lastRound(president, id);
    expect(sealed.trackers).toEqual([last?.tracker]);
  });
});

const sealedUuidOf = ({ electionFile }: Json): string => JSON.parse(electionFile).uuid;
