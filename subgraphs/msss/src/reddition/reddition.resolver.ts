import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ecartLoader } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListOf, loadListe, loadOneOf } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { ChaineReddition } from './reddition.type.ts';

@Resolver(() => ChaineReddition)
export class ChaineRedditionResolver {
  @Query(() => [ChaineReddition], {
    description:
      'Les deux chaînes de reddition, du document 000 et du document 004 : elles ne concordent pas.',
  })
  async chainesReddition(@Ctx() context: Context): Promise<ChaineReddition[]> {
    const elements = await loadListe(context, 'CHAINE_REDDITION');
    return elements.map(({ code, enonce, note, provenance }) => ({ code, enonce, note, provenance }));
  }

  @FieldResolver(() => [Element])
  maillons(@Root() { code }: ChaineReddition, @Ctx() context: Context): Promise<Element[]> {
    return loadListOf(context, code, 'MAILLON_REDDITION');
  }

  @FieldResolver(() => Element, { nullable: true })
  retenue(@Root() { code }: ChaineReddition, @Ctx() context: Context): Promise<Element | null> {
    return loadOneOf(context, code, 'CHOIX_REDDITION');
  }

  @FieldResolver(() => [Ecart])
  async ecarts(@Ctx() context: Context): Promise<Ecart[]> {
    const choix = await loadListe(context, 'CHOIX_REDDITION');
    const ecarts = await ecartLoader.loadMany(
      context,
      choix.flatMap(({ precisions }) => precisions),
    );
    return ecarts.filter((ecart) => ecart !== null);
  }
}
