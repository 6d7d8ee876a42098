import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type { ConstatTable } from '../tables/constat.table.ts';
import type {
  DemandeModificationTable,
  ImpactModificationTable,
} from '../tables/demande-modification.table.ts';
import type { DesignationTable } from '../tables/designation.table.ts';
import type { EntenteTable } from '../tables/entente.table.ts';
import type { ExerciceRoleTable } from '../tables/exercice-role.table.ts';
import type { FonctionEtablissementTable } from '../tables/fonction-etablissement.table.ts';
import type { InstallationTable } from '../tables/installation.table.ts';
import type { ExigenceMesureeTable, MesureTable } from '../tables/mesure.table.ts';
import type { OffreServiceTable } from '../tables/offre-service.table.ts';
import type { PartenaireTable } from '../tables/partenaire.table.ts';
import type { LigneRedditionTable, RedditionTable } from '../tables/reddition.table.ts';
import type { ConstatValidationTable, RegleAppliqueeTable } from '../tables/regle.table.ts';
import type { ValeurRegionaleTable } from '../tables/valeur-regionale.table.ts';

/** The tables of the operational level, each described by a file of `tables/`. */
export interface Tables {
  exigence_mesuree: ExigenceMesureeTable;
  mesure: MesureTable;
  designation: DesignationTable;
  fonction_etablissement: FonctionEtablissementTable;
  exercice_role: ExerciceRoleTable;
  installation: InstallationTable;
  offre_service: OffreServiceTable;
  partenaire: PartenaireTable;
  entente: EntenteTable;
  reddition: RedditionTable;
  ligne_reddition: LigneRedditionTable;
  regle_appliquee: RegleAppliqueeTable;
  constat_validation: ConstatValidationTable;
  constat: ConstatTable;
  demande_modification: DemandeModificationTable;
  impact_modification: ImpactModificationTable;
  valeur_regionale: ValeurRegionaleTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
