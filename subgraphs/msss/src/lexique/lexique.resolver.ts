import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadListe } from '../element/element.loader.ts';
import type { Context } from '../tables.ts';
import { NatureTerme, TermeLexique } from './lexique.type.ts';

const ecartsOf = ecartsByTouche('Element');

@Resolver(() => TermeLexique)
export class TermeLexiqueResolver {
  @ListSize(23)
  @Query(() => [TermeLexique], {
    description: 'Les termes du lexique, puis ceux que le document 004 définit ailleurs.',
  })
  async lexique(
    @Ctx() context: Context,
    @Arg('nature', () => NatureTerme, { nullable: true, description: 'Ne garder que cette nature.' })
    nature?: NatureTerme | null,
  ): Promise<TermeLexique[]> {
    const natures = nature == null ? Object.values(NatureTerme) : [nature];
    return (await Promise.all(natures.map((one) => loadTermes(context, one)))).flat();
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: TermeLexique, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}

async function loadTermes(context: Context, nature: NatureTerme): Promise<TermeLexique[]> {
  const elements = await loadListe(context, nature);
  return elements.map(({ code, enonce, note, precisions, provenance }) => ({
    code,
    terme: enonce,
    definition: note,
    precisions,
    nature,
    provenance,
  }));
}
