import { jest } from '@jest/globals';
import {
  type BallotData,
  BELENIOS_2048,
  countBox,
  countPart,
  credentialSecret,
  credentialsFile,
  electionFile,
  type Element,
  type GroupName,
  newCredential,
  newElectionUuid,
  newTrusteeKey,
  oneOf,
  openCredentials,
  openElection,
  publicCredential,
  sealBallot,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { resigned } from '../../libs/sealed-ballot/test/an-election.js';
import { anotherResponse } from './tampered-archive.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);
// Threads run the built files, as in production.
const built = new URL('../../dist/libs/sealed-ballot-native/src/index.js', import.meta.url);
const { countBoxInThreads } = (await import(built.href)) as typeof import('@hemicycle/sealed-ballot-native');

/** A box of one question, of which the ballots `spoiled` are wrong; `outside` holds an element outside the group. */
function aBox(name: GroupName, size: number, spoiled: readonly number[], outside: number) {
  const group = nativeGroups(name);
  const uuid = newElectionUuid();
  const election = openElection(
    electionFile({
      version: 1,
      description: '',
      name: 'Essai',
      group: name,
      public_key: newTrusteeKey(group).publicKey.public_key,
      questions: [oneOf('Q', ['A', 'B'], false)],
      uuid,
    }),
    nativeGroups,
  );
  const voters = Array.from({ length: size }, () => newCredential('3.x'));
  const publics = voters.map((credential) => publicCredential(group, uuid, credential));
  const file = credentialsFile(publics);
  const ballots = voters.map((voter, index) => {
    const { raw } = sealBallot(election, voter, [[index % 2]]);
    const secret = credentialSecret(group, uuid, voter);
    const wrong = index === outside ? resigned(group, secret, outsideTheGroup(raw)) : anotherResponse(raw);
    return {
      raw: index === outside || spoiled.includes(index) ? wrong : raw,
      credential: publics[index] ?? '',
      counts: index !== 7,
    };
  });
  return { election, credentials: openCredentials(group, file), file, ballots };
}

/** The ballot with −alpha for alpha, as its own voter could send it: of order 2q, so that tests of products see it. */
function outsideTheGroup(raw: string): BallotData {
  const ballot = JSON.parse(raw) as BallotData;
  const [pair] = ballot.answers[0]!.choices as unknown as { alpha: string }[];
  pair!.alpha = (BELENIOS_2048.p - BigInt(pair!.alpha)).toString();
  return ballot;
}

it('counts in threads what it counts in one, bad ballots named in their place', async () => {
  const { election, credentials, ballots } = aBox('Ed25519', 205, [], -1);
  const alone = countBox(election, credentials, ballots);
  expect(alone).toEqual({ tally: [[expect.anything(), expect.anything()]], failures: [] });
  expect(await countBoxInThreads(2)({ election, credentials }, ballots)).toEqual(alone);

  // In the first of these the second part is right, and the box is not.
  const spoiled = ballots.with(3, { ...ballots[3]!, raw: anotherResponse(ballots[3]!.raw) });
  for (const [box, bad] of [
    [spoiled, [3]],
    [spoiled.with(201, { ...ballots[201]!, raw: anotherResponse(ballots[201]!.raw) }), [3, 201]],
  ] as const) {
    const wrong = countBox(election, credentials, box);
    expect(wrong.tally).toBeNull();
    expect(wrong.failures.map(({ ballot }) => ballot)).toEqual(bad);
    expect(await countBoxInThreads(2)({ election, credentials }, box)).toEqual(wrong);
  }
});

it('counts by functions of C in several threads at once what it counts in one', async () => {
  const { election, credentials, ballots } = aBox('BELENIOS-2048', 201, [3], -1);
  const alone = countBox(election, credentials, ballots);
  expect(alone.failures.map(({ ballot }) => ballot)).toEqual([3]);
  expect(await countBoxInThreads(3)({ election, credentials }, ballots)).toEqual(alone);
});

it('makes no tally of parts once a ballot failed', () => {
  const { election, credentials, ballots } = aBox('Ed25519', 3, [0], -1);
  const { group } = election;
  const times = jest.fn((a: Element, b: Element) => group.times(a, b));
  const counted = (box: typeof ballots) => {
    times.mockClear();
    countBox({ ...election, group: { ...group, times } }, credentials, box);
    return times.mock.calls.length;
  };
  // Two choices, each a pair, to be multiplied, for each ballot after the one that fails.
  expect(counted(ballots.slice(1))).toBeGreaterThanOrEqual(counted(ballots) + 8);
});

it.each([-1, 20])('counts a part whose elements are read together as one by one (outside: %s)', (outside) => {
  const { election, credentials, file, ballots } = aBox('BELENIOS-2048', 50, [3], outside);
  const exact = countBox(election, credentials, ballots);
  expect(exact.failures).toContainEqual({ ballot: 3, check: 'ballot-hash', place: 'signature.hash' });
  if (outside >= 0)
    expect(exact.failures).toContainEqual({
      ballot: outside,
      check: 'element-in-group',
      place: 'answers[0].choices[0].alpha',
    });
  expect(countPart(election, { credentials: file, ballots })).toEqual(exact);
});
