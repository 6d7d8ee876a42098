import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type House, type HouseOptions, openHouse } from '@palier/start/open-house';
import { playStory } from '@palier/start/story';
import { snapshotLocation } from '../house.ts';
import { PLANNING } from '../planning.ts';

export const OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));

/** A house whose pages can be opened, as production is: registered operations alone, and a contract beside the full graph. */
export interface PagesHouse extends House {
  readonly url: string;
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<OpenedPage>;
}

interface OpenedPage {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a first view takes, compressed: the page, and its style. */
export async function weighView(house: PagesHouse, path: string): Promise<number> {
  const { text } = await house.open(path);
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
  return gzipSync(text).length + gzipSync((await house.open(sheet)).text).length;
}

let shared: Promise<PagesHouse> | undefined;

/** For what only reads: one house a worker, consolidated, which every file of the worker asks and none closes. */
export async function openSharedPages(): Promise<PagesHouse> {
  shared ??= openPagesHouse();
  return { ...(await shared), close: () => Promise.resolve() };
}

/** For this file alone: the story of the demonstration is told there, a version sent back by cells and another consolidated. */
export async function openToldPages(options: Partial<HouseOptions> = {}): Promise<PagesHouse> {
  const house = await openPagesHouse(options);
  await playStory(house.gateway);
  return house;
}

export async function openPagesHouse(options: Partial<HouseOptions> = {}): Promise<PagesHouse> {
  const house = await openHouse({
    location: snapshotLocation(),
    data: { demonstration: 'CHARGEE' },
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: OPERATIONS,
    operationsAllowed: 'REGISTERED',
    contracts: [{ name: 'public', filter: { exclude: ['interne'] } }],
    ...options,
  });
  const { url } = await house.gateway.listen(0, '127.0.0.1');
  return {
    ...house,
    url,
    open: async (path, headers = {}) => {
      // Both sides are here: to compress a page and to read it again is of other tests.
      const plain = { 'accept-encoding': 'identity', ...headers };
      const response = await fetch(new URL(path, url), { headers: plain, redirect: 'manual' });
      // Words are compared, whatever space holds them together: set-text.test.ts says which is where.
      const text = (await response.text()).replaceAll('\u00a0', ' ');
      return { status: response.status, headers: response.headers, text };
    },
  };
}
