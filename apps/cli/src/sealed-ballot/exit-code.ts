import { CheckFailed, CHECKS } from '@hemicycle/sealed-ballot';
import { FileTrouble, say, type Terminal } from './terminal.js';

/** Exit codes: what was asked is right or done; a check failed; a file could not be read or written. */
export const DONE = 0;
export const REFUSED = 1;
export const UNREADABLE = 2;

/** Runs a command and gives its exit code; a refusal is said in words, with its place and never a value. */
export async function exitCodeOf(screen: Terminal, act: () => Promise<number> | number): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileTrouble) {
      say(screen, error.text);
      return UNREADABLE;
    }
    if (!(error instanceof CheckFailed)) throw error;
    const { en, fr } = CHECKS[error.check].statement;
    const place = error.place === '' ? '' : ` [${error.place}]`;
    say(screen, { en: `Refused: this is false: ${en}${place}`, fr: `Refus : ceci est faux : ${fr}${place}` });
    return REFUSED;
  }
}
