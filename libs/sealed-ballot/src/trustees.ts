import { CheckFailed, demand } from './checks.js';
import type { Election } from './election.js';
import { type Element, type Group, productOf } from './group.js';
import { list, parsedOnce } from './json.js';
import { checkThresholdKey, type ThresholdParameters, thresholdParametersFrom } from './threshold-key.js';
import { checkPublicKey, publicKeyFrom, type TrusteePublicKey } from './trustee-key.js';

/** The trustees of an election (4.7): each item opens its part of the key, alone or by a threshold of its members. */
export type TrusteesData = readonly (
  readonly ['Single', TrusteePublicKey] | readonly ['Pedersen', ThresholdParameters]
)[];

/** One holder of a key, in the flat order that partial decryptions number from 1 (4.18). */
export interface Trustee {
  readonly owner: number;
  /** X = g^x, and its writing. */
  readonly publicKey: Element;
  readonly publicKeyText: string;
}

/** The trustees of one item: all of a “Single”, `threshold` of a “Pedersen”. */
export interface TrusteeItem {
  readonly threshold: number;
  readonly members: readonly Trustee[];
}

/** Trustees whose every proof and signature was checked. */
export interface Trustees {
  readonly items: readonly TrusteeItem[];
  /** In the flat order. */
  readonly all: readonly Trustee[];
  /** y = Π of the items' keys (3.1.1). */
  readonly electionKey: Element;
}

/** Writes the file of trustees. */
export const trusteesFile = (trustees: TrusteesData): string => JSON.stringify(trustees);

/** Reads and checks the file of trustees. @throws CheckFailed the first check that fails, at its place */
export const openTrustees = (group: Group, file: string | Uint8Array): Trustees =>
  checkTrustees(group, trusteesFrom(file));

/** Reads the file of trustees, without looking at the numbers. @throws CheckFailed json-…, shares-enough when it is empty */
export function trusteesFrom(file: string | Uint8Array): TrusteesData {
  const data = list(parsedOnce(file), '', itemFrom);
  demand(data.length > 0, 'shares-enough', '');
  return data;
}

/** Checks every proof and signature of the trustees. @throws CheckFailed the first check that fails, at its place */
export function checkTrustees(group: Group, data: TrusteesData): Trustees {
  let owner = 0;
  const member = (publicKey: Element, publicKeyText: string): Trustee => ({
    owner: (owner += 1),
    publicKey,
    publicKeyText,
  });
  const keys: Element[] = [];
  const items = data.map((item, index): TrusteeItem => {
    const place = `[${index}][1]`;
    if (item[0] === 'Single') {
      const key = checkPublicKey(group, item[1], place);
      keys.push(key);
      return { threshold: 1, members: [member(key, item[1].public_key)] };
    }
    const checked = checkThresholdKey(group, item[1], place);
    keys.push(checked.publicKey);
    return {
      threshold: checked.threshold,
      members: checked.verificationKeys.map(({ element, text }) => member(element, text)),
    };
  });
  return { items, all: items.flatMap(({ members }) => members), electionKey: productOf(group, keys) };
}

/** Checks that the election's key is the trustees' (3.1.1). @throws CheckFailed election-key */
export function checkElectionKey(election: Election, trustees: Trustees): void {
  demand(election.group.equal(election.publicKey, trustees.electionKey), 'election-key', 'public_key');
}

function itemFrom(value: unknown, place: string): TrusteesData[number] {
  demand(Array.isArray(value) && value.length === 2, 'json-shape', place);
  const [kind, key] = value as readonly unknown[];
  if (kind === 'Single') return ['Single', publicKeyFrom(key, `${place}[1]`)];
  if (kind === 'Pedersen') return ['Pedersen', thresholdParametersFrom(key, `${place}[1]`)];
  throw new CheckFailed('json-shape', `${place}[0]`);
}
