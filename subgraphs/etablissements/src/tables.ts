import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';
import type { ConstatTable } from './constat/constat.queries.ts';
import type {
  DemandeModificationTable,
  ImpactModificationTable,
} from './demande-modification/demande-modification.queries.ts';
import type { DesignationTable } from './designation/designation.queries.ts';
import type { EntenteTable } from './entente/entente.queries.ts';
import type { ExerciceRoleTable } from './exercice-role/exercice-role.queries.ts';
import type { FonctionEtablissementTable } from './fonction-etablissement/fonction-etablissement.queries.ts';
import type { InstallationTable } from './installation/installation.queries.ts';
import type { ExigenceMesureeTable, MesureTable } from './mesure/mesure.queries.ts';
import type { OffreServiceTable } from './offre-service/offre-service.queries.ts';
import type { PartenaireTable } from './partenaire/partenaire.queries.ts';
import type { LigneRedditionTable, RedditionTable } from './reddition/reddition.queries.ts';
import type { ValeurRegionaleTable } from './valeur-regionale/valeur-regionale.queries.ts';

/** The tables of the operational level, each described beside its queries. */
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
  constat: ConstatTable;
  demande_modification: DemandeModificationTable;
  impact_modification: ImpactModificationTable;
  valeur_regionale: ValeurRegionaleTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
