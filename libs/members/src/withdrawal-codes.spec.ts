import { newId } from '@hemicycle/kernel';
import { WithdrawalCodes } from './withdrawal-codes.js';

describe('the code that withdraws an application', () => {
  const codes = new WithdrawalCodes('a secret of thirty-two characters');

  it('names its application, each time the same', () => {
    const id = newId();
    expect(codes.of(id)).toMatch(/^[\w-]{43}$/);
    expect(codes.of(id)).toBe(codes.of(id));
    expect(codes.applicationOf(codes.of(id))).toBe(id);
  });

  it('cannot be made without the secret, nor bent to another application', () => {
    const [mine, yours] = [newId(), newId()];
    const forged = new WithdrawalCodes('another secret').of(mine);
    expect(codes.applicationOf(forged)).toBeNull();
    const bent = Buffer.concat([
      Buffer.from(codes.of(yours), 'base64url').subarray(0, 16),
      Buffer.from(codes.of(mine), 'base64url').subarray(16),
    ]).toString('base64url');
    expect(codes.applicationOf(bent)).toBeNull();
    for (const junk of ['', 'x', codes.of(mine).slice(1)]) expect(codes.applicationOf(junk)).toBeNull();
  });
});
