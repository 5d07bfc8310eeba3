import { Attendee } from './attendee.entity.js';
import { MinutesComment } from './minutes-comment.entity.js';
import { MinutesEdition } from './minutes-edition.entity.js';
import { MinutesSignature } from './minutes-signature.entity.js';
import { MinutesVersion } from './minutes-version.entity.js';
import { Minutes } from './minutes.entity.js';

export { NotPrintedInTime } from './document/pdf-printer.js';
export { MINUTES_FORMATS, type MinutesFile, MinutesFiles, type MinutesFormat } from './minutes-files.js';
export { type MarkdownProblem, markdownProblems } from './document/markdown.js';
export { MinutesActs } from './minutes-acts.js';
export { MinutesRepository } from './minutes.repository.js';
export { MinutesModule } from './minutes.module.js';

/** The tables of this room. */
export const MINUTES_TABLES = [
  Attendee,
  Minutes,
  MinutesVersion,
  MinutesEdition,
  MinutesSignature,
  MinutesComment,
];
