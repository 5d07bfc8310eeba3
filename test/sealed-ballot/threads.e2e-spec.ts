import { jest } from '@jest/globals';
import {
  countBox,
  credentialsFile,
  electionFile,
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
import { anotherResponse } from './tampered-archive.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);
// Threads run the built files, as in production.
const built = new URL('../../dist/libs/sealed-ballot-native/src/index.js', import.meta.url);
const { countBoxInThreads } = (await import(built.href)) as typeof import('@hemicycle/sealed-ballot-native');

it('counts in threads what it counts in one, bad ballots named in their place', async () => {
  const group = nativeGroups('Ed25519');
  const uuid = newElectionUuid();
  const election = openElection(
    electionFile({
      version: 1,
      description: '',
      name: 'Essai',
      group: group.name,
      public_key: newTrusteeKey(group).publicKey.public_key,
      questions: [oneOf('Q', ['A', 'B'], false)],
      uuid,
    }),
    nativeGroups,
  );
  const voters = Array.from({ length: 205 }, () => newCredential('3.x'));
  const credentials = openCredentials(
    group,
    credentialsFile(voters.map((credential) => publicCredential(group, uuid, credential))),
  );
  const ballots = voters.map((credential, index) => {
    const { raw } = sealBallot(election, credential, [[index % 2]]);
    const spoiled = index === 3 || index === 201;
    return { raw: spoiled ? anotherResponse(raw) : raw, counts: index !== 7 };
  });
  const alone = countBox(election, credentials, ballots);
  expect(alone.failures.map(({ ballot }) => ballot)).toEqual([3, 201]);
  const together = await countBoxInThreads(2)({ election, credentials }, ballots);
  expect(together).toEqual(alone);
});
