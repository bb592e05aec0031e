import { letGo } from '../lib/whose';
import { keptMedia } from './draft';
import { clearPassage } from './handedPassage';
import { unstash } from './stash';

/** Lets go of all that somebody has begun in this device, with its pictures and recordings. Says whether there was anything. */
export async function letGoOfDrafts(actorId: string): Promise<boolean> {
  const media = keptMedia(actorId);
  // At once, before a screen that goes away keeps it anew.
  const some = letGo(actorId);
  clearPassage();
  await Promise.all(media.map(unstash));
  return some;
}
