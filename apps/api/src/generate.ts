import { readFile, writeFile } from 'node:fs/promises';
import { LAWS, rulesDocument } from '@hemicycle/charter';
import { configurationDocument } from './config.js';
import { limitsDocument } from './limits-document.js';
import { schemaDocument } from './schema-document.js';
import { webTypes } from './web-types.js';

const schema = schemaDocument();

/** Every document that is written from the code and committed: its path in the repository, and how it is written. */
const DOCUMENTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'schema.graphql': () => schema,
  'docs/rules.md': () => rulesDocument(LAWS),
  'docs/configuration.md': configurationDocument,
  'docs/limits.md': limitsDocument,
  'apps/web/src/graphql/schema.d.ts': async () => webTypes(await schema),
};

const root = new URL('../../../../', import.meta.url);

/** The documents that are not what the code says, in the order above. */
async function outdated(): Promise<{ path: string; text: string }[]> {
  const found: { path: string; text: string }[] = [];
  for (const [path, write] of Object.entries(DOCUMENTS)) {
    const text = await write();
    const committed = await readFile(new URL(path, root), 'utf8').catch(() => null);
    if (committed !== text) found.push({ path, text });
  }
  return found;
}

const documents = await outdated();
if (!process.argv.includes('--check')) {
  for (const { path, text } of documents) {
    await writeFile(new URL(path, root), text);
    console.log(`${path}: written.`);
  }
} else if (documents.length > 0) {
  for (const { path } of documents) {
    console.error(`${path} is not what the code says: run \`npm run generate\` and commit it.`);
  }
  process.exitCode = 1;
}
