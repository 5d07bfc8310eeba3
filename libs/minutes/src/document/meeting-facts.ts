import type { AttendeeCapacity, DecisionState, ElectionState, VoteChoice } from '@hemicycle/charter';
import type { College, Day, Text } from '@hemicycle/kernel';
import type { AttendanceMode, Body, DecisionWay, ItemKind, PaperFormat } from '@hemicycle/meetings';
import type { Office } from '@hemicycle/mandates';

/** In what capacity the vote of a seat was held. */
export type VotingCapacity = 'MEMBER' | 'ALTERNATE' | 'PROXY';

/** How an office stood on the day of the meeting: held, done after its term (charter ACTING), begun that day, or ended with the one before. */
export type OfficeStanding = 'HOLDS' | 'ACTS' | 'BEGINS' | 'ENDED';

/** An office of a member: of the management committee, or of the working group whose meeting it was. */
export interface OfficeFact {
  readonly office: Office | 'FACILITATOR';
  readonly standing: OfficeStanding;
}

/** A seat of the body on the day of the meeting. */
export interface SeatFact {
  readonly number: number;
  readonly name: string;
  readonly organisation: Text;
  readonly college: College;
  /** Absent from what was kept earlier. */
  readonly offices?: readonly OfficeFact[];
  readonly mode: AttendanceMode;
  /** Whether the seat was there and left before the end; absent from what was kept earlier. */
  readonly leftEarly?: boolean;
  /** Who sat in for the member; null: nobody. */
  readonly alternate: string | null;
  /** Who held the member's proxy; null: nobody. */
  readonly proxyHolder: string | null;
}

/** Somebody who attended without a seat. */
export interface AttendeeFact {
  readonly name: string;
  /** Null: she came for none. */
  readonly organisation: string | null;
  readonly capacity: AttendeeCapacity;
}

/** Somebody who presided over the session, from an instant on. */
export interface PresidentFact {
  readonly name: string;
  /** Whether as a person of the secretariat, no member being able to. */
  readonly ofSecretariat: boolean;
  /** ISO 8601. */
  readonly from: string;
  /** The item with which she began; null: the opening, or the closing. */
  readonly itemId: string | null;
}

/** The quorum as it was found once. Whole numbers. */
export interface QuorumFact {
  /** ISO 8601. */
  readonly at: string;
  readonly colleges: readonly {
    readonly college: College;
    readonly present: number;
    readonly members: number;
    readonly needed: number;
  }[];
}

/** The answer of one seat in a recorded vote. */
export interface VoteFact {
  readonly name: string;
  readonly college: College;
  /** Who gave it, where it was not the member. */
  readonly holder: string | null;
  readonly capacity: VotingCapacity;
  /** Null: no answer. */
  readonly choice: VoteChoice | null;
}

/** What was decided on an item. */
export interface DecisionFact {
  /** « 2024-3 », its year and number; null: not taken. */
  readonly reference: string | null;
  readonly way: DecisionWay;
  /** What was decided on. */
  readonly wording: Text;
  readonly state: DecisionState;
  /** What followed, in words; null: nothing by itself. */
  readonly effect: Text | null;
  /** Recorded with a consensus, in their order; by name where whoever objected asked for it. */
  readonly objections: readonly { readonly name: string | null; readonly words: string }[];
  /** The arithmetic in words: the majority, then the colleges; empty: no vote was closed. */
  readonly arithmetic: readonly Text[];
  /** By member number; empty: no vote was closed. */
  readonly votes: readonly VoteFact[];
}

/** One poll, as anybody reads it (charter SECRECY-FLOOR). */
export interface RoundFact {
  readonly number: number;
  readonly ballots: number;
  /** Whether so few ballots were cast that the figures stay with the scrutineers. */
  readonly underFloor: boolean;
  /** The arithmetic in words, sentence by sentence; empty: not counted, or under the floor. */
  readonly arithmetic: readonly Text[];
  /** Votes by name, where the election is by recorded votes; null: secret, or not closed. */
  readonly votes:
    | readonly {
        readonly name: string;
        readonly holder: string | null;
        readonly choices: readonly string[] | null;
      }[]
    | null;
}

export interface ElectionFact {
  readonly office: Office;
  readonly college: College;
  readonly state: ElectionState;
  readonly candidates: readonly string[];
  readonly rounds: readonly RoundFact[];
  readonly proclaimed: readonly { readonly name: string; readonly on: Day }[];
  /** Why it gave nobody the seat; null: it did, or is under way. */
  readonly conclusion: Text | null;
}

/** A paper that everybody may read, in the version that the meeting had last. */
export interface PaperFact {
  readonly title: Text;
  readonly address: string;
  readonly format: PaperFormat;
  /** In bytes. */
  readonly size: number;
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
}

/** A point of the agenda that stood published. */
export interface ItemFact {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly title: Text;
  /** Whether it presented results of the implementation and collected comments on them (charter OGP-5.1). */
  readonly presentsResults: boolean;
  /** The working group whose report was heard, and where it is read; null, or absent from what was kept earlier: none was. */
  readonly reportOf?: { readonly theme: Text; readonly address: string } | null;
  /** What went with it; absent from what was kept earlier. */
  readonly papers?: readonly PaperFact[];
  /** Members who declared an interest and took no part, by name. */
  readonly recused: readonly string[];
  /** That the session left it to the next one, and why where it is said; null: it did not. */
  readonly postponed: { readonly reason: string | null } | null;
  readonly decisions: readonly DecisionFact[];
  readonly elections: readonly ElectionFact[];
}

/**
 * What the tables say of a meeting that was held: kept with each version of its minutes as it was read, so that a version
 * never changes. Plain JSON.
 */
export interface MeetingFacts {
  readonly body: Body;
  /** Among the meetings of the body, or of the group. */
  readonly number: number;
  /** The working group whose meeting it was; null: another body’s. */
  readonly group: { readonly id: string; readonly theme: Text } | null;
  readonly on: Day;
  /** IANA name of the forum's time zone: hours are said there. */
  readonly timeZone: string;
  /** ISO 8601. */
  readonly openedAt: string;
  readonly closedAt: string;
  readonly place: string | null;
  readonly online: boolean;
  /** Who presided, one after the other; the last one closed the session, and is its president afterwards. Never empty. */
  readonly presidents: readonly PresidentFact[];
  /** At the opening: false for a second convocation, and for a working group. */
  readonly quorumRequired: boolean;
  /** By member number. */
  readonly seats: readonly SeatFact[];
  /** In the order of recording; absent from what was kept earlier. */
  readonly attendees?: readonly AttendeeFact[];
  /** The first time first. */
  readonly quorum: readonly QuorumFact[];
  /** In the order of the agenda. */
  readonly items: readonly ItemFact[];
}

/** Who presided over the meeting last: its president in what comes after (docs/adr/0016). */
export const presidentOf = ({ presidents }: Pick<MeetingFacts, 'presidents'>): string =>
  presidents.at(-1)?.name ?? '';
