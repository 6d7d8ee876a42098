import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import { HAS_CHROMIUM, inChromium, isWiderThanScreen, openBrowser, openPage } from './chromium.ts';

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

  it.each([360, 1280])(
    'draws the thirteen périodes in sight, no label on another, %i px wide',
    async (width) => {
      const page = await openPage(browser, { width });
      await page.goto(`${house.url}/tableau/territoire/06112?exigence=A-P11:INFO_SOCIAL`);
      expect(await isWiderThanScreen(page)).toBe(false);
      const chart = page.locator('svg.series').filter({ visible: true });
      expect(await chart.locator('text.periode').count()).toBe(13);
      expect(
        await chart.locator('..').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
      ).toBe(0);
      const labels = await chart.locator('text').evaluateAll((texts) =>
        texts.map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return { said: text.textContent, left, right, top, bottom };
        }),
      );
      const covered = labels.flatMap((one, rank) =>
        labels
          .slice(rank + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom,
          )
          .map((other) => [one.said, other.said]),
      );
      expect(covered).toEqual([]);
      await page.close();
    },
  );

  it('prints no choice to make, and its address', async () => {
    const page = await openPage(browser);
    const path = '/public/tableau?campagne=2025-2026';
    await page.goto(`${house.url}${path}`);
    expect(await page.locator('.printed').isVisible()).toBe(false);
    expect(await page.locator('#chiffres table').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    for (const chosen of ['form.choices', '.data-links'])
      expect(await page.locator(chosen).first().isVisible()).toBe(false);
    expect(await page.locator('.tile-map').isVisible()).toBe(true);
    expect(await page.locator('#chiffres table').isVisible()).toBe(true);
    expect(await page.locator('.printed').isVisible()).toBe(true);
    expect(await page.locator('.printed').textContent()).toBe(`Adresse de cette vue\u00a0: ${path}`);
    await page.close();
  });
});
