import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import { findBarriers } from './explorer-page.ts';

const CHROMIUM = '/usr/bin/chromium';
const UNHURRIED_MS = 600_000;

/** A page of each form, and of each state. */
const PAGES = [
  '/fait',
  '/fait/exigence/A-P11:INFO_SOCIAL',
  '/fait/territoire-clsc/06112',
  '/fait/standard/rien',
  '/recherche?q=navigateur',
  '/recherche?q=zzzzzz',
  '/recherche?q=a&page=0',
];

describe.skipIf(!existsSync(CHROMIUM))(`the pages, in ${CHROMIUM}, skipped when it is absent`, () => {
  let house: PagesHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await openSharedPages();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      timeout: UNHURRIED_MS,
    });
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function openPage(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const page = await browser.newPage({
      locale: 'fr-CA',
      viewport: { width, height: 800 },
      colorScheme,
      // The policy of the pages lets no script run: that of the check neither.
      bypassCSP: true,
    });
    page.setDefaultTimeout(UNHURRIED_MS);
    return page;
  }

  it.each([
    ['a wide screen, light', 1280, 'light'],
    ['a wide screen, dark', 1280, 'dark'],
    ['a phone, as one zoomed to 400 %', 320, 'light'],
  ] as const)('hold nobody back on %s, and ask nothing of elsewhere', async (_, width, colorScheme) => {
    const page = await openPage(width, colorScheme);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    for (const path of PAGES) {
      await page.goto(`${house.url}${path}`);
      expect([path, ...(await findBarriers(page))]).toEqual([path]);
      const isWider = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect([path, isWider]).toEqual([path, false]);
    }
    expect(requested.filter((address) => !address.startsWith(house.url))).toEqual([]);
    await page.close();
  });

  it('lead from the search to a fact by the keyboard alone, past the links of every page', async () => {
    const page = await openPage(1280, 'light');
    await page.goto(`${house.url}/fait`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
    while ((await focused()) !== 'q') await page.keyboard.press('Tab');
    await page.keyboard.type('navigateur');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recherche?q=navigateur');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('contenu');
    while (!(await page.evaluate('document.activeElement.getAttribute("href")?.startsWith("/fait/")')))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fait/**');
    expect(await page.textContent('h1')).not.toBe('');
    await page.close();
  });
});
