import type { Awaitable } from '@palier/runtime/awaitable';
import { IDENTIFIANT, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { loadEntite, RechercheEntite, TYPES_TROUVABLES } from '../recherche/entites.ts';
import { parseTypes } from '../recherche/parse-types.ts';
import type { Context } from '../tables.ts';
import { readDependants } from './dependance.loader.ts';
import { Dependant, DependantConnection } from './dependance.type.ts';

@Resolver(() => Dependant)
export class DependantResolver {
  @Query(() => DependantConnection, {
    description:
      'Ce qui, parmi ce que tient le ministère, s’appuie sur une chose : la nomme par son code, y renvoie, la cite ou, pour un écart, la touche, par type et par code. D’un document, tout ce qui en est tiré ; du mandat M6, ce qu’il fonde. Un code inconnu est refusé. Ce qu’une section contient est dans `SectionDocument.faits`, et ce que d’autres paliers tiennent est dans leurs listes.',
  })
  dependants(
    @Arg('type', () => String, { description: `Type de la chose, parmi : ${TYPES_TROUVABLES.join(', ')}.` })
    type: string,
    @Arg('code', () => ID, { description: 'Son code.' }) code: string,
    @Ctx() context: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
    @Arg('types', () => [String], { nullable: true, description: 'Types voulus de ce qui s’y appuie.' })
    types?: readonly string[] | null,
  ): Awaitable<ConnectionValue<Dependant>> {
    const choice = {
      type: parseTypes([type])[0] ?? type,
      code: parseCode(IDENTIFIANT, code),
      types: types == null ? undefined : parseTypes(types),
    };
    return readDependants(context, pageArgs, choice);
  }

  @FieldResolver(() => RechercheEntite, { nullable: true, description: 'L’entité elle-même.' })
  entite(@Root() { type, code }: Dependant, @Ctx() context: Context): Promise<object | null> {
    return loadEntite(context, type, code);
  }
}
