import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { CODE_LIVRABLE, livrableCatalogue } from './livrable.loader.ts';
import { Livrable } from './livrable.type.ts';

export const livrableReference = defineReferenceByCode('Livrable', livrableCatalogue.byCode);

@Resolver()
export class LivrableResolver {
  @ListSize(3)
  @Query(() => [Livrable], { description: 'Les trois livrables du mandat ministériel.' })
  livrables(@Ctx() context: Context): Awaitable<Livrable[]> {
    return livrableCatalogue.list(context);
  }

  @Query(() => Livrable, { nullable: true, description: 'Un livrable ; nul si le code est inconnu.' })
  livrable(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Livrable | null> {
    return livrableCatalogue.byCode.load(context, parseCode(CODE_LIVRABLE, code));
  }
}
