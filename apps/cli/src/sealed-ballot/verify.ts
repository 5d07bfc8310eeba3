import { existsSync } from 'node:fs';
import { ballotInWords, ballotOf, reportInWords, verifyArchive } from '@hemicycle/sealed-ballot';
import { countBoxInThreads, nativeGroups } from '@hemicycle/sealed-ballot-native';
import { DONE, exitCodeOf, REFUSED } from './exit-code.js';
import { readBytes, say, type Terminal } from './terminal.js';

export interface VerifyOptions {
  readonly boundProofs?: string;
  readonly standard: 'ours' | 'belenios';
  readonly unfinished?: boolean;
  readonly since?: string;
  readonly tracker?: string;
}

/** @returns the exit code: 0 valid, and the tracker’s ballot counts if one was given; 1 not; 2 unreadable file */
export const verify = (archive: string, options: VerifyOptions, screen: Terminal): Promise<number> =>
  exitCodeOf(screen, async () => {
    const path = options.boundProofs ?? sideFileOf(archive);
    const ours = options.standard !== 'belenios';
    const sideFile = ours && (options.boundProofs !== undefined || existsSync(path)) ? readBytes(path) : null;
    const report = await verifyArchive(readBytes(archive), {
      sideFile,
      standard: ours ? 'ours' : 'belenios',
      unfinished: options.unfinished === true,
      earlier: options.since === undefined ? null : readBytes(options.since),
      groups: nativeGroups,
      countBox: countBoxInThreads(),
    });
    for (const line of reportInWords(report)) say(screen, line);
    if (sideFile === null && report.failures.some(({ check }) => check === 'side-file'))
      say(screen, {
        en: `The bound proofs are published beside the archive; ${path} is not there.`,
        fr: `Les preuves liées sont publiées à côté de l’archive ; ${path} n’y est pas.`,
      });
    const tracker = options.tracker?.trim();
    if (tracker !== undefined) say(screen, ballotInWords(report, tracker));
    const right = report.valid && (tracker === undefined || ballotOf(report, tracker) === 'counted');
    return right ? DONE : REFUSED;
  });

/** Where an archive's bound proofs stand beside it. */
export const sideFileOf = (archive: string): string => `${archive.replace(/\.bel$/, '')}.bound.json`;
