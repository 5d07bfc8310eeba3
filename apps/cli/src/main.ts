import { Command } from 'commander';
import { inOneLine } from './operator-error.js';

const program = new Command('hemicycle')
  .description('Runs a national multistakeholder forum of the Open Government Partnership.')
  .showHelpAfterError('(hemicycle --help tells what may be asked)');

program
  .command('migrate')
  .description('Brings the database up to date, with the login of MIGRATION_DATABASE_URL if there is one.')
  .action(async () => (await import('./commands/migrate.js')).migrateForum());

program
  .command('verify-audit')
  .description(
    'Reads the whole audit trail and says what was altered, removed or reordered. Exit code 1 if anything was.',
  )
  .option('--head <hash>', 'a head published earlier: finds a cut tail and a rewritten chain too')
  .action(async ({ head }: { head?: string }) =>
    (await import('./commands/verify-audit.js')).verifyAudit(head),
  );

try {
  await program.parseAsync();
} catch (failure) {
  console.error(inOneLine(failure));
  if (process.env['LOG_LEVEL'] === 'debug') console.error(failure);
  process.exitCode = 1;
}
