import { newId } from '@hemicycle/kernel';
import { ProvenIds } from './proven-ids.js';

describe('a code of a letter', () => {
  const PURPOSE = 'to try';
  const codes = new ProvenIds('a secret of thirty-two characters');

  it('names what it is for, each time the same', () => {
    const id = newId();
    expect(codes.of(PURPOSE, id)).toMatch(/^[\w-]{43}$/);
    expect(codes.of(PURPOSE, id)).toBe(codes.of(PURPOSE, id));
    expect(codes.idOf(PURPOSE, codes.of(PURPOSE, id))).toBe(id);
  });

  it('cannot be made without the secret, nor bent to another thing or purpose', () => {
    const [mine, yours] = [newId(), newId()];
    const forged = new ProvenIds('another secret').of(PURPOSE, mine);
    expect(codes.idOf(PURPOSE, forged)).toBeNull();
    expect(codes.idOf(PURPOSE, codes.of('something else', mine))).toBeNull();
    const bent = Buffer.concat([
      Buffer.from(codes.of(PURPOSE, yours), 'base64url').subarray(0, 16),
      Buffer.from(codes.of(PURPOSE, mine), 'base64url').subarray(16),
    ]).toString('base64url');
    expect(codes.idOf(PURPOSE, bent)).toBeNull();
    for (const junk of ['', 'x', codes.of(PURPOSE, mine).slice(1)])
      expect(codes.idOf(PURPOSE, junk)).toBeNull();
  });
});
