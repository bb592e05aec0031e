import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsPage } from './settings-page.mjs';
import { readSettings, SETTINGS, settingWarnings } from './settings.mjs';

const WRONG = {
  HOST: 'http://127.0.0.1',
  PORT: '70000',
  PUBLIC_URL: 'https://samsyn.example.org/path',
  DATABASE_URL: 'mysql://somewhere/db',
  SAMSYN_DATA: 'a\0b',
  SAMSYN_EXAMPLES: 'perhaps',
  SMTP_URL: 'https://mail.example.org',
  MAIL_FROM: 'nobody',
  MEDIA_DIR: 'a\0b',
  SESSION_DAYS: '0',
  TRUST_PROXY: 'yes',
  OIDC_ISSUER: 'http://login.example.org',
  OIDC_CLIENT_ID: 'two words',
  OIDC_CLIENT_SECRET: 'a\nb',
  OIDC_LABEL_SV: 'a\nb',
  OIDC_LABEL_EN: 'a\nb',
  LOG_LEVEL: 'loud',
};

test('[S1] with nothing set everything has a value and nothing is refused', () => {
  const { settings, refusals } = readSettings({});
  expect(refusals).toEqual([]);
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 4000, publicUrl: 'http://127.0.0.1:4000', examples: true });
});

test('[S1] every setting has a wrong value in this test', () => {
  expect(Object.keys(WRONG).sort()).toEqual(SETTINGS.map(({ name }) => name).sort());
});

test.each(Object.entries(WRONG))('[S1] a wrong %s is refused by that name, and only it', (name, value) => {
  const { refusals } = readSettings({ [name]: value });
  expect(refusals.map((refusal) => refusal.name)).toEqual([name]);
  expect(refusals[0].why).toMatch(/^must /);
});

test('[S1] all wrong settings are told at once', () => {
  expect(readSettings(WRONG).refusals.map(({ name }) => name).sort()).toEqual(Object.keys(WRONG).sort());
});

test('[S1] a password in a wrong setting is not repeated', () => {
  const { refusals } = readSettings({ DATABASE_URL: 'mysql://me:geheim@somewhere/db', SMTP_URL: 'ftp://me:geheim@somewhere' });
  expect(JSON.stringify(refusals)).not.toContain('geheim');
});

test('[S1] a misspelt name is refused and the right one suggested', () => {
  const { refusals } = readSettings({ SAMSYN_EXAMPLE: 'off' });
  expect(refusals).toEqual([{ name: 'SAMSYN_EXAMPLE', why: 'is no setting; did you mean SAMSYN_EXAMPLES?' }]);
});

test('[S1] letters need a sender as well as a server', () => {
  expect(readSettings({ SMTP_URL: 'smtp://localhost' }).refusals.map(({ name }) => name)).toEqual(['MAIL_FROM']);
  expect(readSettings({ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'Samsyn <samsyn@example.org>' }).refusals).toEqual([]);
});

test('[S1] a real installation without a mail server is told what will not work', () => {
  expect(settingWarnings(readSettings({ SAMSYN_EXAMPLES: 'off' }).settings).join()).toContain('SMTP_URL');
  expect(settingWarnings(readSettings({}).settings)).toEqual([]);
  expect(settingWarnings(readSettings({ PUBLIC_URL: 'http://samsyn.example.org' }).settings).join()).toContain('https://');
});

test('[S1] secrets can lie in a file, and twice is refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-secret-'));
  const file = join(folder, 'url');
  writeFileSync(file, 'postgresql://me:word@db/samsyn\n');
  expect(readSettings({ DATABASE_URL_FILE: file }).settings.databaseUrl).toBe('postgresql://me:word@db/samsyn');
  expect(readSettings({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgresql://db/samsyn' }).refusals[0]).toMatchObject({ name: 'DATABASE_URL' });
  expect(readSettings({ DATABASE_URL_FILE: join(folder, 'missing') }).refusals[0].why).toContain('DATABASE_URL_FILE');
  rmSync(folder, { recursive: true });
});

test('[S1] the page about settings lists them all as they are', () => {
  const page = new URL('../docs/settings.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(settingsPage());
});
