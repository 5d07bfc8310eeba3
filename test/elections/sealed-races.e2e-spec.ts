import '../support/matchers.js';
import {
  credentialsFile,
  newCredential,
  openElection,
  publicCredential,
  sealBallot,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { named, outcomes, times } from '../support/at-once.js';
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
    await plenary.moreMembers('GOVERNMENT', 24);
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

  const gives = (device: TrusteeDevice, part: object): Promise<Json> =>
    device.voice.does('giveTrusteePart', { meetingId: plenary.id, ...part });

  /**
   * Ballots of a voter, sealed beforehand as her device would, for the first candidate and the second in turn; with a
   * credential given, those of the other election, which has one candidate.
   */
  const ballotsOf = async (voter: Voice, count: number, credential?: string): Promise<string[]> => {
    const id = credential === undefined ? electionId : elections.CIVIL_SOCIETY;
    const { sealed } = await lastRound(voter, id);
    const election = openElection(sealed.electionFile, nativeGroups);
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

  it('trustees named anew while they make a key make the new one, with no part of the old (CNIL-1-08)', async () => {
    const [first, second, third] = devices;
    const parts = [await second.part(), await third.part()] as const;
    const results = await Promise.all([
      gives(second, parts[0]),
      namesTrustees(),
      gives(third, parts[1]),
      namesTrustees(),
    ]);
    for (const outcome of outcomes(results))
      expect(outcome).toMatch(/KeyCeremony|Meeting|CNIL-1-08|CONFLICT/);
    // Whatever came first, each now gives what is due in the last ceremony, until nothing is.
    for (const step of ['CERTIFICATE', 'SHARES', 'KEY']) {
      for (const device of [first, second, third]) {
        if ((await device.work()).dueStep === step) await device.gives();
      }
    }
    const { meeting } = await plenary.forum.anyone.reads(
      'query ($id: ID!) { meeting(id: $id) { keyCeremony { number completedAt trustees { given } } } }',
      { id: plenary.id },
    );
    const all = { given: ['CERTIFICATE', 'SHARES', 'KEY'] };
    expect(meeting.keyCeremony).toMatchObject({ number: 3, trustees: [all, all, all] });
    expect(meeting.keyCeremony.completedAt).not.toBeNull();
  });

  it('two secretaries open one poll, on one list of credentials (POLL)', async () => {
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
    await once('openVoting', { electionId });
    const polls = await plenary.forum.database.query<{ listed: string }>(
      'SELECT credentials_file AS listed FROM sealed_poll',
    );
    expect(polls.map(({ listed }) => JSON.parse(listed).length)).toEqual([30]);
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

  it('what is acknowledged while the poll closes counts, what is refused does not (POLL)', async () => {
    const voters = plenary.members.GOVERNMENT.slice(1);
    const ballots = new Map<MemberVoice, string[]>();
    for (const voter of voters) ballots.set(voter, await ballotsOf(voter, 3));
    let heard = 0;
    let tell = (): void => undefined;
    const enough = new Promise<void>((resolve) => (tell = resolve));
    const voting = voters.map(async (voter) => {
      const [first = '', second = '', late = ''] = ballots.get(voter) ?? [];
      for (const ballot of [first, second]) {
        const result = await casts(voter, ballot);
        if (result.__typename !== 'BallotReceipt') {
          expect(result).toBeRefusedBy('POLL');
          refused.push(ballot);
        }
        heard += 1;
        if (heard === 12) tell();
      }
      return { voter, late };
    });
    await enough;
    await once('closeVoting', { electionId });
    for (const { voter, late } of await Promise.all(voting)) {
      expect(await casts(voter, late)).toBeRefusedBy('POLL');
      refused.push(late);
    }
    const { sealed, ballots: cast } = await lastRound(plenary.member('GOVERNMENT', 1), electionId);
    const counting = [...acknowledged.values()].map((trackers) => trackers.at(-1) ?? '');
    const replaced = [...acknowledged.values()].flatMap((trackers) => trackers.slice(0, -1));
    expect(sealed.trackers).toEqual(counting.toSorted());
    expect(sealed.replacedTrackers).toEqual(replaced.toSorted());
    expect(cast).toBe(acknowledged.size);
    const numbers = [...acknowledged.keys()].map(({ number }) => number);
    expect(sealed.voted.map(({ number }: Json) => number)).toEqual(numbers.toSorted((a, b) => a - b));
    expect(acknowledged.size).toBeGreaterThanOrEqual(4);
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
    done(await plenary.secretary.does('openVoting', { electionId: id, publicCredentials }));
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
  });
});

const sealedUuidOf = ({ electionFile }: Json): string => JSON.parse(electionFile).uuid;
