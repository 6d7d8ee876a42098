import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** An answer as the page shows it. */
interface ShownAnswer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
}

/** Until the editors are drawn. */
export async function waitForExplorer(page: Page): Promise<void> {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
}

/** The text of the query editor. */
export const queryOf = (page: Page): Promise<string> => textOf(page, 'operation.graphql');

/** The open queries. */
export const tabsOf = (page: Page): Locator => page.locator('.graphiql-tab');

/** Opens panels of the side bar, one after the other. */
export async function openPanel(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const button = page.locator('.graphiql-sidebar').getByRole('button', { name: new RegExp(name) });
    if (!(await button.getAttribute('class'))?.includes('active')) await button.click();
  }
}

/** Runs the query of the open tab and waits for its answer. */
export async function runQuery(page: Page): Promise<ShownAnswer> {
  await page.getByRole('button', { name: /^Exécuter la requête/ }).click();
  return waitForAnswer(page);
}

/** What the page shows once the running query is answered. */
export async function waitForAnswer(page: Page): Promise<ShownAnswer> {
  const read = (): Promise<string> => textOf(page, 'response.json');
  await expect.poll(read).toMatch(/^\{\s*"(data|errors)"/);
  return JSON.parse(await read()) as ShownAnswer;
}

// The editor draws only the lines in sight: the whole text is in its model.
const textOf = (page: Page, file: string): Promise<string> =>
  page.evaluate(
    `globalThis.__MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith('${file}'))?.getValue() ?? ''`,
  );
