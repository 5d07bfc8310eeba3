import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);
const document = readFileSync(new URL('docs/sealed-ballots.md', root), 'utf8');
const named = [...document.matchAll(/`([\w./-]+spec\.ts)`(?: “([^”]+)”)?/g)];

it('names tests', () => {
  expect(named.filter(([, , title]) => title !== undefined).length).toBeGreaterThan(15);
});

it.each(named.map(([, file = '', title = '']) => [file, title]))(
  'names a test that exists: %s %s',
  (file, title) => {
    const path = new URL(file, root);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(title === '' ? 'it' : `'${title}'`);
  },
);

it('names files of the room that exist', () => {
  for (const [, file = ''] of document.matchAll(/`([a-z0-9-]+\.ts)`/g))
    expect([file, existsSync(new URL(`libs/sealed-ballot/src/${file}`, root))]).toEqual([file, true]);
});
