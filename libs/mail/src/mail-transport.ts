import type { Language } from '@hemicycle/kernel';
import type { Letter } from './mail-kind.js';

/** A letter ready to leave. */
export interface Message {
  /** The same at every attempt. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly letter: Letter;
  readonly at: Date;
  /** Where its recipient declines more of the kind, by one request without more questions; null: she may not. */
  readonly unsubscribe: string | null;
}

/** The way out. */
export abstract class MailTransport {
  /** Resolves once somebody else answers for the letter. @throws what {@link failureOf} reads. */
  abstract send(message: Message): Promise<void>;
  abstract close(): void;
}

export interface Failure {
  /** Such as `EENVELOPE 550`: no address, no words of the server. */
  readonly code: string;
  /** Whether trying again cannot help. */
  readonly forGood: boolean;
}

/** What went wrong, in a few letters. */
export function failureOf(error: unknown): Failure {
  const { name, code, responseCode, command } = (error ?? {}) as Partial<Record<string, unknown>>;
  const reply = typeof responseCode === 'number' ? responseCode : null;
  return {
    code: [
      [code, name].find((word) => typeof word === 'string') ?? 'UNEXPECTED',
      ...(reply === null ? [] : [reply]),
    ].join(' '),
    // A server that refuses the addressee or the text will do so again. One that refuses the sender or the login is
    // to be cured by the operator, and the letter waits.
    forGood:
      reply !== null && reply >= 500 && (command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE'),
  };
}
