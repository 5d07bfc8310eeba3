import {
  BELENIOS_2048,
  belenios2048,
  ed25519Group,
  type Group,
  type GroupName,
  type Groups,
  hashBy,
  portableArithmetic,
} from '@hemicycle/sealed-ballot';
import { opensslPower, opensslPublicPower } from './modular-power.js';
import { type OpensslNumbers, opensslNumbers } from './openssl-numbers.js';
import { opensslSha256 } from './openssl-sha256.js';
import { sodiumEd25519 } from './sodium-ed25519.js';

// Whoever computes in native groups hashes natively too, in whichever thread.
hashBy(opensslSha256);

const made = new Map<GroupName, Group>();

/**
 * The native groups with tables of 7 MB a base instead of 2, which pay from some hundreds of ballots on: their making
 * costs as much as they spare in four hundred ballots of three choices.
 */
export const groupsForManyBallots: Groups = (name) =>
  name === 'BELENIOS-2048' ? nativeBelenios2048(10) : nativeGroups(name);

/** The groups by native code where there is some: the same results as the portable ones, faster. */
export const nativeGroups: Groups = (name) => {
  const known = made.get(name);
  if (known !== undefined) return known;
  const group = name === 'Ed25519' ? (sodiumEd25519() ?? ed25519Group()) : nativeBelenios2048();
  made.set(name, group);
  return group;
};

let numbers: OpensslNumbers | null | undefined;

/** OpenSSL’s numbers modulo p, once a thread; null where there are none. */
const opensslNumbersModuloP = (): OpensslNumbers | null => {
  if (numbers === undefined) numbers = opensslNumbers(BELENIOS_2048.p);
  return numbers;
};

/**
 * BELENIOS-2048 by OpenSSL; what Node itself does not reach of it, by a foreign-function library where there is one.
 * @param window bits of the exponent that a table of a fixed base answers for
 * @param openssl null: as where there is none, powers by OpenSSL’s RSA and products in JavaScript
 */
export function nativeBelenios2048(
  window?: number,
  openssl: OpensslNumbers | null = opensslNumbersModuloP(),
): Group {
  const rest = { power: opensslPower(), ...(window && { window }) };
  if (openssl !== null) return belenios2048({ ...rest, ...openssl });
  const publicPower = opensslPublicPower();
  return belenios2048({
    ...rest,
    publicPower,
    publicPowers: (base, exponents) => exponents.map((exponent) => publicPower(base, exponent)),
    products: portableArithmetic.products,
  });
}
