import { type ConnectionValue, PageArgs, parsePage, toConnection } from '@palier/runtime/connection';
import { PalierError } from '@palier/runtime/errors';
import { toProvenance } from '@palier/runtime/provenance';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../tables.ts';
import { createExtrait } from './create-extrait.ts';
import { RechercheEntite, TYPES_TROUVABLES, loadEntite } from './entites.ts';
import { parseRecherche } from './parse-recherche.ts';
import { countResultats, listResultats } from './recherche.queries.ts';
import { RechercheConnection, RechercheResultat, type RechercheResultatValue } from './recherche.type.ts';

@Resolver(() => RechercheResultat)
export class RechercheResolver {
  @Query(() => RechercheConnection, {
    description:
      'Tout ce que le ministère sait et qui contient chacun des mots, accents et majuscules indifférents ; un code, entier ou non, est reconnu. De 1 à 200 caractères.',
  })
  async recherche(
    @Arg('texte', () => String, { description: 'Mots, débuts de mots ou code.' }) texte: string,
    @Ctx() { database }: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
    @Arg('types', () => [String], {
      nullable: true,
      description: `Types voulus, parmi : ${TYPES_TROUVABLES.join(', ')}.`,
    })
    types?: readonly string[] | null,
  ): Promise<ConnectionValue<RechercheResultatValue>> {
    const page = parsePage('recherche', pageArgs);
    const choix = { ...parseRecherche(texte), types: parseTypes(types) };
    const rows = await listResultats(database, choix, { afterKey: page.afterKey, limit: page.first + 1 });
    return toConnection({
      page,
      rows: rows.map((row) => toResultat(row, choix.mots)),
      keyOf: ({ cle }) => cle,
      count: () => countResultats(database, choix),
    });
  }

  @FieldResolver(() => RechercheEntite, { nullable: true, description: 'L’entité elle-même.' })
  entite(@Root() { type, code }: RechercheResultat, @Ctx() context: Context): Promise<object | null> {
    return loadEntite(context, type, code);
  }
}

function parseTypes(types: readonly string[] | null | undefined): readonly string[] | undefined {
  if (types == null) return undefined;
  const unknown = types.filter((type) => !TYPES_TROUVABLES.includes(type));
  if (unknown.length === 0) return types;
  throw new PalierError('FILTRE_INVALIDE', `Types admis : ${TYPES_TROUVABLES.join(', ')}.`);
}

type Row = Awaited<ReturnType<typeof listResultats>>[number];

function toResultat(row: Row, mots: readonly string[]): RechercheResultatValue {
  return {
    type: row.type,
    code: row.code,
    titre: row.titre,
    extrait: createExtrait(row, mots),
    rang: row.rang,
    cle: row.cle,
    provenance: toProvenance(row.provenance),
  };
}
