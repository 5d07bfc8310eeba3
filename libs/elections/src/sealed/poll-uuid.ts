const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * How the archive of a round names its election: the round's id, which is random, in base 58. So credentials can be issued
 * for it before it opens.
 */
export function pollUuidOf(roundId: string): string {
  let uuid = '';
  let rest = BigInt(`0x${roundId.replaceAll('-', '')}`);
  for (; uuid.length < 22; rest /= 58n) uuid += BASE58.charAt(Number(rest % 58n));
  return uuid;
}
