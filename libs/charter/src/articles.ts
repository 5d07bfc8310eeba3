import type { Text } from '@hemicycle/kernel';
import type { Article } from './article.js';
import { ACTION_PLAN_CHAPTER } from './articles/action-plan.js';
import { CO_CHAIRS_AND_COMMITTEE_CHAPTER } from './articles/co-chairs-and-committee.js';
import { COLLEGES_AND_MEMBERS_CHAPTER } from './articles/colleges-and-members.js';
import { ELECTIONS_CHAPTER } from './articles/elections.js';
import { MEETINGS_CHAPTER } from './articles/meetings.js';
import { RULES_CHAPTER } from './articles/rules.js';

const chapters = {
  ...RULES_CHAPTER,
  ...COLLEGES_AND_MEMBERS_CHAPTER,
  ...CO_CHAIRS_AND_COMMITTEE_CHAPTER,
  ...MEETINGS_CHAPTER,
  ...ELECTIONS_CHAPTER,
  ...ACTION_PLAN_CHAPTER,
};

export type RuleId = keyof typeof chapters;

/** Every rule of the charter, in its order. */
export const ARTICLES: Readonly<Record<RuleId, Article>> = chapters;

/** The ids of every rule, in charter order. */
export const RULE_IDS = Object.keys(ARTICLES) as readonly RuleId[];

/** The chapters of the charter, in order, with the rules of each. */
export const CHAPTERS: readonly { readonly title: Text; readonly rules: readonly RuleId[] }[] = [
  chapter('Les règles de fonctionnement', 'The rules of procedure', RULES_CHAPTER),
  chapter('Collèges et membres', 'Colleges and members', COLLEGES_AND_MEMBERS_CHAPTER),
  chapter(
    'Coprésidence et comité de direction',
    'Co-chairs and management committee',
    CO_CHAIRS_AND_COMMITTEE_CHAPTER,
  ),
  chapter('Réunions', 'Meetings', MEETINGS_CHAPTER),
  chapter('Élections au scrutin secret', 'Elections by secret ballot', ELECTIONS_CHAPTER),
  chapter('Le plan d’action', 'The action plan', ACTION_PLAN_CHAPTER),
];

function chapter(fr: string, en: string, rules: Partial<Record<RuleId, Article>>) {
  return { title: { fr, en }, rules: Object.keys(rules) as RuleId[] };
}
