import type { Work } from './trustee-page.js';

/*
 * What a trustee does with `hemicycle trustee` rather than on the page: the commands, and what they write.
 */

/** What the program writes for the forum: a part of the key, by its step, or a part of the opening of a box. */
export type Written = NonNullable<Work['dueStep']> | 'DECRYPTION';

/** The fields by which each is known; whether they are right is for the server to check. */
const FIELDS: Readonly<Record<Written, readonly string[]>> = {
  CERTIFICATE: ['message', 'signature'],
  SHARES: ['polynomial', 'secrets', 'coefexps', 'signature'],
  KEY: ['private_key', 'public_key'],
  DECRYPTION: ['owner', 'decryption', 'bound'],
};

/** Of files that the program reads and writes, in the folder where it runs. */
export const FILES = {
  seed: 'secret.seed',
  certificates: 'all.json',
  shares: 'parts.json',
  key: 'step3.json',
} as const;

/** What a file of the program is found not to be. */
export type Misread =
  { readonly wrong: 'otherFile' } | { readonly wrong: 'otherTrustee'; readonly owner: number };

/** A part of the key as it is sent: what the program wrote at this step, byte for byte. */
export function partIn(text: string, step: NonNullable<Work['dueStep']>): { part: string } | Misread {
  return fieldsIn(text, step) === null ? { wrong: 'otherFile' } : { part: text.trim() };
}

/**
 * A part of the opening of a box as it is sent.
 * @param number the trustee's, from 1
 */
export function decryptionIn(
  text: string,
  number: number,
): { decryption: string; boundProofs: string } | Misread {
  const fields = fieldsIn(text, 'DECRYPTION');
  if (fields === null) return { wrong: 'otherFile' };
  const { owner, decryption, bound } = fields;
  if (typeof owner !== 'number' || typeof decryption !== 'string') return { wrong: 'otherFile' };
  if (!isRecord(bound) || !Array.isArray(bound['proofs'])) return { wrong: 'otherFile' };
  if (owner !== number) return { wrong: 'otherTrustee', owner };
  return { decryption, boundProofs: JSON.stringify(bound['proofs']) };
}

/** The file's fields; null: it is not what the program writes there. */
function fieldsIn(text: string, written: Written): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(text);
    const names = FIELDS[written];
    return isRecord(read) &&
      Object.keys(read).length === names.length &&
      names.every((name) => Object.hasOwn(read, name))
      ? read
      : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A command, and the file that it writes to be sent. */
export interface Command {
  readonly line: string;
  readonly output: string;
}

const command = (what: string, output: string): Command => ({
  line: `npx hemicycle trustee ${what} --output ${output}`,
  output,
});

/** The command of a step of the making of the key. */
export function commandOfStep(
  step: NonNullable<Work['dueStep']>,
  { group, size, threshold, number }: Pick<Work, 'group' | 'size' | 'threshold' | 'number'>,
): Command {
  const own = `--group ${group} --seed ${FILES.seed} --threshold ${threshold}`;
  switch (step) {
    case 'CERTIFICATE':
      return command(`certificate ${own} --size ${size} --index ${number}`, 'step1.json');
    case 'SHARES':
      return command(`share ${own} --certificates ${FILES.certificates}`, 'step2.json');
    case 'KEY':
      return command(
        `combine ${own} --certificates ${FILES.certificates} --input ${FILES.shares}`,
        FILES.key,
      );
  }
}

/** The command that opens a trustee's part of a closed box. */
export const commandOfOpening = (uuid: string, { number }: Pick<Work, 'number'>): Command =>
  command(
    `decrypt ${uuid}.bel --number ${number} --seed ${FILES.seed} --shares ${FILES.key}`,
    `opened-${uuid}.json`,
  );
