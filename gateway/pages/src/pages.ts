import type { Room } from '@palier/gateway/http/room';
import { fait } from './fait/fait.tsx';
import { recherche } from './recherche/recherche.tsx';
import { openPage } from './shell/open-page.tsx';
import type { Page } from './shell/page.ts';
import { tableau } from './tableau/tableau.tsx';

/** Every page, in the order of the links to them: a page is a folder, and a line here. */
const PAGES: readonly Page[] = [tableau, recherche, fait];

/** The pages drawn on the server. All goes through the graph, as anyone else would ask it. */
export const openPages = (): readonly Room[] => PAGES.flatMap(openPage);
