import { Command, CommanderError, Option } from 'commander';
import type { Invitation } from './commands/invite.js';
import { inOneLine } from './operator-error.js';
import { addSealedBallotCommands } from './sealed-ballot/commands.js';

const program = new Command('hemicycle')
  .exitOverride()
  .description('Runs a national multistakeholder forum of the Open Government Partnership.')
  .showHelpAfterError('(hemicycle --help tells what may be asked)');

program
  .command('start')
  .description(
    'Serves the forum. Without DATABASE_URL: on an embedded PostgreSQL, with the demonstration forum the first time.',
  )
  .option('--migrate', 'bring the database of DATABASE_URL up to date first')
  .action(async ({ migrate }: { migrate?: true }) => {
    // Read when they are loaded: otherwise graphql-js checks at every value that nobody loaded it twice.
    process.env['NODE_ENV'] ??= 'production';
    await (await import('./commands/start.js')).start({ migrate: migrate === true });
  });

program
  .command('migrate')
  .description('Brings the database up to date, with the login of MIGRATION_DATABASE_URL if there is one.')
  .action(async () => (await import('./commands/migrate.js')).migrateForum());

program
  .command('invite')
  .description('Gives somebody a role that the operator names, and prints a link to sign in once.')
  .argument('<email>', 'the address of the person')
  .addOption(
    new Option('--role <role>', 'what the person is to be')
      .choices(['secretariat', 'founding-group'])
      .makeOptionMandatory(),
  )
  .option('--name <name>', 'first name and surname, or title; the address before @ when absent')
  .option('--body <name>', 'secretariat: the body for which the person works (the host when absent)')
  .addOption(
    new Option('--college <college>', 'founding group: the side for which the person sits').choices([
      'government',
      'civil-society',
    ]),
  )
  .addOption(
    new Option('--language <language>', 'in which the forum writes').choices(['fr', 'en']).default('fr'),
  )
  .action(async (email: string, options: Invitation) =>
    (await import('./commands/invite.js')).invite(email, options),
  );

program
  .command('demo')
  .description('Makes the demonstration forum: everything in it is invented.')
  .option('--anew', 'throw the present demonstration away and make it again')
  .action(async ({ anew }: { anew?: true }) =>
    (await import('./commands/demo.js')).demo({ anew: anew === true }),
  );

program
  .command('verify-audit')
  .description(
    'Reads the whole audit trail and says what was altered, removed or reordered. Exit code 1 if anything was.',
  )
  .option('--head <hash>', 'a head published earlier: finds a cut tail and a rewritten chain too')
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
    process.exitCode = 1;
  }
}
