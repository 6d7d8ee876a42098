import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedPages, type PagesHouse } from '../pages/open-pages.ts';
import { findBarriers, HAS_CHROMIUM, inChromium, openBrowser, openPage } from './chromium.ts';

/** Whatever space holds words together. */
const spaced = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ');

describe.skipIf(!HAS_CHROMIUM)(inChromium('what the pages do more where a script runs'), () => {
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

  const cells = (page: Page, column: number): Promise<readonly string[]> =>
    page
      .locator('#chiffres tbody tr:not([hidden])')
      .evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent ?? ''), column);

  it('is run under the policy of the pages, and fails in nothing', async () => {
    const context = await browser.newContext({ locale: 'fr-CA' });
    const page = await context.newPage();
    const said: string[] = [];
    // What a busy machine did not answer in time is no fault of the script.
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) said.push(message.text());
    });
    page.on('pageerror', ({ message }) => said.push(message));
    for (const path of ['/tableau', '/tableau/etablissement/11045127', '/fait/exigence/A-P11:INFO_SOCIAL']) {
      await page.goto(`${house.url}${path}`);
      await page.getByRole('combobox', { name: /^Chercher/ }).waitFor();
    }
    expect(said).toEqual([]);
    await context.close();
  });

  it('suggests what the search would find, by the keyboard, and leads there', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/fait`);
    const search = page.getByRole('combobox', { name: /^Chercher/ });
    await search.fill('verdun');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.allTextContents()).toContain('Verdun Territoire de CLSC 06313');
    expect(await search.getAttribute('aria-expanded')).toBe('true');
    expect(await findBarriers(page, 'ALL')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await search.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await search.inputValue()).toBe('verdun');
    await search.fill('verdun ');
    await options.first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const chosen = await page.getByRole('option', { selected: true }).textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/fait\//);
    expect(chosen).toContain(await page.getByRole('heading', { level: 1 }).textContent());
    await page.close();
  });

  it('orders a table by any column: what says no figure is last both ways', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau`);
    await page.locator('#chiffres').evaluate((details) => details.setAttribute('open', ''));
    const written = await cells(page, 0);
    const names = await page.locator('#chiffres thead th').allTextContents();
    const column = names.indexOf('Valeur');
    const isFigure = (text: string): boolean => /^\d/.test(text);
    const button = page.locator('#chiffres thead th').nth(column).getByRole('button');
    for (const [order, way] of [
      ['ascending', 1],
      ['descending', -1],
    ] as const) {
      await button.click();
      expect(await page.locator(`#chiffres th[aria-sort='${order}']`).allTextContents()).toEqual(['Valeur']);
      const read = await cells(page, column);
      const figures = read.filter(isFigure).map((text) => parseFloat(text.replace(',', '.')));
      expect(figures.length).toBeGreaterThan(100);
      expect(figures.length).toBeLessThan(read.length);
      expect(figures).toEqual([...figures].sort((one, other) => way * (one - other)));
      expect(read.slice(figures.length).filter(isFigure)).toEqual([]);
    }
    await button.click();
    expect(await cells(page, 0)).toEqual(written);
    await page.close();
  });

  it('leaves of a long table the rows that hold the words', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau`);
    await page.locator('#chiffres').evaluate((details) => details.setAttribute('open', ''));
    await page.getByLabel('Filtrer les lignes').fill('montreal NON conforme');
    const left = await page.locator('#chiffres tbody tr:not([hidden])').allTextContents();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(35);
    expect(left.filter((row) => !/Montréal/.test(row) || !/non conforme/i.test(row))).toEqual([]);
    expect(await page.locator('.row-filter output').textContent()).toMatch(
      new RegExp(`^${left.length} lignes? sur 166$`),
    );
    await page.close();
  });

  it('says that it looks at one page of a longer list, and finds a période as charts name it', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau/etablissement/11045127?etat=TOUTES`);
    const [, all] = /([\d\s]+) mesures dues/.exec(
      (await page.locator('#obligations ~ figure figcaption').first().textContent()) ?? '',
    )!;
    const known = page.locator('table[data-total] [data-words]').first();
    const [name, words] = [await known.textContent(), await known.getAttribute('data-words')];
    await page
      .getByLabel('Filtrer les lignes de cette page')
      .first()
      .fill((words ?? '').toLowerCase());
    const left = await page.locator('table[data-total] tbody tr:not([hidden])').allTextContents();
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((row) => !row.includes(name ?? ''))).toEqual([]);
    expect(spaced(await page.locator('.row-filter output').first().textContent())).toBe(
      `${left.length} ligne${left.length > 1 ? 's' : ''} sur les 100 de cette page, de ${spaced(all ?? '')}`,
    );
    expect(await page.getByRole('link', { name: /^Les .* en Excel$/ }).count()).toBe(1);
    await page.close();
  });

  it('orders by no column that says the same of all, nor the properties of two things', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau`);
    expect(await page.locator('table.bilan').first().locator('.bar-column button').count()).toBe(0);
    await page.goto(`${house.url}/tableau/comparer?a=06112&b=13111`);
    expect(
      await page.getByRole('table', { name: 'Les deux, fait par fait' }).getByRole('button').count(),
    ).toBe(0);
    expect(await page.locator('table.bilan').getByRole('button').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('shows what a mark says to the keyboard, until Escape', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/tableau`);
    const tile = page.locator('.tile-map a').first();
    await tile.focus();
    const tip = page.locator('.tip');
    expect(spaced(await tip.textContent())).toBe(spaced(await tile.getAttribute('aria-label')));
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await tile.locator('title').count()).toBe(1);
    await page.close();
  });

  it('copies a fact with where it comes from', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const address = `${house.url}/fait/exigence/A-P11:INFO_SOCIAL`;
    await page.goto(address);
    await page.getByRole('button', { name: 'Copier la référence' }).click();
    await page.getByText('Copiée.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.split('\n')).toEqual([
      await page.getByRole('heading', { level: 1 }).textContent(),
      expect.stringMatching(/document 003.*L2382-2391/),
      address,
    ]);
    await context.close();
  });
});
