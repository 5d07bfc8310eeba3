import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who holds a share of the key of the open poll, with what opens it: only the demonstration ever knows that. */
export interface DemonstrationTrustee {
  readonly name: string;
  readonly seed: string;
}

/** Where whoever tries the demonstration finds what its trustees would keep to themselves. */
export const trusteeSeedsFile = (folder: string): string =>
  join(folder, 'DEMONSTRATION-SEEDS-OF-THE-TRUSTEES.txt');

/**
 * Keeps the seeds of the open poll's trustees beside the demonstration, in clear: the program played the trustees, and whoever
 * tries the forum goes on in their place. In a forum of one's own a seed never leaves its trustee's device.
 */
export async function keepTrusteeSeeds(
  folder: string,
  trustees: readonly DemonstrationTrustee[],
): Promise<void> {
  const lines = trustees.map(({ name, seed }) => `${seed}  ${name}\n`);
  await writeFile(trusteeSeedsFile(folder), [SAYING, ...lines].join(''), { mode: 0o600 });
}

const SAYING = `Démonstration : le programme a joué les trois porteurs de la clé du vote ouvert, et voici leurs codes
secrets. Deux ouvrent l’urne. Dans un vrai forum, ce code ne quitte jamais l’appareil de son porteur.

Demonstration: the program played the three trustees of the open poll, and here are their secret codes (seeds). Two
open the box. In a real forum such a code never leaves its trustee’s device.

`;
