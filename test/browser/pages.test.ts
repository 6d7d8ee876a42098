import { playStory } from '@palier/start/story';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importOutlines } from '../pages/import-outlines.ts';
import { openPagesHouse, type PagesHouse } from '../pages/open-pages.ts';
import { openWithoutLevels } from '../pages/open-without-levels.ts';
import {
  HAS_CHROMIUM,
  type Checks,
  findBarriers,
  findMoving,
  inChromium,
  isWiderThanScreen,
  keepKinds,
  openBrowser,
  openPage,
  recordRequests,
  shorten,
  tabUntil,
} from './chromium.ts';
import { waitForExplorer } from './explorer-page.ts';

/** A page of each form. */
const PAGES = [
  '/tableau',
  '/tableau/territoire/06112',
  '/tableau/exigence/A-P11:INFO_SOCIAL',
  '/tableau/etablissement/11045127?campagne=2025-2026',
  '/tableau/comparer',
  '/tableau/comparer?a=06112&b=17011',
  '/tableau?au=1999-01-01',
  '/fait',
  '/fait/exigence/A-P11:INFO_SOCIAL',
  '/fait/territoire-clsc/06112',
  '/recherche?q=navigateur',
  '/q',
  '/etat',
  '/rien',
];

/** The same in other states: what is theirs alone is looked at in short on a screen of each width. */
const STATES = [
  '/tableau?exigence=A-G7:AAOR&periode=2025-2026-P01',
  '/tableau/territoire/17011',
  '/tableau/territoire/99999',
  '/tableau/exigence/A-P1:AAOR',
  '/tableau/etablissement/11045127?campagne=2025-2026&etat=ABSENTE',
  // What was sent back, cell by cell.
  '/tableau/etablissement/11045127?campagne=2024-2025',
  '/tableau/comparer?territoire=06112',
  '/tableau?exigense=A-P5:AAOR',
  '/fait/mesure/2025-2026-P03:06112:A-P11:INFO_SOCIAL',
  '/fait/reddition/2024-2025:11045127:V1',
  // Declared territory by territory.
  '/fait/role-clsc/NAVIGATEUR',
  '/fait/standard/rien',
  '/recherche',
  '/recherche?q=navigateur&groupe=faits&page=2',
  '/recherche?q=Pierrefonds+Info-Social',
  // All of the words, then a part of them.
  '/recherche?q=CISSS+Laval',
  '/recherche?q=zzzzzz',
  '/recherche?q=H8Y+1A1',
  '/recherche?q=a&page=0',
  '/q?q=campagne+region',
  '/q?q=zzzzzz',
  '/q?mots=campagne',
];

/** As they were known before the story was told and the outlines were imported. */
const PAST = [
  '/tableau',
  '/tableau/etablissement/11045127',
  // Then, and now.
  '/tableau/comparer?territoire=06112',
  '/fait/exigence/A-P11:INFO_SOCIAL',
];

/** Where two levels do not answer. */
const IN_PART = [
  '/tableau/territoire/06112',
  '/fait/exigence/A-P11:INFO_SOCIAL',
  '/fait/etablissement/11045119',
  '/fait/service-social/AAOR',
];

/** What those that find nothing, or were asked what cannot be, answer. */
const REFUSED: Readonly<Record<string, number>> = {
  '/tableau/territoire/99999': 404,
  '/tableau?au=1999-01-01': 400,
  '/tableau?exigense=A-P5:AAOR': 400,
  '/fait/standard/rien': 404,
  '/recherche?q=a&page=0': 400,
  '/q?mots=campagne': 400,
  '/rien': 404,
};

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'none' | 'active';
  readonly media?: 'screen' | 'print';
  readonly checks: Checks;
}

/** Where the words of every row are checked; on those that come after it, three of those that are made alike. */
const WHOLE: Screen = { name: 'a wide screen', width: 1280, checks: 'WORDS' };
const SCREENS: readonly Screen[] = [
  WHOLE,
  { name: 'a wide screen, light', width: 1280, checks: 'COLOURS' },
  { name: 'a wide screen, dark', width: 1280, colorScheme: 'dark', checks: 'COLOURS' },
  {
    name: 'a wide screen, of the colours of its reader',
    width: 1280,
    forcedColors: 'active',
    checks: 'COLOURS',
  },
  { name: 'a letter sheet', width: 740, media: 'print', checks: 'CONTRAST' },
  { name: 'one zoomed to 200 %', width: 640, checks: 'SIZES' },
  { name: 'a phone, as one zoomed to 400 %', width: 320, checks: 'BUT_COLOURS' },
  { name: 'a phone, light', width: 320, checks: 'COLOURS' },
  { name: 'a wall', width: 2560, colorScheme: 'dark', checks: 'SIZES' },
];

const isOfColours = ({ checks }: Screen): boolean => checks === 'COLOURS' || checks === 'CONTRAST';

const looksAs =
  ({ width, colorScheme = 'light', forcedColors, media }: Screen) =>
  (other: Screen): boolean =>
    other.width === width &&
    (other.colorScheme ?? 'light') === colorScheme &&
    other.forcedColors === forcedColors &&
    other.media === media;

