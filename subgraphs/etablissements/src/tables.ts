import type { ReadingContext, SubgraphContext } from '@palier/runtime/context';

/** The tables of the operational level, each described by a file of `tables/`. */
export interface Tables {
  exigence_mesuree: import('../tables/mesure.table.ts').ExigenceMesureeTable;
  territoire_servi: import('../tables/selection.table.ts').TerritoireServiTable;
  borne_verdict: import('../tables/selection.table.ts').BorneVerdictTable;
  mesure: import('../tables/mesure.table.ts').MesureTable;
  designation: import('../tables/designation.table.ts').DesignationTable;
  fonction_etablissement: import('../tables/fonction-etablissement.table.ts').FonctionEtablissementTable;
  exercice_role: import('../tables/exercice-role.table.ts').ExerciceRoleTable;
  installation: import('../tables/installation.table.ts').InstallationTable;
  offre_service: import('../tables/offre-service.table.ts').OffreServiceTable;
  partenaire: import('../tables/partenaire.table.ts').PartenaireTable;
  entente: import('../tables/entente.table.ts').EntenteTable;
  reddition: import('../tables/reddition.table.ts').RedditionTable;
  ligne_reddition: import('../tables/reddition.table.ts').LigneRedditionTable;
  secret_depot: import('../tables/depot.table.ts').SecretDepotTable;
  regle_appliquee: import('../tables/regle.table.ts').RegleAppliqueeTable;
  constat_validation: import('../tables/regle.table.ts').ConstatValidationTable;
  constat: import('../tables/constat.table.ts').ConstatTable;
  demande_modification: import('../tables/demande-modification.table.ts').DemandeModificationTable;
  impact_modification: import('../tables/demande-modification.table.ts').ImpactModificationTable;
  valeur_regionale: import('../tables/valeur-regionale.table.ts').ValeurRegionaleTable;
}

export type Context = SubgraphContext<Tables>;
/** What loaders are given. */
export type Reading = ReadingContext<Tables>;
