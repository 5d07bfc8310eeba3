import { CheckFailed, CHECKS } from '@hemicycle/sealed-ballot';
import type { Answer, Question } from './device.js';
import {
  checkBox,
  fingerprints,
  makeCertificate,
  makeKey,
  makeShares,
  newSeed,
  openBox,
  type Opening,
  seal,
  type Tell,
  verify,
} from './tasks.js';

/** The box verified last: the only one that may be opened. */
let opening: Opening | null = null;

const tell: Tell = (checked, of) => answer({ kind: 'progress', checked, of });

addEventListener('message', (event: MessageEvent<Question>) => {
  void carriedOut(event.data).then(answer);
});

async function carriedOut(question: Question): Promise<Answer> {
  try {
    return { kind: 'done', outcome: await outcomeOf(question) };
  } catch (error) {
    if (!(error instanceof CheckFailed)) return { kind: 'broken', message: String(error) };
    const { check, place } = error;
    return { kind: 'failed', check, place, statement: CHECKS[check].statement };
  }
}

async function outcomeOf(question: Question): Promise<unknown> {
  switch (question.task) {
    case 'seal':
      return seal(question.input);
    case 'verify':
      return verify(question.input, tell);
    case 'fingerprints':
      return fingerprints(question.input);
    case 'newSeed':
      return newSeed();
    case 'makeCertificate':
      return makeCertificate(question.input);
    case 'makeShares':
      return makeShares(question.input);
    case 'makeKey':
      return makeKey(question.input);
    case 'checkBox': {
      opening = null;
      const checked = await checkBox(question.input, tell);
      ({ opening } = checked);
      return { verified: checked.verified, box: opening?.box ?? null };
    }
    case 'openBox':
      if (opening === null) throw new Error('No box was verified here.');
      return openBox(opening, question.input);
  }
}

const answer = (said: Answer): void => postMessage(said);
