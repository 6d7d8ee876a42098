import { parseCode } from '@palier/runtime/code-format';
import { INTERNE } from '@palier/runtime/tags';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../tables.ts';
import { EMPREINTE } from './empreinte.ts';
import { nameDepot } from './name-depot.ts';

@Resolver()
export class DepotResolver {
  @Directive(INTERNE)
  @Query(() => ID, {
    nullable: true,
    description:
      'Clé de l’acte par lequel vous déposez un fichier sans lui en donner une. La même empreinte, de vous et de votre établissement, donne toujours la même clé ; qui lit la clé dans l’acte, et suppose le fichier, n’apprend pas qu’il a deviné.',
  })
  async cleDeDepot(
    @Ctx() context: Context,
    @Arg('empreinte', () => ID, {
      description: 'Empreinte SHA-256 de ce qui distingue le dépôt, en hexadécimal.',
    })
    empreinte: string,
  ): Promise<string> {
    return nameDepot(context, parseCode(EMPREINTE, empreinte));
  }
}
