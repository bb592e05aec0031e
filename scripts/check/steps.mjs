/**
 * What is checked. A `script` is one of package.json; a `jest` is a folder with a Jest configuration,
 * whose tests are counted; `database` says that it wants the shared test database. Steps of one `lane`
 * follow each other, and the lanes run side by side: a browser waits more than it works. What has no
 * lane comes before them all.
 */
export const STEPS = [
  { name: 'build', what: 'domain, API and web build', script: 'build' },
  { name: 'web', what: 'browser tests', jest: 'apps/web', database: true, lane: 'browser' },
  { name: 'lint', what: 'lint', script: 'lint', lane: 'rest' },
  { name: 'types', what: 'types', script: 'types', lane: 'rest' },
  { name: 'walls', what: 'walls between the floors', script: 'walls', lane: 'rest' },
  { name: 'trace', what: 'every rule has its test', script: 'trace', lane: 'rest' },
  { name: 'domain', what: 'domain tests', jest: 'packages/domain', lane: 'rest' },
  { name: 'api', what: 'API tests', jest: 'apps/api', database: true, lane: 'rest' },
  { name: 'start', what: 'tests of start and settings', jest: 'scripts', lane: 'rest' },
];
