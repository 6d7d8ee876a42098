import type { Room } from '@palier/gateway/http/room';
import { fait } from './fait/fait.tsx';
import { recherche } from './recherche/recherche.tsx';
import { openPage } from './shell/open-page.tsx';
import type { Page } from './shell/page.ts';
import { openStyleSheet } from './shell/style-sheet.ts';
import { tableau } from './tableau/tableau.tsx';

/** Every page, in the order of the links to them: a page is a folder, and a line here. */
const PAGES: readonly Page[] = [tableau, recherche, fait];

/** The pages drawn on the server, and their style sheet. All goes through the graph, as anyone else would ask it. */
export function openPages(): readonly Room[] {
  const sheet = openStyleSheet(PAGES.flatMap(({ style }) => style ?? []));
  const nav = PAGES.flatMap(({ nav: name, path }) => (name === undefined ? [] : [{ name, path }]));
  return [sheet.room, ...PAGES.flatMap((page) => openPage(page, { nav, style: sheet.path }))];
}
