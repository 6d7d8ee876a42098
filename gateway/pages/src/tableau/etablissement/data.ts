import type { NodeOf } from '../../operations/operation.ts';
import type {
  RetoursEtablissementQuery,
  TableauEtablissementQuery,
  TableauObligationsQuery,
} from '../../operations/operations.ts';

export type RedditionLue = NodeOf<RetoursEtablissementQuery['redditions']>;

export type ExamenLu = NonNullable<RedditionLue['examen']>;

/** One measure that came back, and all that is told of it. */
export type Retour = NonNullable<ExamenLu['cellules'][number]> & { readonly reddition: RedditionLue };

export type EtablissementLu = NonNullable<TableauEtablissementQuery['etablissement']>;

export type TerritoireDeLui = NonNullable<NonNullable<EtablissementLu['territoires']>[number]>;

export type ObligationLue = NodeOf<NonNullable<TableauObligationsQuery['etablissement']>['obligations']>;
