import {
  checkElectionKey,
  type Choice,
  openCredentials,
  openElection,
  openTrustees,
  publicCredential,
  readArchive,
  sealBallot,
} from '@hemicycle/sealed-ballot';
import { nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, REFUSED } from './exit-code.js';
import { readBytes, readText, say, type Terminal, writeNew } from './terminal.js';

export interface VoteOptions {
  readonly credential: string;
  readonly choices: string;
  readonly output: string;
  readonly fingerprint?: string;
}

/** Seals a ballot, writes it, says its tracker. The archive may be the one published when the poll opened. */
export const vote = (archivePath: string, options: VoteOptions, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, () => {
    const archive = readArchive(readBytes(archivePath));
    const election = openElection(archive.election, nativeGroups);
    if (options.fingerprint !== undefined && options.fingerprint !== election.fingerprint) {
      say(screen, {
        en: `This is not that election: its fingerprint is ${election.fingerprint}`,
        fr: `Ce n’est pas ce scrutin : son empreinte est ${election.fingerprint}`,
      });
      return REFUSED;
    }
    const choices = choicesFrom(options.choices);
    const credential = readText(options.credential);
    if (choices === null) {
      say(screen, {
        en: 'The choices are not a list of “blank” or lists of positions.',
        fr: 'Les choix ne sont pas une liste de « blank » ou de listes de positions.',
      });
      return REFUSED;
    }
    // An election whose key nobody shares could be opened by whoever made it.
    checkElectionKey(election, openTrustees(election.group, archive.trustees));
    const listed = openCredentials(election.group, archive.credentials);
    if (!listed.has(publicCredential(election.group, election.uuid, credential))) {
      say(screen, {
        en: 'This credential is not on the election’s list.',
        fr: 'Ce code n’est pas sur la liste du scrutin.',
      });
      return REFUSED;
    }
    const ballot = sealBallot(election, credential, choices);
    writeNew(options.output, ballot.raw, 'public');
    say(screen, {
      en: `Fingerprint of “${election.name}”: ${election.fingerprint}. Unless it is the one that was published, do not send this ballot: somebody else could open it.`,
      fr: `Empreinte de « ${election.name} » : ${election.fingerprint}. Si ce n’est pas celle qui a été publiée, n’envoyez pas ce bulletin : un autre pourrait l’ouvrir.`,
    });
    for (const [index, { question, answers }] of election.questions.entries()) {
      const choice = choices[index] ?? [];
      const [en, fr] = inWords(choice, answers);
      say(screen, { en: `${question} — ${en}`, fr: `${question} — ${fr}` });
    }
    say(screen, {
      en: `Ballot written to ${options.output}. Your tracker: ${ballot.tracker}`,
      fr: `Bulletin écrit dans ${options.output}. Votre numéro de suivi : ${ballot.tracker}`,
    });
    return DONE;
  });

function inWords(choice: Choice, answers: readonly string[]): [en: string, fr: string] {
  if (choice === 'blank') return ['blank', 'blanc'];
  if (choice.length === 0) return ['no answer', 'aucune réponse'];
  const names = choice.map((answer) => answers[answer] ?? '').join(', ');
  return [names, names];
}

function choicesFrom(text: string): Choice[] | null {
  try {
    const value = JSON.parse(text) as unknown;
    if (!Array.isArray(value)) return null;
    const isChoice = (item: unknown): item is Choice =>
      item === 'blank' || (Array.isArray(item) && item.every((position) => Number.isInteger(position)));
    return value.every(isChoice) ? value : null;
  } catch {
    return null;
  }
}
