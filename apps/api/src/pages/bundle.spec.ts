import { hashOfBundle } from './bundle.js';

const bundle = (page: string, files: Record<string, string>) => ({
  page,
  assets: new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      { type: 'text/javascript', plain: Buffer.from(content), small: Buffer.alloc(0) },
    ]),
  ),
});

it('hashes what is in each file, whatever its name says, in whichever order they are read', () => {
  const hash = hashOfBundle(bundle('page', { 'a.js': 'seal', 'b.js': 'vote' }));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOfBundle(bundle('page', { 'b.js': 'vote', 'a.js': 'seal' }))).toBe(hash);
  for (const [page, files] of [
    ['other page', { 'a.js': 'seal', 'b.js': 'vote' }],
    ['page', { 'a.js': 'steal', 'b.js': 'vote' }],
    ['page', { 'c.js': 'seal', 'b.js': 'vote' }],
    ['page', { 'a.js': 'seal' }],
  ] as const)
    expect(hashOfBundle(bundle(page, files))).not.toBe(hash);
});
