import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '@palier/start/open-house';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';
import { OPERATIONS } from '../pages/open-pages.ts';
import { type Issuer, openIssuer, sign } from '../security/issuer.ts';
import { trust } from '../security/protected-gateway.ts';
import {
  HAS_CHROMIUM,
  type Checks,
  findBarriers,
  findMoving,
  findUnreachable,
  inChromium,
  isWiderThanScreen,
  openBrowser,
  openPage,
  recordRequests,
  renewPage,
  tabUntil,
} from './chromium.ts';
import { openPanel, queryOf, runQuery, tabsOf, waitForAnswer, waitForExplorer } from './explorer-page.ts';

const BUILT_PAGE = fileURLToPath(new URL('../../gateway/explorer/dist/index.html', import.meta.url));

describe.skipIf(!HAS_CHROMIUM)(inChromium('the explorer'), () => {
  let house: House;
  let issuer: Issuer;
  let url: string;
  let browser: Browser;
  let page: Page;
  let requested: readonly string[];
  let complaints: string[];

  beforeAll(async () => {
    expect(existsSync(BUILT_PAGE), 'the page is built: npm run build').toBe(true);
    issuer = await openIssuer();
    house = await openHouse({
      location: snapshotLocation(),
      data: { demonstration: 'CHARGEE' },
      planning: PLANNING,
      logLevel: 'error',
      operationsFolder: OPERATIONS,
      identity: trust({ path: issuer.path }),
    });
    ({ url } = await house.gateway.listen(0, '127.0.0.1'));
    browser = await openBrowser();
    page = await openPage(browser);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
    await issuer.close();
  });

  beforeEach(async () => {
    requested = recordRequests(page);
    complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(url);
    await waitForExplorer(page);
  });

  afterEach(async () => {
    await renewPage(page, url);
    expect(requested.filter((address) => !address.startsWith(`${url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('opens in French, with the credit of the data', async () => {
    expect(await page.title()).toBe('Explorateur — Palier');
    expect(await page.getAttribute('html', 'lang')).toBe('fr-CA');
    expect(await page.textContent('footer')).toContain('Ministère de la Santé et des Services sociaux');
    expect(await page.textContent('footer')).toContain('CC BY 4.0');
    expect(await page.getByRole('button', { name: /^Exécuter la requête/ }).count()).toBe(1);
  });

  it('answers the welcome query with data of the three levels', async () => {
    expect(await tabsOf(page).allTextContents()).toEqual(['Bienvenue']);
    const { data, errors } = await runQuery(page);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      territoireClsc: {
        nom: expect.any(String),
        etablissement: { nom: expect.any(String) },
        mesures: { nodes: expect.arrayContaining([expect.anything()]) },
      },
    });
  });

  it('shows how the answer was made, to the call and the SQL statement, and keeps it out of the answer', async () => {
    await page.getByRole('switch', { name: 'Plan' }).check();
    expect(await runQuery(page)).not.toHaveProperty('extensions');
    const panel = page.locator('.plan').first();
    const { width = 0 } = (await panel.boundingBox()) ?? {};
    expect(width).toBeLessThan(640);
    expect(await panel.locator('summary').first().textContent()).toMatch(
      /^Plan\s: \d+ appels, \d+ SQL, [\d\s]+,?\d* ms, coût estimé [\d\s]+$/,
    );
    expect((await panel.boundingBox())!.height).toBeLessThan(60);
    await panel.locator('summary').first().click();
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

  it('says what it was estimated to cost, beside its limit', async () => {
    await page.getByRole('switch', { name: 'Plan' }).check();
    await runQuery(page);
    expect(await page.locator('.plan .cost').textContent()).toMatch(
      /^Coût estimé\s: [\d\s]+\s; le coût n’est pas limité ici\.$/,
    );
  });

  /** Opens a query by its address, and runs it. */
  const ask = async (query: string, variables?: object): Promise<void> => {
    const link = new URLSearchParams({
      requete: query,
      ...(variables && { variables: JSON.stringify(variables) }),
    });
    await page.goto(`${url}/#${link.toString()}`);
    await expect.poll(() => queryOf(page)).toBe(query);
    await runQuery(page);
  };
  const MESURES = `query MesuresPierrefonds($code: ID!) {
  territoireClsc(code: $code) {
    nom
    mesures(exigence: "A-P11:INFO_SOCIAL", first: 13) { nodes { periode { code } valeur provenance { origine } } }
  }
}`;

  it('shows an answer as a tree, a table and a chart, what is absent being said and drawn', async () => {
    await ask(MESURES, { code: '06112' });
    const shown = page.locator('.result-view');
    await page.getByRole('button', { name: 'Arbre' }).click();
    await shown.getByText('13 éléments').click();
    await shown.locator('summary', { hasText: /^2025-2026-P01 1$/ }).click();
    await shown.getByText('4.5', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Tableau', exact: true }).click();
    expect(await shown.locator('thead th').allTextContents()).toEqual([
      'territoireClsc.nom',
      'periode.code',
      'valeur',
      'provenance.origine',
    ]);
    expect(await shown.locator('tbody tr').count()).toBe(13);
    expect(await shown.getByText('démonstration, fictives').count()).toBe(1);
    await page.getByRole('button', { name: 'Graphique' }).click();
    const chart = shown.getByRole('img', {
      name: /^territoireClsc\.mesures\.nodes\.valeur selon .+ : 13 barres/,
    });
    await chart.waitFor();
    const absent = await shown.locator('tbody .absent').count();
    expect(absent).toBeGreaterThan(0);
    expect(await chart.locator('.absence').count()).toBe(absent);
    expect(await chart.locator('.bar').count()).toBe(13 - absent);
    await page.getByLabel('Nombre').selectOption('valeur');
    await page.getByRole('button', { name: 'JSON' }).click();
    expect(await shown.count()).toBe(0);
  });

  it('exports a query of one’s own, and leads to the addresses of one that is registered', async () => {
    await ask(MESURES, { code: '06112' });
    await page.getByRole('button', { name: 'Exporter' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: '.csv', exact: true }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('mesures-pierrefonds.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.split('\r\n')[0]).toMatch(/^territoireClsc\.nom,.*,palier\.origines,palier\.sources$/);
    expect(text.trim().split('\r\n')).toHaveLength(14);
    await page.getByText('mesures-pierrefonds.csv est téléchargé.').waitFor();

    await ask(readFileSync(`${OPERATIONS}/quatre-minutes.graphql`, 'utf8'), { territoire: '06112' });
    await page.getByText('Opération enregistrée').waitFor();
    const address = await page.getByRole('link', { name: '.metadata.json' }).getAttribute('href');
    expect(address).toBe('/q/quatre-minutes.metadata.json?territoire=06112');
    expect((await fetch(`${url}${address}`)).status).toBe(200);
  });

  it('reads a past instant until it is left, and says so', async () => {
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query Bienvenue')) asked.push(request.headers()['palier-au']);
    });
    await page.locator('summary', { hasText: 'Instant' }).click();
    await page.getByText(/retient ce qu’il sait depuis le .+ \(heure de Québec\)\./).waitFor();
    await page.getByLabel('Jour', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Lire à cet instant' }).click();
    await page.getByText('Instant choisi : à la fin du 1er janvier 2020.').waitFor();
    expect(await page.getByText('Lecture du passé').count()).toBe(0);
    // It would cover what runs the query.
    expect(await page.locator('.picker-panel').count()).toBe(0);
    const { errors } = await runQuery(page);
    expect(JSON.stringify(errors)).toContain('INSTANT_HORS_MEMOIRE');
    await page.getByText('Instant refusé : à la fin du 1er janvier 2020.').waitFor();
    // The browser tells its console of the refusal.
    complaints = complaints.filter((complaint) => !complaint.includes('status of 4'));
    await page.getByRole('button', { name: 'Revenir à maintenant' }).click();
    expect(await runQuery(page)).not.toHaveProperty('errors');
    expect(asked).toEqual(['2020-01-01', undefined]);
    await expect.poll(() => page.locator('.notice').count()).toBe(1);
  });

  it('says of an answer, its plan and its files that they are of the request before the one that is written', async () => {
    await page.getByRole('switch', { name: 'Plan' }).check();
    await ask('query PremiereRequete { regions { code } }');
    const former = page.locator('.former');
    const plan = page.locator('.plan summary').first();
    await plan.waitFor();
    expect(await former.textContent()).toBe('');
    const write = (text: string): Promise<unknown> =>
      page.evaluate(
        `globalThis.__MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith('operation.graphql')).setValue(${JSON.stringify(text)})`,
      );
    await write('query AutreRequete { ruisss { code } }');
    await expect
      .poll(() => former.textContent())
      .toBe('Réponse de la requête précédente, PremiereRequete\u00a0: exécutez de nouveau.');
    expect(await plan.textContent()).toMatch(/^Plan de la requête précédente\s: /);
    await page.getByRole('button', { name: 'Exporter' }).click();
    const coming = page.waitForEvent('download');
    await page.getByText('qui est celle de la requête précédente, PremiereRequete.').waitFor();
    await page.getByRole('button', { name: '.csv', exact: true }).click();
    expect((await coming).suggestedFilename()).toBe('premiere-requete.csv');
    await write('# La même.\nquery PremiereRequete {\n  regions { code }\n}');
    await expect.poll(() => former.textContent()).toBe('');
    await page.locator('summary', { hasText: 'Instant' }).click();
    await page.getByLabel('Jour', { exact: true }).fill('2020-01-01');
    await page.getByRole('button', { name: 'Lire à cet instant' }).click();
    await expect.poll(() => former.textContent()).toMatch(/^Réponse de la requête précédente/);
    expect(await findBarriers(page, 'COLOURS')).toEqual([]);
  });

  it.each([
    [1280, 800],
    [390, 844],
  ])('covers and cuts no control of its choices, %i pixels wide', async (width, height) => {
    await page.setViewportSize({ width, height });
    for (const name of ['Instant', 'Identité']) {
      await page.locator('summary', { hasText: name }).click();
      await page.locator('.picker-panel form').waitFor();
      expect(await findUnreachable(page.locator('.picker-panel'))).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });

  it('shows the plan and the files of an answer without one covering the other', async () => {
    await page.getByRole('switch', { name: 'Plan' }).check();
    await runQuery(page);
    await page.locator('.plan summary').first().click();
    for (const form of ['JSON', 'Tableau']) {
      await page.getByRole('button', { name: form, exact: true }).click();
      await page.getByRole('button', { name: 'Exporter' }).click();
      await page.locator('.formats').waitFor();
      expect(await findUnreachable(page.locator('.result-pane'))).toEqual([]);
      expect(await findUnreachable(page.locator('.plan').first())).toEqual([]);
      await page.getByRole('button', { name: 'Exporter' }).click();
    }
  });

  it('asks as whoever holds a token, which nothing but the page keeps', async () => {
    const token = await sign(issuer.key, {
      claims: { sub: 'marie', palier: 'SANTE_QUEBEC', scope: 'lecture' },
    });
    const asked: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('query Bienvenue')) asked.push(request.headers()['authorization']);
    });
    await runQuery(page);
    await page.locator('summary', { hasText: 'Identité' }).click();
    await page.getByLabel('Ajouter un jeton').fill('faux.jeton.rien');
    await page.getByRole('button', { name: 'Employer ce jeton' }).click();
    await page.getByText('Ce jeton est refusé. Le jeton n’est pas accepté.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByText('Cette passerelle vérifie les jetons').waitFor();
    complaints = complaints.filter((complaint) => !complaint.includes('status of 401'));
    await page.getByLabel('Ajouter un jeton').fill(`Bearer ${token}`);
    await page.getByRole('button', { name: 'Employer ce jeton' }).click();
    await page.locator('summary', { hasText: 'marie, SANTE_QUEBEC' }).waitFor();
    expect(await page.getByText('droits : lecture').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    // What is shown was asked by a nobody.
    expect(await page.getByRole('button', { name: /^Comparer/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await runQuery(page);
    await page.locator('summary', { hasText: 'Identité' }).click();
    await page.getByRole('button', { name: /^Comparer/ }).click();
    await page.getByText('Un anonyme reçoit la même réponse.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copier l’adresse de cette requête' }).click();
    await page.locator('.toast').waitFor();
    const kept = await page.evaluate(
      'location.href + JSON.stringify({ ...localStorage, ...sessionStorage })',
    );
    expect(kept).toContain('Bienvenue');
    expect(kept).not.toContain(token);
    // The last is what a nobody is answered, to compare.
    expect(asked).toEqual([undefined, `Bearer ${token}`, undefined]);
    await page.reload();
    await waitForExplorer(page);
    await page.locator('summary', { hasText: 'anonyme' }).waitFor();
  });

  it('says in French what was meant, where it is typed', async () => {
    const query = 'query Faute { mesures(firs: 1) { nodes { territoir { nom } } } }';
    await page.goto(`${url}/#${new URLSearchParams({ requete: query }).toString()}`);
    const marked = (): Promise<unknown> =>
      page.evaluate('globalThis.__MONACO.editor.getModelMarkers({}).map(({ message }) => message)');
    await expect
      .poll(marked)
      .toEqual([
        'L’argument « firs » n’existe pas sur le champ « Query.mesures ». Vouliez-vous dire « first » ?',
        'Le champ « territoir » n’existe pas sur le type « Mesure ». Vouliez-vous dire « territoire » ?',
      ]);
  });

  it('finds a field by what its description says of it, and leads to its documentation', async () => {
    await openPanel(page, 'Questions', 'Chercher dans le schéma');
    await page.getByLabel('Mots de ce que vous cherchez').fill('delais');
    const found = page.locator('.questions li');
    await found.first().waitFor();
    const names = await found.locator('b').allTextContents();
    expect(names.length).toBeGreaterThan(5);
    expect(names).toContain('Chiffre.declencheur');
    await page.getByRole('button', { name: /^Chiffre\.declencheur / }).click();
    await expect.poll(() => page.locator('.graphiql-doc-explorer-title').textContent()).toBe('declencheur');
  });

  it('opens the query of an address without running it, before and while the page is there', async () => {
    const link = (query: string): string =>
      `#${new URLSearchParams({ requete: query, au: '2026-01-01' }).toString()}`;
    const ran: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('Liee')) ran.push(request.url());
    });
    await page.goto(`${url}/${link('query Liee { regions { code } }')}`);
    await page.reload();
    await waitForExplorer(page);
    await expect.poll(() => queryOf(page)).toBe('query Liee { regions { code } }');
    await page.getByText('Instant choisi').waitFor();
    await page.evaluate(`location.hash = ${JSON.stringify(link('query Liee2 { ruisss { code } }'))}`);
    await expect.poll(() => queryOf(page)).toBe('query Liee2 { ruisss { code } }');
    expect(ran).toEqual([]);
  });

  it('saves a query as a file of registered operations, or says why not', async () => {
    await ask('query RegionsParCode { regions { code } }');
    await page.getByRole('button', { name: 'Enregistrer cette requête' }).click();
    const dialog = page.getByRole('dialog', { name: 'Enregistrer cette requête' });
    await dialog.getByText('Dites en une phrase ce que l’opération donne.').waitFor();
    await dialog.getByLabel('Ce qu’elle donne, en une phrase').fill('Les régions.');
    const coming = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Télécharger regions-par-code.graphql' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('regions-par-code.graphql');
    expect(readFileSync(await file.path(), 'utf8')).toBe(
      '# Les régions.\nquery RegionsParCode { regions { code } }\n',
    );
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('asks again for the registered operations that it was refused, and takes no name for free meanwhile', async () => {
    let asked = 0;
    await page.route(`${url}/q`, async (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      const body = JSON.stringify({ errors: [{ message: 'Le graphe n’est pas prêt.' }] });
      return route.fulfill({ status: 503, contentType: 'application/json', body });
    });
    await ask('# Deux fois.\nquery QuatreMinutes { regions { code } }');
    const save = page.getByRole('button', { name: 'Enregistrer cette requête' });
    const dialog = page.getByRole('dialog', { name: 'Enregistrer cette requête' });
    await save.click();
    await dialog.getByText('la commande dit si ce nom est pris. Le graphe n’est pas prêt.').waitFor();
    complaints = complaints.filter((complaint) => !complaint.includes('status of 503'));
    await page.keyboard.press('Escape');
    await save.click();
    await dialog.getByText('Une autre opération est enregistrée sous le nom quatre-minutes').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Exporter' }).click();
    await page.getByText('Elle n’a pas d’adresse que d’autres puissent ouvrir').waitFor();
    expect(asked).toBe(2);
  });

  it('lists the questions by theme or by profile, then the registered operations', async () => {
    const names = (): Promise<string[]> => page.locator('.questions h3').allTextContents();
    expect(await names()).toContain('Mesures, verdicts et bilans');
    expect(requested).not.toContain(`${url}/q`);
    await page.locator('summary', { hasText: 'Opérations enregistrées' }).click();
    await page.getByRole('heading', { name: 'Pour qui interroge' }).waitFor();
    await page.getByLabel('par profil').check();
    expect(await names()).toContain('Analyste MSSS');
    await page.getByLabel('Chercher une question').fill('quatre-minutes');
    await page.getByRole('button', { name: /^quatre-minutes/ }).click();
    await expect.poll(() => queryOf(page)).toContain('query QuatreMinutes(');
  });

  it('says that demonstration data is loaded', async () => {
    await page.getByText('Données de démonstration').waitFor();
  });

  it('opens, answers and leaves a question by the keyboard alone', async () => {
    await tabUntil(page, `element.labels?.[0]?.textContent === 'Chercher une question'`);
    await page.keyboard.type('q01');
    // Past how they are grouped.
    await page.keyboard.press('Tab');
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

    const types = await page
      .locator('.graphiql-doc-explorer-section-content')
      .last()
      .locator('a')
      .allTextContents();
    const ended = types.indexOf('Boolean');
    expect(types.slice(0, ended)).toEqual(
      types.slice(0, ended).toSorted((one, other) => one.localeCompare(other, 'fr')),
    );
    expect(types.slice(ended)).toEqual(expect.arrayContaining(['Float', 'ID', 'Int', 'String']));

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

  it.each<['light' | 'dark', Checks]>([
    ['light', 'ALL'],
    ['dark', 'COLOURS'],
  ])('holds nobody back on any panel, in %s colours', async (colorScheme, checks) => {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await waitForExplorer(page);
    const barriers: Record<string, readonly string[]> = {};
    const look = async (what: string): Promise<void> => {
      barriers[what] = [...(await findBarriers(page, checks)), ...(await findMoving(page))];
    };
    await look('questions');
    await page.getByRole('switch', { name: 'Plan' }).check();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/graphql', (route) => held.then(() => route.continue()));
    await page.getByRole('button', { name: /^Exécuter la requête/ }).click();
    await page.locator('.graphiql-spinner').waitFor();
    await look('an answer to come');
    answer();
    await waitForAnswer(page);
    await page.locator('.plan summary').first().click();
    await look('answer and plan');
    await page.getByRole('button', { name: 'Exporter' }).click();
    await page.locator('.formats').waitFor();
    await look('export');
    await page.getByRole('button', { name: 'Exporter' }).click();
    for (const [form, shown] of [
      ['Arbre', '.tree'],
      ['Tableau', '.result-view table'],
      ['Graphique', '.chart'],
    ] as const) {
      await page.getByRole('button', { name: form, exact: true }).click();
      await page.locator(shown).first().waitFor();
      await look(form);
    }
    await page.getByRole('button', { name: 'JSON' }).click();
    for (const name of ['Instant', 'Identité']) {
      await page.locator('summary', { hasText: name }).click();
      await page.locator('.picker-panel form').waitFor();
      await look(name);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Enregistrer cette requête' }).click();
    await page.locator('dialog.save').waitFor();
    await look('save');
    await page.keyboard.press('Escape');
    await openPanel(page, 'Chercher dans le schéma');
    await page.getByLabel('Mots de ce que vous cherchez').fill('délai');
    await page.locator('.questions li').first().waitFor();
    await look('schema, searched');
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
    expect(Object.fromEntries(Object.entries(barriers).filter(([, found]) => found.length > 0))).toEqual({});
  });

  it('leads to a page that tells the state of the graph without a script', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-CA' });
    const reader = await still.newPage();
    await reader.goto(`${url}/etat`);
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe('État');
    expect(await reader.getByRole('row', { name: /^Démonstration chargée/ }).count()).toBe(1);
    await reader.goto(url);
    expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe('Explorateur');
    const main = reader.getByRole('main');
    expect(await main.textContent()).toContain('L’explorateur a besoin de JavaScript');
    for (const name of ['Tableau de bord', 'Adresses']) await main.getByRole('link', { name }).waitFor();
    await still.close();
    await page.getByRole('link', { name: 'État' }).click();
    await page.getByText('Le graphe répond.').waitFor();
    await page.getByRole('link', { name: 'Palier, accueil' }).click();
    await page.getByRole('heading', { level: 1, name: 'Le Québec d’un coup d’œil' }).waitFor();
    await page.getByRole('link', { name: 'Explorateur' }).click();
    await waitForExplorer(page);
  });

  describe.each([
    ['of a newer build', (route: Route) => route.fulfill({ status: 404 }), 0],
    // The last part stands for the others, each of which is read as it is.
    ['that the network lost', (route: Route) => route.abort(), -1],
  ])('whose parts are %s', (_, answer, from) => {
    // What shows the answer comes last: it is remembered, and read again with the page.
    const PARTS: readonly (readonly [string, () => Promise<void>])[] = [
      ['search-panel', () => openPanel(page, 'Chercher dans le schéma')],
      ['identity-panel', () => page.locator('summary', { hasText: 'Identité' }).click()],
      ['export-panel', () => page.getByRole('button', { name: 'Exporter' }).click()],
      ['save-dialog', () => page.getByRole('button', { name: /^Enregistrer/ }).click()],
      ['result-view', () => page.getByRole('button', { name: 'Tableau' }).click()],
    ];

    it('stands without any of them, says why, and is read again with its tabs', async () => {
      for (const [part, open] of PARTS.slice(from)) {
        await runQuery(page);
        await page.route(new RegExp(`/assets/${part}-`), answer);
        await open();
        const said = page.getByRole('alert').filter({ hasText: 'n’a pas pu être lue' });
        await said.waitFor();
        expect([part, await said.textContent()]).toEqual([
          part,
          expect.stringContaining('Palier est plus récent que cet onglet, ou le réseau a manqué'),
        ]);
        expect(await runQuery(page)).toMatchObject({ data: expect.anything() });
        // A choice of the header closes when it is left.
        if (!(await said.isVisible())) await open();
        await page.unroute(new RegExp(`/assets/${part}-`));
        await said.getByRole('button', { name: 'Recharger la page' }).click();
        await said.waitFor({ state: 'detached' });
        await waitForExplorer(page);
        expect(await tabsOf(page).allTextContents()).toEqual(['Bienvenue']);
        // The browser tells what it could not read.
        complaints.length = 0;
      }
    });
  });

  it.each([
    ['a telephone', 360, 740],
    ['a screen zoomed to 200 %', 640, 400],
  ])('fits %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    expect(await isWiderThanScreen(page)).toBe(false);
    expect(await runQuery(page)).toMatchObject({ data: expect.anything() });
    await page.getByRole('button', { name: 'Graphique' }).click();
    await page.locator('.chart').waitFor();
    await page.locator('summary', { hasText: 'Identité' }).click();
    await page.locator('.picker-panel form').waitFor();
    expect(await isWiderThanScreen(page)).toBe(false);
    expect(await findBarriers(page)).toEqual([]);
  });
});
