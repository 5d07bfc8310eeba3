import { describe, expect, it } from '@jest/globals';
import { sizeInWords } from './file-size.js';

describe('the size of a file', () => {
  it.each([
    [1, '1 octet', '1 byte'],
    [999, '999 octets', '999 bytes'],
    [1_000, '1 ko', '1 kB'],
    [33_001, '34 ko', '34 kB'],
    [999_000, '999 ko', '999 kB'],
    [999_001, '1 Mo', '1 MB'],
    [1_100_001, '1,2 Mo', '1.2 MB'],
    [10_485_760, '10,5 Mo', '10.5 MB'],
  ])('%i bytes are « %s », “%s”', (bytes, fr, en) => {
    const said = sizeInWords(bytes);
    expect(said.fr.replace('\u00a0', ' ')).toBe(fr);
    expect(said.en.replace('\u00a0', ' ')).toBe(en);
  });
});
