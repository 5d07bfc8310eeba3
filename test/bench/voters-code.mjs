/**
 * What sealing a ballot asks of a voter's browser: the size of the code, and the time in a real Chromium. The ballots
 * sealed there are checked here, so that a figure is that of good ballots.
 */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const room = await import('../../dist/libs/sealed-ballot/src/index.js');
const native = await import('../../dist/libs/sealed-ballot-native/src/index.js');
const BALLOTS = 20;

/** The code that a voting page needs, in one minified script. */
async function bundled() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "import { openElection, sealBallot } from './index.js'; globalThis.booth = { openElection, sealBallot };",
      resolveDir: fileURLToPath(new URL('../../dist/libs/sealed-ballot/src', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    write: false,
  });
  return outputFiles[0].text;
}

/** @returns sizes in bytes and, for each group and question, milliseconds in the browser; no times without Chromium */
export async function votersCodeBench(questions) {
  const code = await bundled();
  const size = { minified: Buffer.byteLength(code), gzipped: gzipSync(code).length };
  const browser = await launched();
  if (browser === null) return { size, browser: null, times: [] };
  try {
    const times = [];
    for (const name of room.GROUP_NAMES)
      for (const [label, question] of Object.entries(questions))
        times.push({ name, label, ...(await inBrowser(browser, code, name, question)) });
    return { size, browser: `Chromium ${browser.version()}`, times };
  } finally {
    await browser.close();
  }
}

async function inBrowser(browser, code, name, question) {
  const group = native.nativeGroups(name);
  const file = room.electionFile({
    version: 1,
    description: '',
    name: 'Bench',
    group: name,
    public_key: room.newTrusteeKey(group).publicKey.public_key,
    questions: [question],
    uuid: room.newElectionUuid(),
  });
  const election = room.openElection(file, native.nativeGroups);
  const credential = room.newCredential();
  // A page of its own each time: the first ballot is that of a voter who has just arrived.
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const sealed = await page.evaluate(sealInPage, { file, credential, count: BALLOTS + 1 });
  await page.close();
  const listed = room.openCredentials(
    group,
    room.credentialsFile([room.publicCredential(group, election.uuid, credential)]),
  );
  assert.equal(sealed.length, BALLOTS + 1);
  for (const { raw } of sealed.slice(0, 3)) room.checkBallot(election, listed, raw);
  const [first, ...next] = sealed.map(({ milliseconds }) => milliseconds);
  return { firstMs: first, nextMs: next.toSorted((a, b) => a - b)[BALLOTS / 2] };
}

/** Runs in the page. */
function sealInPage({ file, credential, count }) {
  const { openElection, sealBallot } = globalThis.booth;
  let from = performance.now();
  const election = openElection(file);
  return Array.from({ length: count }, () => {
    const { raw } = sealBallot(election, credential, [[1]]);
    const milliseconds = performance.now() - from;
    from = performance.now();
    return { raw, milliseconds };
  });
}

async function launched() {
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const { chromium } = await import('playwright-core');
    return await chromium.launch({
      executablePath: await packed.executablePath(),
      args: ['--no-sandbox'],
      headless: true,
    });
  } catch (failure) {
    console.error(`Chromium does not start here: ${failure.message.split('\n')[0]}`);
    return null;
  }
}
