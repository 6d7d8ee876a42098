import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type { BilanTerritoireTable, ConsolidationTable } from './bilan/bilan.queries.ts';
import type { CampagneTable } from './campagne/campagne.queries.ts';
import type { CanevasIndicateurTable, CanevasTable } from './canevas/canevas.queries.ts';
import type { SuiteConstatTable } from './constat/constat.queries.ts';
import type { AnalyseDemandeTable } from './demande-modification/demande-modification.queries.ts';
import type {
  EtablissementTable,
  ResponsabiliteTerritoireTable,
} from './etablissement/etablissement.queries.ts';
import type { IndicateurRefuseTable } from './indicateur-refuse/indicateur-refuse.queries.ts';
import type { IndicateurExigenceTable, IndicateurTable } from './indicateur/indicateur.queries.ts';
import type { MoyenTable } from './moyen/moyen.queries.ts';
import type { ExamenTable } from './reddition/reddition.queries.ts';

/** The tables of Santé Québec's level, each described beside its queries. */
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
  campagne: CampagneTable;
  consolidation: ConsolidationTable;
  bilan_territoire: BilanTerritoireTable;
  examen: ExamenTable;
  suite_constat: SuiteConstatTable;
  analyse_demande: AnalyseDemandeTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
