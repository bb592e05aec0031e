import { Suspense, useEffect, useState, type ComponentType } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Page } from './kit/Page';
import { bringWords, type WordSlice } from './lib/words';

/** A screen: where it is, which words it needs, and how it is fetched. Slices meet only here and in framingParts. */
interface Screen {
  readonly path: string;
  readonly fetch: () => Promise<unknown>;
  readonly Shown: ComponentType;
}

function screen(path: string, words: readonly WordSlice[], load: () => Promise<ComponentType>): Screen {
  let coming: Promise<ComponentType> | undefined;
  let there: ComponentType | undefined;
  const fetch = () => (coming ??= Promise.all([load(), bringWords(words)]).then(([shown]) => (there = shown)));
  // Not React's lazy, which keeps what has come back until 300 ms after its placeholder was shown: only then would it ask for its data.
  function Shown() {
    const [Come, come] = useState(() => there);
    useEffect(() => {
      if (Come === undefined) fetch().then((screen) => come(() => screen), (fault) => come(() => { throw fault; }));
    }, [Come]);
    return Come === undefined ? <Page title={undefined} /> : <Come />;
  }
  return { path, fetch, Shown };
}

const screens: readonly Screen[] = [
  screen('/', ['home'], () => import('./home/HomeScreen').then((m) => m.HomeScreen)),
  screen('/form', ['form'], () => import('./alliance/form/FormScreen').then((m) => m.FormScreen)),
  screen('/j', ['join'], () => import('./joining/CodeScreen').then((m) => m.CodeScreen)),
  screen('/j/:code', ['join'], () => import('./joining/JoinScreen').then((m) => m.JoinScreen)),
  screen('/a/:id', ['alliance'], () => import('./alliance/AllianceScreen').then((m) => m.AllianceScreen)),
  screen('/a/:id/people', ['alliance', 'acting'], () => import('./alliance/PeopleScreen').then((m) => m.PeopleScreen)),
  screen('/a/:id/poster/:code', ['alliance', 'acting'], () => import('./alliance/PosterScreen').then((m) => m.PosterScreen)),
  screen('/a/:id/give', ['contribution'], () => import('./contribution/GiveScreen').then((m) => m.GiveScreen)),
  screen('/c/:id/slip', ['claim'], () => import('./contribution/claiming/SlipScreen').then((m) => m.SlipScreen)),
  screen('/claim', ['claim'], () => import('./contribution/claiming/ClaimScreen').then((m) => m.ClaimScreen)),
  screen('/me/protected', ['protected'], () => import('./me/protected/ProtectedScreen').then((m) => m.ProtectedScreen)),
  screen('/c/:id', ['contribution'], () => import('./contribution/ContributionScreen').then((m) => m.ContributionScreen)),
  screen('/a/:id/knowledge', ['balance', 'contribution'], () => import('./contribution/balance/KnowledgeScreen').then((m) => m.KnowledgeScreen)),
  screen('/a/:id/import', ['import', 'contribution'], () => import('./contribution/importing/ImportScreen').then((m) => m.ImportScreen)),
  screen('/a/:id/bring', ['bringing', 'contribution', 'framing'], () => import('./fileParts').then((m) => m.BringScreen)),
  screen('/f/:id', ['framing', 'writing', 'contribution'], () => import('./framingParts').then((m) => m.FramingScreen)),
  screen('/f/:id/versions', ['versions'], () => import('./versions/VersionsScreen').then((m) => m.VersionsScreen)),
  screen('/f/:id/versions/:number', ['versions', 'framing'], () => import('./versions/VersionScreen').then((m) => m.VersionScreen)),
  screen('/f/:id/talk', ['talk'], () => import('./talk/TalkScreen').then((m) => m.TalkScreen)),
  screen('/f/:id/file', ['file'], () => import('./fileParts').then((m) => m.FileScreen)),
  screen('/me', ['me'], () => import('./me/MeScreen').then((m) => m.MeScreen)),
  screen('/sign-in', ['me'], () => import('./session/SignInScreen').then((m) => m.SignInScreen)),
  screen('/sign-in/enter', ['me', 'ways'], () => import('./session/EnterScreen').then((m) => m.EnterScreen)),
  screen('/back', ['ways'], () => import('./session/BackScreen').then((m) => m.BackScreen)),
  screen('/outbox', ['me'], () => import('./session/OutboxScreen').then((m) => m.OutboxScreen)),
  screen('/organisations', ['organisation'], () => import('./organisation/OrganisationsScreen').then((m) => m.OrganisationsScreen)),
  screen('/help', ['help'], () => import('./help/HelpScreen').then((m) => m.HelpScreen)),
  screen('/a/:id/ledger', ['ledger', 'acts'], () => import('./ledger/LedgerScreen').then((m) => m.LedgerScreen)),
  screen('/receipt', ['ledger', 'acts'], () => import('./ledger/ReceiptScreen').then((m) => m.ReceiptScreen)),
  screen('/receipt/:code', ['ledger', 'acts'], () => import('./ledger/ReceiptScreen').then((m) => m.ReceiptScreen)),
  screen('/equal-terms', ['equal'], () => import('./equal/EqualScreen').then((m) => m.EqualScreen)),
  screen('/accessibility', ['accessibility'], () => import('./help/AccessibilityScreen').then((m) => m.AccessibilityScreen)),
];

const nowhere = screen('*', [], () => import('./help/NotFoundScreen').then((m) => m.NotFoundScreen));

/** Begins to fetch the screen of an address before React asks for it. */
export function fetchScreen(path: string): Promise<unknown> {
  const parts = path.split('/');
  const found = screens.find(({ path: pattern }) => {
    const wanted = pattern.split('/');
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at]);
  });
  return (found ?? nowhere).fetch();
}

/** The screen of the address one is at. */
export function Routes() {
  const [at] = useLocation();
  return (
    <Suspense fallback={<Page title={undefined} />}>
      <Switch>
        {screens.map(({ path, Shown }) => (
          <Route key={path} path={path}>
            {/* Another address is another screen, even where the pattern is the same. */}
            <Shown key={at} />
          </Route>
        ))}
        <Route>
          <nowhere.Shown />
        </Route>
      </Switch>
    </Suspense>
  );
}
