#!/usr/bin/env node
// Plain JavaScript: it runs before anything is built.
import { buildWhenStale, BuildError } from './build.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Hemicycle needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
try {
  // On stderr: what a command answers must stay alone on stdout.
  await buildWhenStale((step) => console.error(`… ${step}`));
} catch (failure) {
  if (!(failure instanceof BuildError)) throw failure;
  console.error(failure.message);
  process.exit(1);
}
await import('../../dist/apps/cli/src/main.js');
