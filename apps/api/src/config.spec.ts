import { describe, expect, it } from '@jest/globals';
import {
  ConfigError,
  configurationDocument,
  demonstrationConfig,
  productionConfig,
  readSettings,
  readStorage,
} from './config.js';

const real = {
  DATABASE_URL: 'postgres://app:secret@db.example.org/forum',
  PUBLIC_URL: 'https://forum.example.org',
  SECRET_KEY: 'k'.repeat(32),
  SMTP_URL: 'smtps://forum:secret@mail.example.org:465',
  MAIL_FROM: 'Forum <forum@example.org>',
};
const refusal = (environment: NodeJS.ProcessEnv): string => {
  try {
    productionConfig(readSettings(environment));
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the configuration of a real forum', () => {
  it('is read from the environment and frozen', () => {
    const config = productionConfig(readSettings({ ...real, PORT: '8080' }));
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      timeZone: 'Europe/Paris',
      demonstration: false,
    });
    expect(config.publicUrl).toBe('https://forum.example.org');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names everything that is missing, in one line', () => {
    expect(refusal({ DATABASE_URL: real.DATABASE_URL, SMTP_URL: '  ' })).toBe(
      'DATABASE_URL is set, so this is a real forum; still missing: PUBLIC_URL, SECRET_KEY, SMTP_URL, MAIL_FROM.',
    );
    expect(refusal({})).toContain('DATABASE_URL is missing');
  });

  it.each([
    ['SECRET_KEY', 'short', 'at least 32'],
    ['DATABASE_URL', 'mysql://x/y', 'postgres://'],
    ['PUBLIC_URL', 'http://forum.example.org', 'https://'],
    ['PUBLIC_URL', 'https://example.org/forum', 'without path'],
    ['SMTP_URL', 'mail.example.org', 'smtps://'],
    ['MAIL_FROM', 'nobody', 'such as'],
    ['MAIL_FROM', 'Forum <a@b>\r\nBcc: <c@d>', 'such as'],
    ['FORUM_TIME_ZONE', 'Europe/Lutece', 'not a known time zone'],
    ['PORT', '80a', 'whole number'],
    ['PORT', '70000', '65535'],
    ['LOG_LEVEL', 'verbose', 'one of'],
    ['TRUSTED_PROXIES', 'loopback, everybody', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.0/64', '10.0.0.0/64'],
  ])('refuses %s=%s', (name, value, said) => {
    expect(refusal({ ...real, [name]: value })).toContain(said);
    expect(refusal({ ...real, [name]: value })).toContain(name);
  });

  it('never repeats a secret', () => {
    expect(refusal({ ...real, SECRET_KEY: 'tooshort' })).not.toContain('tooshort');
    expect(refusal({ ...real, DATABASE_URL: 'x://u:hunter2@h/d' })).not.toContain('hunter2');
  });

  it('believes proxies by address, block or group', () => {
    const { trustedProxies } = readSettings({ TRUSTED_PROXIES: 'loopback, 10.1.2.3,fd00::/8' });
    expect(trustedProxies).toEqual(['loopback', '10.1.2.3', 'fd00::/8']);
  });
});

it('runs the demonstration with nothing set', () => {
  const embedded = { databaseUrl: 'postgresql://o:p@127.0.0.1:5000/forum', secretKey: 's'.repeat(64) };
  expect(demonstrationConfig(readSettings({}), embedded)).toMatchObject({
    ...embedded,
    demonstration: true,
    publicUrl: 'http://127.0.0.1:3000',
    smtpUrl: null,
    trustedProxies: null,
  });
});

it('asks for no secret to say where the data are', () => {
  expect(readStorage({ DATABASE_URL: real.DATABASE_URL, HEMICYCLE_DATA: ' /srv/forum ' })).toEqual({
    databaseUrl: real.DATABASE_URL,
    migrationDatabaseUrl: null,
    dataFolder: '/srv/forum',
  });
});

it('documents every variable once', () => {
  const names = configurationDocument().match(/^\| `[A-Z_]+`/gm) ?? [];
  expect(names.length).toBeGreaterThan(10);
  expect(new Set(names).size).toBe(names.length);
});
