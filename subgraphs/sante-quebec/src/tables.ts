import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';

/** The tables of Santé Québec's level, each described by a file of `tables/`. */
export interface Tables {
  etablissement: import('../tables/etablissement.table.ts').EtablissementTable;
  responsabilite_territoire: import('../tables/etablissement.table.ts').ResponsabiliteTerritoireTable;
  indicateur: import('../tables/indicateur.table.ts').IndicateurTable;
  indicateur_exigence: import('../tables/indicateur.table.ts').IndicateurExigenceTable;
  indicateur_refuse: import('../tables/indicateur-refuse.table.ts').IndicateurRefuseTable;
  outil: import('../tables/moyen.table.ts').MoyenTable;
  levier_national: import('../tables/moyen.table.ts').MoyenTable;
  canevas: import('../tables/canevas.table.ts').CanevasTable;
  canevas_indicateur: import('../tables/canevas.table.ts').CanevasIndicateurTable;
  canevas_exigence: import('../tables/canevas.table.ts').CanevasExigenceTable;
  regle_initiale: import('../tables/regle.table.ts').RegleTable;
  regle_publiee: import('../tables/regle.table.ts').RegleTable;
  regle_retiree: import('../tables/regle.table.ts').RegleRetireeTable;
  campagne: import('../tables/campagne.table.ts').CampagneTable;
  exception_campagne: import('../tables/exception-campagne.table.ts').ExceptionCampagneTable;
  version_retenue: import('../tables/version-retenue.table.ts').VersionRetenueTable;
  transmission: import('../tables/transmission.table.ts').TransmissionTable;
  consolidation: import('../tables/consolidation.table.ts').ConsolidationTable;
  bilan_territoire: import('../tables/bilan.table.ts').BilanTerritoireTable;
  composition_territoire: import('../tables/consolidation.table.ts').CompositionTable;
  releve_territoire: import('../tables/consolidation.table.ts').ReleveTable;
  secret_consolidation: import('../tables/consolidation.table.ts').SecretConsolidationTable;
  examen: import('../tables/reddition.table.ts').ExamenTable;
  cellule_retournee: import('../tables/reddition.table.ts').CelluleRetourneeTable;
  ligne_retenue: import('../tables/reddition.table.ts').LigneRetenueTable;
  suite_constat: import('../tables/constat.table.ts').SuiteConstatTable;
  analyse_demande: import('../tables/demande-modification.table.ts').AnalyseDemandeTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
