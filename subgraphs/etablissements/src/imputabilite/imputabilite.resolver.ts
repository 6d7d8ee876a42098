import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { toProvenance } from '@palier/runtime/provenance';
import { defineExtension } from '@palier/runtime/reference';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { HORS_MANDATS, isOutsideMandates } from '../absence/owed-there.loader.ts';
import { gestionnaireByTerritoire, withoutGestionnaire } from '../designation/designation.loader.ts';
import type { Context } from '../tables.ts';
import { Imputabilite, RenduPar } from './imputabilite.type.ts';

const PROVENANCE = toProvenance({
  origine: 'INFERENCE',
  document: '004',
  section: '3.2.3',
  lignes: 'L1864-1866',
  confiance: 'inféré',
  note: 'Le mandat E11 est écrit ; que les standards de 003 soient ceux dont on rend compte, et au territoire de CLSC, est une inférence (X-14, X-13).',
});

const SANS_COMPTE = toProvenance({
  origine: 'INFERENCE',
  confiance: 'inféré',
  note: 'que l’établissement n’ait pas de compte à rendre est déduit : voir absence',
});

export const imputabiliteReference = defineExtension('Imputabilite');

@Resolver(() => Imputabilite)
export class ImputabiliteResolver {
  @Directive('@requires(fields: "motifSansCompte")')
  @FieldResolver(() => RenduPar, {
    nullable: true,
    description: 'Qui, au palier opérationnel, rend compte de l’exigence dans ce territoire.',
  })
  async renduPar(
    @Root() { territoire, motifSansCompte }: Imputabilite,
    @Ctx() context: Context,
  ): Promise<RenduPar> {
    if (motifSansCompte != null) return withoutAccount(nothingOwed(motifSansCompte));
    if (isOutsideMandates(territoire)) return withoutAccount(HORS_MANDATS);
    const gestionnaire = await gestionnaireByTerritoire.load(context, territoire);
    return {
      palier: { code: 'ETABLISSEMENT' },
      mandat: { code: 'E11' },
      gestionnaire,
      delegation: gestionnaire.delegation,
      referenceLegale: { code: 'RL5' },
      provenance: PROVENANCE,
      absence: gestionnaire.absence,
    };
  }
}

/** What nobody has to account for has no last link. */
function withoutAccount(absence: AbsenceValue): RenduPar {
  return {
    palier: null,
    mandat: null,
    gestionnaire: withoutGestionnaire(absence),
    delegation: null,
    referenceLegale: null,
    provenance: SANS_COMPTE,
    absence,
  };
}
