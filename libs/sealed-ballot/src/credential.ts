import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { CheckFailed, demand } from './checks.js';
import type { Element, Group } from './group.js';
import { sha256Hex } from './hash.js';
import { canonical, list, parsed, readText, textOf } from './json.js';
import { havingRead } from './membership.js';
import { BASE58, isBase58, randomBase58 } from './scalars.js';

/**
 * The two ways in which a credential gives its secret number. `2.0`: 14 characters and a checksum,
 * XXX-XXX-XXX-XXX-XXX (4.8), 82 bits slowed down by PBKDF2. `3.x`: 22 characters, XXXXX-XXXXXX-XXXXX-XXXXXX, 128 bits.
 * Verifiers never see the difference: it matters to the tool with which the voter makes her ballot.
 */
export type CredentialForm = '2.0' | '3.x';

/** A new secret credential. It is the voter's right to vote: whoever holds it can vote in her name. */
export function newCredential(form: CredentialForm = '2.0'): string {
  if (form === '3.x') return inGroups(randomBase58(22), GROUPS_3);
  const code = randomBase58(14);
  return inGroups(code + checksumOf(code), GROUPS_2);
}

/**
 * The credential, in the 2.0 form, that a secret number gives: a server that keeps no credential derives the same again.
 * @param secret of 256 uniform bits, so that the remainder modulo 58^14 is uniform but for 2^−174
 */
export function credentialFrom(secret: bigint): string {
  let code = '';
  for (let rest = secret; code.length < 14; rest /= 58n) code += BASE58.charAt(Number(rest % 58n));
  return inGroups(code + checksumOf(code), GROUPS_2);
}

/**
 * The secret exponent s of a credential in an election (4.8 for the 2.0 form).
 * 2.0: PBKDF2-HMAC-SHA256(password: the credential with its dashes, salt: uuid, 1000 rounds, 32 bytes) mod q.
 * 3.x: SHA256("derive_credential|uuid|0|c") ++ SHA256("derive_credential|uuid|1|c") as a 512-bit number, mod q.
 * @param credential with or without its dashes and spaces around it
 * @throws CheckFailed credential-checksum when it cannot be one: a typing error
 */
export function credentialSecret(group: Group, uuid: string, credential: string): bigint {
  const code = credential.trim().replaceAll('-', '');
  if (code.length === 22 && isBase58(code)) {
    const written = inGroups(code, GROUPS_3);
    const parts = [0, 1].map((index) => sha256Hex(`derive_credential|${uuid}|${index}|${written}`));
    return BigInt(`0x${parts.join('')}`) % group.order;
  }
  demand(
    code.length === 15 && isBase58(code) && checksumOf(code.slice(0, 14)) === code[14],
    'credential-checksum',
    '',
  );
  const bytes = pbkdf2(digest, inGroups(code, GROUPS_2), uuid, { c: 1000, dkLen: 32 });
  return BigInt(`0x${bytesToHex(bytes)}`) % group.order;
}

/** public(c) = g^secret(c) (4.8), in its writing; not by tables, which would not be constant-time. */
export const publicCredential = (group: Group, uuid: string, credential: string): string =>
  group.encode(group.power(group.generator, credentialSecret(group, uuid, credential)));

/** The file of public credentials (4.8): sorted, so that it says nothing of the voters' order. One vote each. */
export const credentialsFile = (publicCredentials: readonly string[]): string =>
  JSON.stringify(publicCredentials.toSorted());

/** What the public list says of one credential. */
export interface ListedCredential {
  readonly element: Element;
  /** How many times its ballot counts: 1, unless the archive is another tool's with weights. */
  readonly weight: bigint;
}

export type PublicCredentials = ReadonlyMap<string, ListedCredential>;

/**
 * Reads the file of public credentials: each `element` or `element,weight`, and with tools 3.x `element,weight,login`.
 * @throws CheckFailed json-well-formed, json-shape, json-canonical, element-in-group, credential-weight,
 *   credentials-distinct
 */
export function openCredentials(group: Group, file: string | Uint8Array): PublicCredentials {
  const listed = new Map<string, ListedCredential>();
  const entries = canonical(file, list(parsed(file), '', readText));
  const reading = havingRead(
    group,
    entries.map((entry) => entry.split(',')[0] ?? ''),
  );
  for (const [index, entry] of entries.entries()) {
    const place = `[${index}]`;
    const [credential = '', weight = ''] = entry.split(',');
    demand(weight === '' || /^[1-9][0-9]{0,17}$/.test(weight), 'credential-weight', place);
    if (listed.has(credential)) throw new CheckFailed('credentials-distinct', place);
    listed.set(credential, {
      element: reading.decode(credential, place),
      weight: weight === '' ? 1n : BigInt(weight),
    });
  }
  return listed;
}

/** Whether a file is one that {@link credentialsFile} would write: sorted, without weights or names. */
export function credentialsAreSorted(file: string | Uint8Array): boolean {
  const entries = list(parsed(file), '', readText);
  return credentialsFile(entries) === textOf(file) && entries.every((entry) => !entry.includes(','));
}

/** The checksum character (4.8): base-58 digit 53 − (the 14 characters as a number mod 53). */
function checksumOf(code: string): string {
  const value = [...code].reduce((sum, character) => sum * 58n + BigInt(BASE58.indexOf(character)), 0n);
  return BASE58.charAt(53 - Number(value % 53n));
}

const GROUPS_2 = [3, 3, 3, 3, 3];
const GROUPS_3 = [5, 6, 5, 6];

function inGroups(code: string, lengths: readonly number[]): string {
  let rest = code;
  return lengths
    .map((length) => {
      const part = rest.slice(0, length);
      rest = rest.slice(length);
      return part;
    })
    .join('-');
}
