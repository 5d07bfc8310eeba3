import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { productFolder } from '../product.js';

/** One file of the application, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** By Brotli. */
  readonly small: Buffer;
}

/** What `npm run build` made of apps/web. */
export interface Bundle {
  /** The page, with places for what the server knows: `{{language}}`… */
  readonly page: string;
  /** By name; a name holds the hash of the content. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The licences of what is in it, in Markdown. */
  readonly licences: string;
}

/** SHA-256, in hexadecimal, of a list in JSON: the page's SHA-256, then each file's name and SHA-256, by name. */
export function hashOfBundle({ page, assets }: Pick<Bundle, 'page' | 'assets'>): string {
  const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
  const files = [...assets].map(([name, { plain }]) => [name, sha256(plain)] as const);
  const byName = files.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([sha256(page), ...byName]));
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Reads the whole of it once: some hundred kilobytes. @throws Error when it was not built. */
export async function readBundle(): Promise<Bundle> {
  const folder = join(productFolder(), 'dist', 'apps', 'web');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('The pages are not built: run `npm run build`.');
  }
  const names = await readdir(join(folder, 'assets'));
  const assets = new Map<string, Asset>();
  for (const name of names.filter((one) => !one.endsWith('.br'))) {
    const file = join(folder, 'assets', name);
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (type === undefined) throw new Error(`${name} is of no type that the pages use.`);
    assets.set(name, { type, plain: await readFile(file), small: await readFile(`${file}.br`) });
  }
  return {
    page: await readFile(join(folder, 'index.html'), 'utf8'),
    assets,
    licences: await readFile(join(folder, 'licences.md'), 'utf8'),
  };
}
