import type { Awaitable } from '@palier/runtime/awaitable';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import { type AnalyseDemandeTable, findAnalysesByDemandes } from './demande-modification.queries.ts';
import { type AnalyseDemande, DemandeModification } from './demande-modification.type.ts';

export const demandeModificationReference = defineExtension('DemandeModification');

const OBLIGATION = { code: 'X-CO1' };

const SANS_ANALYSE: AnalyseDemande = {
  effetDomino: [],
  conclusion: null,
  rendueLe: null,
  obligation: OBLIGATION,
  absence: owedBySanteQuebec(
    null,
    'Cette demande n’est pas encore analysée : le processus reste à établir entre Santé Québec, le ministère et leurs partenaires (004, 2.1.2, L726-730, obligation X-CO1), et le texte ne nomme pas qui accepte (G-14).',
  ),
  provenance: null,
};

const analyseByDemande = defineLoader<string, AnalyseDemande>(async ({ database }: Reading, ids) => {
  const rows = await findAnalysesByDemandes(database, ids);
  return inKeyOrder(ids, rows, (row) => row.demande_id).map((row) =>
    row === null ? SANS_ANALYSE : toAnalyse(row),
  );
});

@Resolver(() => DemandeModification)
export class DemandeModificationResolver {
  @FieldResolver()
  analyse(@Root() { id }: DemandeModification, @Ctx() context: Context): Awaitable<AnalyseDemande> {
    return analyseByDemande.load(context, id);
  }
}

function toAnalyse(row: AnalyseDemandeTable): AnalyseDemande {
  return {
    effetDomino: row.effet_domino,
    conclusion: row.conclusion,
    rendueLe: toInstant(row.rendue_le),
    obligation: OBLIGATION,
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
