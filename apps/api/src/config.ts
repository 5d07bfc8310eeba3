import { BlockList, isIP } from 'node:net';
import { isTimeZone, ToldError } from '@hemicycle/kernel';

/** A setting that cannot be used: said in one line, the start stops. */
export class ConfigError extends ToldError {}

/** How much the log says. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface Variable<Value> {
  readonly name: string;
  /** What it is for, in Markdown. */
  readonly meaning: string;
  /** What an absent or empty variable means, in words of the environment; null: nothing, see `absent`. */
  readonly byDefault: string | null;
  /** What the documents say of an absent variable that has no default. */
  readonly absent?: string;
  /** With a database of one's own the server does not start without it. */
  readonly required?: true;
  /** @throws ConfigError saying what a good value is, without repeating a bad one that may be a secret. */
  readonly read: (text: string, name: string) => Value;
}

/** A variable that always has a value. */
const set = <Value>(variable: Variable<Value> & { byDefault: string }): Variable<Value> => variable;
/** A variable that may be absent. */
const optional = <Value>(
  variable: Omit<Variable<Value>, 'byDefault'> & { absent: string },
): Variable<Value | null> => ({ ...variable, byDefault: null });

function url(protocols: readonly string[], example: string) {
  return (text: string, name: string): string => {
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      throw new ConfigError({
        fr: `${name} doit être une adresse comme ${example}.`,
        en: `${name} must be an address such as ${example}.`,
      });
    }
    return text;
  };
}

function whole(least: number, most: number) {
  return (text: string, name: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new ConfigError({
        fr: `${name} doit être un nombre entier de ${least} à ${most}.`,
        en: `${name} must be a whole number from ${least} to ${most}.`,
      });
    }
    return value;
  };
}

function publicAddress(text: string, name: string): string {
  const address = new URL(url(['http:', 'https:'], 'https://forum.example.org')(text, name));
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address.protocol === 'http:' && !local) {
    throw new ConfigError({
      fr: `${name} doit commencer par https:// : le cookie d’une session ne voyage pas en clair.`,
      en: `${name} must start with https://: a session's cookie does not travel in clear.`,
    });
  }
  if (address.href !== `${address.origin}/`) {
    throw new ConfigError({
      fr: `${name} doit être une origine seule, sans chemin : ${address.origin}`,
      en: `${name} must be an origin alone, without path: ${address.origin}`,
    });
  }
  return address.origin;
}

function secret(text: string, name: string): string {
  if (text.length < 32)
    throw new ConfigError({
      fr: `${name} doit avoir au moins 32 caractères.`,
      en: `${name} must have at least 32 characters.`,
    });
  return text;
}

function mailbox(text: string, name: string): string {
  if (!/^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text)) {
    throw new ConfigError({
      fr: `${name} doit être une adresse comme "Forum <forum@example.org>".`,
      en: `${name} must be an address such as "Forum <forum@example.org>".`,
    });
  }
  return text;
}

function timeZone(text: string, name: string): string {
  if (!isTimeZone(text))
    throw new ConfigError({
      fr: `${name} : ${text} n’est pas un fuseau horaire connu.`,
      en: `${name}: ${text} is not a known time zone.`,
    });
  return text;
}

function logLevel(text: string, name: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined)
    throw new ConfigError({
      fr: `${name} doit être l’un de ${LOG_LEVELS.join(', ')}.`,
      en: `${name} must be one of ${LOG_LEVELS.join(', ')}.`,
    });
  return level;
}

const PROXY_GROUPS = ['loopback', 'linklocal', 'uniquelocal'];

function proxies(text: string, name: string): readonly string[] {
  const list = text.split(',').map((part) => part.trim());
  for (const entry of list) {
    if (!PROXY_GROUPS.includes(entry) && !isAddressOrBlock(entry)) {
      throw new ConfigError({
        fr: `${name} : ${entry} n’est ni une adresse, ni un bloc comme 10.0.0.0/8, ni un groupe.`,
        en: `${name}: ${entry} is neither an address, a block such as 10.0.0.0/8, nor a group.`,
      });
    }
  }
  return Object.freeze(list);
}

function isAddressOrBlock(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (length === undefined) return true;
  if (!/^\d+$/.test(length)) return false;
  try {
    new BlockList().addSubnet(address, Number(length), version === 4 ? 'ipv4' : 'ipv6');
    return true;
  } catch {
    return false;
  }
}

