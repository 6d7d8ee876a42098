import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestHouse, openOwnHouse } from '../house.ts';
import {
  findBarriers,
  openPanel,
  queryOf,
  runQuery,
  tabsOf,
  waitForAnswer,
  waitForExplorer,
} from './explorer-page.ts';

const CHROMIUM = '/usr/bin/chromium';
const BUILT_PAGE = fileURLToPath(new URL('../../gateway/explorer/dist/index.html', import.meta.url));
/** Tests end what hangs: a busy machine is waited for. */
const UNHURRIED_MS = 600_000;
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(!existsSync(CHROMIUM))(`the explorer, in ${CHROMIUM}, skipped when it is absent`, () => {
  let house: TestHouse;
  let url: string;
  let browser: Browser;
  let page: Page;
  let requested: string[];
  let complaints: string[];

  beforeAll(async () => {
    expect(existsSync(BUILT_PAGE), 'the page is built: npm run build').toBe(true);
    house = await openOwnHouse();
    ({ url } = await house.gateway.listen(0, '127.0.0.1'));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, timeout: UNHURRIED_MS });
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  beforeEach(async () => {
    page = await browser.newPage({ locale: 'fr-CA', viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(UNHURRIED_MS);
    requested = [];
    complaints = [];
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(url);
    await waitForExplorer(page);
  });

  afterEach(async () => {
    await page.close();
    expect(requested.filter((address) => !address.startsWith(`${url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('opens in French, with the credit of the data', async () => {
    expect(await page.title()).toBe('Palier — explorateur');
    expect(await page.getAttribute('html', 'lang')).toBe('fr-CA');
    expect(await page.textContent('footer')).toContain('Ministère de la Santé et des Services sociaux');
    expect(await page.textContent('footer')).toContain('CC BY 4.0');
    expect(await page.getByRole('button', { name: /^Exécuter la requête/ }).count()).toBe(1);
  });

  it('answers the welcome query with data of the three levels', async () => {
    expect(await tabsOf(page).allTextContents()).toEqual(['Bienvenue']);
    const { data, errors } = await runQuery(page);
    expect(errors).toBeUndefined();
    const { nom, etablissement, mesures } = data['territoireClsc'];
    expect(nom).toEqual(expect.any(String));
    expect(etablissement.nom).toEqual(expect.any(String));
    expect(mesures.nodes.length).toBeGreaterThan(0);
  });

  it('shows how the answer was made, to the call and the SQL statement, and keeps it out of the answer', async () => {
    await page.getByRole('switch', { name: 'Plan' }).check();
    expect(await runQuery(page)).not.toHaveProperty('extensions');
    const panel = page.locator('.plan').first();
    const { width = 0 } = (await panel.boundingBox()) ?? {};
    expect(width).toBeLessThan(640);
    expect(await panel.locator('summary').first().textContent()).toMatch(
      /^Plan : \d+ appels, \d+ SQL, [\d\s]+,?\d* ms$/,
    );
    const rows = await panel.locator('tbody tr').all();
    const named = await Promise.all(rows.map((row) => row.locator('th').innerText()));
    expect(named[0]).toMatch(/^planification\n/);
    for (const level of ['msss', 'sante-quebec', 'etablissements']) {
      expect(named.some((name) => name.startsWith(`${level}\n`))).toBe(true);
    }
    const calls = await Promise.all(rows.slice(1).map((row) => row.locator('td').allInnerTexts()));
    for (const [, duration, lines, statements] of calls) {
      expect(duration).toMatch(/ ms$/);
      expect(lines).toMatch(/^\d+$/);
      expect(statements).toMatch(/^\d+$/);
    }
    const bars = await Promise.all(rows.map((row) => row.locator('.time-bar i').boundingBox()));
    const lefts = bars.map((bar) => bar?.x ?? 0);
    expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
    await panel.getByText('Le plan en toutes lettres').click();
    expect(await panel.locator('pre').textContent()).toContain('Appel à sante-quebec');
  });

  it('asks no plan unless told to, by the keyboard, and remembers it', async () => {
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query Bienvenue')) asked.push(request.headers()['palier-plan']);
    });
    await runQuery(page);
    expect(await page.locator('.plan').count()).toBe(0);
    const choice = page.getByRole('switch', { name: 'Plan' });
    await choice.focus();
    await page.keyboard.press('Space');
    expect(await choice.isChecked()).toBe(true);
    await page.getByRole('button', { name: /^Exécuter la requête/ }).click();
    await page.locator('.plan').first().waitFor();
    expect(asked).toEqual([undefined, '1']);
    await page.reload();
    await waitForExplorer(page);
    expect(await choice.isChecked()).toBe(true);
  });

  it('says that demonstration data is loaded', async () => {
    await page.getByText('Données de démonstration').waitFor();
  });

  it('opens, answers and leaves a question by the keyboard alone', async () => {
    const search = page.getByLabel('Chercher une question');
    while (!(await search.evaluate((field) => field === field.ownerDocument.activeElement))) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('q01');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => queryOf(page)).toMatch(/^# Q01 — /);
    await page.keyboard.press('Control+Enter');
    expect(await waitForAnswer(page)).toMatchObject({ data: expect.anything() });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BUTTON');
    expect(await tabsOf(page).count()).toBe(2);
  });

  it('shows again a question that is already open', async () => {
    const question = page.locator('.questions li button').first();
    await question.click();
    await page.getByRole('button', { name: /^Bienvenue Un territoire/ }).click();
    await question.click();
    expect(await tabsOf(page).count()).toBe(2);
  });

  it('shows the whole search box of the documentation, and each of its pages from the top', async () => {
    await openPanel(page, 'Questions', 'Documentation');
    const panel = page.locator('.graphiql-plugin');
    const search = page.locator('.graphiql-doc-explorer-search');
    await search.waitFor();
    const [outer, inner] = [await panel.boundingBox(), await search.boundingBox()];
    expect(inner!.width).toBeGreaterThan(outer!.width * 0.8);
    const field = search.getByRole('combobox');
    expect(await field.evaluate(({ clientWidth }) => clientWidth)).toBeGreaterThan(outer!.width * 0.6);

    const scroll = (): Promise<number> => panel.evaluate((box) => box.scrollTop);
    await panel.evaluate((box) => void (box.scrollTop = 600));
    expect(await scroll()).toBeGreaterThan(0);
    await page.locator('.graphiql-doc-explorer-content a', { hasText: /^TerritoireClsc$/ }).click();
    await expect
      .poll(() => page.locator('.graphiql-doc-explorer-title').textContent())
      .toBe('TerritoireClsc');
    expect(await scroll()).toBe(0);
    await panel.evaluate((box) => void (box.scrollTop = 600));
    await openPanel(page, 'Questions');
    expect(await scroll()).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'holds nobody back on any panel, in %s colours',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.reload();
      await waitForExplorer(page);
      const barriers: Record<string, readonly string[]> = {};
      const look = async (what: string): Promise<void> => {
        barriers[what] = await findBarriers(page);
      };
      await look('questions');
      await page.getByRole('switch', { name: 'Plan' }).check();
      await runQuery(page);
      await page.locator('.plan').first().waitFor();
      await look('answer and plan');
      await openPanel(page, 'Historique');
      await page.locator('.graphiql-history-item').first().waitFor();
      await look('history');
      await page.getByRole('button', { name: 'Changer le nom' }).first().click();
      await page.getByLabel('Nom de cette requête').waitFor();
      await look('history, a name being changed');
      await openPanel(page, 'Documentation');
      await look('documentation');
      await page.locator('.graphiql-doc-explorer-content a').first().click();
      await look('documentation of a type');
      await page.locator('.graphiql-doc-explorer-search').getByRole('combobox').fill('terr');
      await page.getByRole('option').first().waitFor();
      await look('documentation, searched');
      await page.keyboard.press('Escape');
      for (const name of ['Raccourcis clavier', 'Réglages']) {
        await page.getByRole('button', { name }).click();
        await page.getByRole('dialog').waitFor();
        await look(name);
        await page.keyboard.press('Escape');
      }
      await page.locator('.graphiql-query-editor textarea').focus();
      await page.keyboard.press('F1');
      await page.locator('.quick-input-list .monaco-list-row.focused').waitFor();
      await look('commands');
      await page.keyboard.press('Escape');
      await page.setViewportSize({ width: 360, height: 740 });
      await look('narrow');
      await page.goto(`${url}/etat`);
      await look('state');
      expect(Object.fromEntries(Object.entries(barriers).filter(([, found]) => found.length > 0))).toEqual(
        {},
      );
    },
  );

  it('leads to a page that tells the state of the graph without a script', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-CA' });
    const reader = await still.newPage();
    await reader.goto(`${url}/etat`);
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe('État');
    expect(await reader.getByRole('row', { name: /^Démonstration chargée/ }).count()).toBe(1);
    await still.close();
    await page.getByRole('link', { name: 'État' }).click();
    await page.getByText('Le graphe répond.').waitFor();
    await page.getByRole('link', { name: /^Retour/ }).click();
    await waitForExplorer(page);
  });

  it('fits a telephone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await runQuery(page)).toMatchObject({ data: expect.anything() });
  });
});
