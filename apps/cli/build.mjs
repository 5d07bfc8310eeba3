import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['apps', 'libs', 'migrations'];
const SETTINGS = ['nest-cli.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
/** What is compiled and bundled; a change in a test changes nothing of it. */
const SOURCE = /(?<!spec)\.(tsx?|css|svg|html|json)$/;
/** Written last, so that a build that was cut short is not taken for one. */
const STAMP = join(ROOT, 'dist', 'built-from');

/** What stops the launcher, in one line. */
export class BuildError extends Error {}

/**
 * Builds when nothing is built yet or when the sources are no longer those of the last build. Where there are no
 * sources, or no compiler, what is built is taken as it is.
 *
 * @param {(step: string) => void} tell hears of each step that takes a while
 * @returns {Promise<void>}
 */
export async function buildWhenStale(tell) {
  const built = ['cli/src/main.js', 'web/index.html'].every((name) =>
    existsSync(join(ROOT, 'dist', 'apps', name)),
  );
  const wanted = existsSync(join(ROOT, 'tsconfig.build.json')) ? fingerprint() : null;
  if (built && (wanted === null || wanted === lastBuild())) return;
  if (wanted === null)
    throw new BuildError('There is nothing to build from here: neither dist nor its sources.');
  const tools = buildTools();
  if (tools === null) {
    if (!built) {
      throw new BuildError(
        'Hemicycle is not built and its development dependencies are not installed: run `npm ci`, then start again.',
      );
    }
    tell(
      'The sources have changed since the last build; without development dependencies, that build is used',
    );
    return;
  }
  tell(built ? 'The sources have changed: building again (about 20 seconds)' : 'Building (about 20 seconds)');
  // In this order: the compiler of the server empties the folder of both.
  await run(tools.nest, ['build', 'api']);
  await run(tools.vite, ['build', '--config', join('apps', 'web', 'vite.config.ts')]);
  writeFileSync(STAMP, wanted);
}

/** By content rather than by date: a checkout of the same sources needs no new build. */
function fingerprint() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => SOURCE.test(name))
      .map((name) => join(folder, name)),
  );
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...files.toSorted()]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function lastBuild() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

/** The compiler of the server and the bundler of the pages; null: development dependencies are not installed. */
function buildTools() {
  const require = createRequire(join(ROOT, 'package.json'));
  try {
    require.resolve('typescript');
    return {
      nest: require.resolve('@nestjs/cli/bin/nest.js'),
      vite: join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js'),
    };
  } catch {
    return null;
  }
}

function run(tool, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, ...words], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new BuildError(`The build failed.\n${said.trim()}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWhenStale(console.log).catch((failure) => {
    console.error(failure instanceof BuildError ? failure.message : failure);
    process.exitCode = 1;
  });
}
