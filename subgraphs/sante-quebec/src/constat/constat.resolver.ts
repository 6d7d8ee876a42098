import { nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context } from '../tables.ts';
import { suiteByConstat } from './constat.loader.ts';
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

const NON_TRANSMIS: SuiteConstat = {
  ...SANS_SUITE,
  absence: nothingOwed(
    'Ce constat n’est pas encore transmis à Santé Québec : aucune suite n’en est due avant qu’il lui parvienne (004, L1554-1557).',
  ),
};

@Resolver(() => Constat)
export class ConstatResolver {
  @FieldResolver()
  suite(@Root() { id, etat }: Constat, @Ctx() context: Context): Awaitable<SuiteConstat> {
    const none = etat === 'TRANSMIS_SANTE_QUEBEC' ? SANS_SUITE : NON_TRANSMIS;
    return chain(suiteByConstat.load(context, id), (suite) => suite ?? none);
  }
}
