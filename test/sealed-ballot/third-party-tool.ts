import { spawnSync } from 'node:child_process';
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
export function toolAccepts(archive: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'third-party-'));
  try {
    writeFileSync(join(folder, 'abcdefghijkmno.bel'), archive);
    return spawnSync('belenios-tool', ['election', 'verify', '--dir', folder]).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
