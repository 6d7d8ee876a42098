import type { PagesHouse } from './open-pages.ts';

/** Where a page leads. */
export const linksOf = ({ url }: PagesHouse, html: string): readonly URL[] =>
  [...html.matchAll(/<a href="([^"#][^"]*)"/g)].map(
    ([, href = '']) => new URL(href.replaceAll('&amp;', '&'), url),
  );
