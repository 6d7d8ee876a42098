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
    const address = page.locator('.printed', { hasText: 'Adresse de cette vue' });
    expect(await address.isVisible()).toBe(false);
    expect(await page.locator('#chiffres table').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    for (const chosen of ['form.choices', '.data-links'])
      expect(await page.locator(chosen).first().isVisible()).toBe(false);
    expect(await page.locator('.tile-map').isVisible()).toBe(true);
    expect(await page.locator('#chiffres table').isVisible()).toBe(true);
    expect(await address.isVisible()).toBe(true);
    expect(await address.textContent()).toContain(`${new URL(house.url).host}${path.split('?')[0]!}?`);
    await page.close();
  });

  // A letter sheet within margins of a centimetre.
  it.each([
    '/tableau',
    '/tableau/territoire/06112',
    '/tableau/exigence/A-P11:INFO_SOCIAL',
    '/tableau/comparer?a=06112&b=13111',
  ])('prints %s within its sheet, no word broken, and marks each table of made-up figures', async (path) => {
    const page = await openPage(browser, { width: 740 });
    await page.goto(`${house.url}${path}`);
    await page.emulateMedia({ media: 'print' });
    const tables = await page.locator('table').evaluateAll((all) =>
      all.map((table) => ({
        said: table.getAttribute('aria-label'),
        right: table.getBoundingClientRect().right,
        isFictive: /donnée fictive/.test(table.textContent),
        mark: table.querySelector('thead tr.printed')?.getBoundingClientRect().height ?? 0,
      })),
    );
    const inner = await page
      .locator('main')
      .evaluate(
        (main) => main.getBoundingClientRect().right - parseFloat(getComputedStyle(main).paddingRight),
      );
    expect(tables.filter(({ right }) => right > inner)).toEqual([]);
    expect(tables.filter(({ isFictive, mark }) => isFictive && mark === 0)).toEqual([]);
    expect(tables.some(({ isFictive }) => isFictive)).toBe(true);
    const broken = await page.locator('th, td').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const walker = cell.ownerDocument.createTreeWalker(cell, 4);
        const words: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement!.closest('code')) continue;
          for (const { index, 0: word } of node.nodeValue!.matchAll(/[\p{L}\d]+/gu)) {
            const range = cell.ownerDocument.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) words.push(word);
          }
        }
        return words;
      }),
    );
    expect(broken).toEqual([]);
    await page.close();
  });

  it('shows on a wall the map beside how the values spread, and nothing of a table out of sight', async () => {
    const page = await openPage(browser, { width: 2560, height: 1440 });
    await page.goto(`${house.url}/tableau`);
    const [map, equity] = await Promise.all(
      ['carte', 'equite'].map((id) => page.locator(`section[aria-labelledby=${id}]`).boundingBox()),
    );
    expect(map!.x + map!.width).toBeLessThan(equity!.x);
    expect(map!.y).toBeCloseTo(equity!.y);
    await page.locator('#chiffres > summary').click();
    const hidden = await page
      .locator('.wide')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth)
          .map((one) => one.ariaLabel),
      );
    expect(hidden).toEqual([]);
    await page.close();
  });
});
