import { type Language, LANGUAGES, type Text } from '@hemicycle/kernel';
import type { Article } from './article.js';
import { ARTICLES, CHAPTERS, type RuleId } from './articles.js';
import { DOCUMENTS } from './documents.js';
import type { Law } from './rule.js';
import { EDITION_0, type Setting } from './rules-of-procedure.js';
import { settingInWords, SETTINGS } from './settings.js';

const WORDS = {
  title: { fr: 'Les règles du forum', en: 'The rules of the forum' },
  notice: {
    fr: 'Document produit à partir du code (`libs/charter`) : ne pas modifier à la main. Un article « fixé » l’est par ses sources ; un article « paramétrable » laisse le choix aux règles de fonctionnement. Un acte refusé reçoit une erreur qui nomme l’article ; un acte signalé est accompli et figure au suivi des règles ; un article énoncé est vrai par construction. Les actes cités appliquent la part de l’article qui les concerne ; ce qui attend un acte à venir n’est pas encore appliqué.',
    en: 'Generated from the code (`libs/charter`): do not edit by hand. A “fixed” article is fixed by its sources; a “setting” leaves the choice to the rules of procedure. A refused act gets an error naming the article; a warned act takes place and shows in the observance of the rules; a stated article is true by construction. The acts named apply the part of the article that concerns them; what waits for an act to come is not enforced yet.',
  },
  documents: { fr: 'Textes et pratiques', en: 'Texts and practices' },
  source: { fr: 'Source', en: 'Source' },
  kind: { fr: 'Nature', en: 'Kind' },
  settings: { fr: 'Paramètres', en: 'Settings' },
  byDefault: { fr: 'par défaut', en: 'by default' },
  enforced: { fr: 'Application', en: 'Enforced' },
  warned: {
    fr: 'le calendrier de ce qui est dû (`observance`)',
    en: 'the calendar of what is due (`observance`)',
  },
  notYet: { fr: 'pas encore appliqué', en: 'not enforced yet' },
  stated: { fr: 'énoncé', en: 'stated' },
  colon: { fr: ' : ', en: ': ' },
  semicolon: { fr: ' ; ', en: '; ' },
} as const satisfies Record<string, Text>;

/** The warned rules that the calendar of what is due computes today. The others wait for the acts that they are about. */
export const WARNED_SO_FAR: readonly RuleId[] = [
  'PARITY',
  'ACTING',
  'VACANCY',
  'C3-PLENARY-CADENCE',
  'OGP-1.1',
  'C3-WG-CADENCE',
  'MINUTES',
  'OGP-2.2',
  'OGP-5.1',
];

/**
 * Articles that no act refuses and that hold already by construction, each shown by a test that names it. The others
 * that are only stated wait for what they speak of: contributions, commitments.
 */
export const STATED_SO_FAR: readonly RuleId[] = [
  'RULES-EDITION',
  'C3-HOST',
  'CNIL-1-02',
  'CNIL-1-07',
  'CNIL-1-10',
  'CNIL-1-11',
  'CNIL-2-07',
  'CNIL-3-02',
  'BLANK',
];

const KINDS = {
  FIXED: { fr: 'fixé', en: 'fixed' },
  SETTING: { fr: 'paramétrable', en: 'setting' },
} as const satisfies Record<Article['kind'], Text>;

const EFFECTS = {
  REFUSED: { fr: 'refusé', en: 'refused' },
  WARNED: { fr: 'signalé', en: 'warned' },
  STATED: { fr: 'énoncé', en: 'stated' },
} as const satisfies Record<Article['effects'][number], Text>;

/**
 * The rule book as Markdown, French then English under each id: statement, sources, kind, settings with the
 * defaults of edition 0, and the acts (operations of the API) whose law contains the rule. The same laws give
 * the same bytes.
 */
export function rulesDocument(laws: readonly Law<never>[]): string {
  const blocks = [
    ...LANGUAGES.flatMap((language) => [`# ${WORDS.title[language]}`, WORDS.notice[language]]),
    `## ${WORDS.documents.fr} · ${WORDS.documents.en}`,
    Object.entries(DOCUMENTS)
      .map(
        ([id, { title }]) =>
          `- **${id}**\n${LANGUAGES.map((language) => `  - ${title[language]}`).join('\n')}`,
      )
      .join('\n'),
    ...CHAPTERS.flatMap(({ title, rules }) => [
      `## ${title.fr} · ${title.en}`,
      ...rules.flatMap((id) => [
        `### ${id}`,
        ...LANGUAGES.map((language) => articleIn(language, id, actsThatApply(id, laws))),
      ]),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function actsThatApply(id: RuleId, laws: readonly Law<never>[]): string[] {
  const acts = laws.filter(({ rules }) => rules.some((rule) => rule.id === id)).map(({ act }) => act);
  return [...new Set(acts)].toSorted();
}

function articleIn(language: Language, id: RuleId, acts: readonly string[]): string {
  const { statement, sources, kind, effects, settings } = ARTICLES[id];
  const line = (label: Text, content: string): string =>
    `- ${label[language]}${WORDS.colon[language]}${content}`;
  return [
    `**${language.toUpperCase()}** ${statement[language]}`,
    '',
    ...sources.map(({ document, passage }) => line(WORDS.source, `${document}, ${passage[language]}`)),
    line(
      WORDS.kind,
      [KINDS[kind], ...effects.map((effect) => EFFECTS[effect])].map((word) => word[language]).join(', '),
    ),
    ...(settings.length === 0
      ? []
      : [line(WORDS.settings, ''), ...settings.map((setting) => `  - ${settingIn(language, setting)}`)].map(
          (row) => row.trimEnd(),
        )),
    line(WORDS.enforced, whereEnforced(id, acts)[language]),
  ].join('\n');
}

function settingIn(language: Language, setting: Setting): string {
  const colon = WORDS.colon[language];
  const { meaning, defaultFrom } = SETTINGS[setting];
  const value = settingInWords(setting, EDITION_0)[language];
  return `\`${setting}\`${colon}${meaning[language]}${WORDS.semicolon[language]}${WORDS.byDefault[language]}${colon}${value} (${defaultFrom})`;
}

function whereEnforced(id: RuleId, acts: readonly string[]): Text {
  const names = acts.map((act) => `\`${act}\``);
  const warned = WARNED_SO_FAR.includes(id);
  if (names.length > 0 || warned) {
    return {
      fr: [...names, ...(warned ? [WORDS.warned.fr] : [])].join(', '),
      en: [...names, ...(warned ? [WORDS.warned.en] : [])].join(', '),
    };
  }
  return STATED_SO_FAR.includes(id) ? WORDS.stated : WORDS.notYet;
}
