import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/apps/web', import.meta.url));

/** Compresses once, at build, what the server would otherwise compress at every request. */
const compressed: Plugin = {
  name: 'compressed',
  closeBundle() {
    for (const name of readdirSync(join(outDir, 'assets'))) {
      const file = join(outDir, 'assets', name);
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
  },
};

export default defineConfig({
  root,
  base: '/',
  logLevel: 'warn',
  plugins: [compressed],
  resolve: {
    alias: [{ find: /^@hemicycle\/([^/]+)$/, replacement: join(root, '../../libs/$1/src/index.ts') }],
  },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The policy of the pages allows images from their own files, and no need for more.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Which components run on a server says nothing to a bundle for browsers.
      onLog: (level, log, warn) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(level, log),
    },
    license: { fileName: 'licences.md' },
  },
});
