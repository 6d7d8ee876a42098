import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import {
  HAS_CHROMIUM,
  type Checks,
  findBarriers,
  inChromium,
  isWiderThanScreen,
  openBrowser,
  openPage,
  recordRequests,
  shorten,
  tabUntil,
} from './chromium.ts';
import { waitForExplorer } from './explorer-page.ts';

/** A page of each form, in each state that looks otherwise. */
const PAGES = [
  '/tableau',
  '/tableau?exigence=A-G7:AAOR&periode=2025-2026-P01',
  '/tableau/territoire/06112',
  '/tableau/territoire/17011',
  '/tableau/exigence/A-P11:INFO_SOCIAL',
  '/tableau/exigence/A-P1:AAOR',
  '/tableau/etablissement/11045127?campagne=2025-2026',
  '/tableau/etablissement/11045127?campagne=2025-2026&etat=ABSENTE',
  '/tableau/comparer',
  '/tableau/comparer?a=06112&b=17011',
  '/tableau/comparer?territoire=06112',
  '/tableau/territoire/99999',
  '/fait',
  '/fait/exigence/A-P11:INFO_SOCIAL',
  '/fait/territoire-clsc/06112',
  '/fait/standard/rien',
  '/recherche?q=navigateur',
  '/recherche?q=zzzzzz',
  '/recherche?q=a&page=0',
  '/q',
  '/etat',
  '/rien',
];

/** What those that find nothing, or were asked what cannot be, answer. */
const REFUSED: Readonly<Record<string, number>> = {
  '/tableau/territoire/99999': 404,
  '/fait/standard/rien': 404,
  '/recherche?q=a&page=0': 400,
  '/rien': 404,
};

describe.skipIf(!HAS_CHROMIUM)(inChromium('the pages drawn by the server'), () => {
  let house: PagesHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await openSharedPages();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  it.each<[string, number, 'light' | 'dark', Checks, 'every row' | 'three of a kind']>([
    ['a wide screen, light', 1280, 'light', 'ALL', 'every row'],
    ['a wide screen, dark', 1280, 'dark', 'COLOURS', 'three of a kind'],
    ['a phone, as one zoomed to 400 %', 320, 'light', 'ALL', 'three of a kind'],
    ['a wall', 2560, 'dark', 'SIZES', 'three of a kind'],
  ])('hold nobody back on %s, and ask nothing of elsewhere', async (_, width, colorScheme, checks, rows) => {
    const page = await openPage(browser, { width, colorScheme });
    const requested = recordRequests(page);
    for (const path of PAGES) {
      const answer = await page.goto(`${house.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, REFUSED[path] ?? 200]);
      expect([path, await isWiderThanScreen(page)]).toEqual([path, false]);
      if (rows === 'three of a kind') await shorten(page);
      expect([path, ...(await findBarriers(page, checks))]).toEqual([path]);
    }
    expect(requested.filter((address) => !address.startsWith(house.url))).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 375],
  ] as const)('are searched from the explorer too, in the %s, %i px wide', async (colorScheme, width) => {
    const page = await openPage(browser, { width, colorScheme });
    await page.goto(house.url);
    await waitForExplorer(page);
    const header = page.getByRole('banner');
    expect(await header.getByRole('link', { name: 'Tableau de bord' }).getAttribute('href')).toBe('/tableau');
    expect(await isWiderThanScreen(page)).toBe(false);
    expect(await findBarriers(page, 'ALL')).toEqual([]);
    await header.getByRole('searchbox').fill('navigateur');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recherche?q=navigateur');
    await page.close();
  });

  it('lead from the list of addresses to an answer', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/q`);
    const link = page
      .getByRole('region', { name: 'tableau-territoires' })
      .getByRole('link', { name: '.json', exact: true });
    const address = await link.getAttribute('href');
    expect((await house.open(address ?? '')).status).toBe(200);
    await page.close();
  });

  it('lead from the search to a fact by the keyboard alone, past the links of every page', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/fait`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
    await tabUntil(page, `element.id === 'q'`);
    await page.keyboard.type('navigateur');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recherche?q=navigateur');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('contenu');
    await tabUntil(page, `element.getAttribute('href')?.startsWith('/fait/')`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fait/**');
    expect(await page.textContent('h1')).not.toBe('');
    await page.close();
  });
});
