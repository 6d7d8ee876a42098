import type { Awaitable } from '@palier/runtime/awaitable';
import { ListSize } from '@palier/runtime/demand';
import { Ctx, Query, Resolver } from 'type-graphql';
import { loadListe } from '../element/element.loader.ts';
import { Element } from '../element/element.type.ts';
import type { Context } from '../tables.ts';
import { LienPersonne } from './rattachement.type.ts';

@Resolver()
export class RattachementResolver {
  @ListSize(12)
  @Query(() => [Element], {
    description: 'Les douze règles du rattachement. Ce que le texte laisse à préciser est dit par `nonDit`.',
  })
  reglesRattachement(@Ctx() context: Context): Awaitable<Element[]> {
    return loadListe(context, 'REGLE_RATTACHEMENT');
  }

  @ListSize(3)
  @Query(() => [LienPersonne], { description: 'Rattachement, affiliation et association.' })
  async liensPersonne(@Ctx() context: Context): Promise<LienPersonne[]> {
    const elements = await loadListe(context, 'LIEN_PERSONNE');
    return elements.map(({ code, enonce, note, precisions, provenance }) => ({
      code,
      lien: enonce,
      cible: precisions[0] ?? '',
      caractere: note,
      provenance,
    }));
  }
}
