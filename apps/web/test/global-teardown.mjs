/** Once after all test files. */
export default async function globalTeardown() {
  await globalThis.samsynTestDatabase?.stop();
}
