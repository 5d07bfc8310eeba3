// The processes that are measured, each a process of its own.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const HEMICYCLE = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const children = new Set();

/** Starts a server on a free port and waits until it answers at `ready`. */
export async function serve(file, args, environment, ready) {
  const port = await freePort();
  const child = launch(file, args, { ...environment, PORT: port });
  const url = `http://127.0.0.1:${port}`;
  await answers(child, url + ready);
  return { child, url };
}

export function launch(file, args, environment) {
  // `node --cpu-prof test/bench/run.mjs lists` profiles what is measured too.
  const child = spawn(process.execPath, [...process.execArgv, file, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Ends a server, or with null waits for a command that ends by itself. */
export async function ended(child, signal = 'SIGTERM') {
  const exit = once(child, 'exit');
  if (signal !== null) child.kill(signal);
  const [code] = await exit;
  assert.equal(code, 0);
}

/** Ends whatever still runs when a measure failed, with the PostgreSQL servers of theirs. */
export async function endAll() {
  await Promise.all(
    [...children].map((child) => {
      child.kill();
      return once(child, 'exit');
    }),
  );
}

async function answers(child, url) {
  for (;;) {
    assert.ok(children.has(child), 'It ended before it answered.');
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(10);
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Linux only, like the figures of docs/bench.md. */
export function residentMegabytes({ pid }) {
  const [, kilobytes = 'NaN'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** Milliseconds of CPU that processes have used, threads included: what the load of the machine changes least. */
export function cpuMilliseconds(pids) {
  let used = 0;
  for (const pid of pids) {
    const stat = `/proc/${pid}/stat`;
    // One that just ended, such as a worker of PostgreSQL’s own, counts no more.
    if (!existsSync(stat)) continue;
    const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
    // User and system time, in hundredths of a second.
    used += 10 * (Number(fields[11]) + Number(fields[12]));
  }
  return used;
}

/** The processes that a process started. */
export function childrenOf(pid) {
  const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return pids === '' ? [] : pids.split(' ').map(Number);
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** `0.31 (0.29 – 0.33)`: the median of the rounds' ratios, the lowest and the highest. */
export function ratioOf(ours, bare) {
  const ratios = ours.map((value, round) => value / bare[round]);
  const [middle, lowest, highest] = [median(ratios), Math.min(...ratios), Math.max(...ratios)];
  return `**${middle.toFixed(2)}** (${lowest.toFixed(2)} – ${highest.toFixed(2)})`;
}
