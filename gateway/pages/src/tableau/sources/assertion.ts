import type { TableauExigenceQuery, TableauSerieQuery } from '../../operations/operations.ts';

/** What one source says of an exigence. */
export type AssertionLue = NonNullable<
  (TableauExigenceQuery | TableauSerieQuery)['exigence']
>['assertions'][number];
