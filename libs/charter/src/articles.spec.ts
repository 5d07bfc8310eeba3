import { existsSync, readFileSync } from 'node:fs';
import { ARTICLES, CHAPTERS, RULE_IDS, type RuleId } from './articles.js';
import { DOCUMENTS } from './documents.js';
import type { Setting } from './rules-of-procedure.js';
import { SETTINGS } from './settings.js';

/** The charter's rules, in its order. */
const CHARTER: readonly RuleId[] = [
  'RULES-EDITION',
  'RULES-ADOPTION',
  'LIFE',
  'C3-HOST',
  'C3-COLLEGES',
  'C3-ADMISSION',
  'OPEN-CALL',
  'ALTERNATE',
  'PARITY',
  'C3-COCHAIRS',
  'C3-FIRST-PLENARY',
  'C3-COMMITTEE',
  'C3-TERM',
  'C3-ELECTED-AT-PLENARY',
  'TERM-LIMIT',
  'ACTING',
  'VACANCY',
  'COLLEGE-VOTES',
  'PRESIDING',
  'RECUSAL',
  'TIE',
  'C3-PLENARY-CADENCE',
  'OGP-1.1',
  'C3-WG-CADENCE',
  'WORKING-GROUP-SETUP',
  'C3-CONVOCATION',
  'C3-AGENDA',
  'NOTICE',
  'QUORUM',
  'PROXY',
  'DECISION',
  'EXTRAORDINARY',
  'MINUTES-AFTER-MEETING',
  'MINUTES',
  'SECRECY',
  'CNIL-1-02',
  'CNIL-1-07',
  'CNIL-1-08',
  'CNIL-1-09',
  'CNIL-1-10',
  'CNIL-1-11',
  'CNIL-2-07',
  'CNIL-3-02',
  'REGISTER',
  'ELIGIBILITY',
  'ONE-BALLOT',
  'POLL',
  'BLANK',
  'METHOD',
  'SECRECY-FLOOR',
  'C3-OBJECTIVES',
  'NAP-TRANSPARENT-SUBMISSIONS',
  'OGP-4.1',
  'NAP-WHAT-WE-HEARD',
  'NAP-FIRST-YEAR',
  'OGP-2.1',
  'OGP-2.2',
  'OGP-3.1',
  'OGP-3.2',
  'OGP-3.3',
  'OGP-5.1',
  'OGP-MILESTONE',
  'COMPLETION',
];

describe('the articles', () => {
  it('are those of the charter, in its order', () => {
    expect(RULE_IDS).toEqual(CHARTER);
  });

  const charter = new URL('../../../../shared/design/charter.md', import.meta.url);
  const itIfCharter = existsSync(charter) ? it : it.skip;

  itIfCharter(
    'are those of the charter’s own text (SKIPPED where ../shared/design/charter.md is absent)',
    () => {
      const rows = readFileSync(charter, 'utf8').matchAll(/^\| ([A-Z][A-Z0-9.-]+) \|/gm);
      expect(RULE_IDS).toEqual([...rows].map(([, id]) => id));
    },
  );

  it('belong to one chapter each', () => {
    expect(CHAPTERS.flatMap(({ rules }) => rules)).toEqual(CHARTER);
    for (const { title } of CHAPTERS) expectBilingual(title);
  });

  it.each(RULE_IDS)('%s is said in both languages, with its sources', (id) => {
    const { statement, sources, effects } = ARTICLES[id];
    expectBilingual(statement);
    for (const language of [statement.fr, statement.en]) expect(language).toMatch(/^\p{Lu}.*\.$/u);
    expect(sources.length).toBeGreaterThan(0);
    for (const { document, passage } of sources) {
      expect(DOCUMENTS).toHaveProperty([document]);
      expectBilingual(passage);
    }
    expect(new Set(sources.map(({ document }) => document)).size).toBe(sources.length);
    expect(effects.length).toBeGreaterThan(0);
    expect(new Set(effects).size).toBe(effects.length);
  });

  it('cite the plan first where the id does', () => {
    for (const id of RULE_IDS) {
      const document = ARTICLES[id].sources[0].document;
      const prefix = /^(C3|OGP|NAP|CNIL)-/.exec(id)?.[1];
      if (prefix !== undefined) expect([id, document]).toEqual([id, prefix]);
    }
  });

  it('read settings that exist', () => {
    for (const id of RULE_IDS) {
      for (const setting of ARTICLES[id].settings) expect(Object.keys(SETTINGS)).toContain(setting);
    }
  });

  it('have a setting wherever they call themselves one', () => {
    for (const id of RULE_IDS) {
      if (ARTICLES[id].kind === 'SETTING') expect([id, ARTICLES[id].settings.length]).not.toEqual([id, 0]);
    }
  });

  it('leave no setting unread', () => {
    const read = new Set<Setting>(RULE_IDS.flatMap((id) => ARTICLES[id].settings));
    expect([...read].toSorted()).toEqual(Object.keys(SETTINGS).toSorted());
  });

  it('quote both languages where the versions of the plan differ', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(ARTICLES['C3-AGENDA'].statement[language]).toContain('rédige et valide');
      expect(ARTICLES['C3-AGENDA'].statement[language]).toContain('drafts and approves');
      expect(ARTICLES['C3-TERM'].statement[language]).toContain('two-year term');
      expect(ARTICLES['C3-COMMITTEE'].statement[language]).toMatch(/qualifiés/);
    }
  });

  it('use the typographic apostrophe', () => {
    for (const { statement, sources } of Object.values(ARTICLES)) {
      for (const words of [statement, ...sources.map(({ passage }) => passage)]) {
        expect(words.fr + words.en).not.toContain("'");
      }
    }
  });
});

describe('the sources', () => {
  it('have titles in both languages and are all cited', () => {
    for (const { title } of Object.values(DOCUMENTS)) expectBilingual(title);
    const cited = new Set(
      Object.values(ARTICLES).flatMap(({ sources }) => sources.map(({ document }) => document)),
    );
    expect([...cited].toSorted()).toEqual(Object.keys(DOCUMENTS).toSorted());
  });
});

function expectBilingual({ fr, en }: { fr: string; en: string }): void {
  expect(fr.trim()).not.toBe('');
  expect(en.trim()).not.toBe('');
  expect(fr).not.toBe(en);
}
