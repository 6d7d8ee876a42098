import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import { findBarriers } from './explorer-page.ts';

const CHROMIUM = '/usr/bin/chromium';
const UNHURRIED_MS = 600_000;

/** Each view, in each state that looks otherwise. */
const VIEWS = [
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
];
const UNKNOWN = '/tableau/territoire/99999';

describe.skipIf(!existsSync(CHROMIUM))(`the dashboard, in ${CHROMIUM}, skipped when it is absent`, () => {
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
    ['a wall', 2560, 'dark'],
  ] as const)('holds nobody back on %s, and asks nothing of elsewhere', async (_, width, colorScheme) => {
    const page = await openPage(width, colorScheme);
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    for (const view of [...VIEWS, UNKNOWN]) {
      const answer = await page.goto(`${house.url}${view}`);
      expect([view, answer?.status()]).toEqual([view, view === UNKNOWN ? 404 : 200]);
      expect([view, ...(await findBarriers(page))]).toEqual([view]);
      const isWider = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect([view, isWider]).toEqual([view, false]);
    }
    expect(requested.filter((address) => !address.startsWith(house.url))).toEqual([]);
    await page.close();
  });

  it('leads from the map to the lines that an exigence cites by the keyboard alone, in four links', async () => {
    const page = await openPage(1280, 'light');
    await page.goto(`${house.url}/tableau`);
    for (const [href, wanted] of [
      ['/tableau/territoire/', '**/tableau/territoire/**'],
      ['/tableau/exigence/', '**/tableau/exigence/**'],
      ['/fait/exigence/', '**/fait/exigence/**'],
    ] as const) {
      await follow(page, href);
      await page.waitForURL(wanted);
    }
    expect(await page.textContent('main')).toMatch(/L\d+-\d+/);
    await page.close();
  });

  it('prints no choice to make, and its address', async () => {
    const page = await openPage(1280, 'light');
    await page.goto(`${house.url}/tableau`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.choices').isVisible()).toBe(false);
    expect(await page.locator('.tile-map').isVisible()).toBe(true);
    await page.close();
  });
});

/** Tabs from the content of the page to the first link that leads there, and takes it. */
async function follow(page: Page, href: string): Promise<void> {
  await page.focus('#contenu');
  const isThere = (): Promise<unknown> =>
    page.evaluate(`document.activeElement.getAttribute('href')?.startsWith('${href}') ?? false`);
  do await page.keyboard.press('Tab');
  while (!(await isThere()));
  await page.keyboard.press('Enter');
}
