import { Refusal } from '../refusal.mjs';

/** Turns what the machine said into one sentence about what to do; what it does not know it leaves. */
export function explain(error, { folder, logTail = '' }) {
  if (error instanceof Refusal) return error;
  const said = `${error.code ?? ''} ${error.message}`;
  const path = error.path ?? folder;
  if (/ENOSPC|No space left|wrote only \d+ of|EDQUOT|Disk quota/.test(said)) {
    return new Refusal(`The disk that holds ${folder} is full: free some space (about 300 MB is enough to begin with) or choose another folder with SAMSYN_DATA, and start again; nothing saved is lost.`);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system|has wrong ownership/.test(said)) {
    return new Refusal(`Samsyn may not read or write ${path}: start it as the account that owns that folder, give this account the right to it, or choose another folder with SAMSYN_DATA.`);
  }
  if (/ENOTDIR|EEXIST/.test(said)) {
    return new Refusal(`${path} is in the way: a folder is needed there; move it, or choose another folder with SAMSYN_DATA.`);
  }
  if (/database files are incompatible|was initialized by/.test(said)) {
    return new Refusal(`The data in ${folder} were written by another version of PostgreSQL: use the Samsyn that wrote them, or choose another folder with SAMSYN_DATA.`);
  }
  if (logTail) error.message += `\nThe end of PostgreSQL's log:\n${logTail.split('\n').slice(-8).join('\n')}`;
  return error;
}
