import { type Text, ToldError } from '@hemicycle/kernel';
import { said as inWords } from './say.js';

/** What stops a command, in one line that says what to do. */
export class OperatorError extends ToldError {}

/** Any failure as one line for the operator, in the language of the terminal: no stack, no secret. */
export function inOneLine(failure: unknown): string {
  if (failure instanceof ToldError) return inWords(failure.told);
  const { code, driverError, errors, message } = (failure ?? {}) as Failure;
  // Node tries each address of a host and gathers the failures; TypeORM wraps what the driver says.
  const inner = driverError ?? errors?.[0];
  const sign = code ?? inner?.code ?? '';
  const said = (message || inner?.message) ?? String(failure);
  const sentence = SIGNS[sign]?.(said);
  return (sentence === undefined ? said : inWords(sentence)).replace(/\s*\n\s*/g, ' ');
}

interface Failure {
  readonly code?: string;
  readonly message?: string;
  readonly driverError?: Failure;
  readonly errors?: readonly Failure[];
}

const unreachable = (said: string): Text => ({
  fr: `La base de données de DATABASE_URL est hors d’atteinte (${said}) : fonctionne-t-elle, et l’adresse est-elle juste ?`,
  en: `The database of DATABASE_URL cannot be reached (${said}): is it running, and is the address right?`,
});

const SIGNS: Readonly<Record<string, (said: string) => Text>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  '57P03': unreachable,
  '28P01': () => ({
    fr: 'La base de données refuse l’identifiant ou le mot de passe de DATABASE_URL.',
    en: 'The database refuses the login or the password of DATABASE_URL.',
  }),
  '28000': () => ({
    fr: 'La base de données refuse l’identifiant de DATABASE_URL.',
    en: 'The database refuses the login of DATABASE_URL.',
  }),
  '3D000': (said) => ({
    fr: `${said} : créez-la, puis lancez \`hemicycle migrate\`.`,
    en: `${said}: create it, then run \`hemicycle migrate\`.`,
  }),
  '42501': (said) => ({
    fr: `Il manque un droit à l’identifiant de la base de données (${said}) : celui de l’application doit être membre de hemicycle_app, celui qui migre doit posséder les tables.`,
    en: `The database login lacks a right (${said}): the application’s must be a member of hemicycle_app, the one that migrates must own the tables.`,
  }),
  '22023': (said) =>
    said.includes('hemicycle_app')
      ? {
          fr: 'La base de données n’a pas été préparée (pas de rôle hemicycle_app) : lancez `hemicycle migrate`, ou démarrez avec --migrate.',
          en: 'The database has not been prepared (no role hemicycle_app): run `hemicycle migrate`, or start with --migrate.',
        }
      : { fr: said, en: said },
  '42P01': (said) => ({
    fr: `La base de données n’a pas été préparée (${said}) : lancez \`hemicycle migrate\`, ou démarrez avec --migrate.`,
    en: `The database has not been prepared (${said}): run \`hemicycle migrate\`, or start with --migrate.`,
  }),
};
