/**
 * What is checked, in order. A `script` is one of package.json; a `jest` is a folder with a Jest
 * configuration, whose tests are counted; `database` says that it wants the shared test database.
 */
export const STEPS = [
  { name: 'build', what: 'domain, API and web build', script: 'build' },
  { name: 'lint', what: 'lint', script: 'lint' },
  { name: 'types', what: 'types', script: 'types' },
  { name: 'walls', what: 'walls between the floors', script: 'walls' },
  { name: 'trace', what: 'every rule has its test', script: 'trace' },
  { name: 'domain', what: 'domain tests', jest: 'packages/domain' },
  { name: 'api', what: 'API tests', jest: 'apps/api', database: true },
  { name: 'web', what: 'browser tests', jest: 'apps/web', database: true },
  { name: 'start', what: 'tests of start and settings', jest: 'scripts' },
];
