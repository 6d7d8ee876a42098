import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import { HAS_CHROMIUM, inChromium, openBrowser, openPage } from './chromium.ts';

describe.skipIf(!HAS_CHROMIUM)(inChromium('the dashboard'), () => {
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

  it('leads from the map to the lines that an exigence cites by the keyboard alone, in four links', async () => {
    const page = await openPage(browser);
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
    const page = await openPage(browser);
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