/** Every variable that the product reads, in the order of the documents. */
const VARIABLES = {
  databaseUrl: optional({
    name: 'DATABASE_URL',
    meaning:
      'The PostgreSQL database, 15 or later. The login must be a member of the role `hemicycle_app`; migrations need the owner of the tables.',
    absent: 'an embedded PostgreSQL with the demonstration forum',
    read: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/forum'),
  }),
  migrationDatabaseUrl: optional({
    name: 'MIGRATION_DATABASE_URL',
    meaning:
      'The same database with the login that owns the tables: `hemicycle migrate` and `hemicycle start --migrate` use it, nothing else does.',
    absent: '`DATABASE_URL`',
    read: url(['postgres:', 'postgresql:'], 'postgres://owner:password@host:5432/forum'),
  }),
  dataFolder: optional({
    name: 'HEMICYCLE_DATA',
    meaning: 'The folder of the embedded PostgreSQL and of what goes with it. Not used with `DATABASE_URL`.',
    absent: '`.hemicycle` in the folder of the application',
    read: (text: string) => text,
  }),
  host: set({
    name: 'HOST',
    meaning: 'The address to listen on. `0.0.0.0` in a container.',
    byDefault: '127.0.0.1',
    read: (text: string) => text,
  }),
  port: set({
    name: 'PORT',
    meaning: 'The port to listen on; 0: any that is free.',
    byDefault: '3000',
    read: whole(0, 65_535),
  }),
  publicUrl: optional({
    name: 'PUBLIC_URL',
    meaning:
      'The address at which people reach the forum, as written in the links that it sends: `https://`, no path.',
    absent: '`http://` with `HOST` and `PORT`',
    required: true,
    read: publicAddress,
  }),
  secretKey: optional({
    name: 'SECRET_KEY',
    meaning:
      'Signs what the server gives out and takes back. At least 32 characters at random (`openssl rand -hex 32`), kept from one start to the next.',
    absent: 'made once and kept in the data folder',
    required: true,
    read: secret,
  }),
  smtpUrl: optional({
    name: 'SMTP_URL',
    meaning:
      'The server that sends mail: `smtps://user:password@host:465`, or `smtp://…:587` with STARTTLS, which a server on another machine must offer (or add `?requireTLS=false`).',
    absent: 'mail is not sent; it is shown on a page that only this machine can open',
    required: true,
    read: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org:465'),
  }),
  mailFrom: set({
    name: 'MAIL_FROM',
    meaning: 'The sender of the forum’s mail: `Forum <forum@example.org>`.',
    byDefault: 'Hemicycle <forum@localhost.invalid>',
    required: true,
    read: mailbox,
  }),
  timeZone: set({
    name: 'FORUM_TIME_ZONE',
    meaning: 'The time zone of the forum, by its IANA name: days are days there.',
    byDefault: 'Europe/Paris',
    read: timeZone,
  }),
  trustedProxies: optional({
    name: 'TRUSTED_PROXIES',
    meaning:
      'The reverse proxies whose `X-Forwarded-For` is believed, so that limits count the real callers: addresses or blocks separated by commas, or `loopback`, `linklocal`, `uniquelocal`.',
    absent: 'none: the caller is whoever connects',
    read: proxies,
  }),
  requestsPerMinute: set({
    name: 'REQUESTS_PER_MINUTE',
    meaning:
      'How many requests one address may send in a minute. A whole assembly may sit behind one address: leave room.',
    byDefault: '3000',
    read: whole(1, 1_000_000_000),
  }),
  proofOfWorkCost: set({
    name: 'PROOF_OF_WORK_COST',
    meaning:
      'How hard a form that is open to everybody makes the sender’s machine work, against automatic senders: iterations of PBKDF2 for each of some 256 tries.',
    byDefault: '2000',
    read: whole(1, 10_000_000),
  }),
  poolSize: set({
    name: 'DATABASE_CONNECTIONS',
    meaning:
      'How many connections to PostgreSQL at most, beside the one that listens to what changed and the five that take up jobs.',
    byDefault: '10',
    read: whole(1, 500),
  }),
  logLevel: set({
    name: 'LOG_LEVEL',
    meaning: 'How much the log says: `silent`, `error`, `warn`, `info` (one line a command) or `debug`.',
    byDefault: 'info',
    read: logLevel,
  }),
} as const;

