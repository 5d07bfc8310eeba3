import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { reportInWords, verifyArchive } from '@hemicycle/sealed-ballot';
import { countBoxInThreads, nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, readBytes, REFUSED, say, type Terminal, terminal } from './terminal.js';

interface Options {
  readonly boundProofs?: string;
  readonly standard: 'ours' | 'belenios';
  readonly unfinished?: boolean;
  readonly language?: string;
}

/** `hemicycle verify <archive>`: checks a whole election and says what was checked and what failed. */
export function register(program: Command): void {
  program
    .command('verify <archive>')
    .description('check a sealed election from its archive (.bel) and its bound proofs')
    .option('--bound-proofs <file>', 'the side file (default: <archive>.bound.json, without .bel)')
    .option(
      '--standard <which>',
      '“ours”: all that this product publishes; “belenios”: an archive by another tool, without bound proofs',
      'ours',
    )
    .option('--unfinished', 'the archive may stop before its result')
    .option('--language <fr|en>', 'language of the report')
    .action(async (archive: string, options: Options) => {
      process.exitCode = await verify(archive, options, terminal(options.language));
    });
}

/** @returns the exit code: 0 valid, 1 not, 2 unreadable file */
export const verify = (archive: string, options: Options, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const path = options.boundProofs ?? sideFileOf(archive);
    const ours = options.standard !== 'belenios';
    const report = await verifyArchive(readBytes(archive), {
      sideFile: ours && (options.boundProofs !== undefined || existsSync(path)) ? readBytes(path) : null,
      standard: ours ? 'ours' : 'belenios',
      unfinished: options.unfinished === true,
      groups: nativeGroups,
      countBox: countBoxInThreads(),
    });
    for (const line of reportInWords(report)) say(screen, line);
    return report.valid ? DONE : REFUSED;
  });

/** Where an archive's bound proofs stand beside it. */
export const sideFileOf = (archive: string): string => `${archive.replace(/\.bel$/, '')}.bound.json`;
