import { readFileSync, writeFileSync } from 'node:fs';
import { CheckFailed, CHECKS } from '@hemicycle/sealed-ballot';
import type { Language, Text } from '@hemicycle/kernel';

/** How a command speaks: a line at a time, in one language. */
export interface Terminal {
  readonly language: Language;
  readonly print: (line: string) => void;
}

/** Exit codes: what was asked is right or done; a check failed; a file could not be read or written. */
export const DONE = 0;
export const REFUSED = 1;
export const UNREADABLE = 2;

/** The terminal of this run: French where the system speaks it, or as asked. */
export const terminal = (language: string | undefined): Terminal => ({
  language: (language ?? process.env['LANG'] ?? 'en').startsWith('fr') ? 'fr' : 'en',
  print: (line) => console.log(line),
});

export const say = ({ language, print }: Terminal, text: Text): void => print(text[language]);

/** A file cannot be read or written; its message names it. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';
}

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new FileTrouble(`${path}: ${codeOf(error)}`);
  }
}

export const readText = (path: string): string => new TextDecoder().decode(readBytes(path));

/** Writes a new file, never over another; a secret one is readable by its owner only. */
export function writeNew(path: string, content: string, secrecy: 'public' | 'secret'): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: secrecy === 'secret' ? 0o600 : 0o644 });
  } catch (error) {
    throw new FileTrouble(`${path}: ${codeOf(error)}`);
  }
}

/** Runs a command and gives its exit code; a refusal is said in words, with its place and never a value. */
export async function exitCodeOf(screen: Terminal, act: () => Promise<number> | number): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileTrouble) {
      screen.print(error.message);
      return UNREADABLE;
    }
    if (!(error instanceof CheckFailed)) throw error;
    const { en, fr } = CHECKS[error.check].statement;
    const place = error.place === '' ? '' : ` [${error.place}]`;
    say(screen, { en: `Refused: this is false: ${en}${place}`, fr: `Refus : ceci est faux : ${fr}${place}` });
    return REFUSED;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
