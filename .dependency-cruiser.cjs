/**
 * The walls of the house: three floors, the same slices on each. `npm run walls` shows who broke through.
 * Names in \`from\` and \`to\` are paths from the top of the checkout.
 */

/** The only places that may speak to the database. */
const besideTheDatabase = [
  '\\.store\\.ts$',
  '\\.page\\.ts$',
  '^apps/api/src/core/(database|change|channel)\\.ts$',
  '^apps/api/src/writing/log\\.ts$',
  '^apps/(api|web)/(bench|test)/',
  '^apps/api/src/generated/',
  '^scripts/',
];

/** What a slice offers to the others on the web, one file a line; everything else of it is its own business. */
const offered = [
  '^apps/web/src/session/(CardShown|NewCard|OrganisationWay)\\.tsx$',
  // What a guest and somebody invited are asked on their own page.
  '^apps/web/src/alliance/Declining\\.tsx$',
  '^apps/web/src/session/AskForLetter\\.tsx$',
  '^apps/web/src/session/useSignOut\\.ts$',
  // What is said stands beside what it is about, and what waits for one on one's own page.
  '^apps/web/src/talk/(ContributionThreads|OpenThread|WaitingForMe)\\.tsx$',
  // What is hidden says so wherever it stands.
  '^apps/web/src/moderation/(Hidings\\.tsx|hidingFields\\.ts)$',
  // Whoever goes out takes along what they had begun.
  '^apps/web/src/contribution/letGoOfDrafts\\.ts$',
  // Who marks a passage is asked as whoever says what they know.
  '^apps/web/src/contribution/KindChoices\\.tsx$',
  '^apps/web/src/contribution/writtenLanguage\\.ts$',
  // A text reads alike wherever it is read: now, and as a version has it.
  '^apps/web/src/framing/ReadText\\.tsx$',
  '^apps/web/src/help/NotFoundScreen\\.tsx$',
  '^apps/web/src/joining/CodeDoor\\.tsx$',
  // What has happened is shown on the home of an alliance, when asked for.
  '^apps/web/src/ledger/Acts\\.tsx$',
  '^apps/web/src/joining/SpeakingFields\\.tsx$',
  '^apps/web/src/organisation/OrganisationPicker\\.tsx$',
  '^apps/web/src/session/ExampleChoice\\.tsx$',
  '^apps/web/src/session/ExampleStrip\\.tsx$',
];

module.exports = {
  forbidden: [
    {
      name: 'domain-stands-alone',
      comment: 'packages/domain/src imports itself and nothing else.',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^packages/domain/src/' },
    },
    {
      name: 'web-never-knows-api',
      comment: 'The web knows the SDL and the domain; the API answers over the wire.',
      severity: 'error',
      from: { path: '^apps/web/src/' },
      to: { path: '^(apps/api|prisma|scripts)/' },
    },
    {
      name: 'api-never-knows-web',
      severity: 'error',
      from: { path: '^apps/api/src/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'database-only-in-stores',
      comment: 'Prisma and pg stand in stores, pages, core/database.ts, core/change.ts, core/channel.ts and writing/log.ts.',
      severity: 'error',
      from: { path: '^apps/', pathNot: [...besideTheDatabase, '\\.test\\.ts$'] },
      to: { path: ['node_modules/pg/', 'node_modules/@prisma/', '^apps/api/src/generated/prisma/'] },
    },
    {
      name: 'web-slices-meet-in-routes',
      comment: 'A web slice imports its own folder, kit, lib, words, generated, the domain, and what others offer.',
      severity: 'error',
      from: { path: '^apps/web/src/(?!kit/|lib/|words/|generated/)([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^apps/web/src/[^/]+/', pathNot: ['^apps/web/src/(kit|lib|words|generated)/', '^apps/web/src/$1/', ...offered] },
    },
    {
      name: 'kit-and-lib-know-no-slice',
      severity: 'error',
      from: { path: '^apps/web/src/(kit|lib|words)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^apps/web/src/', pathNot: ['^apps/web/src/(kit|lib|words|generated)/', ...offered] },
    },
    {
      name: 'no-foreign-resolver',
      comment: 'An API slice may read another slice through its store, never through its resolver.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^apps/api/src/[^/]+/.*\\.resolver\\.ts$', pathNot: '^apps/api/src/$1/' },
    },
    {
      name: 'no-cycles',
      comment: 'Also not by types: whoever reads one file of a cycle has to read all of them.',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody asks for is either forgotten or not yet finished.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(apps|packages)/',
        pathNot: ['/generated/', '\\.d\\.ts$', '\\.test\\.tsx?$', '\\.config\\.(js|mjs|ts)$', '^apps/(api|web)/(bench|test|public)/', '/jest\\.config\\.js$'],
      },
      to: {},
    },
    {
      name: 'no-unlisted-packages',
      comment: 'What is imported stands in the package.json of the floor that imports it.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: ['\\.test\\.tsx?$', '/generated/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'], pathNot: '^packages/domain/src/' },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.(ts|tsx|mjs)$' },
      to: { path: '\\.test\\.(ts|tsx|mjs)$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps|packages)/[^/]+/dist/' },
    enhancedResolveOptions: {
      conditionNames: ['samsyn-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
