import { join } from 'node:path';
import {
  credentialsFile,
  type CredentialForm,
  fingerprintOf,
  groupName,
  newCredential,
  publicCredential,
  uuidFrom,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, REFUSED } from './exit-code.js';
import { readText, say, type Terminal, writeNew, writeWithSecret } from './terminal.js';

export interface CredentialsOptions {
  readonly voters: string;
  readonly group: string;
  readonly form: CredentialForm;
  readonly output: string;
}

/** Writes `<uuid>.privcreds` (secret, a voter and her credential a line) and `<uuid>.pubcreds` (public, sorted). */
export const makeCredentials = (
  election: string,
  options: CredentialsOptions,
  screen: Terminal,
): Promise<number> =>
  exitCodeOf(screen, () => {
    const uuid = uuidFrom(election, 'uuid');
    const group = nativeGroups(groupName(options.group, 'group'));
    const voters = readText(options.voters)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (voters.length === 0) {
      say(screen, { en: 'This file names no voter.', fr: 'Ce fichier ne nomme aucun électeur.' });
      return REFUSED;
    }
    const twice = voters.find((voter, index) => voters.indexOf(voter) !== index);
    if (twice !== undefined) {
      say(screen, {
        en: `This voter is listed twice, and would vote twice: ${twice}`,
        fr: `Cet électeur figure deux fois, et voterait deux fois : ${twice}`,
      });
      return REFUSED;
    }
    const issued = voters.map((voter) => ({ voter, credential: newCredential(options.form) }));
    const file = credentialsFile(issued.map(({ credential }) => publicCredential(group, uuid, credential)));
    const privatePath = join(options.output, `${uuid}.privcreds`);
    const publicPath = join(options.output, `${uuid}.pubcreds`);
    const lines = issued.map(({ voter, credential }) => `${voter} ${credential}\n`);
    writeWithSecret(privatePath, lines.join(''), () => writeNew(publicPath, file, 'public'));
    say(screen, {
      en: `${issued.length} credentials. Keep ${privatePath} secret and give each voter hers alone; send ${publicPath} to the secretariat, and check that the election publishes exactly it: ${fingerprintOf(file)}`,
      fr: `${issued.length} codes. Gardez ${privatePath} secret et remettez à chaque électeur le sien seul ; envoyez ${publicPath} au secrétariat, et vérifiez que le scrutin publie exactement ce fichier : ${fingerprintOf(file)}`,
    });
    return DONE;
  });
