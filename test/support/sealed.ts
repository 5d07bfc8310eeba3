import {
  certificate,
  certificateFrom,
  checkElectionKey,
  type Choice,
  combineShares,
  decryptTally,
  newTrusteeSeed,
  openDecryptionKey,
  openElection,
  openTally,
  openTrustees,
  readArchive,
  sealBallot,
  shareInputFrom,
  shareOut,
  shareOutputFrom,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import type { Json, Voice } from './forum.js';
import { done } from './plenary.js';

const group = nativeGroups('BELENIOS-2048');

const WORK = `query ($meetingId: ID!) { trusteeWork(meetingId: $meetingId) {
  keyCeremonyId number size threshold group dueStep certificates shareInput output } }`;

/** A trustee with her device: her seed leaves it never. */
export class TrusteeDevice {
  constructor(
    readonly voice: Voice,
    readonly meetingId: string,
    readonly seed = newTrusteeSeed(),
  ) {}

  async work(): Promise<Json> {
    return (await this.voice.reads(WORK, { meetingId: this.meetingId })).trusteeWork;
  }

  /** Makes what is due from her. */
  async part(): Promise<{ keyCeremonyId: string; step: string; part: string }> {
    const { keyCeremonyId, number, size, threshold, dueStep, certificates, shareInput } = await this.work();
    const given = { keyCeremonyId, step: dueStep };
    const certs = certificates.map(certificateFrom);
    switch (dueStep) {
      case 'CERTIFICATE': {
        const context = { group: group.name, size, threshold, index: number };
        return { ...given, part: JSON.stringify(certificate(group, this.seed, context)) };
      }
      case 'SHARES':
        return { ...given, part: JSON.stringify(await shareOut(group, this.seed, certs, threshold)) };
      case 'KEY': {
        const input = shareInputFrom(shareInput);
        const output = await combineShares(group, this.seed, certs, threshold, input);
        return { ...given, part: JSON.stringify(output) };
      }
      default:
        throw new Error('Nothing is due.');
    }
  }

  async gives(): Promise<void> {
    done(await this.voice.does('giveTrusteePart', await this.part()));
  }

  /** What opens the box of a closed round, without sending it. */
  async opening(archive: Uint8Array): Promise<{ decryption: string; boundProofs: string }> {
    const { number, output } = await this.work();
    const read = readArchive(archive);
    const election = openElection(read.election, nativeGroups);
    const trustees = openTrustees(election.group, read.trustees);
    checkElectionKey(election, trustees);
    const trustee = trustees.all[number - 1];
    if (trustee === undefined || read.tally === null) throw new Error('Nothing to open.');
    const key = await openDecryptionKey(election.group, this.seed, shareOutputFrom(output));
    const tally = openTally(election, read.tally.raw);
    const { raw, boundProofs } = decryptTally(election, tally, trustee, read.tally.box, key);
    return { decryption: raw, boundProofs: JSON.stringify(boundProofs) };
  }

  async opens(electionId: string, archive: Uint8Array): Promise<Json> {
    return this.voice.does('giveDecryption', { electionId, ...(await this.opening(archive)) });
  }
}

/** The whole making of a key by three trustees. */
export async function makeKey(devices: readonly TrusteeDevice[]): Promise<void> {
  for (let step = 0; step < 3; step += 1) for (const device of devices) await device.gives();
}

export const lastRound = async (voice: Voice, electionId: string): Promise<Json> => {
  const { election } = await voice.reads(
    `query ($id: ID!) { election(id: $id) { rounds { number ballots sealedUuid closedAt candidates { id }
       sealed { electionFile fingerprint credentialsIssuedApart boothHash verifier trackers replacedTrackers
                voted { number } openedBy published archiveUrl sideFileUrl }
       count { underFloor votes { candidacy { id } votes } blanks votesCast majorityNeeded outcome
               outcomeFor { id } elected { id } explanation } } } }`,
    { id: electionId },
  );
  return election.rounds.at(-1);
};

/** Seals a voter's choice on her device: candidacies, or none for a blank vote. */
export async function sealed(voter: Voice, electionId: string, candidacyIds: readonly string[]) {
  const { votingCredential } = await voter.reads('query ($id: ID!) { votingCredential(electionId: $id) }', {
    id: electionId,
  });
  if (votingCredential === null) throw new Error('No credential.');
  const { sealed: seal, candidates } = await lastRound(voter, electionId);
  const election = openElection(seal.electionFile, nativeGroups);
  const places = candidacyIds.map((id) => candidates.findIndex((one: Json) => one.id === id));
  const choice: Choice = places.length === 0 ? 'blank' : places;
  return sealBallot(election, votingCredential, [choice]);
}

/** Seals and casts. */
export async function casts(
  voter: Voice,
  electionId: string,
  candidacyIds: readonly string[],
): Promise<Json> {
  const { raw } = await sealed(voter, electionId, candidacyIds);
  return voter.does(
    'castBallot',
    { electionId, ballot: raw },
    '... on BallotReceipt { round tracker replacedTracker }',
  );
}

/** A file of a poll, as somebody reads it over HTTP. */
export async function pollFile(url: string, path: string, token: string | null): Promise<Response> {
  return fetch(`${url}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
}
