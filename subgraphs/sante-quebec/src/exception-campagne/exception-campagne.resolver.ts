import { act } from '@palier/runtime/acts/act';
import type { Awaitable } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { Cost, ListSize } from '@palier/runtime/demand';
import { PalierError } from '@palier/runtime/errors';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Campagne, CampagneResultat, type CampagneValue } from '../campagne/campagne.type.ts';
import { type CampagneDone, showCampagne } from '../campagne/show-campagne.ts';
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
      campagne: parseCode(CODE_CAMPAGNE, campagne),
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
        await refuseUnknownEtablissement(context, etablissement);
        const version = versionAttendue == null ? {} : { version: versionAttendue + 1 };
        return { ...asked, ...version, motif: motif?.trim() ?? '' };
      },
    });
    return showCampagne(context, asked.campagne, acte);
  }
}

async function refuseUnknownEtablissement(context: Context, code: string): Promise<void> {
  if ((await etablissementLoader.load(context, code)) === null)
    throw new PalierError(
      'CONTENU_INVALIDE',
      `L’établissement ${code} est inconnu ; « etablissements » les énumère.`,
    );
}
