import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.mjs';
import { runCommand } from './command.mjs';

/**
 * Whether node_modules is what package-lock.json asks for. npm writes its own account of what it
 * installed as the last thing, so an installation cut short is never taken for a whole one.
 */
export function isInstalled(checkout) {
  const wanted = packagesIn(join(checkout, 'package-lock.json'));
  const found = packagesIn(join(checkout, 'node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, one]) => {
    if (!path.includes('node_modules/')) return true;
    const other = found[path];
    if (!other) return one.optional === true && !fitsHere(one);
    return other.version === one.version && other.integrity === one.integrity;
  });
}

/** Installs exactly what package-lock.json says. `reached` hears how far it is. */
export async function install(checkout, { log, reached = () => {}, env = process.env }) {
  const paths = Object.entries(packagesIn(join(checkout, 'package-lock.json')) ?? {})
    .filter(([path, one]) => path.includes('node_modules/') && !one.link && fitsHere(one))
    .map(([path]) => join(checkout, path, 'package.json'));
  let asked = 0;
  // npm asks what each package is, fetches it, and then unpacks them all.
  const watch = setInterval(() => reached(
    Math.min(asked / (2 * paths.length), 1) / 2 + paths.filter((path) => existsSync(path)).length / paths.length / 2), 1000);
  try {
    const [command, ...before] = npmCommand(env);
    const { code, said } = await runCommand(command, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=http'], {
      cwd: checkout, env, log, onText: (text) => { asked += (text.match(/npm http /g) ?? []).length; },
    });
    if (code !== 0) throw why(said, checkout, log);
  } catch (error) {
    throw error.code === 'ENOENT' ? new Refusal('npm was not found: install npm, which comes with Node, and start again.') : error;
  } finally {
    clearInterval(watch);
  }
}

function npmCommand(env) {
  const script = env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function why(said, checkout, log) {
  if (/ENOSPC|no space left/i.test(said)) {
    return new Refusal(`The disk that holds ${checkout} is full: about 1 GB is needed for the first start; free some space and start again.`);
  }
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return new Refusal(`This account may not write in ${checkout}, or in npm's own cache: start as the account that owns them, and start again.`);
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ENOTCACHED|network/i.test(said)) {
    return new Refusal('The packages Samsyn needs could not be fetched: check the network connection and start again; it is needed for the first start only.');
  }
  return new Refusal(`The packages Samsyn needs could not be installed: ${log} says why.`);
}

/** Platform packages that are not for this machine are left out by npm, and so is what only they need. */
function fitsHere({ os, cpu, libc, optional }) {
  const matches = (list, value) => !list || list.includes(value) || (list[0]?.startsWith('!') && !list.includes(`!${value}`));
  if (!optional) return true;
  return Boolean(os ?? cpu) && matches(os, process.platform) && matches(cpu, process.arch) && matches(libc, libcHere());
}

let libcName;
function libcHere() {
  libcName ??= process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return libcName;
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
