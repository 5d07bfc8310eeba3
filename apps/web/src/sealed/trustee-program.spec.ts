import { describe, expect, it } from '@jest/globals';
import { makeCertificate, newSeed } from './tasks.js';
import { commandOfOpening, commandOfStep, decryptionIn, partIn } from './trustee-program.js';

const SHARE = { group: 'Ed25519', size: 3, threshold: 2 };
const CERTIFICATE = makeCertificate({ ...SHARE, seed: newSeed(), index: 2 });
const PROOFS = [[{ challenge: '1', response: '2' }]];
const OPENED = { owner: 2, decryption: '{"decryption_factors":[]}', bound: { owner: 2, proofs: PROOFS } };

describe('what a trustee’s program wrote', () => {
  it('is sent byte for byte, as an editor may have passed it on', () => {
    expect(partIn(`${CERTIFICATE}\r\n`, 'CERTIFICATE')).toEqual({ part: CERTIFICATE });
  });

  it.each([
    ['the file of a secret code', newSeed()],
    ['a private key', '"123456"'],
    ['the file of another step', CERTIFICATE],
    ['the certificates of all', `[${CERTIFICATE}]`],
    ['nothing', ''],
    ['null', 'null'],
    ['more than a part', '{"private_key":"1","public_key":{},"seed":"1"}'],
  ])('is not %s', (_, text) => {
    expect(partIn(text, 'KEY')).toEqual({ wrong: 'otherFile' });
    expect(decryptionIn(text, 2)).toEqual({ wrong: 'otherFile' });
  });

  it('opens a box with the decryption and its bound proofs, each as the forum takes it', () => {
    expect(decryptionIn(JSON.stringify(OPENED), 2)).toEqual({
      decryption: OPENED.decryption,
      boundProofs: JSON.stringify(PROOFS),
    });
  });

  it('is told from another trustee’s, and from a decryption without its proofs', () => {
    expect(decryptionIn(JSON.stringify(OPENED), 1)).toEqual({ wrong: 'otherTrustee', owner: 2 });
    expect(decryptionIn(JSON.stringify({ ...OPENED, bound: null }), 2)).toEqual({ wrong: 'otherFile' });
    expect(decryptionIn(JSON.stringify({ ...OPENED, bound: {} }), 2)).toEqual({ wrong: 'otherFile' });
  });
});

describe('the commands of a trustee', () => {
  it('say who she is, and read what the steps before wrote', () => {
    const work = { ...SHARE, number: 2 };
    expect(commandOfStep('CERTIFICATE', work).line).toBe(
      'npx hemicycle trustee certificate --group Ed25519 --seed secret.seed --threshold 2 --size 3 --index 2 --output step1.json',
    );
    const { output } = commandOfStep('KEY', work);
    expect(commandOfOpening('uuid', work)).toEqual({
      line: `npx hemicycle trustee decrypt uuid.bel --number 2 --seed secret.seed --shares ${output} --output opened-uuid.json`,
      output: 'opened-uuid.json',
    });
  });
});
