import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListe } from '../element/element.loader.ts';
import { politiqueCatalogue } from '../politique/politique.loader.ts';
import { Politique } from '../politique/politique.type.ts';
import type { Context } from '../tables.ts';
import { NiveauPrevention, type NiveauPreventionValue } from './prevention.type.ts';

const ecartsOf = ecartsByTouche('Element');

@Resolver(() => NiveauPrevention)
export class NiveauPreventionResolver {
  @ListSize(5)
  @Query(() => [NiveauPrevention], {
    description: 'La promotion de la santé, puis les quatre niveaux de prévention.',
  })
  async niveauxPrevention(@Ctx() context: Context): Promise<NiveauPreventionValue[]> {
    const elements = await loadListe(context, 'PREVENTION');
    return elements.map(({ code, enonce, note, precisions, provenance, parent }, rang) => ({
      code,
      rang,
      nom: enonce,
      visee: note,
      exemples: precisions,
      provenance,
      politiqueCode: parent ?? '',
    }));
  }

  @FieldResolver(() => Politique, { nullable: true })
  strategie(
    @Root() { politiqueCode }: NiveauPreventionValue,
    @Ctx() context: Context,
  ): Awaitable<Politique | null> {
    return politiqueCatalogue.byCode.load(context, politiqueCode);
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: NiveauPreventionValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
