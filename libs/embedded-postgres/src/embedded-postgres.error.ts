import { type Text, ToldError } from '@hemicycle/kernel';

/** One clear line for whoever runs the server: what is wrong, where, and what to do about it. */
export class EmbeddedPostgresError extends ToldError {
  override readonly name = 'EmbeddedPostgresError';
}

/** Any failure as one line. What the system says in codes, the operator reads in words; the cause stays attached. */
export function inPlainWords(failure: unknown, folder: string): EmbeddedPostgresError {
  if (failure instanceof EmbeddedPostgresError) return failure;
  const { code, path = folder, message } = failure as NodeJS.ErrnoException;
  const line = (SYSTEM_FAILURES[code ?? ''] ?? unforeseen)(path, message);
  const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
  return new EmbeddedPostgresError({ fr: inOneLine(line.fr), en: inOneLine(line.en) }, { cause: failure });
}

const noRight = (path: string): Text => ({
  fr: `Cet utilisateur ne peut utiliser ${path} : donnez-lui le droit d’y écrire, ou choisissez un autre dossier pour la base de données.`,
  en: `This user may not use ${path}: give it the right to write there, or choose another folder for the database.`,
});
const notAFolder = (path: string): Text => ({
  fr: `${path} est un fichier là où il faut un dossier : choisissez un autre dossier pour la base de données, ou déplacez ce fichier.`,
  en: `${path} is a file where a folder is needed: choose another folder for the database, or move that file away.`,
});
const unforeseen = (path: string, message: string): Text => ({
  fr: `La base de données de ${path} n’a pu être démarrée : ${message}.`,
  en: `The database in ${path} could not be started: ${message}.`,
});

const SYSTEM_FAILURES: Record<string, (path: string, message: string) => Text> = {
  EACCES: noRight,
  EPERM: noRight,
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  EROFS: (path) => ({
    fr: `${path} est sur un disque en lecture seule : choisissez un autre dossier pour la base de données.`,
    en: `${path} is on a read-only disk: choose another folder for the database.`,
  }),
  ENOSPC: (path) => ({
    fr: `Le disque de ${path} est plein : libérez de la place, puis redémarrez. Aucune donnée n’est perdue.`,
    en: `The disk of ${path} is full: free some space, then start again. No data was lost.`,
  }),
  ENAMETOOLONG: (path) => ({
    fr: `Le chemin ${path} est trop long pour ce système : choisissez un dossier au nom plus court.`,
    en: `The path ${path} is too long for this system: choose a shorter folder.`,
  }),
};
