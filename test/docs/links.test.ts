import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (page: URL): string => readFileSync(page, 'utf8');

/** The pages of the project, from its root. */
function listPages(): readonly URL[] {
  const inDocs = readdirSync(new URL('docs', ROOT), { recursive: true, encoding: 'utf8' });
  return [
    ...readdirSync(ROOT)
      .filter((name) => name.endsWith('.md'))
      .map((name) => new URL(name, ROOT)),
    ...inDocs.filter((name) => name.endsWith('.md')).map((name) => new URL(`docs/${name}`, ROOT)),
  ];
}

/** The name by which a heading is linked to. */
const toAnchor = (heading: string): string =>
  heading
    .replace(/\[(.*?)\]\(.*?\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsOf = (page: URL): readonly string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));

it('leads from every page to pages and headings that are there', () => {
  const pages = listPages();
  expect(pages.length).toBeGreaterThan(20);
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const target = new URL(link, page);
        const anchor = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        return !existsSync(target) || (anchor !== '' && !anchorsOf(target).includes(anchor));
      })
      .map((link) => `${page.pathname.slice(ROOT.pathname.length)}: ${link}`),
  );
  expect(dead).toEqual([]);
});
