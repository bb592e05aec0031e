import { SETTINGS } from './settings.mjs';

/** docs/settings.md, made from the list itself: node scripts/settings-page.mjs > docs/settings.md */
export function settingsPage() {
  const rows = SETTINGS.map(({ name, default: standard, description }) => `| \`${name}\` | ${standard === '' ? '(empty)' : `\`${standard}\``} | ${description} |`);
  const secrets = SETTINGS.filter(({ secret }) => secret).map(({ name }) => `\`${name}_FILE\` instead of \`${name}\``);
  return [
    '# Settings', '',
    'All are environment variables. Each is checked at the start, and a wrong one is refused by its name before anything else happens; so is a misspelt name that begins with `SAMSYN_`.', '',
    '| Name | Without it | What it means |', '|---|---|---|', ...rows, '',
    `Secrets can lie in a file that only the service can read: ${secrets.join(', ')}.`, '',
    'For tests only: `TEST_DATABASE_URL` names a PostgreSQL whose account may make databases, and `CHROME_PATH` a Chromium; without them `npm test` brings both.', '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('settings-page.mjs')) process.stdout.write(settingsPage());
