import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Everything that `npm run check` asks, in no order; what takes long comes first, so that nobody waits for it alone. */
const QUESTIONS = [
  'tsc -p apps/web --noEmit',
  'npm run build && npm run generate -- --check',
  'tsc -p tsconfig.json --noEmit',
  'prettier --check .',
  'oxlint --type-aware apps libs migrations test',
  'depcruise apps libs migrations',
  'gql.tada check -c apps/web/tsconfig.json',
];

/** Asks one question. Gives whether the answer was yes, once everything that it said has been told. */
function ask(question) {
  return new Promise((resolve) => {
    const child = spawn(question, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
    child.on('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✕'} ${question}\n${said}`);
      resolve(code === 0);
    });
  });
}

const waiting = [...QUESTIONS];
let right = true;
/** Asks what nobody has asked yet, one question after the other. */
async function askOn() {
  for (let question = waiting.shift(); question !== undefined; question = waiting.shift()) {
    right = (await ask(question)) && right;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, askOn));
process.exitCode = right ? 0 : 1;
