import { constants, createDiffieHellman, createPublicKey, type KeyObject, publicEncrypt } from 'node:crypto';
import { BELENIOS_2048, type ModularPower, modularPower } from '@hemicycle/sealed-ballot';
import { bytesOf, numberOf } from './big-endian.js';

const { p, g } = BELENIOS_2048;

/**
 * a^k mod p by OpenSSL, whose Diffie–Hellman is a power function: some seven times faster than JavaScript, and
 * constant-time in k. It refuses bases and results 1 and p − 1, which are left to the portable function. OpenSSL checks p
 * at length before the first power.
 */
export function opensslPower(): ModularPower {
  let exchange: ReturnType<typeof createDiffieHellman> | undefined;
  return (base, exponent) => {
    if (exponent < 2n || base < 2n || base >= p - 1n) return modularPower(base, exponent);
    exchange ??= createDiffieHellman(bytesOf(p), bytesOf(g));
    exchange.setPrivateKey(bytesOf(exponent));
    try {
      return numberOf(exchange.computeSecret(bytesOf(base)));
    } catch {
      return modularPower(base, exponent);
    }
  };
}

/**
 * The same for exponents that are no secret: OpenSSL's RSA without padding is a power function too, faster since it need
 * not hide the exponent, and checks nothing of p. Verification raises pairs to one exponent: its key is kept for the next.
 */
export function opensslPublicPower(): ModularPower {
  const modulus = bytesOf(p).toString('base64url');
  let last: { readonly exponent: bigint; readonly key: KeyObject } | undefined;
  const keyOf = (exponent: bigint): KeyObject => {
    if (last?.exponent === exponent) return last.key;
    const e = bytesOf(exponent).toString('base64url');
    const key = createPublicKey({ format: 'jwk', key: { kty: 'RSA', n: modulus, e } });
    last = { exponent, key };
    return key;
  };
  return (base, exponent) => {
    if (exponent < 2n || base >= p) return modularPower(base, exponent);
    try {
      const padding = constants.RSA_NO_PADDING;
      return numberOf(publicEncrypt({ key: keyOf(exponent), padding }, bytesOf(base)));
    } catch {
      return modularPower(base, exponent);
    }
  };
}
