import { expect, test } from '@jest/globals';
import { anInstallation } from '../../test/installation.js';

test('[W1] what was acknowledged is there after the server was killed while eight wrote', async () => {
  const { killing } = (await import('../../bench/writing/killing.mjs' as string)) as { killing(databaseUrl: string, rounds: number): Promise<{ acknowledged: number; lost: number }> };
  const here = await anInstallation();
  try {
    const { acknowledged, lost } = await killing(here.databaseUrl, 3);
    expect(acknowledged).toBeGreaterThan(100);
    expect(lost).toBe(0);
  } finally {
    await here.close();
  }
}, 180_000);
