import type { Awaitable } from '@palier/runtime/awaitable';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import { loadKnownElement, loadListe } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { ReglesModificationTerritoire } from './modification-territoire.type.ts';

const ecartsOf = ecartsByTouche('Element');

@Resolver(() => ReglesModificationTerritoire)
export class ModificationTerritoireResolver {
  @Query(() => ReglesModificationTerritoire, {
    description: 'Règles d’une modification de territoire de CLSC (004, 2.1.2).',
  })
  async reglesModificationTerritoire(@Ctx() context: Context): Promise<ReglesModificationTerritoire> {
    const read = (code: string): Promise<Element> => loadKnownElement(context, code);
    const [initie, contenu, processusEntre, decide, decoupages, impacts, ...prealables] = await Promise.all([
      read('MT-INITIE'),
      read('MT-CONTENU'),
      read('MT-PROCESSUS'),
      read('MT-DECIDE'),
      read('MT-DECOUPAGES'),
      read('MT-IMPACTS'),
      read('MT-PREALABLE-1'),
      read('MT-PREALABLE-2'),
    ]);
    return { initie, contenu, processusEntre, decide, decoupages, impacts, prealables };
  }

  @FieldResolver(() => [Element])
  regles(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'REGLE_MODIFICATION');
  }

  @FieldResolver(() => [Ecart])
  async ecarts(@Ctx() context: Context): Promise<Ecart[]> {
    const regles = await loadListe(context, 'REGLE_MODIFICATION');
    const ecarts = (
      await ecartsOf.loadMany(
        context,
        regles.map(({ code }) => code),
      )
    ).flat();
    return [...new Map(ecarts.map((ecart) => [ecart.code, ecart])).values()];
  }
}
