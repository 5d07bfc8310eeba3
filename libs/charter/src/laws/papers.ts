import { inLife, MEETING, PAPER, type StateOf, whileIn } from '../lives.js';
import { law } from '../rule.js';
import type { OfABody } from './group-meetings.js';
import { KEEPERS_OF_THE_AGENDA } from './meetings.js';

type MeetingState = StateOf<typeof MEETING>;
export type PaperState = StateOf<typeof PAPER>;

/** A paper about to be attached to an item of an agenda, replaced or withdrawn. */
export interface PaperFacts extends OfABody {
  /** Of the meeting. */
  readonly state: MeetingState;
  readonly bySecretariat: boolean;
}

/** A paper that is there already. */
export interface KnownPaperFacts extends PaperFacts {
  readonly paper: PaperState;
}

/** Papers are sent with the convocation or handed out until the session closes; then they are its record. */
const sessionIsNotOver = whileIn<MeetingState, PaperFacts>(
  MEETING,
  ['PLANNED', 'CONVENED', 'WITHOUT_QUORUM', 'IN_SESSION'],
  ({ state }) => state,
);

const paperStands = whileIn<PaperState, KnownPaperFacts>(PAPER, ['ATTACHED'], ({ paper }) => paper);

export const attachPaper = law<PaperFacts>('attachPaper', [sessionIsNotOver, ...KEEPERS_OF_THE_AGENDA]);

export const replacePaper = law<KnownPaperFacts>('replacePaper', [
  sessionIsNotOver,
  paperStands,
  ...KEEPERS_OF_THE_AGENDA,
]);

/** What should not have been handed out is withdrawn at any time, after the session too. */
export const withdrawPaper = law<KnownPaperFacts>('withdrawPaper', [
  inLife<PaperState, KnownPaperFacts>(PAPER, 'WITHDRAWN', ({ paper }) => paper),
  ...KEEPERS_OF_THE_AGENDA,
]);
