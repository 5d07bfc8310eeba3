import { Command, CommanderError, Option } from 'commander';
import type { Invitation } from './commands/invite.js';
import { inOneLine } from './operator-error.js';
import { speakOfMistakes } from './parsing-errors.js';
import { said } from './say.js';
import { addSealedBallotCommands } from './sealed-ballot/commands.js';

const program = speakOfMistakes(new Command('hemicycle'))
  .exitOverride()
  .description(
    said({
      en: 'Runs a national multistakeholder forum of the Open Government Partnership.',
      fr: 'Fait vivre un forum national multi-acteurs du Partenariat pour un gouvernement ouvert.',
    }),
  )
  .showHelpAfterError(
    said({
      en: '(hemicycle --help tells what may be asked)',
      fr: '(hemicycle --help dit ce qui peut être demandé)',
    }),
  );

program
  .command('start')
  .description(
    said({
      en: 'Serves the forum. Without DATABASE_URL: on an embedded PostgreSQL, with the demonstration forum the first time.',
      fr: 'Ouvre le forum. Sans DATABASE_URL : sur un PostgreSQL fourni, avec le forum de démonstration la première fois.',
    }),
  )
  .option(
    '--migrate',
    said({
      en: 'bring the database of DATABASE_URL up to date first',
      fr: 'met d’abord à jour la base de données de DATABASE_URL',
    }),
  )
  .action(async ({ migrate }: { migrate?: true }) => {
    // Read when they are loaded: otherwise graphql-js checks at every value that nobody loaded it twice.
    process.env['NODE_ENV'] ??= 'production';
    await (await import('./commands/start.js')).start({ migrate: migrate === true });
  });

program
  .command('migrate')
  .description(
    said({
      en: 'Brings the database up to date, with the login of MIGRATION_DATABASE_URL if there is one.',
      fr: 'Met à jour la base de données, avec l’identifiant de MIGRATION_DATABASE_URL s’il est donné.',
    }),
  )
  .action(async () => (await import('./commands/migrate.js')).migrateForum());

program
  .command('invite')
  .description(
    said({
      en: 'Gives somebody a role that the operator names, and prints a link to sign in once.',
      fr: 'Donne à quelqu’un un rôle que désigne l’exploitant, et écrit un lien pour se connecter une fois.',
    }),
  )
  .argument(
    '<email>',
    said({
      en: 'the address of the person',
      fr: 'l’adresse de la personne',
    }),
  )
  .addOption(
    new Option(
      '--role <role>',
      said({
        en: 'what the person is to be',
        fr: 'ce que la personne sera',
      }),
    )
      .choices(['secretariat', 'founding-group'])
      .makeOptionMandatory(),
  )
  .option(
    '--name <name>',
    said({
      en: 'first name and surname, or title; the address before @ when absent',
      fr: 'prénom et nom, ou titre ; à défaut, ce qui précède @ dans l’adresse',
    }),
  )
  .option(
    '--body <name>',
    said({
      en: 'secretariat: the body for which the person works (the host when absent)',
      fr: 'secrétariat : l’organisme pour lequel la personne travaille (à défaut, l’hôte)',
    }),
  )
  .addOption(
    new Option(
      '--college <college>',
      said({
        en: 'founding group: the side for which the person sits',
        fr: 'groupe fondateur : le collège pour lequel la personne siège',
      }),
    ).choices(['government', 'civil-society']),
  )
  .addOption(
    new Option(
      '--language <language>',
      said({
        en: 'in which the forum writes',
        fr: 'dans laquelle le forum écrit',
      }),
    )
      .choices(['fr', 'en'])
      .default('fr'),
  )
  .action(async (email: string, options: Invitation) =>
    (await import('./commands/invite.js')).invite(email, options),
  );

program
  .command('demo')
  .description(
    said({
      en: 'Makes the demonstration forum: everything in it is invented.',
      fr: 'Fait le forum de démonstration : tout y est inventé.',
    }),
  )
  .option(
    '--anew',
    said({
      en: 'throw the present demonstration away and make it again',
      fr: 'jette la démonstration présente et la refait',
    }),
  )
  .action(async ({ anew }: { anew?: true }) =>
    (await import('./commands/demo.js')).demo({ anew: anew === true }),
  );

program
  .command('verify-audit')
  .description(
    said({
      en: 'Reads the whole audit trail and says what was altered, removed or reordered. Exit code 1 if anything was.',
      fr: 'Lit toute la piste d’audit et dit ce qui a été modifié, retiré ou déplacé. Code de sortie 1 en ce cas.',
    }),
  )
  .option(
    '--head <hash>',
    said({
      en: 'a head published earlier: finds a cut tail and a rewritten chain too',
      fr: 'une empreinte publiée auparavant : trouve aussi une fin coupée et une chaîne réécrite',
    }),
  )
  .action(async ({ head }: { head?: string }) =>
    (await import('./commands/verify-audit.js')).verifyAudit(head),
  );

addSealedBallotCommands(program);

try {
  await program.parseAsync();
} catch (failure) {
  if (failure instanceof CommanderError) {
    // It said what it does not understand, or the help that was asked for. What is asked wrongly is no verdict: not 1.
    process.exitCode = failure.exitCode === 0 ? 0 : 2;
  } else {
    console.error(inOneLine(failure));
    if (process.env['LOG_LEVEL'] === 'debug') console.error(failure);
    process.exitCode ??= 1;
  }
}