/** The environment, read and checked: one property a variable; null where an absent one means something else. */
export type Settings = {
  readonly [Key in keyof typeof VARIABLES]: (typeof VARIABLES)[Key] extends Variable<infer Value>
    ? Value
    : never;
};

/** What the server runs with. */
export interface Config extends Omit<Settings, 'dataFolder' | 'migrationDatabaseUrl'> {
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly secretKey: string;
  /** The demonstration forum on an embedded database: everything in it is invented, and every page says so. */
  readonly demonstration: boolean;
}

/** Where the data are: all that maintenance needs to know. */
export type Storage = Pick<Settings, 'databaseUrl' | 'migrationDatabaseUrl' | 'dataFolder'>;

const given = (environment: NodeJS.ProcessEnv, { name }: { name: string }): string =>
  environment[name]?.trim() ?? '';

function valueOf<Value>(environment: NodeJS.ProcessEnv, variable: Variable<Value>): Value | null {
  const text = given(environment, variable) || variable.byDefault;
  return text === null ? null : variable.read(text, variable.name);
}

/**
 * Reads the environment once.
 *
 * @throws ConfigError naming the first variable that cannot be used, or, with DATABASE_URL, all that are missing.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  if (given(environment, VARIABLES.databaseUrl) !== '') {
    const missing = Object.values<Variable<unknown>>(VARIABLES).filter(
      (variable) => variable.required && given(environment, variable) === '',
    );
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      throw new ConfigError({
        fr: `DATABASE_URL est donné, c’est donc un vrai forum ; il manque encore : ${names}.`,
        en: `DATABASE_URL is set, so this is a real forum; still missing: ${names}.`,
      });
    }
  }
  return Object.freeze(
    Object.fromEntries(
      Object.entries<Variable<unknown>>(VARIABLES).map(([key, variable]) => [
        key,
        valueOf(environment, variable),
      ]),
    ),
  ) as Settings;
}

/** Reads where the data are and nothing else: to migrate or to verify, no secret is needed. @throws ConfigError */
export function readStorage(environment: NodeJS.ProcessEnv): Storage {
  return {
    databaseUrl: valueOf(environment, VARIABLES.databaseUrl),
    migrationDatabaseUrl: valueOf(environment, VARIABLES.migrationDatabaseUrl),
    dataFolder: valueOf(environment, VARIABLES.dataFolder),
  };
}

/** A real forum. @throws ConfigError without DATABASE_URL. */
export function productionConfig({ dataFolder: _, migrationDatabaseUrl: __, ...settings }: Settings): Config {
  const { databaseUrl, publicUrl, secretKey } = settings;
  if (databaseUrl === null || publicUrl === null || secretKey === null) {
    throw new ConfigError({
      fr: 'DATABASE_URL manque : où est la base de données du forum ?',
      en: 'DATABASE_URL is missing: where is the database of the forum?',
    });
  }
  return Object.freeze({ ...settings, databaseUrl, publicUrl, secretKey, demonstration: false });
}

/** Where people reach the forum: on this machine, unless the operator says otherwise. */
export const publicUrlOf = ({
  publicUrl,
  host,
  port,
}: Pick<Settings, 'publicUrl' | 'host' | 'port'>): string => publicUrl ?? `http://${host}:${port}`;

/** The demonstration forum, on the embedded database given and with a secret kept beside it. */
export function demonstrationConfig(
  { dataFolder: _, migrationDatabaseUrl: __, ...settings }: Settings,
  embedded: { readonly databaseUrl: string; readonly secretKey: string },
): Config {
  return Object.freeze({
    ...settings,
    ...embedded,
    publicUrl: publicUrlOf(settings),
    demonstration: true,
  });
}

/** The table of variables, in Markdown: generated, so that it cannot differ from what is read. */
export function configurationDocument(): string {
  const rows = Object.values<Variable<unknown>>(VARIABLES).map(
    ({ name, meaning, byDefault, absent, required }) => {
      const without = byDefault === null ? (absent ?? '') : `\`${byDefault}\``;
      return `| \`${name}\` | ${required === true ? 'with `DATABASE_URL`' : ''} | ${without} | ${meaning} |`;
    },
  );
  return [
    '# Configuration',
    '',
    'Everything is read once, at start, from environment variables. A value that cannot be used, or one that is missing,',
    'stops the start with one line that names it.',
    '',
    '| variable | required | when absent | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
