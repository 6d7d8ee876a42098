import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';

/** The tables of the ministry's level, each described by a file of `tables/`. */
export interface Tables {
  document: import('../tables/document.table.ts').DocumentTable;
  unite: import('../tables/decoupage.table.ts').UniteTable;
  territoire_clsc: import('../tables/territoire-clsc.table.ts').TerritoireClscTable;
  population: import('../tables/territoire-clsc.table.ts').PopulationTable;
  reference_legale: import('../tables/reference-legale.table.ts').ReferenceLegaleTable;
  element: import('../tables/element.table.ts').ElementTable;
  palier: import('../tables/palier.table.ts').PalierTable;
  mandat: import('../tables/palier.table.ts').MandatTable;
  obligation: import('../tables/palier.table.ts').ObligationTable;
  chiffre: import('../tables/chiffre.table.ts').ChiffreTable;
  livrable: import('../tables/livrable.table.ts').LivrableTable;
  document_cite: import('../tables/document-cite.table.ts').DocumentCiteTable;
  orientation: import('../tables/orientation.table.ts').OrientationTable;
  principe: import('../tables/principe.table.ts').PrincipeTable;
  role_clsc: import('../tables/role-clsc.table.ts').RoleClscTable;
  arrimage: import('../tables/arrimage.table.ts').ArrimageTable;
  politique: import('../tables/politique.table.ts').PolitiqueTable;
  axe_politique: import('../tables/politique.table.ts').AxePolitiqueTable;
  orientation_politique: import('../tables/politique.table.ts').OrientationPolitiqueTable;
  modification_recommandee: import('../tables/politique.table.ts').ModificationRecommandeeTable;
  domaine_partenariat: import('../tables/partenariat.table.ts').DomainePartenariatTable;
  recommandation: import('../tables/partenariat.table.ts').RecommandationTable;
  service_social: import('../tables/service-social.table.ts').ServiceSocialTable;
  standard: import('../tables/standard.table.ts').StandardTable;
  exigence: import('../tables/exigence.table.ts').ExigenceTable;
  seuil: import('../tables/exigence.table.ts').SeuilTable;
  assertion: import('../tables/exigence.table.ts').AssertionTable;
  ecart: import('../tables/ecart.table.ts').EcartTable;
  ecart_touche: import('../tables/ecart.table.ts').EcartToucheTable;
  section_document: import('../tables/section-document.table.ts').SectionDocumentTable;
  enonce: import('../tables/enonce.table.ts').EnonceTable;
  fait: import('../tables/fait.table.ts').FaitTable;
  dependance: import('../tables/dependance.table.ts').DependanceTable;
  recherche: import('../tables/recherche.table.ts').RechercheTable;
  appreciation: import('../tables/appreciation.table.ts').AppreciationTable;
  texte_attendu: import('../tables/texte.table.ts').TexteAttenduTable;
  texte_importe: import('../tables/texte.table.ts').TexteImporteTable;
  ligne_texte: import('../tables/texte.table.ts').LigneTexteTable;
  importation: import('../tables/importation.table.ts').ImportationTable;
  population_importee: import('../tables/population-importee.table.ts').PopulationImporteeTable;
  installation_publiee: import('../tables/fiche-m02.table.ts').FicheM02Table;
  etablissement_publie: import('../tables/fiche-m02.table.ts').FicheM02Table;
  limite_publiee: import('../tables/limite-publiee.table.ts').LimitePublieeTable;
  etablissement_servant: import('../tables/selection.table.ts').EtablissementServantTable;
  indicateur_comptant: import('../tables/selection.table.ts').IndicateurComptantTable;
  code_postal: import('../tables/code-postal.table.ts').CodePostalTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
