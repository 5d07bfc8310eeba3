export type { Article, Source } from './article.js';
export { ARTICLES, RULE_IDS, type RuleId } from './articles.js';
export { type DocumentId, DOCUMENTS, type SourceDocument } from './documents.js';
export { LAWS } from './laws/index.js';
export { registerOrganisation } from './laws/organisations.js';
export {
  AGENDA,
  APPLICATION,
  CALL,
  COMMITMENT,
  CONTRIBUTION,
  ELECTION,
  inLife,
  type Life,
  MANDATE,
  MEETING,
  MINUTES,
  nextStates,
  PLAN,
  type StateOf,
  whileIn,
  WORKING_GROUP,
} from './lives.js';
export { judge, type Law, law, type Rule, rule, type Violation } from './rule.js';
export {
  type Edition,
  EDITION_0,
  editionInForce,
  type ElectionMethod,
  type PresidingRank,
  type RulesOfProcedure,
  type Setting,
  type Share,
} from './rules-of-procedure.js';
export { endOfRenewedMandate, endsWithinSixMonths, termEnd } from './terms.js';
