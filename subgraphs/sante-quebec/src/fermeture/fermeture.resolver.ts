import { act } from '@palier/runtime/acts/act';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { Cost, ListSize } from '@palier/runtime/demand';
import { defineReference } from '@palier/runtime/reference';
import { Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import {
  Campagne,
  CampagneActeArgs,
  CampagneResultat,
  type CampagneValue,
} from '../campagne/campagne.type.ts';
import { type CampagneDone, showCampagne } from '../campagne/show-campagne.ts';
import type { Reddition } from '../reddition/reddition.type.ts';
import { loadContradictionOfRetained } from '../reddition/say-contradiction.ts';
import type { Context } from '../tables.ts';
import { fermerCampagne } from './fermeture.actes.ts';
import { retenuesByCampagne } from './fermeture.loader.ts';
import { VersionRetenue, type VersionRetenueValue } from './fermeture.type.ts';
import { listRetenues } from './list-retenues.ts';

export const versionRetenueReference = defineReference({
  type: 'VersionRetenue',
  load: (representation, context: Context) => {
    const id = String(representation['id']);
    const [campagne = ''] = id.split(/:(?=[^:]*$)/);
    return chain(retenuesByCampagne.load(context, campagne), (retenues) => {
      const retenue = retenues.find((one) => one.id === id);
      if (retenue?.reddition == null) return retenue ?? null;
      const said = representation['reddition'] as Partial<Reddition> | undefined;
      return { ...retenue, reddition: { ...said, ...retenue.reddition } };
    });
  },
});

@Resolver(() => Campagne)
export class CampagneFermetureResolver {
  @ListSize(30)
  @FieldResolver(() => [VersionRetenue], {
    description:
      'À la fermeture : la version retenue de chaque établissement qui doit un compte, et pourquoi ; vide avant.',
  })
  versionsRetenues(
    @Root() { code }: CampagneValue,
    @Ctx() context: Context,
  ): Awaitable<readonly VersionRetenueValue[]> {
    return retenuesByCampagne.load(context, code);
  }

  @Cost(100)
  @Mutation(() => CampagneResultat, {
    nullable: true,
    description:
      'Santé Québec ferme une campagne et retient la dernière version valide de chaque établissement : la campagne dit laquelle et pourquoi, et quelles exceptions qui couraient encore prennent fin (`exceptions { finieLe }`). Les bilans consolidés ensuite comptent ce qu’elle retient (voir `Bilan`), et `versionsRetenues` dit où ce qui est publié en diffère. Avant sa clôture, ou la fin d’une exception, elle ne se ferme qu’avec un `motif`.',
  })
  async fermerCampagne(
    @Ctx() context: Context,
    @Args(() => CampagneActeArgs) { cle, motif, campagne }: CampagneActeArgs,
  ): Promise<CampagneDone> {
    const code = parseCode(CODE_CAMPAGNE, campagne, 'campagne');
    const acte = await act(context, {
      definition: fermerCampagne,
      cle,
      motif,
      asked: { campagne: code },
      prepare: async () => ({ campagne: code, retenues: await listRetenues(context, code) }),
    });
    return showCampagne(context, code, acte);
  }
}

@Resolver(() => VersionRetenue)
export class VersionRetenueResolver {
  @FieldResolver()
  contradiction(@Root() retenue: VersionRetenueValue, @Ctx() context: Context): Awaitable<string | null> {
    return loadContradictionOfRetained(context, retenue);
  }
}
