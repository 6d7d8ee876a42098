import type { Browser, Page } from 'playwright-core';
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

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly checks: Checks;
}

/** Where every row is checked; on those that come after it, three of each kind. */
const WHOLE: Screen = { name: 'a wide screen, light', width: 1280, colorScheme: 'light', checks: 'ALL' };
const SCREENS: readonly Screen[] = [
  WHOLE,
  { name: 'a wide screen, dark', width: 1280, colorScheme: 'dark', checks: 'COLOURS' },
  { name: 'a phone, as one zoomed to 400 %', width: 320, colorScheme: 'light', checks: 'ALL' },
  { name: 'a wall', width: 2560, colorScheme: 'dark', checks: 'SIZES' },
];

async function showOn(page: Page, { width, colorScheme }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
}

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

  // A page asks nothing when its window changes, and runs no script: what it looks like on a screen, it looks like once brought there.
  it('hold nobody back on any screen, and ask nothing of elsewhere', async () => {
    const page = await openPage(browser);
    const requested = recordRequests(page);
    for (const path of PAGES) {
      const answer = await page.goto(`${house.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, REFUSED[path] ?? 200]);
      for (const screen of SCREENS) {
        await showOn(page, screen);
        expect([path, screen.name, await isWiderThanScreen(page)]).toEqual([path, screen.name, false]);
      }
      for (const screen of SCREENS) {
        await showOn(page, screen);
        if (screen !== WHOLE) await shorten(page);
        expect([path, screen.name, ...(await findBarriers(page, screen.checks))]).toEqual([
          path,
          screen.name,
        ]);
      }
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
