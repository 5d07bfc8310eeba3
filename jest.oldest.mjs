import { existsSync } from 'node:fs';
import config from './jest.config.mjs';

/**
 * What runs a second time, on the oldest PostgreSQL that we support: whatever an older one could do otherwise. Everything
 * else says the same of the product, on any version. Together these files send most of the statements that the whole
 * of `test/` sends; the others that were looked at are the same ones, filtered or turned to another page.
 */
const ON_THE_OLDEST = {
  'migrations/migrations': 'the tables are made, unmade and made again, as older grammars allow',
  'cli/own-database': 'logins, and the role that they are members of: membership changed with 16',
  'audit/trail': 'what the database guards by itself: triggers, grants by table and by column',
  'story/first-year': 'one long story through every room',
  'jobs/jobs': 'the worker’s own tables and functions, LISTEN and NOTIFY, connections that are cut',
  'elections/races': 'locks, and what many transactions at once may not break',
  'elections/sealed': 'ballots in their box, rights by column on their register',
  'elections/lot': 'lots, of which the story draws none',
  'mandates/mandates': 'exclusion constraints over days',
  'accounts/sign-in': 'sessions and links, taken once by whoever comes first',
  'members/calls': 'applications: a seat given once, a challenge used once',
  'members/lists': 'lists by pages: order of names, search, cursors, plans of queries',
  'members/write-to-secretariat': 'messages from anybody, kept for a time',
  'meetings/decisions': 'decisions and their votes, in figures',
  'groups/meetings': 'groups and their meetings, whose facts are gathered by the longest queries',
  'reports/group-reports': 'versions, one draft at a time',
  'events/events': 'places, confirmed by letter and counted under a lock',
  'mail/outgoing-mail': 'letters sent once by several processes, SKIP LOCKED',
};

const gone = Object.keys(ON_THE_OLDEST).filter(
  (name) => !existsSync(new URL(`./test/${name}.e2e-spec.ts`, import.meta.url)),
);
if (gone.length > 0) throw new Error(`No such test any more: ${gone.join(', ')}`);

const e2e = config.projects.find(({ displayName }) => displayName === 'e2e');

export default {
  ...config,
  projects: [
    {
      ...e2e,
      testRegex: Object.keys(ON_THE_OLDEST).map((name) => `/test/${name}\\.e2e-spec\\.ts$`),
    },
  ],
};
