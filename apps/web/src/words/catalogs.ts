// One catalog per slice and language: words/<sv|en>/<slice>.json, flat keys. A key is said as 'slice.key'.
// Swedish gives the types; a test holds that English has the same keys and arguments.
import type accessibility from './sv/accessibility.json';
import type acting from './sv/acting.json';
import type acts from './sv/acts.json';
import type alliance from './sv/alliance.json';
import type balance from './sv/balance.json';
import type claim from './sv/claim.json';
import type protecting from './sv/protected.json';
import type contribution from './sv/contribution.json';
import type bringing from './sv/bringing.json';
import type core from './sv/core.json';
import type editing from './sv/editing.json';
import type file from './sv/file.json';
import type equal from './sv/equal.json';
import type form from './sv/form.json';
import type framing from './sv/framing.json';
import type help from './sv/help.json';
import type hiding from './sv/hiding.json';
import type home from './sv/home.json';
import type importing from './sv/import.json';
import type join from './sv/join.json';
import type ledger from './sv/ledger.json';
import type me from './sv/me.json';
import type organisation from './sv/organisation.json';
import type authors from './sv/authors.json';
import type talk from './sv/talk.json';
import type suggestion from './sv/suggestion.json';
import type versions from './sv/versions.json';
import type passage from './sv/passage.json';
import type ways from './sv/ways.json';
import type writing from './sv/writing.json';

interface Catalogs {
  accessibility: typeof accessibility;
  acting: typeof acting;
  acts: typeof acts;
  alliance: typeof alliance;
  balance: typeof balance;
  claim: typeof claim;
  protected: typeof protecting;
  contribution: typeof contribution;
  bringing: typeof bringing;
  core: typeof core;
  editing: typeof editing;
  file: typeof file;
  form: typeof form;
  equal: typeof equal;
  framing: typeof framing;
  help: typeof help;
  hiding: typeof hiding;
  home: typeof home;
  import: typeof importing;
  join: typeof join;
  ledger: typeof ledger;
  me: typeof me;
  organisation: typeof organisation;
  authors: typeof authors;
  talk: typeof talk;
  suggestion: typeof suggestion;
  versions: typeof versions;
  passage: typeof passage;
  ways: typeof ways;
  writing: typeof writing;
}

/** A slice that has words of its own. */
export type WordSlice = keyof Catalogs;

/** Every key there is. */
export type WordKey = { [S in WordSlice]: `${S}.${keyof Catalogs[S] & string}` }[WordSlice];
