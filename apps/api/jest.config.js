// Nest is ESM only, so Jest runs in ESM mode (NODE_OPTIONS=--experimental-vm-modules).
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^@samsyn/domain/(.*)$': '<rootDir>/../../packages/domain/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Each file leaves a hundred megabytes of modules behind. After forty the process did nothing but look for room, and a
  // file took ten times as long as the first: a new one is begun in time.
  workerIdleMemoryLimit: '700MB',
};
