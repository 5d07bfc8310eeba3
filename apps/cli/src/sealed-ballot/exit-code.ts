import { CheckFailed, CHECKS } from '@hemicycle/sealed-ballot';
import { FileTrouble, say, type Terminal } from './terminal.js';

/** Exit codes: what was asked is right or done; a check failed; nothing can be said: a file, an option, the machine. */
export const DONE = 0;
export const REFUSED = 1;
export const IMPOSSIBLE = 2;

/** Runs a command and gives its exit code; a refusal is said in words, with its place and never a value. */
export async function exitCodeOf(screen: Terminal, act: () => Promise<number> | number): Promise<number> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileTrouble) {
      say(screen, error.told);
      return IMPOSSIBLE;
    }
    if (!(error instanceof CheckFailed)) {
      const why = String(error);
      say(screen, { en: `This could not be done: ${why}`, fr: `Cela n’a pu être fait : ${why}` });
      return IMPOSSIBLE;
    }
    const { en, fr } = CHECKS[error.check].statement;
    const place = error.place === '' ? '' : ` [${error.place}]`;
    say(screen, { en: `Refused: this is false: ${en}${place}`, fr: `Refus : ceci est faux : ${fr}${place}` });
    return REFUSED;
  }
}
