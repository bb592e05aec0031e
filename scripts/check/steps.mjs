/**
 * What is checked. A `script` is one of package.json; a `jest` is a folder with a Jest configuration,
 * whose tests are counted; `database` says that it wants the shared test database. What comes `first` is
 * done before all others; those are done two at a time, the longest begun first: a browser waits more than
 * it works.
 */
export const STEPS = [
  { name: 'build', what: 'domain, API and web build', script: 'build', first: true },
  { name: 'web', what: 'browser tests', jest: 'apps/web', database: true },
  { name: 'api', what: 'API tests', jest: 'apps/api', database: true },
  { name: 'types', what: 'types', script: 'types' },
  { name: 'lint', what: 'lint', script: 'lint' },
  { name: 'start', what: 'tests of start and settings', jest: 'scripts' },
  { name: 'domain', what: 'domain tests', jest: 'packages/domain' },
  { name: 'walls', what: 'walls between the floors', script: 'walls' },
  { name: 'trace', what: 'every rule has its test', script: 'trace' },
];
