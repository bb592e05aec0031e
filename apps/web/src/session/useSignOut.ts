import { say } from '../kit/Notice';
import { graphql, useDo, type No } from '../lib/graph';
import { useHere } from '../lib/here';
import { letGo } from '../lib/whose';
import { useWords } from '../lib/words';
import { forget } from './afterSignIn';

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Goes out, and leaves nothing behind in this device that the next person could read or give as their own. */
export function useSignOut(): { signOut: () => Promise<boolean>; busy: boolean; no: No | undefined } {
  const { t } = useWords();
  const { me } = useHere();
  const { do: act, busy, no } = useDo(SignOut);
  const signOut = async (): Promise<boolean> => {
    // Fetched only now, since few views need it; and before the act, since nothing may come between that and letting go.
    const drafts = await import('../contribution/letGoOfDrafts').catch(() => null);
    if ((await act({})) === null) return false;
    forget();
    const left = me ? await (drafts?.letGoOfDrafts ?? letGo)(me.id) : false;
    say(t(left ? 'core.out-and-let-go' : 'core.out'));
    return true;
  };
  return { signOut, busy, no };
}
