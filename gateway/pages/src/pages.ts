import { fileURLToPath } from 'node:url';
import type { Mount } from '@palier/gateway/http/mount';
import type { ShippedOperations } from '@palier/gateway/request/published-graph';
import { fait } from './fait/fait.tsx';
import { isForPages, isNamedByPages } from './page-operations.ts';
import { recherche } from './recherche/recherche.tsx';
import { openPage } from './shell/open-page.tsx';
import type { Page } from './shell/page.ts';
import { tableau } from './tableau/tableau.tsx';

/** Every page, in the order of the links to them: a page is a folder, and a line here. */
const PAGES: readonly Page[] = [tableau, recherche, fait];

/** Asked by none, and linked to. */
const LINKED: ReadonlySet<string> = new Set(['campagnes', 'serie-territoire', 'verdicts-par-region']);

/** Their questions, which go with them: an operator may register others, and none of these. */
const OPERATIONS: ShippedOperations = {
  folder: fileURLToPath(new URL('../../../schema/operations', import.meta.url)),
  holds: (name) => isForPages(name) || isNamedByPages(name) || LINKED.has(name),
};

/** The pages drawn on the server. All goes through the graph, as anyone else would ask it. */
export const openPages = (): readonly Mount[] => PAGES.flatMap((page) => openPage(page, OPERATIONS));
