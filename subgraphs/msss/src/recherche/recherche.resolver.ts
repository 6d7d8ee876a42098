import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { PageArgs } from '@palier/runtime/connection';
import { Cost, ListSize } from '@palier/runtime/demand';
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { palierCatalogue } from '../palier/palier.loader.ts';
import { Palier } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import { HOLDINGS, lookElsewhere } from './ailleurs.ts';
import { RechercheEntite, TYPES_TROUVABLES, loadEntite } from './entites.ts';
import { parseRecherche } from './parse-recherche.ts';
import { parseTypes } from './parse-types.ts';
import { readMissed, readResultats } from './recherche.loader.ts';
import {
  RechercheAilleurs,
  type RechercheAilleursValue,
  RechercheConnection,
  type RecherchePage,
  RechercheResultat,
} from './recherche.type.ts';

@Resolver(() => RechercheResultat)
export class RechercheResolver {
  @Cost(2_000)
  @Query(() => RechercheConnection, {
    description:
      'Tout ce que le ministère sait et qui contient chacun des mots, sous une de ses formes (« urgence » trouve « urgente », « deux heures » trouve « 2 h ») ou par ce qui se dit à sa place (« week-end » trouve « fin de semaine »), accents et majuscules indifférents ; quand rien ne les contient tous, ce qui en contient le plus, deux sur trois au moins, et `motsAbsents` dit lesquels ont été laissés. Qui demande « combien », « qui » ou « que veut dire » trouve d’abord ce qui y répond. Un code, entier ou non, est reconnu, seul ou après le mot de ce qu’il est (« mandat S4 »). `ailleurs` dit où sont les établissements, les indicateurs et les mesures, que d’autres paliers tiennent. De 1 à 200 caractères.',
  })
  recherche(
    @Arg('texte', () => String, { description: 'Mots, débuts de mots ou code.' }) texte: string,
    @Ctx() context: Context,
    @Args(() => PageArgs) pageArgs: PageArgs,
    @Arg('types', () => [String], {
      nullable: true,
      description: `Types voulus, parmi : ${TYPES_TROUVABLES.join(', ')}.`,
    })
    types?: readonly string[] | null,
  ): Awaitable<RecherchePage> {
    const choix = { ...parseRecherche(texte), types: types == null ? undefined : parseTypes(types) };
    return chain(readResultats(context, pageArgs, choix), (results) => ({ ...results, texte, choix }));
  }

  @FieldResolver(() => RechercheEntite, { nullable: true, description: 'L’entité elle-même.' })
  entite(@Root() { type, code }: RechercheResultat, @Ctx() context: Context): Promise<object | null> {
    return loadEntite(context, type, code);
  }
}

@Resolver(() => RechercheConnection)
export class RechercheConnectionResolver {
  @ListSize(HOLDINGS.length)
  @FieldResolver(() => [RechercheAilleurs], {
    description: 'Où chercher aussi : ce que d’autres paliers tiennent n’est pas parmi ces résultats.',
  })
  ailleurs(@Root() { texte }: RecherchePage): RechercheAilleursValue[] {
    return lookElsewhere(texte);
  }

  @Cost(500)
  @FieldResolver(() => Int, {
    description:
      'Nombre de résultats qui contiennent tous les mots, ou dont le code a été demandé ; ils viennent les premiers. 0 : aucun ne les contient tous.',
  })
  nombreComplets(@Root() page: RecherchePage, @Ctx() context: Context): Awaitable<number> {
    return chain(readMissed(context, toAsked(page)), ({ complets }) => complets);
  }

  @Cost(500)
  @ListSize(10)
  @FieldResolver(() => [String], {
    description:
      'Quand aucun résultat ne contient tous les mots : ceux qu’aucun ne contient, tels qu’ils ont été écrits ; quand il n’y a aucun résultat, ceux que rien ne contient. Vide autrement.',
  })
  motsAbsents(@Root() page: RecherchePage, @Ctx() context: Context): Awaitable<readonly string[]> {
    return chain(readMissed(context, toAsked(page)), ({ absents }) => absents);
  }
}

const toAsked = ({ texte, choix }: RecherchePage) => ({ ...choix, texte });

@Resolver(() => RechercheAilleurs)
export class RechercheAilleursResolver {
  @FieldResolver(() => Palier, { nullable: true })
  palier(@Root() { palierCode }: RechercheAilleursValue, @Ctx() context: Context): Awaitable<Palier | null> {
    return palierCatalogue.byCode.load(context, palierCode);
  }
}
