/*
 * What a device remembers for its owner, and nobody else sees. Where a browser keeps nothing, each answer is that
 * nothing is known, and `false` says that nothing was kept.
 */

/** A ballot that was cast from this device. */
export interface CastBallot {
  readonly round: number;
  readonly tracker: string;
}

/** Of these ballots, in the order in which they were cast, the last of each round. */
export const lastOfRounds = (ballots: readonly CastBallot[]): readonly CastBallot[] => [
  ...new Map(ballots.map((ballot) => [ballot.round, ballot])).values(),
];

export class Memory {
  constructor(private readonly storage: Storage | null) {}

  /** That of this browser. */
  static ofThisDevice(): Memory {
    try {
      return new Memory(globalThis.localStorage);
    } catch {
      // Some browsers refuse even to be asked.
      return new Memory(null);
    }
  }

  /** The seed of a trustee’s share of the key of a meeting; null: it is not on this device. */
  seedOf(ceremony: Ceremony): string | null {
    return this.read(seedKey(ceremony));
  }

  keepSeed(ceremony: Ceremony, seed: string): boolean {
    return this.write(seedKey(ceremony), seed);
  }

  forgetSeed(ceremony: Ceremony): void {
    this.storage?.removeItem(seedKey(ceremony));
  }

  /**
   * Whether the key of this device may open this box of an election: it opens one, remembered from then on. Two boxes
   * that differ by one ballot would open that ballot.
   * @param box hash of the archive up to its encrypted tally
   */
  opensOneBox(uuid: string, box: string): 'yes' | 'another' | 'unable' {
    const key = `hemicycle.opened.${uuid}`;
    const opened = this.read(key);
    if (opened === box) return 'yes';
    if (opened !== null) return 'another';
    return this.write(key, box) ? 'yes' : 'unable';
  }

  /** The ballots that a person cast from this device in an election, the last one last. */
  ballotsOf(personId: string, electionId: string): readonly CastBallot[] {
    try {
      const kept = JSON.parse(this.read(ballotsKey(personId, electionId)) ?? '[]') as unknown;
      return Array.isArray(kept) ? kept.filter(isCastBallot) : [];
    } catch {
      return [];
    }
  }

  keepBallot(personId: string, electionId: string, ballot: CastBallot): boolean {
    const all = [...this.ballotsOf(personId, electionId), ballot];
    return this.write(ballotsKey(personId, electionId), JSON.stringify(all));
  }

  forgetBallots(personId: string, electionId: string): void {
    this.storage?.removeItem(ballotsKey(personId, electionId));
  }

  private read(key: string): string | null {
    return this.storage?.getItem(key) ?? null;
  }

  private write(key: string, value: string): boolean {
    try {
      this.storage?.setItem(key, value);
    } catch {
      // Full, or closed to this page.
    }
    return this.read(key) === value;
  }
}

/** The making of the key of a meeting, and which trustee this is: trustees may share a device. */
export interface Ceremony {
  readonly meetingId: string;
  readonly number: number;
  readonly index: number;
}

const seedKey = ({ meetingId, number, index }: Ceremony): string =>
  `hemicycle.seed.${meetingId}.${number}.${index}`;
const ballotsKey = (personId: string, electionId: string): string =>
  `hemicycle.ballots.${personId}.${electionId}`;

const isCastBallot = (value: unknown): value is CastBallot =>
  typeof value === 'object' &&
  value !== null &&
  'round' in value &&
  'tracker' in value &&
  typeof value.tracker === 'string';
