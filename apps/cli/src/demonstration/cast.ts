import type { College } from '@hemicycle/kernel';

/** Whoever acts in the story, by the ids that the forum gave. */
export interface Cast {
  readonly secretaryId: string;
  /** Of the secretariat too: the host’s trustee, at every plenary. */
  readonly hostTrusteeId: string;
  readonly founderIds: Readonly<Record<College, string>>;
  /** Of the organisations registered, by slug. */
  readonly organisationIds: ReadonlyMap<string, string>;
}
