import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ARTICLES, EDITION_0, LAWS, type RuleId, STATED_SO_FAR, WARNED_SO_FAR } from '@hemicycle/charter';

const root = join(import.meta.dirname, '../..');

/** The texts of every file below a folder whose name ends so. */
function textsOf(folder: string, ending: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

/**
 * The matcher `toBeRefusedBy('ID')` passes only when the API's answer names that rule: where a test that uses it
 * stands and passes, the rule was really met from one end to the other.
 */
describe('every rule enforced so far', () => {
  const enforced = [...new Set(LAWS.flatMap(({ rules }) => rules.map(({ id }) => id)))] as RuleId[];
  const stories = textsOf('test', '.e2e-spec.ts');
  const specs = textsOf('libs/charter/src', '.spec.ts');

  it.each(enforced)('%s has a spec, and an end-to-end refusal that names it', (id) => {
    expect(stories).toContain(`toBeRefusedBy('${id}')`);
    expect(specs).toContain(id);
  });

  it.each(STATED_SO_FAR)('%s, which holds by construction, is shown by an end-to-end test', (id) => {
    expect(stories).toContain(id);
    expect(ARTICLES[id].effects).toEqual(['STATED']);
  });

  it.each(WARNED_SO_FAR)('%s, which warns, stands in the calendar of what is due', (id) => {
    // By a line with the rule and its day, or by the lines of that rule alone.
    const lines = new RegExp(`'${id} 20|lines\\('${id}'\\)\\)\\.toEqual\\(\\['20`);
    expect(textsOf('test/observance', '.e2e-spec.ts')).toMatch(lines);
    expect(textsOf('libs/observance/src', '.spec.ts')).toContain(id);
    expect(ARTICLES[id].effects).toContain('WARNED');
  });

  it.each(enforced)('%s is an article that says it refuses', (id) => {
    expect(ARTICLES[id].effects).toContain('REFUSED');
  });

  it('belongs to an act that exists in the API', () => {
    const schema = readFileSync(join(root, 'schema.graphql'), 'utf8');
    for (const { act } of LAWS) expect(schema).toMatch(new RegExp(`^  ${act}\\(`, 'm'));
  });
});

/** Settings of rules that nothing carries out yet: action plans. */
const WAITING_SETTINGS = ['whatWeHeardRequired'];

/** Where a setting is declared, bounded and told: to stand there is not to be read. */
const DECLARED = /charter\/src\/(?:articles\/.*|rules-of-procedure\.ts|settings\.ts)$|\.spec\.ts$/;

describe('every setting of the rules of procedure', () => {
  const code = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !DECLARED.test(name))
    .map((name) => readFileSync(join(root, 'libs', name), 'utf8'))
    .join('\n');
  const settings = Object.keys(EDITION_0).filter((name) => !WAITING_SETTINGS.includes(name));

  it.each(settings)('%s is read by the code that it governs', (name) => {
    expect(code).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
