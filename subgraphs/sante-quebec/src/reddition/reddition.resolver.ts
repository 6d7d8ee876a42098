import type { Awaitable } from '@palier/runtime/awaitable';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import { type ExamenTable, findExamensByRedditions } from './reddition.queries.ts';
import { type Examen, Reddition } from './reddition.type.ts';

export const redditionReference = defineExtension('Reddition');

const SANS_EXAMEN: Examen = {
  statut: null,
  motifs: [],
  examineLe: null,
  absence: owedBySanteQuebec(
    'S4',
    'Cette reddition n’est pas encore examinée : Santé Québec coordonne la reddition de comptes tactique (004, 3.2.2, L1813-1814).',
  ),
  provenance: null,
};

const examenByReddition = defineLoader<string, Examen>(async ({ database }: Reading, ids) => {
  const rows = await findExamensByRedditions(database, ids);
  return inKeyOrder(ids, rows, (row) => row.reddition_id).map((row) =>
    row === null ? SANS_EXAMEN : toExamen(row),
  );
});

@Resolver(() => Reddition)
export class RedditionResolver {
  @FieldResolver()
  examen(@Root() { id }: Reddition, @Ctx() context: Context): Awaitable<Examen> {
    return examenByReddition.load(context, id);
  }
}

function toExamen(row: ExamenTable): Examen {
  return {
    statut: row.statut,
    motifs: row.motifs,
    examineLe: toInstant(row.examine_le),
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
