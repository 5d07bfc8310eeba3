import type { Day } from './day.js';

/**
 * The standing of whoever acts, gathered afresh for each request from dated rows. `PERSON` is anybody who
 * signed in; the others are what the domain calls roles. A person may hold several.
 */
export const ROLES = [
  'ANYONE',
  'PERSON',
  'MEMBER',
  'ALTERNATE',
  'FOUNDING_GROUP',
  'FACILITATOR',
  'COMMITTEE_MEMBER',
  'CO_CHAIR',
  'SECRETARIAT',
  'CORRESPONDENT',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. `personId` is null for the public and for the operator at the machine's command line. */
export interface Actor {
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly roles: ReadonlySet<Role>;
}

/** One act: who, at which instant, on which day of the forum. Everything that decides receives it, nothing reads a clock. */
export interface Act {
  readonly actor: Actor;
  readonly at: Date;
  readonly on: Day;
  /** Ties log lines and errors of one request together; says nothing of who asked. */
  readonly requestId: string;
}

/**
 * The act as the trail and the log have it where nobody may learn from them who did it: both are kept for ever. The roles stay,
 * which name nobody.
 */
export const unnamed = (act: Act): Act => ({
  ...act,
  actor: { ...act.actor, personId: null, sessionId: null },
});
