import type { Text } from '@hemicycle/kernel';
import type { DocumentId } from './documents.js';
import type { Setting } from './rules-of-procedure.js';

/** Where a rule comes from. `OURS` is this product's own choice where nobody says anything. */
export interface Source {
  readonly document: DocumentId;
  readonly passage: Text;
}

/** One rule of the charter, in words. */
export interface Article {
  readonly statement: Text;
  /** The text that binds comes first. */
  readonly sources: readonly [Source, ...Source[]];
  /** FIXED: the sources state it. SETTING: the rules of procedure may choose otherwise. */
  readonly kind: 'FIXED' | 'SETTING';
  /** REFUSED: an act that breaks it gets an error. WARNED: the act is allowed, and shown. STATED: true by construction. */
  readonly effects: readonly ('REFUSED' | 'WARNED' | 'STATED')[];
  /** The parameters of the rules of procedure that it reads. */
  readonly settings: readonly Setting[];
}

export type RuleId =
  | 'RULES-EDITION'
  | 'RULES-ADOPTION'
  | 'LIFE'
  | 'C3-HOST'
  | 'C3-COLLEGES'
  | 'C3-ADMISSION'
  | 'OPEN-CALL'
  | 'ALTERNATE'
  | 'PARITY'
  | 'C3-COCHAIRS'
  | 'C3-FIRST-PLENARY'
  | 'C3-COMMITTEE'
  | 'C3-TERM'
  | 'C3-ELECTED-AT-PLENARY'
  | 'TERM-LIMIT'
  | 'ACTING'
  | 'VACANCY'
  | 'COLLEGE-VOTES'
  | 'PRESIDING'
  | 'RECUSAL'
  | 'TIE'
  | 'C3-PLENARY-CADENCE'
  | 'OGP-1.1'
  | 'C3-WG-CADENCE'
  | 'WORKING-GROUP-SETUP'
  | 'C3-CONVOCATION'
  | 'C3-AGENDA'
  | 'NOTICE'
  | 'QUORUM'
  | 'PROXY'
  | 'DECISION'
  | 'EXTRAORDINARY'
  | 'MINUTES-AFTER-MEETING'
  | 'MINUTES'
  | 'SECRECY'
  | 'CNIL-1-02'
  | 'CNIL-1-07'
  | 'CNIL-1-08'
  | 'CNIL-1-09'
  | 'CNIL-1-10'
  | 'CNIL-1-11'
  | 'CNIL-2-07'
  | 'CNIL-3-02'
  | 'REGISTER'
  | 'ELIGIBILITY'
  | 'ONE-BALLOT'
  | 'POLL'
  | 'BLANK'
  | 'METHOD'
  | 'SECRECY-FLOOR'
  | 'C3-OBJECTIVES'
  | 'NAP-TRANSPARENT-SUBMISSIONS'
  | 'OGP-4.1'
  | 'NAP-WHAT-WE-HEARD'
  | 'NAP-FIRST-YEAR'
  | 'OGP-2.1'
  | 'OGP-2.2'
  | 'OGP-3.1'
  | 'OGP-3.2'
  | 'OGP-3.3'
  | 'OGP-5.1'
  | 'OGP-MILESTONE'
  | 'COMPLETION';

// The articles are being written.
export const ARTICLES = {} as Readonly<Record<RuleId, Article>>;
