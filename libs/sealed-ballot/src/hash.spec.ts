import { fingerprintOf, hashBy, hashToScalar, portableSha256, sha256Hex } from './hash.js';

afterEach(() => hashBy(portableSha256));

it('hashes by JavaScript, until a platform brings its own', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const asked: (string | Uint8Array)[] = [];
  hashBy((data) => {
    asked.push(data);
    return new Uint8Array(32).fill(1);
  });
  expect(sha256Hex('a')).toBe('01'.repeat(32));
  expect(fingerprintOf('b')).toBe(`${'AQEB'.repeat(10)}AQE`);
  expect(hashToScalar('c', 1000n)).toBe(BigInt(`0x${'01'.repeat(32)}`) % 1000n);
  expect(asked).toEqual(['a', 'b', 'c']);
});
