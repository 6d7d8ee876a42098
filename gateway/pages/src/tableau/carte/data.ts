import type { NodeOf } from '../../operations/operation.ts';
import type { TableauCarteQuery } from '../../operations/operations.ts';

export type MesureDeCarte = NodeOf<TableauCarteQuery['mesures']>;
