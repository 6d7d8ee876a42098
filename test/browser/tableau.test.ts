import type { Browser } from 'playwright-core';
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

  it('prints no choice to make, and its address', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.choices').isVisible()).toBe(false);
    expect(await page.locator('.tile-map').isVisible()).toBe(true);
    await page.close();
  });
});
