import { ARTICLES, RULE_IDS } from './articles.js';
import { type Law, law, rule } from './rule.js';
import { rulesDocument } from './rules-document.js';
import { SETTINGS } from './settings.js';

const convene = law<{ readonly days: number }>('conveneMeeting', [
  rule('NOTICE', ({ days }) => days >= 15 || { fr: 'Trop tard.', en: 'Too late.' }),
  rule('NOTICE', ({ days }) => days < 60 || { fr: 'Trop tôt.', en: 'Too early.' }),
]);
const cancel = law<{ readonly reason: string }>('cancelMeeting', [
  rule('NOTICE', ({ reason }) => reason !== '' || { fr: 'Sans motif.', en: 'No reason.' }),
]);
const laws: readonly Law<never>[] = [convene, cancel];

const section = (id: string): string => {
  const [, after = ''] = rulesDocument(laws).split(`### ${id}\n`);
  return after.split(/\n##/)[0] ?? '';
};

describe('the rule book', () => {
  it('tells every rule in both languages, in the charter’s order', () => {
    const headings = [...rulesDocument(laws).matchAll(/^### (.+)$/gm)].map(([, id]) => id);
    expect(headings).toEqual(RULE_IDS);
    for (const id of RULE_IDS) {
      const { statement, settings } = ARTICLES[id];
      expect(section(id)).toContain(statement.fr);
      expect(section(id)).toContain(statement.en);
      for (const setting of settings) expect(section(id)).toContain(SETTINGS[setting].meaning.fr);
    }
  });

  it('names the acts that apply a rule, once each', () => {
    expect(section('NOTICE')).toContain('- Enforced: `cancelMeeting`, `conveneMeeting`');
    expect(section('NOTICE')).toContain('- Application : `cancelMeeting`, `conveneMeeting`');
    expect(section('NOTICE')).toContain(
      '`plenaryNoticeDays`: Notice of a plenary, in days; by default: 15 (OURS)',
    );
  });

  it('owns up to what is not enforced yet', () => {
    expect(section('QUORUM')).toContain('- Enforced: not enforced yet');
    expect(section('C3-HOST')).toContain('- Enforced: stated');
    expect(section('LIFE')).toContain('- Enforced: not enforced yet');
    // The ballots are sealed; the contributions of the public are still to come.
    expect(section('CNIL-1-07')).toContain('- Enforced: stated');
    expect(section('OGP-4.1')).toContain('- Enforced: not enforced yet');
    expect(section('OGP-1.1')).toContain('- Enforced: the calendar of what is due (`observance`)');
    expect(section('PARITY')).toContain('- Enforced: the calendar of what is due (`observance`)');
  });

  it('is the same for the same laws, in any order, and clean to the byte', () => {
    const written = rulesDocument(laws);
    expect(rulesDocument([...laws].toReversed())).toBe(written);
    expect(written).not.toMatch(/[ \t]\n|\n{3}|\r/);
    expect(written.endsWith('\n')).toBe(true);
  });
});
