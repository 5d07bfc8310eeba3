/** The rooms, in order: each may import the rooms above it, through their front doors, and nothing else. */
const ROOMS = [
  'kernel',
  'charter',
  'tally',
  'icalendar',
  'sealed-ballot',
  'sealed-ballot-native',
  'embedded-postgres',
  'database',
  'graphql',
  'audit',
  'jobs',
  'mail',
  'accounts',
  'procedure',
  'members',
  'mandates',
  'groups',
  'events',
  'meetings',
  'elections',
  'minutes',
  'reports',
  'observance',
  'reminders',
  'feeds',
];

/** Pure rooms run in a browser as well and are read by jurists: no framework, no machine. */
const PURE = ['kernel', 'charter', 'tally', 'icalendar', 'sealed-ballot'];

const room = (name) => `^libs/${name}/`;

const order = ROOMS.map((name, index) => ({
  name: `order-${name}`,
  comment: `${name} may import only the rooms above it: ${ROOMS.slice(0, index).join(', ') || 'none'}. An act that reaches a later room belongs in the later room.`,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^libs/', pathNot: [name, ...ROOMS.slice(0, index)].map(room) },
}));

module.exports = {
  forbidden: [
    ...order,
    {
      name: 'every-room-has-its-place',
      comment: 'A room that is not in the list above has no place in the order yet: give it one.',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: '^libs/', pathNot: ROOMS.map(room) },
    },
    {
      name: 'front-doors',
      comment: 'A room is entered by its index.ts, so that what later rooms rest on is written in one place.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'front-doors-from-apps',
      comment: 'The applications compose rooms; they do not reach into them.',
      severity: 'error',
      from: { path: '^(apps|migrations)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'no-barrels-inside',
      comment: 'Inside a room, files import each other directly: through the own front door cycles grow.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/(?!index\\.ts)' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    {
      name: 'pure-rooms',
      comment:
        'The rule book, the words and the counts depend on nothing but facts: no framework, no database, no machine.',
      severity: 'error',
      from: { path: PURE.map(room), pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: 'node_modules/(temporal-polyfill|ical\\.js|@noble/(curves|hashes))/',
      },
    },
    {
      name: 'charter-rests-on-kernel',
      comment: 'A jurist reads the charter alone: it imports the kernel’s words and nothing else.',
      severity: 'error',
      from: { path: '^libs/charter/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/(charter|kernel)/'] },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Rooms are composed by applications and never know them.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|migrations|test)/' },
    },
    {
      name: 'pages-speak-to-the-api',
      comment:
        'The pages know the forum through GraphQL alone. What they share with the server are words, the days and languages of kernel, and what a device must compute itself: sealing, opening and verifying ballots.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: {
        path: '^(apps|libs|migrations)/',
        pathNot: ['^apps/web/', '^libs/kernel/', '^libs/sealed-ballot/'],
      },
    },
    {
      name: 'only-pages-are-pages',
      comment: 'The server sends the pages as files; it does not import them.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or one of them is misplaced.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'declared',
      comment: 'Whatever is imported stands in package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/' },
      // What the bundler makes a thread of is a file of this folder, under an address that only the bundler reads.
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        pathNot: '\\.worker\\.js\\?worker&url$',
      },
    },
    {
      name: 'no-development-tools-at-run-time',
      comment:
        'A production install leaves development dependencies out. The pages are bundled when they are built, and the generated documents are written by developers.',
      severity: 'error',
      from: {
        path: '^(apps|libs|migrations)/',
        pathNot: ['\\.spec\\.ts$', '^apps/web/', '^apps/api/src/web-types\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
