import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';
import { everyLook, type Look } from './looks';

// A look and its opposite in everything: each screen is seen in one such pair, the next screen in the next.
const pairOf = ({ language, theme, width }: Look): number => {
  const other = language === 'en';
  return Number((theme === 'dark') !== other) + 2 * Number((width === 1280) !== other);
};
const isSeen = (look: Look, nr: number): boolean => process.env['LONG'] === '1' || pairOf(look) === nr % 4;

let here: Browsing;
let ids: { alliance: string; framing: string; contribution: string; code: string };

beforeAll(async () => {
  here = await browsing();
  const amina = await here.visitor({ example: 'Amina Warsame' });
  const { me } = await amina.asks(`{ me { participations { alliance { id problems { framings { id } } contributions(first: 1) { edges { node { id } } } } } } }`);
  const [{ alliance }] = me.participations;
  const { makeInvitation } = await amina.asks('mutation($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: alliance.id });
  ids = { alliance: alliance.id, framing: alliance.problems[0].framings[0].id, contribution: alliance.contributions.edges[0].node.id, code: makeInvitation.code };
  await amina.close();
});
afterAll(async () => {
  await here?.close();
});

// Each screen as somebody who takes part, and the doors as nobody too.
const screens: [name: string, path: () => string, as: 'amina' | 'nobody'][] = [
  ['start page of a stranger', () => '/', 'nobody'],
  ['start page', () => '/', 'amina'],
  ['a code', () => '/j', 'nobody'],
  ['joining', () => `/j/${ids.code}`, 'nobody'],
  ['forming', () => '/form', 'amina'],
  ['an alliance for a stranger', () => `/a/${ids.alliance}`, 'nobody'],
  ['an alliance', () => `/a/${ids.alliance}`, 'amina'],
  ['people', () => `/a/${ids.alliance}/people`, 'amina'],
  ['who brought what', () => `/a/${ids.alliance}/knowledge`, 'amina'],
  ['contribute', () => `/a/${ids.alliance}/give`, 'amina'],
  ['import', () => `/a/${ids.alliance}/import`, 'amina'],
  ['poster', () => `/a/${ids.alliance}/poster/${ids.code}`, 'amina'],
  ['a framing', () => `/f/${ids.framing}`, 'amina'],
  ['versions', () => `/f/${ids.framing}/versions`, 'amina'],
  ['versions for a stranger', () => `/f/${ids.framing}/versions`, 'nobody'],
  ['a contribution', () => `/c/${ids.contribution}`, 'amina'],
  ['my page', () => '/me', 'amina'],
  ['my page of a stranger', () => '/me', 'nobody'],
  ['signing in', () => '/sign-in', 'nobody'],
  ['outbox', () => '/outbox', 'amina'],
  ['organisations', () => '/organisations', 'amina'],
  ['help', () => '/help', 'nobody'],
  ['accessibility', () => '/accessibility', 'nobody'],
  ['on equal terms', () => '/equal-terms', 'nobody'],
  ['ledger', () => `/a/${ids.alliance}/ledger`, 'amina'],
  ['a receipt', () => '/receipt', 'nobody'],
  ['talk', () => `/f/${ids.framing}/talk`, 'amina'],
  ['nowhere', () => '/no/such/page', 'nobody'],
];

test.each(everyLook)('screens in $language, $theme, $width px: axe finds nothing, nothing runs out sideways, one heading, no request elsewhere', async (look) => {
  const visitors: Record<'amina' | 'nobody', Visitor> = {
    amina: await here.visitor({ example: 'Amina Warsame' }, look),
    nobody: await here.visitor(null, look),
  };
  const found: Record<string, unknown> = {};
  for (const [name, path, as] of screens.filter((_screen, nr) => isSeen(look, nr))) {
    const { page, go, faults } = visitors[as];
    await go(path());
    const wrong = [
      ...(await axeFaults(page)),
      ...((await tooWide(page)) > 0 ? [`${await tooWide(page)} px too wide`] : []),
      ...((await page.locator('h1').count()) === 1 ? [] : ['not one h1']),
      ...((await page.title()) === 'Samsyn' ? ['no title'] : []),
      ...((await page.locator('html').getAttribute('lang')) === look.language ? [] : ['wrong language']),
      // A key that has no words shows itself as the key.
      ...((await page.locator('body').innerText()).match(/\b(core|home|alliance|acting|join|me|help|form|organisation|accessibility|contribution|balance|import|framing|versions|talk|writing|ledger|acts)\.[a-z]+(-[a-z]+)*\b/g) ?? []),
      ...faults.splice(0),
    ];
    if (wrong.length > 0) found[name] = wrong;
  }
  await Promise.all(Object.values(visitors).map(({ close }) => close()));
  expect(found).toEqual({});
}, 300_000);

test('the page is painted before any data or script has come', async () => {
  const response = await fetch(here.url, { headers: { accept: 'text/html' } });
  const html = await response.text();
  expect(html).toMatch(/Samsyn/);
  expect(html).toMatch(/<main/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/);
  expect(html).not.toMatch(/style="/);
});

test('a reader whose connection breaks off before the screens have come is told so, in both languages', async () => {
  const nobody = await here.visitor(null, { width: 320 });
  await nobody.page.route('**/assets/*.js', (route) => route.abort());
  await nobody.page.goto('/');
  await nobody.page.getByText('Det tar längre tid än vanligt').waitFor();
  await nobody.page.getByText('This takes longer than usual').waitFor();
  expect(await axeFaults(nobody.page)).toEqual(expect.not.arrayContaining([expect.stringMatching(/contrast/)]));
  await nobody.page.unroute('**/assets/*.js');
  await nobody.page.getByRole('link', { name: 'ladda om sidan' }).click();
  await nobody.page.getByRole('heading', { level: 1, name: 'Se problemet tillsammans' }).waitFor();
  expect(await nobody.page.locator('#late').count()).toBe(0);
  await nobody.close();
});

test('the language is changed by one press, stays on the next visit, and nothing is fetched from elsewhere', async () => {
  const nobody = await here.visitor(null, { width: 320, language: 'sv' });
  await nobody.go('/help');
  await nobody.page.getByRole('button', { name: 'English' }).click();
  await nobody.page.getByRole('heading', { level: 1, name: 'How Samsyn works' }).waitFor();
  await nobody.go('/accessibility');
  expect(await nobody.page.locator('h1').innerText()).toBe('Accessibility of Samsyn');
  expect(nobody.faults).toEqual([]);
  await nobody.close();
});

test('the first view of a resident who joins brings neither the editor nor the small windows', async () => {
  const nobody = await here.visitor(null);
  const asked: string[] = [];
  nobody.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await nobody.go(`/j/${ids.code}`);
  expect(asked.filter((path) => /Dialog|Desk|editor|prosemirror/i.test(path))).toEqual([]);
  await nobody.close();
});
