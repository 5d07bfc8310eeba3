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
import { Database } from '@hemicycle/database';
import type { College } from '@hemicycle/kernel';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../support/at-once.js';
import type { Json, MemberVoice, Voice } from '../support/forum.js';
import { done, Plenary } from '../support/plenary.js';
import { casts, lastRound, makeKey, pollFile, sealed, TrusteeDevice } from '../support/sealed.js';

describe('secret elections of one plenary', () => {
  let plenary: Plenary;
  let elections: Record<College, string>;
  let committee: string;
  let devices: [TrusteeDevice, TrusteeDevice, TrusteeDevice];
  const candidacies = new Map<MemberVoice, string>();

  const member = (college: College, place: number): MemberVoice => plenary.member(college, place);
  const candidacy = (who: MemberVoice): string => candidacies.get(who) ?? '';
  const file = async (path: string, voice: Voice): Promise<Uint8Array | number> => {
    const answer = await pollFile(plenary.forum.url, path, voice.token);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : answer.status;
  };
  const scrutineers = async (electionId: string): Promise<void> => {
    for (const college of ['GOVERNMENT', 'CIVIL_SOCIETY'] as const) {
      const personId = member(college, 6).personId;
      done(await plenary.secretary.does('nameScrutineer', { electionId, college, personId }));
    }
  };
  /** Closes, has two trustees open the box, counts, and verifies the archive. */
  const counted = async (electionId: string, openers = [devices[0], devices[1]]): Promise<Json> => {
    done(await plenary.secretary.does('closeVoting', { electionId }));
    for (const device of openers) {
      const { sealed: seal } = await lastRound(device.voice, electionId);
      done(await device.opens(electionId, (await file(seal.archiveUrl, device.voice)) as Uint8Array));
    }
    done(await plenary.secretary.does('countVotes', { electionId }));
    const round = await lastRound(member('GOVERNMENT', 6), electionId);
    const archive = (await file(round.sealed.archiveUrl, member('GOVERNMENT', 6))) as Uint8Array;
    const sideFile = (await file(round.sealed.sideFileUrl, member('GOVERNMENT', 6))) as Uint8Array;
    const report = await verifyArchive(archive, { sideFile, standard: 'ours', groups: nativeGroups });
    expect(report).toMatchObject({ valid: true, failures: [] });
    return round;
  };

  beforeAll(async () => {
    plenary = await Plenary.planned({ members: 6, settings: { recordedElectionsAllowed: false } });
    await plenary.agenda(['GOVERNMENT', 'CIVIL_SOCIETY'], ['GOVERNMENT']);
    elections = {
      GOVERNMENT: await plenary.call('GOVERNMENT'),
      CIVIL_SOCIETY: await plenary.call('CIVIL_SOCIETY'),
    };
    committee = await plenary.call('GOVERNMENT', 'COMMITTEE_MEMBER');
    await plenary.keys();
    done(await plenary.secretary.does('conveneMeeting', { meetingId: plenary.id }));
    for (const [college, places] of [
      ['GOVERNMENT', [2, 3, 4]],
      ['CIVIL_SOCIETY', [2, 3]],
    ] as const) {
      for (const place of places) {
        const who = member(college, place);
        candidacies.set(who, await plenary.stands(who, elections[college]));
      }
    }
    await plenary.opened();
    await plenary.ratifies();
    const host = await plenary.forum.secretary('Host');
    const holders = [member('GOVERNMENT', 5), member('CIVIL_SOCIETY', 5), host] as const;
    devices = holders.map((voice) => new TrusteeDevice(voice, plenary.id)) as typeof devices;
    const [governmentId, civilSocietyId, hostId] = holders.map(({ personId }) => personId);
    const named = { meetingId: plenary.id, governmentId, civilSocietyId, hostId };
    done(await plenary.secretary.does('nameTrustees', named));
    await makeKey(devices);
  });
  afterAll(() => plenary.forum.close());

  it('go to a second round, each round an archive, with one key and one register (POLL, METHOD)', async () => {
    const electionId = elections.GOVERNMENT;
    const [a, b, c] = [2, 3, 4].map((place) => candidacy(member('GOVERNMENT', place))) as [
      string,
      string,
      string,
    ];
    await scrutineers(electionId);
    await plenary.vote(electionId);
    for (const [place, choice] of [a, a, b, b, c].entries()) {
      done(await casts(member('GOVERNMENT', place + 1), electionId, [choice]));
    }
    // A check of this round's box waits, for that of another election say, until the next round is open.
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const database = plenary.forum.api.get(Database, { strict: false });
    const snapshot = database.snapshot.bind(database);
    const waiting = jest.spyOn(database, 'snapshot').mockImplementationOnce(async (work) => {
      await held;
      return snapshot(work);
    });
    const checked = async (): Promise<Json> =>
      (
        await plenary.secretary.reads(
          'query ($id: ID!) { boxIntegrity(electionId: $id) { round faults { check } } }',
          { id: electionId },
        )
      ).boxIntegrity;
    const late = checked();
    await until(() => waiting.mock.calls.length > 0);
    const first = await counted(electionId);
    expect(first.count).toMatchObject({ outcome: 'SECOND_ROUND', votesCast: 5, majorityNeeded: 3 });
    await plenary.vote(electionId);
    goOn();
    expect(await late).toBeNull();
    waiting.mockRestore();
    const replayed = await sealed(member('GOVERNMENT', 1), electionId, [a]);
    for (const [place, choice] of [b, b, b, a, a].entries()) {
      done(await casts(member('GOVERNMENT', place + 1), electionId, [choice]));
    }
    expect(await checked()).toEqual({ round: 2, faults: [] });
    const second = await counted(electionId, [devices[1], devices[2]]);
    expect(second.sealedUuid).not.toBe(first.sealedUuid);
    expect(replayed.raw).toContain(second.sealedUuid);
    expect(second.count).toMatchObject({ outcome: 'ELECTED', elected: [{ id: b }] });
    done(await plenary.secretary.does('proclaimResult', { electionId }));
  });

  describe('with few ballots, by credentials issued on another machine', () => {
    let electionId: string;
    let credentials: string[];
    const typed = async (voter: Voice, credential: string, choice: string): Promise<Json> => {
      const { sealed: seal, candidates } = await lastRound(voter, electionId);
      const place = candidates.findIndex((one: Json) => one.id === choice);
      const { raw } = sealBallot(openElection(seal.electionFile, nativeGroups), credential, [[place]]);
      return voter.does(
        'castBallot',
        { electionId, ballot: raw },
        '... on BallotReceipt { tracker replacedTracker }',
      );
    };

    beforeAll(async () => {
      electionId = elections.CIVIL_SOCIETY;
      await scrutineers(electionId);
      done(await member('GOVERNMENT', 3).does('orderPoll', { electionId }));
      const { sealedUuid } = await lastRound(plenary.secretary, electionId);
      credentials = Array.from({ length: 6 }, () => newCredential());
      const group = nativeGroups('BELENIOS-2048');
      const listed = credentials.map((one) => publicCredential(group, sealedUuid, one));
      const open = (publicCredentials: string) =>
        plenary.secretary.does('openVoting', { electionId, publicCredentials });
      const five = credentialsFile(listed.slice(1));
      expect(await open(five)).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await open('["1"]')).toMatchObject({ code: 'BAD_USER_INPUT' });
      done(await open(credentialsFile(listed)));
    });

    it('gives nobody a credential, and holds each seat to the one it used first (ONE-BALLOT)', async () => {
      const [first = '', second = ''] = credentials;
      const voter = member('CIVIL_SOCIETY', 1);
      const { votingCredential } = await voter.reads(
        'query ($id: ID!) { votingCredential(electionId: $id) }',
        {
          id: electionId,
        },
      );
      expect(votingCredential).toBeNull();
      const choice = candidacy(member('CIVIL_SOCIETY', 2));
      const cast = done(await typed(voter, first, choice));
      expect(done(await typed(voter, first, choice)).replacedTracker).toBe(cast.tracker);
      expect(await typed(voter, second, choice)).toBeRefusedBy('ONE-BALLOT');
      expect(await typed(member('CIVIL_SOCIETY', 4), first, choice)).toBeRefusedBy('ONE-BALLOT');
      expect(await typed(member('CIVIL_SOCIETY', 4), newCredential(), choice)).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    });

    it('takes no vote through an address that changed since the register was fixed (REGISTER)', async () => {
      const voter = member('CIVIL_SOCIETY', 6);
      plenary.forum.clock.pass(1000);
      const moved = await plenary.secretary.ask(
        'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { id } }',
        { input: { personId: voter.personId, email: 'elsewhere@example.org' } },
      );
      expect(moved.errors).toBeUndefined();
      const again = await plenary.forum.voiceOf(voter.personId);
      const cast = await typed(again, credentials[5] ?? '', candidacy(member('CIVIL_SOCIETY', 2)));
      expect(cast).toBeRefusedBy('REGISTER');
    });

    it('shows the public the elected names, the trackers and the number, and nothing else (SECRECY-FLOOR)', async () => {
      const [, , third = ''] = credentials;
      const winner = candidacy(member('CIVIL_SOCIETY', 2));
      done(await typed(member('CIVIL_SOCIETY', 4), third, winner));
      done(await plenary.secretary.does('closeVoting', { electionId }));
      const shut = (await lastRound(plenary.forum.anyone, electionId)).sealed;
      expect(shut).toMatchObject({ published: false, archiveUrl: null, sideFileUrl: null });
      const trustee = devices[0].voice;
      const { archiveUrl } = (await lastRound(trustee, electionId)).sealed;
      expect(await file(archiveUrl, plenary.forum.anyone)).toBe(404);
      expect(await file(archiveUrl, plenary.secretary)).toBe(404);
      for (const device of [devices[0], devices[2]]) {
        done(await device.opens(electionId, (await file(archiveUrl, device.voice)) as Uint8Array));
      }
      done(await plenary.secretary.does('countVotes', { electionId }));
      const known = await lastRound(plenary.forum.anyone, electionId);
      expect(known).toMatchObject({
        ballots: 2,
        sealed: { trackers: [expect.any(String), expect.any(String)], archiveUrl: null, sideFileUrl: null },
        count: {
          underFloor: true,
          votes: null,
          blanks: null,
          votesCast: null,
          majorityNeeded: null,
          explanation: null,
          outcome: 'ELECTED',
          elected: [{ id: winner }],
        },
      });
      // Neither the secretariat nor, once it is counted, a trustee.
      for (const voice of [plenary.secretary, trustee]) {
        expect((await lastRound(voice, electionId)).count.votes).toBeNull();
        expect(await file(archiveUrl, voice)).toBe(404);
      }
      const scrutineer = member('GOVERNMENT', 6);
      const kept = await lastRound(scrutineer, electionId);
      expect(kept.count).toMatchObject({ votesCast: 2, votes: [{ votes: 2 }, { votes: 0 }] });
      const archive = (await file(archiveUrl, scrutineer)) as Uint8Array;
      const sideFile = (await file(kept.sealed.sideFileUrl, scrutineer)) as Uint8Array;
      const report = await verifyArchive(archive, { sideFile, standard: 'ours', groups: nativeGroups });
      expect(report).toMatchObject({ valid: true, counted: 2 });
      done(await plenary.secretary.does('proclaimResult', { electionId }));
    });
  });

  it('fill the committee’s seats by a block vote, no more names than seats (METHOD, BLANK)', async () => {
    const [two, four] = [member('GOVERNMENT', 2), member('GOVERNMENT', 4)];
    const stands = [await plenary.stands(two, committee), await plenary.stands(four, committee)] as const;
    await scrutineers(committee);
    await plenary.vote(committee, member('GOVERNMENT', 3));
    for (const [place, choice] of [[...stands], [stands[0]], [], [...stands], [stands[0]]].entries()) {
      done(await casts(member('GOVERNMENT', place + 1), committee, choice));
    }
    const { count } = await counted(committee);
    expect(count).toMatchObject({
      blanks: 1,
      outcome: 'ELECTED',
      elected: [{ id: stands[0] }, { id: stands[1] }],
    });
    expect(count.votes.map(({ votes }: Json) => votes)).toEqual([4, 2]);
  });
});
