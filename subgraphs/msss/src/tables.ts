import type { SubgraphContext } from '@palier/runtime/context';
import type { DocumentTable } from './document/document.queries.ts';
import type { EcartTable, EcartToucheTable } from './ecart/ecart.queries.ts';
import type { AssertionTable, ExigenceTable, SeuilTable } from './exigence/exigence.queries.ts';
import type { RechercheTable } from './recherche/recherche.queries.ts';
import type { ServiceSocialTable } from './service-social/service-social.queries.ts';
import type { StandardTable } from './standard/standard.queries.ts';
import type { UniteTable } from './decoupage/decoupage.queries.ts';
import type { PopulationTable, TerritoireClscTable } from './territoire-clsc/territoire-clsc.queries.ts';

/** The tables of the ministry's level, each described beside its queries. */
export interface Tables {
  document: DocumentTable;
  unite: UniteTable;
  territoire_clsc: TerritoireClscTable;
  population: PopulationTable;
  service_social: ServiceSocialTable;
  standard: StandardTable;
  exigence: ExigenceTable;
  seuil: SeuilTable;
  assertion: AssertionTable;
  ecart: EcartTable;
  ecart_touche: EcartToucheTable;
  recherche: RechercheTable;
}

export type Context = SubgraphContext<Tables>;
