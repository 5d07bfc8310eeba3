import type { Command } from 'commander';
import {
  certificate,
  checkElectionKey,
  combineShares,
  decryptTally,
  fingerprintOf,
  groupName,
  newTrusteeKey,
  newTrusteeSeed,
  openDecryptionKey,
  openElection,
  openTally,
  openTrustees,
  privateKeyFrom,
  readArchive,
  reportInWords,
  sha256Hex,
  shareInputFrom,
  shareOut,
  shareOutputFrom,
  signedMessagesFrom,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { countBoxInThreads, nativeGroups } from '@hemicycle/sealed-ballot-native';
import {
  DONE,
  exitCodeOf,
  readBytes,
  readText,
  REFUSED,
  say,
  type Terminal,
  terminal,
  writeNew,
} from './terminal.js';

interface Common {
  readonly group: string;
  readonly output: string;
  readonly language?: string;
}

interface Place extends Common {
  readonly seed: string;
  readonly size: string;
  readonly threshold: string;
  readonly index: string;
}

interface Share extends Common {
  readonly seed: string;
  readonly certificates: string;
  readonly threshold: string;
  readonly input: string;
}

interface Decrypt extends Common {
  readonly number: string;
  readonly key?: string;
  readonly seed?: string;
  readonly shares?: string;
}

/**
 * `hemicycle trustee …`: makes a key, or a share of one in three steps, and decrypts, all on the trustee's machine.
 * What is written to `--output` is public and goes to the server; keys and seeds never leave.
 */
export function register(program: Command): void {
  const trustee = program.command('trustee').description('hold a key of the ballot box, on this machine');
  const step = (name: string, description: string): Command =>
    trustee
      .command(name)
      .description(description)
      .option('--group <name>', 'BELENIOS-2048 or Ed25519', 'BELENIOS-2048')
      .requiredOption('--output <file>', 'public file to write, to be sent')
      .option('--language <fr|en>', 'language of the messages');
  step('key', 'make a key whose holder will have to be there')
    .requiredOption('--key <file>', 'where to write the private key')
    .action(async (options: Common & { key: string }) => {
      process.exitCode = await makeKey(options, terminal(options.language));
    });
  step('certificate', 'threshold key, step 1: make a seed and its certificate')
    .requiredOption('--seed <file>', 'where to write the seed, to be kept secret')
    .requiredOption('--size <n>', 'number of trustees')
    .requiredOption('--threshold <n>', 'how many open the box')
    .requiredOption('--index <n>', 'your place among them, from 1')
    .action(async (options: Place) => {
      process.exitCode = await makeCertificate(options, terminal(options.language));
    });
  step('share', 'threshold key, step 2: share out your part')
    .requiredOption('--seed <file>', 'your seed')
    .requiredOption('--certificates <file>', 'everybody’s certificates, as the server sent them')
    .requiredOption('--threshold <n>', 'how many open the box')
    .action(async (options: Share) => {
      process.exitCode = await makeShares(options, terminal(options.language));
    });
  step('combine', 'threshold key, step 3: check the parts received and combine them')
    .requiredOption('--seed <file>', 'your seed')
    .requiredOption('--certificates <file>', 'everybody’s certificates, as the server sent them')
    .requiredOption('--threshold <n>', 'how many open the box')
    .requiredOption('--input <file>', 'the parts for you, as the server sent them')
    .action(async (options: Share) => {
      process.exitCode = await makeOutput(options, terminal(options.language));
    });
  step('decrypt <archive>', 'check a closed ballot box and open your part of its sum')
    .requiredOption('--number <n>', 'your number among all trustees, from 1')
    .option('--key <file>', 'your private key')
    .option('--seed <file>', 'your seed, for a threshold key')
    .option('--shares <file>', 'what you sent at step 3, for a threshold key')
    .action(async (archive: string, options: Decrypt) => {
      process.exitCode = await decrypt(archive, options, terminal(options.language));
    });
}

export const makeKey = (options: Common & { readonly key: string }, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, () => {
    const { privateKey, publicKey } = newTrusteeKey(groupOf(options));
    writeNew(options.key, JSON.stringify(privateKey), 'secret');
    return sent(options, JSON.stringify(publicKey), screen);
  });

export const makeCertificate = (options: Place, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, () => {
    const group = groupOf(options);
    const seed = newTrusteeSeed();
    const context = {
      group: group.name,
      size: Number(options.size),
      threshold: Number(options.threshold),
      index: Number(options.index),
    };
    const made = certificate(group, seed, context);
    writeNew(options.seed, seed, 'secret');
    return sent(options, JSON.stringify(made), screen);
  });

export const makeShares = (options: Omit<Share, 'input'>, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const certs = signedMessagesFrom(readText(options.certificates));
    const made = await shareOut(
      groupOf(options),
      readText(options.seed).trim(),
      certs,
      Number(options.threshold),
    );
    return sent(options, JSON.stringify(made), screen);
  });

