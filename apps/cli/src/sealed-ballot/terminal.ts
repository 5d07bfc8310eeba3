import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Language, type Text, ToldError } from '@hemicycle/kernel';
import { operatorLanguage } from '../say.js';

/** How a command speaks: a line at a time, in one language. */
export interface Terminal {
  readonly language: Language;
  readonly print: (line: string) => void;
}

/** The terminal of this run: French where the system speaks it, or as asked. */
export const terminal = (language: string | undefined): Terminal => ({
  language: (language ?? operatorLanguage) === 'fr' ? 'fr' : 'en',
  print: (line) => console.log(line),
});

/** Prints one line. What an archive says is in it: nothing of that may move the cursor, hide or turn round the rest. */
export const say = ({ language, print }: Terminal, text: Text): void =>
  print(
    text[language].replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd'),
  );

/** A file cannot be read or written; its message names it. */
export class FileTrouble extends ToldError {
  override readonly name = 'FileTrouble';
}

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new FileTrouble({
      en: `${path} cannot be read: ${codeOf(error)}`,
      fr: `${path} ne peut être lu : ${codeOf(error)}`,
    });
  }
}

/** A text, without the line end that an editor or a mail may have put after it. */
export const readText = (path: string): string => new TextDecoder().decode(readBytes(path)).trim();

/** Writes a new file, never over another; a secret one is readable by its owner only. */
export function writeNew(path: string, content: string, secrecy: 'public' | 'secret'): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: secrecy === 'secret' ? 0o600 : 0o644 });
  } catch (error) {
    throw new FileTrouble({
      en: `${path} cannot be written, or is there already: ${codeOf(error)}`,
      fr: `${path} ne peut être écrit, ou existe déjà : ${codeOf(error)}`,
    });
  }
}

/** Writes a secret file, then what goes with it: both or neither, so that whoever is stopped may start again. */
export function writeWithSecret<T>(path: string, secret: string, writeRest: () => T): T {
  writeNew(path, secret, 'secret');
  try {
    return writeRest();
  } catch (error) {
    rmSync(path);
    throw error;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
