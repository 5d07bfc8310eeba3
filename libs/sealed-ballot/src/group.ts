declare const member: unique symbol;

/**
 * An element of a group, known to belong to it: only {@link Group.decode} and the group's own operations make one.
 * What it is inside is the group's affair (a number modulo p, a point of a curve).
 */
export interface Element {
  readonly [member]: never;
}

/** (k, b) ↦ a^k·b for a base fixed in advance, 0 ≤ k < q; b is one where it is left out. */
export type PowersOf = (exponent: bigint, times?: Element) => Element;

export const GROUP_NAMES = ['BELENIOS-2048', 'Ed25519'] as const;
export type GroupName = (typeof GROUP_NAMES)[number];

/** A cyclic group 𝔾 of prime order q, generator g, written multiplicatively (specification 1, “Group parameters”). */
export interface Group {
  readonly name: GroupName;
  /** q */
  readonly order: bigint;
  readonly one: Element;
  /** g */
  readonly generator: Element;
  /** (k, b) ↦ g^k·b. */
  readonly powerOfGenerator: PowersOf;
  /**
   * Reads an element in its one canonical writing and checks that it belongs to the group.
   * @throws CheckFailed element-in-group, at `place`
   */
  decode(text: unknown, place: string): Element;
  /**
   * Reads many elements for less than one by one: all of them, or none if any is badly written or does not belong (with
   * a probability of error below 2^−64), or if they are too few for it to pay. Absent where reading one is cheap.
   */
  readonly decodeTogether?: (texts: readonly string[]) => ReadonlyMap<string, Element>;
  /** The writing used in JSON and inside hashes. */
  encode(element: Element): string;
  times(a: Element, b: Element): Element;
  inverse(a: Element): Element;
  /** a^k, 0 ≤ k < q. */
  power(a: Element, exponent: bigint): Element;
  /** The same, perhaps faster, for an exponent that anybody may know. */
  publicPower(a: Element, exponent: bigint): Element;
  /** a^k for each of several exponents that anybody may know, for less than one by one where the group knows how. */
  publicPowers(a: Element, exponents: readonly bigint[]): Element[];
  /** Prepares many powers of one base: costs tens of ordinary powers, then each is several times cheaper. */
  powersOf(a: Element): PowersOf;
  equal(a: Element, b: Element): boolean;
}

/** The product of elements, one when there are none. */
export const productOf = (group: Group, elements: readonly Element[]): Element =>
  elements.reduce((product, element) => group.times(product, element), group.one);
