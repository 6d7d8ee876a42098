import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type { ArrimageTable } from './arrimage/arrimage.queries.ts';
import type { ChiffreTable } from './chiffre/chiffre.queries.ts';
import type { DocumentCiteTable } from './document-cite/document-cite.queries.ts';
import type { ElementTable } from './element/element.queries.ts';
import type { LivrableTable } from './livrable/livrable.queries.ts';
import type { OrientationTable } from './orientation/orientation.queries.ts';
import type { MandatTable, ObligationTable, PalierTable } from './palier/palier.queries.ts';
import type { DomainePartenariatTable, RecommandationTable } from './partenariat/partenariat.queries.ts';
import type {
  AxePolitiqueTable,
  ModificationRecommandeeTable,
  OrientationPolitiqueTable,
  PolitiqueTable,
} from './politique/politique.queries.ts';
import type { PrincipeTable } from './principe/principe.queries.ts';
import type { ReferenceLegaleTable } from './reference-legale/reference-legale.queries.ts';
import type { RoleClscTable } from './role-clsc/role-clsc.queries.ts';
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
  reference_legale: ReferenceLegaleTable;
  element: ElementTable;
  palier: PalierTable;
  mandat: MandatTable;
  obligation: ObligationTable;
  chiffre: ChiffreTable;
  livrable: LivrableTable;
  document_cite: DocumentCiteTable;
  orientation: OrientationTable;
  principe: PrincipeTable;
  role_clsc: RoleClscTable;
  arrimage: ArrimageTable;
  politique: PolitiqueTable;
  axe_politique: AxePolitiqueTable;
  orientation_politique: OrientationPolitiqueTable;
  modification_recommandee: ModificationRecommandeeTable;
  domaine_partenariat: DomainePartenariatTable;
  recommandation: RecommandationTable;
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
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