export const makeOutput = (options: Share, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const certs = signedMessagesFrom(readText(options.certificates));
    const made = await combineShares(
      groupOf(options),
      readText(options.seed).trim(),
      certs,
      Number(options.threshold),
      shareInputFrom(readText(options.input)),
    );
    return sent(options, JSON.stringify(made), screen);
  });

/** Decrypts only after the whole box verifies, so that a trustee never opens what is not its sum. */
export const decrypt = (archivePath: string, options: Decrypt, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const bytes = readBytes(archivePath);
    const report = await verifyArchive(bytes, {
      sideFile: null,
      standard: 'belenios',
      unfinished: true,
      groups: nativeGroups,
      countBox: countBoxInThreads(),
    });
    const archive = report.valid ? readArchive(bytes) : null;
    const tallyFile = archive?.tally;
    if (archive === null || tallyFile === null || tallyFile === undefined) {
      for (const line of reportInWords(report)) say(screen, line);
      say(screen, {
        en: 'The box is not closed and right: nothing was decrypted.',
        fr: 'L’urne n’est pas close et juste : rien n’a été déchiffré.',
      });
      return REFUSED;
    }
    const election = openElection(archive.election, nativeGroups);
    const trustees = openTrustees(election.group, archive.trustees);
    checkElectionKey(election, trustees);
    const owner = Number(options.number);
    const trustee = trustees.all[owner - 1];
    const key = trustee && (await privateKeyOf(election.group.name, options));
    if (trustee === undefined || key === undefined) {
      say(screen, {
        en: 'Give your number among the trustees, and --key, or --seed with --shares.',
        fr: 'Donnez votre numéro parmi les porteurs, et --key, ou --seed avec --shares.',
      });
      return REFUSED;
    }
    const tally = openTally(election, tallyFile.raw);
    const { raw, boundProofs } = decryptTally(election, tally, trustee, tallyFile.box, key);
    const bound = { owner, payload: sha256Hex(raw), proofs: boundProofs };
    return sent(options, JSON.stringify({ owner, decryption: raw, bound }), screen);
  });

async function privateKeyOf(group: string, { key, seed, shares }: Decrypt): Promise<bigint | undefined> {
  const known = nativeGroups(groupName(group, 'group'));
  if (key !== undefined) return privateKeyFrom(known, readText(key).trim().replaceAll('"', ''));
  if (seed === undefined || shares === undefined) return undefined;
  return openDecryptionKey(known, readText(seed).trim(), shareOutputFrom(readText(shares)));
}

const groupOf = ({ group }: Common) => nativeGroups(groupName(group, 'group'));

function sent({ output }: Common, content: string, screen: Terminal): number {
  writeNew(output, content, 'public');
  say(screen, {
    en: `Written to ${output}; its hash: ${fingerprintOf(content)}`,
    fr: `Écrit dans ${output} ; son empreinte : ${fingerprintOf(content)}`,
  });
  return DONE;
}
