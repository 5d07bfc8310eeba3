import { createHash } from 'node:crypto';
import { EDITION_0 } from '@hemicycle/charter';
import { fingerprintOf } from './fingerprint.js';

describe('the fingerprint of an edition', () => {
  it('does not depend on the order in which the settings are kept', () => {
    const reversed = Object.fromEntries(Object.entries(EDITION_0).toReversed());
    const shares = { ...EDITION_0, quorumShare: { denominator: 2, numerator: 1 } };
    expect(fingerprintOf(reversed as unknown as typeof EDITION_0)).toBe(fingerprintOf(EDITION_0));
    expect(fingerprintOf(shares)).toBe(fingerprintOf(EDITION_0));
  });

  it('changes with any setting', () => {
    const changed = [
      { ...EDITION_0, plenaryNoticeDays: 16 },
      { ...EDITION_0, recordedElectionsAllowed: true },
      { ...EDITION_0, tieRule: 'SENIORITY' as const },
      { ...EDITION_0, presidingOrder: EDITION_0.presidingOrder.toReversed() },
      { ...EDITION_0, committeeSeatsPerCollege: { GOVERNMENT: 3, CIVIL_SOCIETY: 1 } },
    ];
    expect(new Set([EDITION_0, ...changed].map(fingerprintOf)).size).toBe(6);
  });

  it('is that of the settings as JSON, names in alphabetical order', () => {
    const rules = { b: { d: null, c: [true, 'x'] }, a: 1 } as unknown as typeof EDITION_0;
    const text = '{"a":1,"b":{"c":[true,"x"],"d":null}}';
    expect(fingerprintOf(rules)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
