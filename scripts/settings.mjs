import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript with Node's own modules only: the start reads this before anything is installed.

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Every setting: what it is called outside (`name`) and inside (`key`), what holds when it is not
 * given, what it means, and how a given text is read. `check` returns the value or throws what is
 * wrong with it, said so that it can follow the name: "PORT must be …".
 */
export const SETTINGS = [
  { name: 'HOST', key: 'host', default: '127.0.0.1', check: readHost,
    description: 'Address to listen on. `127.0.0.1` is this machine only, `0.0.0.0` every network it is on.' },
  { name: 'PORT', key: 'port', default: '4000', check: readPort,
    description: 'Port to listen on. `0` takes any free one.' },
  { name: 'PUBLIC_URL', key: 'publicUrl', default: '', check: readPublicUrl,
    description: 'What links, letters and QR codes say. Empty means `http://HOST:PORT`. Away from this machine it must begin with `https://` for voice recording to work in browsers.' },
  { name: 'DATABASE_URL', key: 'databaseUrl', default: '', check: readDatabaseUrl, secret: true,
    description: 'An existing PostgreSQL, version 15 or newer: `postgresql://name:password@host:5432/database`. Empty means the embedded one.' },
  { name: 'SAMSYN_DATA', key: 'data', default: '.data', check: readFolder,
    description: 'Folder for the embedded PostgreSQL and the logs. A relative path starts in the checkout.' },
  { name: 'SAMSYN_EXAMPLES', key: 'examples', default: 'on', check: readOnOff,
    description: '`on` loads the example alliances once, lets anyone step in as an example person and keeps letters in an outbox page. `off` is a real installation.' },
  { name: 'SMTP_URL', key: 'smtpUrl', default: '', check: readSmtpUrl, secret: true,
    description: 'Where letters are handed in: `smtp://name:password@host:587` or `smtps://…:465`. Without it a real installation cannot send sign-in links.' },
  { name: 'MAIL_FROM', key: 'mailFrom', default: '', check: readMailFrom,
    description: 'Sender of letters: `Samsyn <samsyn@example.org>`. Needed together with SMTP_URL.' },
  { name: 'MEDIA_DIR', key: 'mediaDir', default: '', check: readOptionalFolder,
    description: 'Folder for pictures and recordings. Empty keeps them in PostgreSQL.' },
  { name: 'SESSION_DAYS', key: 'sessionDays', default: '30', check: readSessionDays,
    description: 'For how many days somebody stays signed in on a device after having used it, 1 to 365.' },
  { name: 'TRUST_PROXY', key: 'trustProxy', default: 'off', check: readOnOff,
    description: '`on` when exactly one reverse proxy of your own stands in front: limits then count the address it passes on, not its own.' },
  { name: 'OIDC_ISSUER', key: 'oidcIssuer', default: '', check: readIssuer,
    description: 'An organisation’s sign-in by OpenID Connect (Entra ID, or a broker for BankID or Freja): its issuer, exactly as its tokens say it. Empty means none. docs/operating.md says how to register.' },
  { name: 'OIDC_CLIENT_ID', key: 'oidcClientId', default: '', check: readClientId,
    description: 'The name under which this installation is registered there. Needed together with OIDC_ISSUER.' },
  { name: 'OIDC_CLIENT_SECRET', key: 'oidcClientSecret', default: '', check: readPrintable, secret: true,
    description: 'Its secret there. Empty means that it is registered as a public client; PKCE is used either way.' },
  { name: 'OIDC_LABEL_SV', key: 'oidcLabelSv', default: 'Gå in med din organisation', check: readLabel,
    description: 'What the button says in Swedish.' },
  { name: 'OIDC_LABEL_EN', key: 'oidcLabelEn', default: 'Step in with your organisation', check: readLabel,
    description: 'What the button says in English.' },
  { name: 'LOG_LEVEL', key: 'logLevel', default: 'info', check: readLogLevel,
    description: 'How much is logged: `silent`, `error`, `warn`, `info` or `debug`. Texts, addresses and names are never logged.' },
];

/** Names that our own scripts hand to each other; not meant to be set by people. */
const INTERNAL = ['SAMSYN_TEST_PG', 'SAMSYN_RUN'];

/**
 * Reads all settings from an environment. Nothing is thrown: `refusals` lists, by name, each
 * setting that is wrong, so that all of them can be told at once.
 */
export function readSettings(env) {
  /** @type {Record<string, unknown>} */
  const settings = {};
  const refusals = [];
  for (const setting of SETTINGS) {
    try {
      settings[setting.key] = setting.check(given(setting, env));
    } catch (error) {
      refusals.push({ name: setting.name, why: error.message });
      settings[setting.key] = setting.check(setting.default);
    }
  }
  refusals.push(...strangers(env));
  if (settings.smtpUrl && !settings.mailFrom && !refusals.some((refusal) => refusal.name === 'MAIL_FROM')) {
    refusals.push({ name: 'MAIL_FROM', why: 'must be given together with SMTP_URL, for example: Samsyn <samsyn@example.org>' });
  }
  if (Boolean(settings.oidcIssuer) !== Boolean(settings.oidcClientId) && !refusals.some((refusal) => refusal.name.startsWith('OIDC_'))) {
    const missing = settings.oidcIssuer ? 'OIDC_CLIENT_ID' : 'OIDC_ISSUER';
    refusals.push({ name: missing, why: `must be given together with ${settings.oidcIssuer ? 'OIDC_ISSUER' : 'OIDC_CLIENT_ID'}` });
  }
  settings.publicUrl ||= defaultPublicUrl(settings.host, settings.port);
  return { settings, refusals };
}

