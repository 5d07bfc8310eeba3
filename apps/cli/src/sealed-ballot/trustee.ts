import { existsSync } from 'node:fs';
import {
  certificate,
  CheckFailed,
  checkElectionKey,
  combineShares,
  credentialsAreSorted,
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
  type SignedMessage,
  signedMessagesFrom,
  verifyArchive,
} from '@hemicycle/sealed-ballot';
import { countBoxInThreads, nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, REFUSED } from './exit-code.js';
import { readBytes, readText, say, type Terminal, writeNew, writeWithSecret } from './terminal.js';

interface ToSend {
  readonly output: string;
}

interface InGroup extends ToSend {
  readonly group: string;
}

export interface KeyOptions extends InGroup {
  readonly key: string;
}

export interface CertificateOptions extends InGroup {
  readonly seed: string;
  readonly size: string;
  readonly threshold: string;
  readonly index: string;
}

export interface ShareOptions extends InGroup {
  readonly seed: string;
  readonly certificates: string;
  readonly threshold: string;
}

export interface CombineOptions extends ShareOptions {
  readonly input: string;
}

export interface DecryptOptions extends ToSend {
  readonly number: string;
  readonly key?: string;
  readonly seed?: string;
  readonly shares?: string;
}

export const makeKey = (options: KeyOptions, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, () => {
    const { privateKey, publicKey } = newTrusteeKey(groupOf(options));
    return sentWithSecret(
      options.key,
      JSON.stringify(privateKey),
      options,
      JSON.stringify(publicKey),
      screen,
    );
  });

export const makeCertificate = (options: CertificateOptions, screen: Terminal): Promise<number> =>
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
    return sentWithSecret(options.seed, seed, options, JSON.stringify(made), screen);
  });

export const makeShares = (options: ShareOptions, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const certs = signedMessagesFrom(readText(options.certificates));
    tellCertificates(certs, screen);
    const made = await shareOut(groupOf(options), readText(options.seed), certs, Number(options.threshold));
    return sent(options, JSON.stringify(made), screen);
  });

export const makeOutput = (options: CombineOptions, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const certs = signedMessagesFrom(readText(options.certificates));
    const made = await combineShares(
      groupOf(options),
      readText(options.seed),
      certs,
      Number(options.threshold),
      shareInputFrom(readText(options.input)),
    );
    // The form in which the third-party tool reads a decryption key, which her seed alone opens.
    const key = `${options.seed}.dkey`;
    return sentWithSecret(key, made.private_key, options, JSON.stringify(made), screen);
  });

/** Whoever relays the certificates could put others in their place: trustees compare what each of them sealed for. */
function tellCertificates(certs: readonly SignedMessage[], screen: Terminal): void {
  for (const [place, cert] of certs.entries()) {
    const hash = fingerprintOf(JSON.stringify(cert));
    say(screen, {
      en: `Certificate of trustee ${place + 1}: ${hash}`,
      fr: `Certificat du porteur ${place + 1} : ${hash}`,
    });
  }
  say(screen, {
    en: 'Before you send what follows, check that each of them reads the same of her own.',
    fr: 'Avant d’envoyer ce qui suit, vérifiez que chacun lit la même empreinte du sien.',
  });
}

/**
 * Decrypts only after the whole box verifies, so that a trustee never opens what is not its sum, and one box of an election only.
 */
export const decrypt = (archivePath: string, options: DecryptOptions, screen: Terminal): Promise<number> =>
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
    // Of ballots that weigh 1, 1000, 1000000… a server would read each in the sum.
    if (!credentialsAreSorted(archive.credentials))
      throw new CheckFailed('credentials-sorted', 'credentials');
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
    if (!opensOneBox(options.key ?? options.seed ?? '', election.uuid, tallyFile.box)) {
      say(screen, {
        en: 'This key has opened another box of this election already: two boxes that differ by one ballot would open that ballot. Nothing was decrypted.',
        fr: 'Cette clé a déjà ouvert une autre urne de ce scrutin : deux urnes qui diffèrent d’un bulletin ouvriraient ce bulletin. Rien n’a été déchiffré.',
      });
      return REFUSED;
    }
    say(screen, {
      en: `This opens the sum of ${report.counted} ballots of “${election.name}”, in the box ${tallyFile.box}. Before you send it, check that so many were announced, and that the other trustees have this very box: the fewer the ballots, the more their sum tells.`,
      fr: `Ceci ouvre la somme de ${report.counted} bulletins de « ${election.name} », dans l’urne ${tallyFile.box}. Avant de l’envoyer, vérifiez qu’autant ont été annoncés, et que les autres porteurs ont cette urne même : moins il y a de bulletins, plus leur somme en dit.`,
    });
    const bound = { owner, payload: sha256Hex(raw), proofs: boundProofs };
    return sent(options, JSON.stringify({ owner, decryption: raw, bound }), screen);
  });

/**
 * Remembers, beside the key, the one box of an election that it opens; whether `box` is that one. A session's key opens one
 * box for each of its polls: a ballot of one proves nothing in another.
 */
function opensOneBox(key: string, uuid: string, box: string): boolean {
  const memory = `${key}.${uuid}.opened`;
  if (existsSync(memory)) return readText(memory) === box;
  writeNew(memory, `${box}\n`, 'public');
  return true;
}

async function privateKeyOf(
  group: string,
  { key, seed, shares }: DecryptOptions,
): Promise<bigint | undefined> {
  const known = nativeGroups(groupName(group, 'group'));
  if (key !== undefined) return privateKeyFrom(known, readText(key).replaceAll('"', ''));
  if (seed === undefined || shares === undefined) return undefined;
  return openDecryptionKey(known, readText(seed), shareOutputFrom(readText(shares)));
}

const groupOf = ({ group }: InGroup) => nativeGroups(groupName(group, 'group'));

/** Writes a secret file, then what is sent. */
const sentWithSecret = (
  path: string,
  secret: string,
  options: ToSend,
  content: string,
  screen: Terminal,
): number => writeWithSecret(path, secret, () => sent(options, content, screen));

function sent({ output }: ToSend, content: string, screen: Terminal): number {
  writeNew(output, content, 'public');
  say(screen, {
    en: `Written to ${output}; its hash: ${fingerprintOf(content)}`,
    fr: `Écrit dans ${output} ; son empreinte : ${fingerprintOf(content)}`,
  });
  return DONE;
}
