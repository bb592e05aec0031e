// The scripts are plain modules and are tested as they are. One at a time: they start real servers.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.mjs'],
  moduleFileExtensions: ['mjs', 'js', 'json', 'node'],
  transform: {},
  maxWorkers: 1,
  testTimeout: 300_000,
};
