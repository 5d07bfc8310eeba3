import '../support/matchers.js';
import { type Election, openElection, sealBallot, verifyArchive } from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ForumApart } from '../support/forum-apart.js';
import { until } from '../support/at-once.js';
import { type Json, Voice } from '../support/forum.js';
import { endEverything } from '../support/hemicycle.js';
import { done } from '../support/plenary.js';
import { lastRound, pollFile, type TrusteeDevice } from '../support/sealed.js';

// Servers and databases that start again, on machines that may be busy.
jest.setTimeout(300_000);

/** A ballot that a voter's device sent. */
interface Sent {
  readonly ballot: string;
  readonly tracker: string;
  readonly choice: 0 | 1;
  /** Whether the voter was told that it is in the box. */
  acknowledged: boolean;
}

const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

describe('a secret poll, when the server dies', () => {
  let forum: ForumApart;
  let devices: [TrusteeDevice, TrusteeDevice, TrusteeDevice];
  let election: Election;
  let credentials: Map<Voice, string>;
  let voters: Voice[];
  const sent = new Map<Voice, Sent[]>();

  beforeAll(async () => {
    forum = await ForumApart.inSession();
    await forum.starts();
    devices = forum.trustees();
    await forum.opens(devices);
    voters = forum.voters;
    const { sealed } = await lastRound(forum.secretary, forum.electionId);
    election = openElection(sealed.electionFile, nativeGroups);
    credentials = new Map();
    for (const voter of voters) {
      const { votingCredential } = await voter.reads(
        'query ($id: ID!) { votingCredential(electionId: $id) }',
        {
          id: forum.electionId,
        },
      );
      credentials.set(voter, votingCredential);
      sent.set(voter, []);
    }
  });
  afterAll(async () => {
    await forum?.isOver();
    await endEverything();
  });

  const seals = (voter: Voice): Sent => {
    const past = sent.get(voter) ?? [];
    const choice = past.length % 2 === 0 ? 0 : 1;
    const { raw, tracker } = sealBallot(election, credentials.get(voter) ?? '', [[choice]]);
    return { ballot: raw, tracker, choice, acknowledged: false };
  };

  const casts = (voter: Voice, { ballot }: Sent): Promise<Json> =>
    voter.does('castBallot', { electionId: forum.electionId, ballot }, '... on BallotReceipt { tracker }');

  const stateOf = async (tracker: string): Promise<string> =>
    (
      await forum.secretary.reads(
        'query ($id: ID!, $tracker: String!) { tracker(electionId: $id, tracker: $tracker) { state } }',
        {
          id: forum.electionId,
          tracker,
        },
      )
    ).tracker.state;

  it('verifies ballots in threads, which it begins with the first, and answers others meanwhile', async () => {
    expect(forum.threads.begun).toBe(0);
    forum.holdsThreads();
    let answered = 0;
    const cast = async (voter: Voice): Promise<void> => {
      const ballot = seals(voter);
      sent.get(voter)?.push(ballot);
      const receipt = done(await casts(voter, ballot));
      answered += 1;
      expect(receipt.tracker).toBe(ballot.tracker);
      ballot.acknowledged = true;
    };
    const [first, ...others] = voters;
    if (first === undefined) throw new Error('Nobody votes.');
    const casting = [cast(first)];
    await until(() => forum.threads.begun === 1);
    casting.push(...others.map(cast));
    // No thread verifies yet: were it done where requests are served, these ballots would be answered, or nobody else.
    const anyone = new Voice(forum.url, null, null);
    const query = 'query ($id: ID!) { election(id: $id) { state rounds { ballots } } }';
    const { election: seen } = await anyone.reads(query, { id: forum.electionId });
    expect(seen).toEqual({ state: 'VOTING', rounds: [{ ballots: 0 }] });
    const { data, errors } = await first.ask(
      'mutation { setLanguage(input: { language: FR }) { person { id } } }',
    );
    expect([data?.setLanguage.person.id, errors]).toEqual([first.personId, undefined]);
    expect(answered).toBe(0);
    forum.letsThreadsGo();
    await Promise.all(casting);
    expect(answered).toBe(voters.length);
  });

  it.each(['the API', 'PostgreSQL and the API'])(
    'after kill -9 of %s, has what it acknowledged, once, and goes on',
    async (killed) => {
      let told = 0;
      let tell = (): void => undefined;
      const enough = new Promise<void>((resolve) => (tell = resolve));
      const life = { over: false };
      const voting = voters.map(async (voter) => {
        while (!life.over) {
          const ballot = seals(voter);
          sent.get(voter)?.push(ballot);
          // Nobody answers: it may be in the box or not.
          const result = await casts(voter, ballot).catch(() => null);
          if (result?.__typename !== 'BallotReceipt') return;
          ballot.acknowledged = true;
          told += 1;
          if (told === 15) tell();
        }
      });
      await enough;
      if (killed !== 'the API') await forum.losesItsDatabase();
      await forum.ends('SIGKILL');
      life.over = true;
      await Promise.all(voting);
      if (killed !== 'the API') await forum.findsItsDatabase();
      await forum.starts();

      for (const ballots of sent.values()) {
        for (const { acknowledged, tracker } of ballots) {
          if (acknowledged) expect(await stateOf(tracker)).toMatch(/IN_THE_BOX|REPLACED/);
        }
      }
      // Whoever got no answer sends the same ballot again: it enters now, or had entered, and never twice.
      for (const [voter, ballots] of sent) {
        const last = ballots.at(-1);
        if (last === undefined || last.acknowledged) continue;
        const again = await casts(voter, last);
        if (again.__typename === 'BallotReceipt') last.acknowledged = true;
        else expect(again).toBeRefusedBy('ONE-BALLOT');
        expect(await stateOf(last.tracker)).toBe('IN_THE_BOX');
        last.acknowledged = true;
      }
      const { ballots } = await lastRound(forum.secretary, forum.electionId);
      expect(ballots).toBe(voters.length);
    },
  );

  it('counts the last ballot of each voter, and nothing else', async () => {
    const { electionId, secretary } = forum;
    done(await secretary.does('closeVoting', { electionId }));
    const { sealed } = await lastRound(secretary, electionId);
    const last = [...sent.values()].map((ballots) => ballots.at(-1));
    expect(sealed.trackers).toEqual(last.map((ballot) => ballot?.tracker ?? '').toSorted());
    const replaced = [...sent.values()].flatMap((ballots) => ballots.slice(0, -1));
    expect(sealed.replacedTrackers).toEqual(replaced.map(({ tracker }) => tracker).toSorted());
    const archive = async (path: string): Promise<Uint8Array> =>
      new Uint8Array(await (await pollFile(forum.url, path, null)).arrayBuffer());
    const [first, second] = devices;
    const box = await archive(sealed.archiveUrl);
    done(await first.opens(electionId, box));
    done(await second.opens(electionId, box));
    done(await secretary.does('countVotes', { electionId }));
    const { count, sealed: counted } = await lastRound(secretary, electionId);
    const votes = [0, 1].map((place) => last.filter((ballot) => ballot?.choice === place).length);
    expect(inOrder(count.votes.map((line: Json) => line.votes))).toEqual(inOrder(votes));
    const report = await verifyArchive(await archive(counted.archiveUrl), {
      sideFile: await archive(counted.sideFileUrl),
      standard: 'ours',
      earlier: box,
      groups: nativeGroups,
    });
    expect(report).toMatchObject({ valid: true, failures: [], counted: voters.length });
  });

  it('ends its threads when it is told to stop', async () => {
    expect(forum.threads.begun).toBeGreaterThan(0);
    expect(await forum.ends('SIGTERM')).toBe(0);
    const { begun, ended } = forum.threads;
    expect(ended).toBe(begun);
  });
});
