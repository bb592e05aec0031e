import { afterAll } from '@jest/globals';
import { anInstallation, type Installation } from './installation.js';

/** The installation that the tests of a file share; it ends after them. */
export async function installed(...given: Parameters<typeof anInstallation>): Promise<Installation> {
  const here = await anInstallation(...given);
  afterAll(() => here.close());
  return here;
}
