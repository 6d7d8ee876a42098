import { act } from '@palier/runtime/acts/act';
import { contenuInvalide, RefusActe } from '@palier/runtime/acts/refus';
import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { Cost, ListSize } from '@palier/runtime/demand';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Campagne, CampagneResultat, type CampagneValue } from '../campagne/campagne.type.ts';
import { type CampagneDone, showCampagne } from '../campagne/show-campagne.ts';
import { demandesByEtablissement } from '../demande/demande.loader.ts';
import { etablissementLoader } from '../etablissement/etablissement.loader.ts';
import type { Context } from '../tables.ts';
import { accorderException } from './exception-campagne.actes.ts';
import { exceptionsByCampagne } from './exception-campagne.loader.ts';
import { AccorderExceptionArgs, ExceptionCampagne } from './exception-campagne.type.ts';

@Resolver(() => Campagne)
export class CampagneExceptionsResolver {
  @ListSize(30)
  @FieldResolver(() => [ExceptionCampagne], {
    description: 'Exceptions accordées après la clôture, dans l’ordre.',
  })
  exceptions(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly ExceptionCampagne[]> {
    return exceptionsByCampagne.load(context, code);
  }

  @Cost(30)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec laisse un établissement soumettre après la clôture, jusqu’à un jour donné ; `motif` est exigé. La dernière accordée vaut ; un jour déjà accordé n’est abrégé que si `versionAttendue` le nomme.',
  })
  async accorderException(
    @Ctx() context: Context,
    @Args(() => AccorderExceptionArgs)
    { cle, motif, campagne, etablissement, jusquAu, versionAttendue }: AccorderExceptionArgs,
  ): Promise<CampagneDone> {
    const asked = {
      campagne: parseCode(CODE_CAMPAGNE, campagne, 'campagne'),
      etablissement,
      jusquAu,
    };
    const acte = await act(context, {
      definition: accorderException,
      cle,
      motif,
      needsMotif: true,
      versionAttendue,
      asked: versionAttendue == null ? asked : { ...asked, versionAttendue },
      prepare: async () => {
        await refuseOwingNothing(context, etablissement);
        const version = versionAttendue == null ? {} : { version: versionAttendue + 1 };
        return { ...asked, ...version, motif: motif?.trim() ?? '' };
      },
    });
    return showCampagne(context, asked.campagne, acte);
  }
}

/** Raises CONTENU_INVALIDE for an établissement that is not known, ACTE_REFUSE for one that no campagne asks anything of. */
async function refuseOwingNothing(context: Context, code: string): Promise<void> {
  const etablissement = await etablissementLoader.load(context, code);
  if (etablissement === null)
    throw contenuInvalide({
      regle: { code: 'ETABLISSEMENT_CONNU', origine: 'INFERENCE' },
      motif: `etablissement : ${code} est inconnu.`,
      remede: '« etablissements » les énumère.',
    });
  const isTerritorial = etablissement.categorie === 'ETABLISSEMENT_TERRITORIAL';
  const demandes = await demandesByEtablissement.load(context, code);
  const owesNothing = demandes.length > 0 && demandes.every(({ territoires }) => territoires.length === 0);
  if (!isTerritorial || owesNothing)
    throw new RefusActe({
      regle: { code: 'EXCEPTION_A_QUI_REND_COMPTE', origine: 'INFERENCE' },
      motif: `L’établissement ${code} ne doit rien : ${isTerritorial ? 'il ne répond d’aucun territoire' : 'la reddition de comptes est celle des établissements territoriaux (004, 3.2.3, L1864-1866)'}.`,
      remede: 'Accordez-la à un établissement qui a des mesures à rendre (« obligations »).',
    });
}
