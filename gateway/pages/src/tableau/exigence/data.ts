import type { TableauExigenceQuery } from '../../operations/operations.ts';

export type ExigenceEntiere = NonNullable<TableauExigenceQuery['exigence']>;

export type EcartLu = ExigenceEntiere['ecarts'][number];
