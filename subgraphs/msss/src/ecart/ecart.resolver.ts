import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_INDICATEUR, parseCode, parseOptionalCode } from '@palier/runtime/code-format';
import { PalierError } from '@palier/runtime/errors';
import { SensTri } from '@palier/runtime/order';
import { parseFreeText } from '@palier/runtime/free-text';
import { ListSize } from '@palier/runtime/demand';
import { defineReferenceByCode } from '@palier/runtime/reference';
import type { GroupeRepartition as Groupe } from '@palier/runtime/repartition';
import { type Criterion, refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CODE_DOCUMENT, documentLoader } from '../document/document.loader.ts';
import { Document } from '../document/document.type.ts';
import { exigencesByEcart } from '../exigence/exigence.loader.ts';
import { Exigence } from '../exigence/exigence.type.ts';
import { MANDAT_STANDARDS } from '../exigence/regles-de-lecture.ts';
import { mandatCatalogue } from '../palier/palier.loader.ts';
import { Mandat } from '../palier/palier.type.ts';
import { readTypeOfCode } from '../recherche/recherche.loader.ts';
import { GroupeRepartition } from '../repartition/groupe-repartition.type.ts';
import { indicateurConnuLoader } from '../selection/selection.loader.ts';
import { standardLoader } from '../standard/standard.loader.ts';
import { Standard } from '../standard/standard.type.ts';
import type { Context } from '../tables.ts';
import {
  CODE_ECART,
  CODE_TOUCHE,
  TYPES_TOUCHES,
  ecartLoader,
  ecartsByTouche,
  readEcartGroups,
  readEcarts,
  touchesByEcart,
  type EcartsChoice,
} from './ecart.loader.ts';
import { DimensionEcart, Ecart, EcartsFiltre, type Touche, TriEcarts } from './ecart.type.ts';

export const ecartReference = defineReferenceByCode('Ecart', ecartLoader);

@Resolver(() => Ecart)
export class EcartResolver {
  @ListSize(160)
  @Query(() => [Ecart], { description: 'Les 148 écarts des documents, par code ou dans l’ordre demandé.' })
  ecarts(
    @Ctx() context: Context,
    @Arg('filtre', () => EcartsFiltre, { nullable: true }) filtre?: EcartsFiltre | null,
    @Arg('tri', () => TriEcarts, { nullable: true, description: 'Ordre ; CODE par défaut.' })
    tri?: TriEcarts | null,
    @Arg('sens', () => SensTri, { nullable: true, description: 'Sens de cet ordre ; CROISSANT par défaut.' })
    sens?: SensTri | null,
  ): Awaitable<Ecart[]> {
    const chosen = parseFiltre(filtre ?? {});
    return chain(readEcarts(context, { choice: chosen, tri, sens }), (ecarts) =>
      refuseUnknown(ecarts, listCriteria(context, chosen)),
    );
  }

  @ListSize(10)
  @Query(() => [GroupeRepartition], {
    description:
      'Les écarts que `ecarts` donne avec le même filtre, comptés par groupes. Des nombres seulement : ni moyenne ni taux, qu’aucun texte ne fonde.',
  })
  repartitionEcarts(
    @Ctx() context: Context,
    @Arg('par', () => DimensionEcart, { description: 'Ce par quoi répartir.' }) par: DimensionEcart,
    @Arg('puis', () => DimensionEcart, {
      nullable: true,
      description: 'Ce par quoi répartir ensuite chaque groupe, dans `dont`.',
    })
    puis?: DimensionEcart | null,
    @Arg('filtre', () => EcartsFiltre, { nullable: true }) filtre?: EcartsFiltre | null,
  ): Awaitable<Groupe[]> {
    const chosen = parseFiltre(filtre ?? {});
    return chain(readEcartGroups(context, { choice: chosen, par: { par, puis: puis ?? null } }), (groups) =>
      refuseUnknown(groups, listCriteria(context, chosen)),
    );
  }

  @Query(() => Ecart, { nullable: true, description: 'Un écart ; nul si le code est inconnu.' })
  ecart(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Ecart | null> {
    return ecartLoader.load(context, parseCode(CODE_ECART, code));
  }

  @FieldResolver()
  touche(@Root() { code }: Ecart, @Ctx() context: Context): Awaitable<Touche[]> {
    return touchesByEcart.load(context, code);
  }

  @ListSize(20)
  @FieldResolver(() => [Exigence], { description: 'Les exigences concernées, dans l’ordre du document.' })
  exigences(@Root() { code }: Ecart, @Ctx() context: Context): Awaitable<Exigence[]> {
    return exigencesByEcart.load(context, code);
  }

  @ListSize(20)
  @FieldResolver(() => [Standard], { description: 'Les standards concernés en entier.' })
  async standards(@Root() { code }: Ecart, @Ctx() context: Context): Promise<Standard[]> {
    const touches = await touchesByEcart.load(context, code);
    const codes = touches.filter(({ type }) => type === 'Standard').map((touche) => touche.code);
    return (await standardLoader.loadMany(context, codes)).filter((standard) => standard !== null);
  }

  @FieldResolver(() => Mandat, {
    nullable: true,
    description:
      'Pour un écart qui concerne un standard ou une exigence : M6, le mandat de qui doit trancher. C’est une inférence, aucun texte ne nomme d’arbitre. Nul pour les autres écarts.',
  })
  async arbitre(@Root() { code }: Ecart, @Ctx() context: Context): Promise<Mandat | null> {
    const touches = await touchesByEcart.load(context, code);
    const isAboutStandards = touches.some(({ type }) => type === 'Exigence' || type === 'Standard');
    return isAboutStandards ? mandatCatalogue.byCode.load(context, MANDAT_STANDARDS) : null;
  }
}

@Resolver(() => Document)
export class DocumentEcartsResolver {
  @ListSize(30)
  @FieldResolver(() => [Ecart], {
    description:
      'Écarts qui portent sur le document même. Ceux qui le citent : `ecarts(filtre: { document: … })`.',
  })
  ecarts(@Root() { code }: Document, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsByTouche('Document').load(context, code);
  }
}

function listCriteria(
  context: Context,
  { document, code, serie, indicateur }: EcartsChoice,
): readonly Criterion[] {
  return [
    { name: 'document', value: document, find: (asked) => documentLoader.load(context, asked) },
    { name: 'code', value: code, find: (asked) => readTypeOfCode(context, asked) },
    {
      name: 'indicateur',
      value: indicateur,
      find: (asked) => indicateurConnuLoader.load(context, asked),
    },
    { name: 'serie', value: serie, find: (asked) => findFirstOfSerie(context, asked) },
  ];
}

function findFirstOfSerie(context: Context, serie: string): Awaitable<Ecart | undefined> {
  return chain(readEcarts(context, { choice: parseFiltre({ serie }) }), ([first]) => first);
}

function parseFiltre({ document, type, serie, code, gravite, indicateur }: EcartsFiltre): EcartsChoice {
  return {
    gravite: gravite ?? null,
    serie: parseFreeText('serie', serie),
    indicateur: parseOptionalCode(CODE_INDICATEUR, indicateur),
    code: code == null ? null : parseCode(CODE_TOUCHE, code),
    document: document == null ? null : parseCode(CODE_DOCUMENT, document),
    type: type == null ? null : parseTypeTouche(type),
  };
}

function parseTypeTouche(type: string): string {
  if ((TYPES_TOUCHES as readonly string[]).includes(type)) return type;
  throw new PalierError('FILTRE_INVALIDE', `Types admis : ${TYPES_TOUCHES.join(', ')}.`);
}
