import type { SubgraphContext } from '@palier/runtime/context';
import type { DocumentTable } from './document/document.queries.ts';
import type { UniteTable } from './decoupage/decoupage.queries.ts';
import type { PopulationTable, TerritoireClscTable } from './territoire-clsc/territoire-clsc.queries.ts';

/** The tables of the ministry's level, each described beside its queries. */
export interface Tables {
  document: DocumentTable;
  unite: UniteTable;
  territoire_clsc: TerritoireClscTable;
  population: PopulationTable;
}

export type Context = SubgraphContext<Tables>;
