import { createCipheriv, randomBytes } from 'node:crypto';
import { CCM_NONCE, decryptCcm, encryptCcm } from './aes-ccm.js';

const bytes = (size: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(size));
const [key, nonce] = [bytes(32), bytes(CCM_NONCE)];

it.each([0, 1, 15, 16, 17, 1000, 65_535])('is the CCM of others, on %s bytes', async (size) => {
  const message = bytes(size);
  const theirs = createCipheriv('aes-256-ccm', key, nonce, { authTagLength: 8 });
  const expected = Buffer.concat([theirs.update(message), theirs.final(), theirs.getAuthTag()]);
  const sealed = await encryptCcm(key, nonce, message);
  expect(Buffer.compare(sealed, expected)).toBe(0);
  expect(await decryptCcm(key, nonce, sealed)).toEqual(message);
});

it('opens nothing that was altered, cut or made with another key', async () => {
  const sealed = await encryptCcm(key, nonce, bytes(20));
  for (const place of sealed.keys())
    expect(await decryptCcm(key, nonce, sealed.with(place, (sealed[place] ?? 0) ^ 1))).toBeNull();
  expect(await decryptCcm(key, nonce, sealed.slice(1))).toBeNull();
  expect(await decryptCcm(key, nonce, sealed.slice(0, 7))).toBeNull();
  expect(await decryptCcm(bytes(32), nonce, sealed)).toBeNull();
});

it('refuses a message longer than its counter goes', async () => {
  await expect(encryptCcm(key, nonce, bytes(65_536))).rejects.toThrow(RangeError);
});
