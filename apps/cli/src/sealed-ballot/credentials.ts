import { join } from 'node:path';
import type { Command } from 'commander';
import {
  credentialsFile,
  type CredentialForm,
  fingerprintOf,
  groupName,
  newCredential,
  publicCredential,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, readText, say, type Terminal, terminal, writeNew } from './terminal.js';

interface Options {
  readonly voters: string;
  readonly group: string;
  readonly form: CredentialForm;
  readonly output: string;
  readonly language?: string;
}

/** `hemicycle credentials <uuid>`: for whoever issues credentials apart from the server. */
export function register(program: Command): void {
  program
    .command('credentials <uuid>')
    .description('make the voters’ credentials on this machine, apart from the server')
    .requiredOption('--voters <file>', 'one voter a line, as you will recognise her')
    .option('--group <name>', 'BELENIOS-2048 or Ed25519', 'BELENIOS-2048')
    .option('--form <2.0|3.x>', 'form of the credentials: the third-party tools that read them', '2.0')
    .option('--output <folder>', 'where to write both files', '.')
    .option('--language <fr|en>', 'language of the messages')
    .action(async (uuid: string, options: Options) => {
      process.exitCode = await makeCredentials(uuid, options, terminal(options.language));
    });
}

/** Writes `<uuid>.privcreds` (secret, a voter and her credential a line) and `<uuid>.pubcreds` (public, sorted). */
export const makeCredentials = (uuid: string, options: Options, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, () => {
    const group = nativeGroups(groupName(options.group, 'group'));
    const voters = readText(options.voters)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const issued = voters.map((voter) => ({ voter, credential: newCredential(options.form) }));
    const file = credentialsFile(issued.map(({ credential }) => publicCredential(group, uuid, credential)));
    const privatePath = join(options.output, `${uuid}.privcreds`);
    const publicPath = join(options.output, `${uuid}.pubcreds`);
    const lines = issued.map(({ voter, credential }) => `${voter} ${credential}\n`);
    writeNew(privatePath, lines.join(''), 'secret');
    writeNew(publicPath, file, 'public');
    say(screen, {
      en: `${issued.length} credentials. Keep ${privatePath} secret and give each voter hers alone; send ${publicPath} to the secretariat, and check that the election publishes exactly it: ${fingerprintOf(file)}`,
      fr: `${issued.length} codes. Gardez ${privatePath} secret et remettez à chaque électeur le sien seul ; envoyez ${publicPath} au secrétariat, et vérifiez que le scrutin publie exactement ce fichier : ${fingerprintOf(file)}`,
    });
    return DONE;
  });
