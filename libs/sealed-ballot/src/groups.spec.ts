import { jest } from '@jest/globals';
import fc from 'fast-check';
import { BELENIOS_2048, modularPower } from './belenios-2048.js';
import { CheckFailed } from './checks.js';
import { GROUP_NAMES } from './group.js';
import { groupName, portableGroups } from './groups.js';
import { randomScalar } from './scalars.js';

// Exponentiations by the thousand, on machines that may be busy.
jest.setTimeout(120_000);

const refusal = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    return error instanceof CheckFailed ? error.check : 'another error';
  }
  return undefined;
};

describe.each(GROUP_NAMES)('%s', (name) => {
  const group = portableGroups(name);
  const exponents = fc.bigInt({ min: 0n, max: group.order - 1n });

  it('adds exponents when it multiplies powers, by table or not', () => {
    const powersOf = group.powersOf(group.power(group.generator, 3n));
    fc.assert(
      fc.property(exponents, exponents, (a, b) => {
        const product = group.times(group.powerOfGenerator(a), group.power(group.generator, b));
        expect(group.equal(product, group.powerOfGenerator((a + b) % group.order))).toBe(true);
        expect(group.encode(powersOf(a))).toBe(group.encode(group.powerOfGenerator((3n * a) % group.order)));
      }),
      { numRuns: 10 },
    );
  });

  it('inverts, and reads what it writes', () => {
    const element = group.powerOfGenerator(randomScalar(group.order));
    expect(group.equal(group.times(element, group.inverse(element)), group.one)).toBe(true);
    expect(group.equal(group.decode(group.encode(element), ''), element)).toBe(true);
    expect(group.equal(group.decode(group.encode(group.one), ''), group.one)).toBe(true);
    expect(group.equal(group.power(element, 0n), group.one)).toBe(true);
  });

  it('refuses what is not a text, not canonical, not an element', () => {
    const text = group.encode(group.generator);
    for (const bad of [
      null,
      7,
      '',
      ` ${text}`,
      `0${text}`,
      `${text}0`,
      text.toUpperCase() + 'g',
      '-1',
      '1e3',
    ])
      expect(refusal(() => group.decode(bad, ''))).toBe('element-in-group');
  });
});

it('refuses numbers outside the subgroup of BELENIOS-2048', () => {
  const { p, g, q } = BELENIOS_2048;
  const group = portableGroups('BELENIOS-2048');
  // 2 and 3 divide (p − 1)/q: elements of those orders pass cheaper tests than x^q = 1.
  const orderThree = modularPower(5n, (p - 1n) / 3n);
  expect(orderThree).not.toBe(1n);
  for (const bad of [0n, p - 1n, p, p + g, 2n, (g * orderThree) % p, p - g])
    expect(refusal(() => group.decode(bad.toString(), ''))).toBe('element-in-group');
  expect(modularPower(g, q)).toBe(1n);
});

it('refuses points outside the prime-order subgroup of Ed25519, and second writings of a point', () => {
  const group = portableGroups('Ed25519');
  // Points of order 2, 4 and 8, the neutral element written with a sign, y ≥ p, a point off the curve; big-endian.
  for (const bad of [
    '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7',
    '8000000000000000000000000000000000000000000000000000000000000001',
    '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee',
    '0000000000000000000000000000000000000000000000000000000000000002',
    'ABCDEF'.repeat(10) + 'ABCD',
  ])
    expect(refusal(() => group.decode(bad, ''))).toBe('element-in-group');
});

it('knows two groups', () => {
  expect(refusal(() => groupName('RFC-3526-2048', ''))).toBe('group-known');
});
