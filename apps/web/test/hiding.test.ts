import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeFaults, browsing, tooWide, type Browsing, type Visitor } from './browser';

let here: Browsing;
let alliance: string;
const amina = { example: 'Amina Warsame' };
const olle = { example: 'Olle Sandberg' };

beforeAll(async () => {
  here = await browsing({ examples: true });
  const visitor = await here.visitor(amina);
  const { me } = await visitor.asks('{ me { participations { alliance { id } } } }');
  alliance = me.participations[0].alliance.id;
  await visitor.close();
});
afterAll(() => here?.close());

const press = (visitor: Visitor, name: string | RegExp) => visitor.page.getByRole('button', { name }).click();

test('[H1] on a phone one hides a contribution with a reason, and another sees who and why and reads it by a press', async () => {
  const hers = await here.visitor(amina, { width: 320 });
  const words = 'Grannen i tvåan låter hunden gå lös';
  const { give } = await hers.asks('mutation($i: Give!) { give(input: $i) { id } }', { i: { allianceId: alliance, text: words, kinds: ['FACTS'], howKnown: ['READ'] } });
  const his = await here.visitor(olle, { width: 320 });
  await his.go(`/c/${give.id}`);
  await press(his, 'Dölj');
  await his.page.getByLabel('Varför ska det döljas?').fill('Det pekar ut en granne');
  await press(his, 'Dölj');
  await his.page.getByText('Dolt av').waitFor();
  expect(await his.page.getByText(words).count()).toBe(0);
  expect(await axeFaults(his.page)).toEqual([]);
  expect(await tooWide(his.page)).toBe(0);
  if (process.env['PICTURES']) await his.page.screenshot({ path: `${process.env['PICTURES']}/hidden.png`, fullPage: true });

  await hers.go(`/c/${give.id}`);
  await hers.page.getByText('Det pekar ut en granne').waitFor();
  await press(hers, 'Läs det dolda');
  await hers.page.getByText(words).waitFor();
  await Promise.all([his.close(), hers.close()]);
}, 90_000);
