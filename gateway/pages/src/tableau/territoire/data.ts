import type { NodeOf } from '../../operations/operation.ts';
import type { TableauSerieQuery, TableauTerritoireQuery } from '../../operations/operations.ts';

export type TerritoireLu = NonNullable<TableauTerritoireQuery['territoireClsc']>;

export type Gestionnaire = NonNullable<TerritoireLu['gestionnaire']>;

export type RoleExerce = NodeOf<TerritoireLu['exerciceRoles']>;

export type Offre = NodeOf<TerritoireLu['offre']>;

/** Whether something is declared, or what is said of it when nothing is. */
export type Declaration = NonNullable<
  NonNullable<TerritoireLu['declarationsRoles'] | TerritoireLu['declarationsServices']>[number]
>;

export type MesureDeSerie = NodeOf<NonNullable<TableauSerieQuery['territoireClsc']>['mesures']>;
