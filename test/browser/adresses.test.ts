import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openHouse, type House } from '@palier/start/open-house';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotLocation } from '../house.ts';
import { findBarriers } from './explorer-page.ts';

const CHROMIUM = '/usr/bin/chromium';
const OPERATIONS = fileURLToPath(new URL('../../schema/operations', import.meta.url));
const UNHURRIED_MS = 600_000;

describe.skipIf(!existsSync(CHROMIUM))(
  `the page of addresses, in ${CHROMIUM}, skipped when it is absent`,
  () => {
    let house: House;
    let url: string;
    let browser: Browser;
    beforeAll(async () => {
      const data = { demonstration: 'CHARGEE' } as const;
      house = await openHouse({
        location: snapshotLocation(),
        data,
        logLevel: 'error',
        operationsFolder: OPERATIONS,
      });
      ({ url } = await house.gateway.listen(0, '127.0.0.1'));
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        timeout: UNHURRIED_MS,
      });
    });
    afterAll(async () => {
      await browser.close();
      await house.close();
    });

    it.each([
      ['a wide screen, light', 1280, 'light'],
      ['a wide screen, dark', 1280, 'dark'],
      ['a phone', 360, 'light'],
    ] as const)('holds nobody back on %s, and asks nothing of elsewhere', async (_, width, colorScheme) => {
      const page = await browser.newPage({ locale: 'fr-CA', viewport: { width, height: 800 }, colorScheme });
      page.setDefaultTimeout(UNHURRIED_MS);
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      await page.goto(`${url}/q`);
      expect(await findBarriers(page)).toEqual([]);
      const isWider = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(isWider).toBe(false);
      expect(requested.filter((address) => !address.startsWith(url))).toEqual([]);
      const link = page
        .getByRole('region', { name: 'tableau-territoires' })
        .getByRole('link', { name: '.json', exact: true });
      expect((await fetch(new URL((await link.getAttribute('href')) ?? '', url))).status).toBe(200);
      await page.close();
    });
  },
);
