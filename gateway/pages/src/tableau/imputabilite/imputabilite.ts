import type { TableauSerieQuery } from '../../operations/operations.ts';

/** Who answers for an exigence in a territory, level by level; a level that did not answer is null. */
export type ImputabiliteLue = NonNullable<NonNullable<TableauSerieQuery['territoireClsc']>['imputabilite']>;
