import { type Command, Option } from 'commander';
import type { Text } from '@hemicycle/kernel';
import type { CredentialsOptions } from './credentials.js';
import { said } from '../say.js';
import { terminal } from './terminal.js';
import type {
  CertificateOptions,
  CombineOptions,
  DecryptOptions,
  KeyOptions,
  ShareOptions,
} from './trustee.js';
import type { VerifyOptions } from './verify.js';
import type { VoteOptions } from './vote.js';

interface Spoken {
  readonly language?: string;
}

/**
 * What voters, trustees, issuers of credentials and auditors do on machines of their own. Each command is loaded when it
 * is asked for. Exit codes: 0 right or done, 1 a check failed or the forum would refuse it, 2 nothing can be said: a
 * file cannot be read or written, an option is wrong, the machine failed. Help and messages are in French where the system speaks it, in English otherwise, or as `--language` says.
 */
export function addSealedBallotCommands(program: Command): void {
  const exits = async (code: Promise<number>): Promise<void> => {
    process.exitCode = await code;
  };
  const command = (parent: Command, usage: string, description: Text): Command =>
    parent
      .command(usage)
      .description(said(description))
      .addOption(
        new Option('--language <language>', said({ en: 'of the messages', fr: 'des messages' })).choices([
          'fr',
          'en',
        ]),
      );
  const group = (): Option =>
    new Option('--group <name>', said({ en: 'group of the election', fr: 'groupe du scrutin' }))
      .choices(['BELENIOS-2048', 'Ed25519'])
      .default('BELENIOS-2048');

  command(program, 'verify <archive>', {
    en: 'Checks a sealed election from its archive (.bel) and its bound proofs, and says what was checked and what failed. Exit code 1 if anything did.',
    fr: 'Vérifie un scrutin scellé d’après son archive (.bel) et ses preuves liées, et dit ce qui a été vérifié et ce qui a échoué. Code de sortie 1 en cas d’échec.',
  })
    .option(
      '--bound-proofs <file>',
      said({
        en: 'the side file (when absent: <archive>.bound.json, without .bel)',
        fr: 'le fichier annexe (à défaut : <archive>.bound.json, sans .bel)',
      }),
    )
    .addOption(
      new Option(
        '--standard <which>',
        said({
          en: '“ours”: all that this product publishes; “belenios”: an archive by another tool, without bound proofs',
          fr: '« ours » : tout ce que publie ce logiciel ; « belenios » : l’archive d’un autre outil, sans preuves liées',
        }),
      )
        .choices(['ours', 'belenios'])
        .default('ours'),
    )
    .option(
      '--unfinished',
      said({
        en: 'the archive may stop before its result',
        fr: 'l’archive peut s’arrêter avant son résultat',
      }),
    )
    .option(
      '--since <file>',
      said({
        en: 'an earlier archive of this election, of which nothing may have been removed or altered',
        fr: 'une archive antérieure de ce scrutin, dont rien ne doit avoir été retiré ni altéré',
      }),
    )
    .option(
      '--tracker <text>',
      said({
        en: 'your ballot’s tracker: says whether the ballot is in the box and counts; exit code 1 if not',
        fr: 'le numéro de suivi de votre bulletin : dit si le bulletin est dans l’urne et compte ; code de sortie 1 sinon',
      }),
    )
    .action(async (archive: string, options: VerifyOptions & Spoken) => {
      await exits((await import('./verify.js')).verify(archive, options, terminal(options.language)));
    });

  command(program, 'credentials <uuid>', {
    en: 'Makes the voters’ credentials on this machine, apart from the server.',
    fr: 'Fabrique les codes des électeurs sur cette machine, à part du serveur.',
  })
    .requiredOption(
      '--voters <file>',
      said({
        en: 'one voter a line, as you will recognise her',
        fr: 'un électeur par ligne, tel que vous le reconnaîtrez',
      }),
    )
    .addOption(group())
    .addOption(
      new Option(
        '--form <form>',
        said({
          en: 'of the credentials: the third-party tools that read them',
          fr: 'des codes : les outils tiers qui les lisent',
        }),
      )
        .choices(['2.0', '3.x'])
        .default('2.0'),
    )
    .option(
      '--output <folder>',
      said({ en: 'where to write both files', fr: 'où écrire les deux fichiers' }),
      '.',
    )
    .action(async (uuid: string, options: CredentialsOptions & Spoken) => {
      await exits(
        (await import('./credentials.js')).makeCredentials(uuid, options, terminal(options.language)),
      );
    });

  command(program, 'vote <archive>', {
    en: 'Seals a ballot on this machine, to send as a file.',
    fr: 'Scelle un bulletin sur cette machine, à envoyer comme fichier.',
  })
    .requiredOption(
      '--credential <file>',
      said({
        en: 'file that holds your credential (never on the command line)',
        fr: 'fichier qui contient votre code (jamais sur la ligne de commande)',
      }),
    )
    .requiredOption(
      '--choices <list>',
      said({
        en: 'one choice a question, as JSON: [[0]] is the first answer, ["blank"] a blank vote, [[0,2],[]] two questions',
        fr: 'un choix par question, en JSON : [[0]] est la première réponse, ["blank"] un vote blanc, [[0,2],[]] deux questions',
      }),
    )
    .requiredOption('--output <file>', said({ en: 'where to write the ballot', fr: 'où écrire le bulletin' }))
    .option(
      '--fingerprint <text>',
      said({
        en: 'the election’s fingerprint, as you were told it',
        fr: 'l’empreinte du scrutin, telle qu’on vous l’a dite',
      }),
    )
    .action(async (archive: string, options: VoteOptions & Spoken) => {
      await exits((await import('./vote.js')).vote(archive, options, terminal(options.language)));
    });

  const trustee = program.command('trustee').description(
    said({
      en: 'Holds a key of the ballot box, on the trustee’s own machine; what --output names is public and goes to the server.',
      fr: 'Tient une clé de l’urne, sur la machine du porteur ; ce que nomme --output est public et part au serveur.',
    }),
  );
  const step = (usage: string, description: Text): Command =>
    command(trustee, usage, description).requiredOption(
      '--output <file>',
      said({ en: 'public file to write, to be sent', fr: 'fichier public à écrire, à envoyer' }),
    );
  const own = { en: 'your seed', fr: 'votre graine' };
  const shared = (each: Command): Command =>
    each
      .addOption(group())
      .requiredOption('--seed <file>', said(own))
      .requiredOption(
        '--certificates <file>',
        said({
          en: 'everybody’s certificates, as the server sent them',
          fr: 'les certificats de tous, tels que le serveur les a envoyés',
        }),
      )
      .requiredOption('--threshold <n>', said({ en: 'how many open the box', fr: 'combien ouvrent l’urne' }));
  step('key', {
    en: 'Makes a key whose holder will have to be there.',
    fr: 'Fabrique une clé dont le porteur devra être là.',
  })
    .addOption(group())
    .requiredOption(
      '--key <file>',
      said({ en: 'where to write the private key', fr: 'où écrire la clé privée' }),
    )
    .action(async (options: KeyOptions & Spoken) => {
      await exits((await import('./trustee.js')).makeKey(options, terminal(options.language)));
    });
  step('certificate', {
    en: 'Threshold key, step 1: makes a seed and its certificate.',
    fr: 'Clé à seuil, étape 1 : fabrique une graine et son certificat.',
  })
    .addOption(group())
    .requiredOption(
      '--seed <file>',
      said({
        en: 'where to write the seed, to be kept secret',
        fr: 'où écrire la graine, à garder secrète',
      }),
    )
    .requiredOption('--size <n>', said({ en: 'number of trustees', fr: 'nombre de porteurs' }))
    .requiredOption('--threshold <n>', said({ en: 'how many open the box', fr: 'combien ouvrent l’urne' }))
    .requiredOption(
      '--index <n>',
      said({ en: 'your place among them, from 1', fr: 'votre place parmi eux, à partir de 1' }),
    )
    .action(async (options: CertificateOptions & Spoken) => {
      await exits((await import('./trustee.js')).makeCertificate(options, terminal(options.language)));
    });
  shared(
    step('share', {
      en: 'Threshold key, step 2: shares out your part.',
      fr: 'Clé à seuil, étape 2 : répartit votre part.',
    }),
  ).action(async (options: ShareOptions & Spoken) => {
    await exits((await import('./trustee.js')).makeShares(options, terminal(options.language)));
  });
  shared(
    step('combine', {
      en: 'Threshold key, step 3: checks the parts received and combines them.',
      fr: 'Clé à seuil, étape 3 : vérifie les parts reçues et les combine.',
    }),
  )
    .requiredOption(
      '--input <file>',
      said({
        en: 'the parts for you, as the server sent them',
        fr: 'les parts qui vous sont destinées, telles que le serveur les a envoyées',
      }),
    )
    .action(async (options: CombineOptions & Spoken) => {
      await exits((await import('./trustee.js')).makeOutput(options, terminal(options.language)));
    });
  step('decrypt <archive>', {
    en: 'Checks a closed ballot box and opens your part of its sum, of one box of an election only.',
    fr: 'Vérifie une urne close et ouvre votre part de sa somme, d’une seule urne par scrutin.',
  })
    .requiredOption(
      '--number <n>',
      said({
        en: 'your number among all trustees, from 1',
        fr: 'votre numéro parmi tous les porteurs, à partir de 1',
      }),
    )
    .option('--key <file>', said({ en: 'your private key', fr: 'votre clé privée' }))
    .option(
      '--seed <file>',
      said({ en: 'your seed, for a threshold key', fr: 'votre graine, pour une clé à seuil' }),
    )
    .option(
      '--shares <file>',
      said({
        en: 'what you sent at step 3, for a threshold key',
        fr: 'ce que vous avez envoyé à l’étape 3, pour une clé à seuil',
      }),
    )
    .action(async (archive: string, options: DecryptOptions & Spoken) => {
      await exits((await import('./trustee.js')).decrypt(archive, options, terminal(options.language)));
    });
}
