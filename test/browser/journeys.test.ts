import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../adresses/read-files.ts';
import { openToldPages, type PagesHouse } from '../pages/open-pages.ts';
import { HAS_CHROMIUM, inChromium, openBrowser, openPage, tabUntil } from './chromium.ts';
import { queryOf, runQuery, waitForExplorer } from './explorer-page.ts';

/** What an analyst asks in her own words, and which no registered operation is; typed on a line, as the editor closes what is left open on others. */
const VALUES =
  'query Valeurs { territoireClsc(code: "06112") { mesures(exigence: "A-P5:AAOR", first: 13) { nodes { periode { code } valeur verdict { etat } } } } }';
const COUNTS =
  'query Verdicts { mesures(exigence: "A-P11:INFO_SOCIAL", region: "06", first: 1) { totalCount repartition(par: VERDICT) { cle nombre } } }';
const CONFLICTS = 'query Ecarts { repartitionEcarts(par: GRAVITE) { cle nombre } }';

describe.skipIf(!HAS_CHROMIUM)(inChromium('somebody'), () => {
  let house: PagesHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await openToldPages({ operationsAllowed: 'ALL' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function askGraph<Data>(query: string): Promise<Data> {
    const { data, errors } = await house.gateway.execute({ query, asker: 'PROGRAM' });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data)) as Data;
  }

  it('who analyses answers three questions of her own, and exports one', async () => {
    const page = await openPage(browser);
    await page.goto(house.url);
    await waitForExplorer(page);
    for (const query of [COUNTS, CONFLICTS, VALUES]) {
      await type(page, query);
      const wanted = await askGraph(query);
      // The answer of the query before is shown until this one comes; a button pressed before the editor has told its text asks that one again.
      await expect.poll(async () => (await runQuery(page)).data).toEqual(wanted);
    }
    const { territoireClsc } = await askGraph<{
      territoireClsc: { mesures: { nodes: { periode: { code: string }; valeur: number | null }[] } };
    }>(VALUES);
    const { nodes } = territoireClsc.mesures;
    expect(nodes.filter(({ valeur }) => valeur !== null).length).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Exporter' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '.csv', exact: true }).click();
    const { columns, rows } = readCsv(readFileSync(await (await coming).path(), 'utf8'));
    const [periode = '', valeur = ''] = ['.periode.code', '.valeur'].map((end) =>
      columns.find((column) => column.endsWith(end)),
    );
    expect(rows.map((row) => [row[periode], row[valeur]])).toEqual(
      nodes.map((node) => [node.periode.code, node.valeur === null ? null : String(node.valeur)]),
    );
    await page.close();
  });

  it('who reads goes from the map to the lines that an exigence cites by the keyboard alone, within four links', async () => {
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
    const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
    const { exigence } = await askGraph<{
      exigence: { provenance: { lignes: string; document: { code: string } } };
    }>(`{ exigence(code: "${code}") { provenance { lignes document { code } } } }`);
    const { lignes, document } = exigence.provenance;
    const source = page.locator('section', { has: page.locator('#source') });
    expect(await source.textContent()).toContain(lignes);
    expect(await source.locator('a').first().getAttribute('href')).toBe(`/fait/document/${document.code}`);
    await follow(page, '/fait/document/');
    await page.waitForURL(`**/fait/document/${document.code}`);
    await page.close();
  });

  it('who answers for an établissement sees what came back to it, and why', async () => {
    const page = await openPage(browser, { width: 375 });
    await page.goto(`${house.url}/tableau`);
    await page.locator('select[name=campagne]').selectOption('2024-2025');
    await page.getByRole('button', { name: 'Afficher' }).click();
    await page.waitForURL('**campagne=2024-2025**');
    const versions = page.locator('section', { has: page.locator('#redditions') });
    await versions.getByRole('row').filter({ hasText: 'Retournée' }).getByRole('link').click();
    await page.waitForURL('**/tableau/etablissement/**');
    const id = new URL(page.url()).pathname.split('/').at(-1)!;
    const { redditions } = await askGraph<{ redditions: { nodes: ReturnedVersion[] } }>(
      `{ redditions(etablissement: "${id}", campagne: "2024-2025") { nodes { examen { cellules { motif attendu
        mesure { territoire { code nom } exigence { code } valeur } } } } } }`,
    );
    const cellules = redditions.nodes.flatMap(({ examen }) => examen.cellules);
    expect(cellules).toHaveLength(1);
    const [{ motif, attendu, mesure }] = cellules as [ReturnedVersion['examen']['cellules'][number]];
    const returned = page.getByRole('table', { name: /Ce qui est revenu, mesure par mesure/ });
    const told = (await returned.innerText()).replaceAll('\u00a0', ' ');
    for (const one of [
      mesure.territoire.nom,
      mesure.exigence.code,
      `${String(mesure.valeur).replace('.', ',')} h`,
      motif,
      attendu,
    ])
      expect(told).toContain(one);
    expect(await isWhole(returned)).toBe(true);
    await returned.getByRole('link', { name: mesure.territoire.nom }).click();
    await page.waitForURL(`**/tableau/territoire/${mesure.territoire.code}?**`);
    await page.close();
  });
});

interface ReturnedVersion {
  readonly examen: {
    readonly cellules: readonly {
      readonly motif: string;
      readonly attendu: string;
      readonly mesure: {
        readonly territoire: { readonly code: string; readonly nom: string };
        readonly exigence: { readonly code: string };
        readonly valeur: number;
      };
    }[];
  };
}

/** Whether it fits the width of what holds it: nothing of it is out of sight. */
const isWhole = (shown: Locator): Promise<boolean> =>
  shown.evaluate((element) => element.scrollWidth <= (element.parentElement?.clientWidth ?? 0));

/** Replaces the query of the open tab, as by a paste. */
async function type(page: Page, query: string): Promise<void> {
  // The editor may not be listening yet.
  await expect
    .poll(async () => {
      await page.locator('.graphiql-query-editor .view-lines').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText(query);
      return queryOf(page);
    })
    .toBe(query);
}

/** Tabs from the content of the page to the first link that leads there, and takes it. */
async function follow(page: Page, href: string): Promise<void> {
  await page.focus('#contenu');
  await tabUntil(page, `element.getAttribute('href')?.startsWith('${href}')`);
  await page.keyboard.press('Enter');
}
