import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type {
  BilanTerritoireTable,
  CompositionTable,
  ConsolidationTable,
  ReleveTable,
} from '../tables/bilan.table.ts';
import type {
  CampagneTable,
  ExceptionCampagneTable,
  TransmissionTable,
  VersionRetenueTable,
} from '../tables/campagne.table.ts';
import type { CanevasExigenceTable, CanevasIndicateurTable, CanevasTable } from '../tables/canevas.table.ts';
import type { SuiteConstatTable } from '../tables/constat.table.ts';
import type { AnalyseDemandeTable } from '../tables/demande-modification.table.ts';
import type { EtablissementTable, ResponsabiliteTerritoireTable } from '../tables/etablissement.table.ts';
import type { IndicateurRefuseTable } from '../tables/indicateur-refuse.table.ts';
import type { IndicateurExigenceTable, IndicateurTable } from '../tables/indicateur.table.ts';
import type { MoyenTable } from '../tables/moyen.table.ts';
import type { CelluleRetourneeTable, ExamenTable } from '../tables/reddition.table.ts';
import type { RegleRetireeTable, RegleTable } from '../tables/regle.table.ts';

/** The tables of Santé Québec's level, each described by a file of `tables/`. */
export interface Tables {
  etablissement: EtablissementTable;
  responsabilite_territoire: ResponsabiliteTerritoireTable;
  indicateur: IndicateurTable;
  indicateur_exigence: IndicateurExigenceTable;
  indicateur_refuse: IndicateurRefuseTable;
  outil: MoyenTable;
  levier_national: MoyenTable;
  canevas: CanevasTable;
  canevas_indicateur: CanevasIndicateurTable;
  canevas_exigence: CanevasExigenceTable;
  regle_initiale: RegleTable;
  regle_publiee: RegleTable;
  regle_retiree: RegleRetireeTable;
  campagne: CampagneTable;
  exception_campagne: ExceptionCampagneTable;
  version_retenue: VersionRetenueTable;
  transmission: TransmissionTable;
  consolidation: ConsolidationTable;
  bilan_territoire: BilanTerritoireTable;
  composition_territoire: CompositionTable;
  releve_territoire: ReleveTable;
  examen: ExamenTable;
  cellule_retournee: CelluleRetourneeTable;
  suite_constat: SuiteConstatTable;
  analyse_demande: AnalyseDemandeTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
