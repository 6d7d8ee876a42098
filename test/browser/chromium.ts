import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';

export const HAS_CHROMIUM = existsSync(CHROMIUM);

/** What a group of tests that needs it is called. */
export const inChromium = (what: string): string => `${what}, in ${CHROMIUM}, skipped when it is absent`;

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

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, timeout: UNHURRIED_MS });

interface Screen {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

const USUAL = { width: 1280, height: 800, colorScheme: 'light' } as const;

export async function openPage(
  browser: Browser,
  { width = USUAL.width, height = USUAL.height, colorScheme = USUAL.colorScheme }: Screen = {},
): Promise<Page> {
  const page = await browser.newPage({
    locale: 'fr-CA',
    viewport: { width, height },
    colorScheme,
    // The policy of the pages lets no script run but its own: that of the check neither.
    bypassCSP: true,
  });
  page.setDefaultTimeout(UNHURRIED_MS);
  return page;
}

/**
 * Makes of a page one that has shown nothing of this site: to open another, which is a window of its own, takes the browser
 * three times what it takes to draw the explorer.
 */
export async function renewPage(page: Page, url: string): Promise<void> {
  for (const event of ['request', 'pageerror', 'console'] as const) page.removeAllListeners(event);
  await page.unrouteAll();
  // Nothing there runs, nor writes again what is cleared.
  await page.goto(`${url}/health/live`);
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await page.emulateMedia({ colorScheme: USUAL.colorScheme, reducedMotion: 'no-preference' });
  await page.setViewportSize(USUAL);
}

/** What the page asks for from now on. */
export function recordRequests(page: Page): readonly string[] {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  return requested;
}

export const isWiderThanScreen = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** More than any page of ours has links and fields. */
const MOST_TABS = 1_500;

/**
 * Presses Tab until the focused element is the one wanted.
 *
 * @param wanted of the element: « element.id === 'q' »
 * @throws {Error} when it is not reached
 */
export async function tabUntil(page: Page, wanted: string): Promise<void> {
  for (let count = 0; count < MOST_TABS; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`((element) => ${wanted})(document.activeElement)`)) return;
  }
  throw new Error(`${MOST_TABS} tabs on ${page.url()} reach nothing of which it holds that ${wanted}`);
}

/**
 * What is looked for: everything; what is said, whatever it looks like; or what another screen may break of a page that was
 * checked whole on one.
 */
export type Checks = 'ALL' | 'BUT_COLOURS' | 'WORDS' | 'COLOURS' | 'CONTRAST' | 'SIZES';

const CONTRAST = ['color-contrast'];
const COLOURS = [...CONTRAST, 'link-in-text-block'];
const SIZES = ['target-size', 'scrollable-region-focusable'];

const without = (rules: readonly string[]): object => ({
  rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
});

const RULES: Readonly<Record<Checks, object>> = {
  ALL: {},
  BUT_COLOURS: without(COLOURS),
  WORDS: without([...COLOURS, ...SIZES]),
  COLOURS: { runOnly: COLOURS },
  // Nobody follows a link on paper, where it is a text as others are.
  CONTRAST: { runOnly: CONTRAST },
  SIZES: { runOnly: SIZES },
};

/** What would hold somebody back on the page as it is: each rule broken, and where. */
export async function findBarriers(page: Page, checks: Checks = 'ALL'): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...RULES[checks] };
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target, failureSummary].join(' ; '))))`,
  );
}

/** What moves by itself, or would when its state changes, for whoever asks that nothing move. */
export async function findMoving(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return page.evaluate(`{
    const lasts = (durations) => durations.split(', ').some((duration) => parseFloat(duration) > 0.001);
    const moves = ({ animationName, animationDuration, transitionDuration, scrollBehavior }) =>
      (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration) || scrollBehavior === 'smooth';
    const said = (element, part) => element.tagName + ' ' + (element.getAttribute('class') ?? '') + (part ?? '');
    [
      ...[...document.querySelectorAll('*')].flatMap((element) =>
        [undefined, '::before', '::after']
          .filter((part) => moves(getComputedStyle(element, part)))
          .map((part) => said(element, part))),
      ...document.getAnimations().map(({ effect }) => 'runs: ' + said(effect.target, effect.pseudoElement)),
    ]
  }`);
}

/** The controls of a part of the page that a pointer cannot reach, even once they are scrolled to: what is at their centre instead. */
export const findUnreachable = (part: Locator): Promise<readonly string[]> =>
  part.evaluate((root) =>
    [...root.querySelectorAll('a, button, input, select, summary, textarea')].flatMap((control) => {
      control.scrollIntoView({ block: 'nearest' });
      const { x, y, width, height } = control.getBoundingClientRect();
      const found = root.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
      const covers = found?.outerHTML.slice(0, 80) ?? 'nothing';
      return control.contains(found) ? [] : [`${control.outerHTML} is under ${covers}`];
    }),
  );

/** Keeps three of the neighbours that are made alike, from within, for what costs as much as the page is long; not of the cells, which are in columns. */
export const shorten = (page: Page): Promise<void> =>
  page.evaluate(`{
    const shapes = new Map();
    const PAIRED = new Set(['TD', 'TH', 'DT', 'DD', 'OPTION']);
    const prune = (element) => {
      const seen = new Map();
      for (const child of [...element.children]) {
        prune(child);
        const count = (seen.get(shapes.get(child)) ?? 0) + 1;
        seen.set(shapes.get(child), count);
        if (count > 3 && !PAIRED.has(child.tagName)) child.remove();
      }
      const within = [...element.children].map((child) => shapes.get(child));
      shapes.set(element, [element.tagName, element.getAttribute('class'), '(', ...within, ')'].join(' '));
    };
    prune(document.body);
  }`);

/**
 * Keeps of the neighbours what shows three times each kind of element that they are or hold, for what depends on what an element is and
 * on all that it is in: its colours.
 */
export const keepKinds = (page: Page): Promise<void> =>
  page.evaluate(`{
    const kindOf = ({ tagName, attributes }) =>
      [tagName, ...[...attributes].map(({ name, value }) => (/^(class$|data-)/.test(name) ? name + '=' + value : name))].join(' ');
    const prune = (element) => {
      const seen = new Map();
      for (const child of [...element.children]) {
        const kinds = prune(child);
        const isSeen = kinds.every((kind) => seen.get(kind) >= 3);
        if (isSeen) child.remove();
        else for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
      const kind = kindOf(element);
      return [kind, ...[...seen.keys()].map((within) => kind + ' > ' + within)];
    };
    prune(document.body);
  }`);
