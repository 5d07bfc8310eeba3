export { ARTICLES, type Article, type RuleId, type Source } from './articles.js';
export { DOCUMENTS, type DocumentId } from './documents.js';
export { LAWS } from './laws/index.js';
export { registerOrganisation } from './laws/organisations.js';
export { judge, type Law, law, type Rule, rule, type Violation } from './rule.js';