/** What looks otherwise on those is what is around a page, which the others have too. */
const IN_SHORT = SCREENS.filter(({ name }) => /light|dark|phone|sheet/.test(name));
const OF_A_STATE = SCREENS.filter(
  (screen) => screen === WHOLE || /wide screen, dark|phone/.test(screen.name),
);

async function showOn(
  page: Page,
  { width, colorScheme = 'light', forcedColors = 'none', media = 'screen' }: Screen,
): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, forcedColors, media });
}

describe.skipIf(!HAS_CHROMIUM)(inChromium('the pages drawn by the server'), () => {
  let house: PagesHouse;
  /** An instant of the past. */
  let before: string;
  let browser: Browser;
  beforeAll(async () => {
    house = await openPagesHouse();
    before = new Date().toISOString();
    await playStory(house.gateway);
    await importOutlines(house);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function checkOn(
    page: Page,
    screens: readonly Screen[],
    fitted: readonly Screen[] = screens,
  ): Promise<void> {
    const path = page.url();
    const looks = fitted.filter((screen, at) => fitted.findIndex(looksAs(screen)) === at);
    for (const screen of looks) {
      await showOn(page, screen);
      expect([path, screen.name, await isWiderThanScreen(page)]).toEqual([path, screen.name, false]);
    }
    const check = async (found: readonly Screen[]): Promise<void> => {
      for (const screen of found) {
        await showOn(page, screen);
        expect([path, screen.name, ...(await findBarriers(page, screen.checks))]).toEqual([
          path,
          screen.name,
        ]);
      }
    };
    const others = screens.filter((screen) => screen !== WHOLE && !isOfColours(screen));
    if (screens.includes(WHOLE)) await check([WHOLE]);
    await shorten(page);
    await check(others);
    await keepKinds(page);
    await check(screens.filter(isOfColours));
    expect([path, ...(await findMoving(page))]).toEqual([path]);
  }

  // A page asks nothing when its window changes: what it looks like on a screen, it looks like once brought there.
  it('hold nobody back on any screen, and ask nothing of elsewhere', async () => {
    const page = await openPage(browser);
    const requested = recordRequests(page);
    for (const path of [...PAGES, ...STATES]) {
      const answer = await page.goto(`${house.url}${path}`);
      expect([path, answer?.status()]).toEqual([path, REFUSED[path] ?? 200]);
      await checkOn(page, PAGES.includes(path) ? SCREENS : OF_A_STATE, SCREENS);
    }
    expect(requested.filter((address) => !address.startsWith(house.url))).toEqual([]);
    await page.close();
  });

  it('hold nobody back as they were known before, nor where levels do not answer', async () => {
    const page = await openPage(browser);
    for (const path of PAST) {
      const asked = new URL(path, house.url);
      asked.searchParams.set('au', before);
      expect((await page.goto(asked.href))?.status()).toBe(200);
      await checkOn(page, IN_SHORT);
    }
    const { url, close } = await openWithoutLevels(house.database);
    try {
      for (const path of IN_PART) {
        await page.goto(`${url}${path}`);
        expect(await page.getByText(/manque|ne peut pas être lue/).count(), path).toBeGreaterThan(0);
        await checkOn(page, IN_SHORT);
      }
    } finally {
      await close();
    }
    await page.close();
  });

  it('hold nobody back where they ask for a token', async () => {
    const page = await openPage(browser);
    const { url, close } = await openWithoutLevels(house.database, { fullGraph: 'AUTHENTICATED' });
    try {
      expect((await page.goto(`${url}/tableau`))?.status()).toBe(401);
      await checkOn(page, OF_A_STATE, SCREENS);
    } finally {
      await close();
    }
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 375],
  ] as const)('are searched from the explorer too, in the %s, %i px wide', async (colorScheme, width) => {
    const page = await openPage(browser, { width, colorScheme });
    await page.goto(house.url);
    await waitForExplorer(page);
    const header = page.getByRole('banner');
    expect(await header.getByRole('link', { name: 'Tableau de bord' }).getAttribute('href')).toBe('/tableau');
    expect(await isWiderThanScreen(page)).toBe(false);
    expect(await findBarriers(page, 'ALL')).toEqual([]);
    await header.getByRole('searchbox').fill('navigateur');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recherche?q=navigateur');
    await page.close();
  });

  it('lead from the list of addresses to an answer', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/q`);
    const link = page
      .getByRole('region', { name: 'tableau-territoires' })
      .getByRole('link', { name: '.json', exact: true });
    const address = await link.getAttribute('href');
    expect((await house.open(address ?? '')).status).toBe(200);
    await page.close();
  });

  it('lead from the search to a fact by the keyboard alone, past the links of every page', async () => {
    const page = await openPage(browser);
    await page.goto(`${house.url}/fait`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller au contenu');
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
    await tabUntil(page, `element.id === 'q'`);
    await page.keyboard.type('navigateur');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/recherche?q=navigateur');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('contenu');
    await tabUntil(page, `element.getAttribute('href')?.startsWith('/fait/')`);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fait/**');
    expect(await page.textContent('h1')).not.toBe('');
    await page.close();
  });
});
