import { nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import { loadEtablissementOfTerritoire } from '../etablissement/etablissement.loader.ts';
import type { Context } from '../tables.ts';
import { suiteByConstat } from './constat.loader.ts';
import { Constat, type SuiteConstat } from './constat.type.ts';

export const constatReference = defineExtension('Constat');

const SANS_SUITE: SuiteConstat = {
  decision: null,
  reponse: null,
  donneeLe: null,
  absence: deducedOfSanteQuebec(
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

const HORS_SANTE_QUEBEC: SuiteConstat = {
  ...SANS_SUITE,
  absence: nothingOwed(
    'Ce constat n’a pas de réponse, et aucun texte n’oblige à en donner une. Le mandat S5 est de coordonner les actions des établissements territoriaux (004, 3.2.2, L1816), et aucun ne dirige ce territoire (de mémoire, non vérifié).',
  ),
};

/** What is missing of the answer to a constat that reached Santé Québec. */
const loadMissing = (context: Context, territoire: string | undefined): Awaitable<SuiteConstat> =>
  territoire === undefined
    ? SANS_SUITE
    : chain(loadEtablissementOfTerritoire(context, territoire), (etablissement) =>
        etablissement === null || etablissement.categorie === 'ETABLISSEMENT_TERRITORIAL'
          ? SANS_SUITE
          : HORS_SANTE_QUEBEC,
      );

@Resolver(() => Constat)
export class ConstatResolver {
  @FieldResolver()
  suite(@Root() { id, etat, territoire }: Constat, @Ctx() context: Context): Awaitable<SuiteConstat> {
    return chain(
      suiteByConstat.load(context, id),
      (suite) =>
        suite ?? (etat === 'TRANSMIS_SANTE_QUEBEC' ? loadMissing(context, territoire?.code) : NON_TRANSMIS),
    );
  }
}
