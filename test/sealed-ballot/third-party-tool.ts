import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether belenios-tool is on this machine. Where it is not, tests say so loudly and our verifier runs alone. */
export const TOOL_IS_HERE = spawnSync('belenios-tool', ['--version']).status === 0;

if (!TOOL_IS_HERE)
  console.warn(
    'BELENIOS-TOOL IS NOT ON THIS MACHINE: archives were checked by our own verifier alone. Install the Debian package belenios-tool to have them checked by a third party’s.',
  );

/** Whether `belenios-tool election verify` accepts an archive. */
export const toolAccepts = (archive: Uint8Array): boolean => ran(archive, 'verify').status === 0;

/** The partial decryption that the tool makes of a trustee's seed and her sealed decryption key. */
export const decryptedByTool = (archive: Uint8Array, seed: string, key: string, trustee: number): string => {
  const options = ['--key', seed, '--decryption-key', key, '--trustee-id', String(trustee)];
  // The decryption is followed by a line that says whose it is.
  const [decryption = ''] = ran(archive, 'decrypt-threshold', ...options).stdout.split('\n');
  return decryption;
};

function ran(archive: Uint8Array, command: string, ...args: string[]): SpawnSyncReturns<string> {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'));
  try {
    writeFileSync(join(folder, 'abcdefghijkmno.bel'), archive);
    return spawnSync('belenios-tool', ['election', command, '--dir', folder, ...args], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
