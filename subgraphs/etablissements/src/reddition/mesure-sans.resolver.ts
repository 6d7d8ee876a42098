import type { Awaitable } from '@palier/runtime/awaitable';
import { Cost, ListSize } from '@palier/runtime/demand';
import { IDENTIFIANT, parseEachCode } from '@palier/runtime/code-format';
import { INTERNE } from '@palier/runtime/tags';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { readMesuresSans } from './mesure-sans.loader.ts';
import { MesureSans } from './mesure-sans.type.ts';

@Resolver(() => MesureSans)
export class MesuresSansResolver {
  @Directive(INTERNE)
  // Each of what they touch is read in the versions that say it.
  @Cost(6)
  @ListSize(5_000)
  @Query(() => [MesureSans], {
    description:
      'Ce qui serait publié, sans ces versions, des mesures qu’elles touchent : ce qu’elles disent, et ce qu’elles ont ôté. Celles dont le chiffre est supprimé n’y sont pas : leur suppression vaut pour toutes les versions.',
  })
  mesuresSans(
    @Ctx() context: Context,
    @Arg('versions', () => [ID], { description: 'Versions de redditions : « 2026-2027:11045119:V2 ».' })
    versions: string[],
  ): Awaitable<MesureSans[]> {
    return readMesuresSans(context, parseEachCode(IDENTIFIANT, versions, 'versions'));
  }
}
