import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type { AppreciationTable } from '../tables/appreciation.table.ts';
import type { ArrimageTable } from '../tables/arrimage.table.ts';
import type { ChiffreTable } from '../tables/chiffre.table.ts';
import type { UniteTable } from '../tables/decoupage.table.ts';
import type { DocumentCiteTable } from '../tables/document-cite.table.ts';
import type { DocumentTable } from '../tables/document.table.ts';
import type { EcartTable, EcartToucheTable } from '../tables/ecart.table.ts';
import type { ElementTable } from '../tables/element.table.ts';
import type { EnonceTable } from '../tables/enonce.table.ts';
import type { FaitTable } from '../tables/fait.table.ts';
import type { SectionDocumentTable } from '../tables/section-document.table.ts';
import type { AssertionTable, ExigenceTable, SeuilTable } from '../tables/exigence.table.ts';
import type { LivrableTable } from '../tables/livrable.table.ts';
import type { OrientationTable } from '../tables/orientation.table.ts';
import type { MandatTable, ObligationTable, PalierTable } from '../tables/palier.table.ts';
import type { DomainePartenariatTable, RecommandationTable } from '../tables/partenariat.table.ts';
import type {
  AxePolitiqueTable,
  ModificationRecommandeeTable,
  OrientationPolitiqueTable,
  PolitiqueTable,
} from '../tables/politique.table.ts';
import type { PrincipeTable } from '../tables/principe.table.ts';
import type { RechercheTable } from '../tables/recherche.table.ts';
import type { ReferenceLegaleTable } from '../tables/reference-legale.table.ts';
import type { RoleClscTable } from '../tables/role-clsc.table.ts';
import type { ServiceSocialTable } from '../tables/service-social.table.ts';
import type { StandardTable } from '../tables/standard.table.ts';
import type { LigneTexteTable, TexteAttenduTable, TexteImporteTable } from '../tables/texte.table.ts';
import type { PopulationTable, TerritoireClscTable } from '../tables/territoire-clsc.table.ts';

/** The tables of the ministry's level, each described by a file of `tables/`. */
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
  section_document: SectionDocumentTable;
  enonce: EnonceTable;
  fait: FaitTable;
  recherche: RechercheTable;
  appreciation: AppreciationTable;
  texte_attendu: TexteAttenduTable;
  texte_importe: TexteImporteTable;
  ligne_texte: LigneTexteTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
