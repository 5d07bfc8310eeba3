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
  /** The parameters of the rules of procedure that it reads. A fixed article may leave one detail to them. */
  readonly settings: readonly Setting[];
}

/** A passage of a document, designated in French and in English. */
export function from(document: DocumentId, fr: string, en: string): Source {
  return { document, passage: { fr, en } };
}
