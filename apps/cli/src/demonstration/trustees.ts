import {
  certificate,
  certificateFrom,
  combineShares,
  decryptTally,
  newTrusteeSeed,
  openDecryptionKey,
  openElection,
  openTally,
  openTrustees,
  readArchive,
  shareInputFrom,
  shareOut,
  shareOutputFrom,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import type { Story } from './story.js';

/** As `TrusteeWork` of the API. */
interface Work {
  readonly keyCeremonyId: string;
  readonly number: number;
  readonly size: number;
  readonly threshold: number;
  readonly group: 'BELENIOS-2048' | 'Ed25519';
  readonly dueStep: 'CERTIFICATE' | 'SHARES' | 'KEY' | null;
  readonly certificates: readonly string[];
  readonly shareInput: string | null;
  readonly output: string | null;
}

/**
 * A trustee of a plenary’s polls (charter CNIL-1-08), played by the program, as nobody’s own device would be: her seed lives
 * in this object.
 */
export class StoryTrustee {
  readonly seed = newTrusteeSeed();

  constructor(
    private readonly story: Story,
    readonly personId: string,
    private readonly meetingId: string,
  ) {}

  /** Gives what is due from her to the making of the key. */
  async givesPart(): Promise<void> {
    const work = await this.work();
    const { keyCeremonyId, dueStep: step } = work;
    const part = JSON.stringify(await this.part(work));
    await this.story.does(this.personId, 'giveTrusteePart', { keyCeremonyId, step, part });
  }

  private async part({ number, size, threshold, group: name, ...due }: Work): Promise<object> {
    const group = nativeGroups(name);
    const certificates = due.certificates.map(certificateFrom);
    switch (due.dueStep) {
      case 'CERTIFICATE':
        return certificate(group, this.seed, { group: name, size, threshold, index: number });
      case 'SHARES':
        return shareOut(group, this.seed, certificates, threshold);
      case 'KEY': {
        const input = shareInputFrom(due.shareInput ?? '');
        return combineShares(group, this.seed, certificates, threshold, input);
      }
      case null:
        throw new Error(`On ${this.story.today} nothing is due from trustee ${number}.`);
    }
  }

  /** Gives her part of the opening of a closed box. */
  async opens(electionId: string, archive: Uint8Array): Promise<void> {
    const { number, output } = await this.work();
    const read = readArchive(archive);
    const election = openElection(read.election, nativeGroups);
    const trustee = openTrustees(election.group, read.trustees).all[number - 1];
    if (trustee === undefined || read.tally === null || output === null) {
      throw new Error(`On ${this.story.today} there is no box to open.`);
    }
    const key = await openDecryptionKey(election.group, this.seed, shareOutputFrom(output));
    const tally = openTally(election, read.tally.raw);
    const { raw, boundProofs } = decryptTally(election, tally, trustee, read.tally.box, key);
    const opening = { decryption: raw, boundProofs: JSON.stringify(boundProofs) };
    await this.story.does(this.personId, 'giveDecryption', { electionId, ...opening });
  }

  private async work(): Promise<Work> {
    const { work } = (await this.story.asks(
      this.personId,
      `query ($meetingId: ID!) { work: trusteeWork(meetingId: $meetingId) {
         keyCeremonyId number size threshold group dueStep certificates shareInput output } }`,
      { meetingId: this.meetingId },
    )) as { work: Work };
    return work;
  }
}

/** The making of a key by three trustees: each step waits for all to have given the one before. */
export async function makeKey(story: Story, trustees: readonly StoryTrustee[]): Promise<void> {
  for (let step = 0; step < 3; step += 1) {
    for (const trustee of trustees) {
      story.pass(4);
      await trustee.givesPart();
    }
  }
}
