import { toProvenance } from '@palier/runtime/provenance';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { gestionnaireLoader } from '../designation/designation.loader.ts';
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

@Resolver(() => Imputabilite)
export class ImputabiliteResolver {
  @FieldResolver(() => RenduPar, {
    nullable: true,
    description: 'Qui, au palier opérationnel, rend compte de l’exigence dans ce territoire.',
  })
  async renduPar(@Root() { territoire }: Imputabilite, @Ctx() context: Context): Promise<RenduPar> {
    const gestionnaire = await gestionnaireLoader.load(context, territoire);
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
