import { describe, expect, it } from '@jest/globals';
import { callerNetwork } from './caller-network.js';

describe('what counts as one caller', () => {
  it('is an IPv4 address, however it is written', () => {
    expect(callerNetwork('203.0.113.7')).toBe('203.0.113.7');
    expect(callerNetwork('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(callerNetwork('203.0.113.8')).not.toBe(callerNetwork('203.0.113.7'));
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002:ffff::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('is the network of an IPv6 address: %s', (address, network) => {
    expect(callerNetwork(address)).toBe(network);
  });
});