/** What an operator should know although nothing is wrong, one sentence each. */
export function settingWarnings(settings) {
  const warnings = [];
  if (!settings.examples && !settings.smtpUrl) {
    warnings.push('SMTP_URL is not set: sign-in links cannot be sent by e-mail. Joining by link or code works.');
  }
  if (!isThisMachine(new URL(settings.publicUrl).hostname) && settings.publicUrl.startsWith('http:')) {
    warnings.push('PUBLIC_URL does not begin with https://: browsers will refuse voice recording. docs/operating.md says how to add HTTPS.');
  }
  return warnings;
}

/** The address people on this machine can open, also when listening on every network. */
export function defaultPublicUrl(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function given(setting, env) {
  const file = setting.secret ? env[`${setting.name}_FILE`] : undefined;
  if (!file) return env[setting.name] || setting.default;
  if (env[setting.name]) throw new Error(`is given twice, also by ${setting.name}_FILE; keep one of them`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`cannot be read from the file that ${setting.name}_FILE names (${error.code ?? 'unreadable'})`);
  }
}

/** A misspelt name would otherwise be silently without effect. */
function strangers(env) {
  const known = SETTINGS.map((setting) => setting.name);
  return Object.keys(env)
    .filter((name) => name.startsWith('SAMSYN_') && !known.includes(name) && !INTERNAL.includes(name))
    .map((name) => {
      const near = known.find((other) => other.startsWith('SAMSYN_') && distance(name, other) <= 3);
      return { name, why: near ? `is no setting; did you mean ${near}?` : 'is no setting; docs/settings.md lists them all' };
    });
}

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

function isThisMachine(host) {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function readHost(text) {
  if (!/^[A-Za-z0-9.:_-]+$/.test(text) || /^[a-z]+:\/\//i.test(text)) {
    throw new Error('must be an address or a machine name such as 127.0.0.1 or 0.0.0.0');
  }
  return text;
}

function readPort(text) {
  return wholeNumber(text, 0, 65535);
}

function readSessionDays(text) {
  return wholeNumber(text, 1, 365);
}

function wholeNumber(text, from, to) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < from || number > to) throw new Error(`must be a whole number from ${from} to ${to}`);
  return number;
}

function readOnOff(text) {
  if (text !== 'on' && text !== 'off') throw new Error('must be on or off');
  return text === 'on';
}

function readLogLevel(text) {
  const levels = ['silent', 'error', 'warn', 'info', 'debug'];
  if (!levels.includes(text)) throw new Error(`must be one of ${levels.join(', ')}`);
  return text;
}

function readPublicUrl(text) {
  if (text === '') return '';
  const url = parseUrl(text, ['http:', 'https:']);
  if (!url || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Error('must be an address without a path, such as https://samsyn.example.org');
  }
  return url.origin;
}

function readDatabaseUrl(text) {
  if (text === '') return '';
  const url = parseUrl(text, ['postgresql:', 'postgres:']);
  // What is wrong is not repeated: the text holds a password.
  if (!url || url.pathname.length < 2) throw new Error('must look like postgresql://name:password@host:5432/database');
  return text;
}

function readSmtpUrl(text) {
  if (text === '') return '';
  const url = parseUrl(text, ['smtp:', 'smtps:']);
  if (!url || !url.hostname) throw new Error('must look like smtp://name:password@host:587 or smtps://name:password@host:465');
  return text;
}

function readMailFrom(text) {
  if (text === '') return '';
  if (/[\r\n]/.test(text) || !/^([^<>]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text)) {
    throw new Error('must be an e-mail address, or a name and an address: Samsyn <samsyn@example.org>');
  }
  return text;
}

function readIssuer(text) {
  if (text === '') return '';
  const url = parseUrl(text, ['https:', 'http:']);
  if (!url || url.search || url.hash || url.username || (url.protocol === 'http:' && !isThisMachine(url.hostname))) {
    throw new Error('must be an https address without a query, such as https://login.example.org/tenant/v2.0');
  }
  return text;
}

function readClientId(text) {
  if (/[\s\p{Cc}]/u.test(text)) throw new Error('must be one word, as the provider gave it');
  return text;
}

function readPrintable(text) {
  if (/\p{Cc}/u.test(text)) throw new Error('must be one line');
  return text;
}

function readLabel(text) {
  if (text.length > 60 || /\p{Cc}/u.test(text)) throw new Error('must be one line of at most 60 characters');
  return text;
}

function readFolder(text) {
  if (text.includes('\0')) throw new Error('must be the path of a folder');
  return resolve(checkout, text);
}

function readOptionalFolder(text) {
  return text === '' ? '' : readFolder(text);
}

function parseUrl(text, protocols) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) ? url : null;
}
