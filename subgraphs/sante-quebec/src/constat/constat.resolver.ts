import type { Awaitable } from '@palier/runtime/awaitable';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import { type SuiteConstatTable, findSuitesByConstats } from './constat.queries.ts';
import { Constat, type SuiteConstat } from './constat.type.ts';

export const constatReference = defineExtension('Constat');

const SANS_SUITE: SuiteConstat = {
  decision: null,
  reponse: null,
  donneeLe: null,
  absence: owedBySanteQuebec(
    'S5',
    'Santé Québec n’a pas encore répondu à ce constat : il doit circuler jusqu’à ses instances décisionnelles (004, L1554-1557), et qu’une réponse redescende est une déduction de Palier.',
  ),
  provenance: null,
};

const suiteByConstat = defineLoader<string, SuiteConstat>(async ({ database }: Reading, ids) => {
  const rows = await findSuitesByConstats(database, ids);
  return inKeyOrder(ids, rows, (row) => row.constat_id).map((row) =>
    row === null ? SANS_SUITE : toSuite(row),
  );
});

@Resolver(() => Constat)
export class ConstatResolver {
  @FieldResolver()
  suite(@Root() { id }: Constat, @Ctx() context: Context): Awaitable<SuiteConstat> {
    return suiteByConstat.load(context, id);
  }
}

function toSuite(row: SuiteConstatTable): SuiteConstat {
  return {
    decision: row.decision,
    reponse: row.reponse,
    donneeLe: toInstant(row.donnee_le),
    absence: null,
    provenance: toProvenance(row.provenance),
  };
}
