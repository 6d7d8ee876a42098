import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { CODE_EXIGENCE, parseCode } from '@palier/runtime/code-format';
import { MostListed } from '@palier/runtime/bound-lists';
import { ListSize } from '@palier/runtime/demand';
import { loadAll, parseCodes } from '@palier/runtime/parse-codes';
import { defineReference } from '@palier/runtime/reference';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ecartLoader, ecartsByTouche } from '../ecart/ecart.loader.ts';
import type { Ecart } from '../ecart/ecart.type.ts';
import { exigenceLoader, seuilsByExigence } from '../exigence/exigence.loader.ts';
import { MANDAT_STANDARDS } from '../exigence/regles-de-lecture.ts';
import type { Seuil } from '../exigence/seuil.type.ts';
import { mandatCatalogue, palierCatalogue } from '../palier/palier.loader.ts';
import type { Mandat, Palier } from '../palier/palier.type.ts';
import type { Context } from '../tables.ts';
import { territoireLoader } from '../territoire-clsc/territoire-clsc.loader.ts';
import { TerritoireClsc } from '../territoire-clsc/territoire-clsc.type.ts';
import { FixePar, Imputabilite } from './imputabilite.type.ts';
import { toImputabilite } from './to-imputabilite.ts';

/** As many as any territory is measured on, and some more. */
const MOST_EXIGENCES = 20;

const ECARTS_DU_LIEN = ['X-13', 'X-14'];

export const imputabiliteReference = defineReference<Imputabilite>({
  type: 'Imputabilite',
  load: ({ territoire, exigence }, context) =>
    loadImputabilite(context, String(territoire), String(exigence)),
});

@Resolver(() => TerritoireClsc)
export class TerritoireImputabiliteResolver {
  @FieldResolver(() => Imputabilite, {
    nullable: true,
    description:
      'Qui fixe une exigence, qui coordonne et qui rend compte ici ; nul si l’exigence est inconnue. Une exigence sans objet le dit.',
  })
  imputabilite(
    @Root() { code }: TerritoireClsc,
    @Arg('exigence', () => ID, { description: 'Code de l’exigence, par exemple « A-P5:AAOR ».' })
    exigence: string,
    @Ctx() context: Context,
  ): Promise<Imputabilite | null> {
    return loadImputabilite(context, code, parseCode(CODE_EXIGENCE, exigence));
  }

  @ListSize(MOST_EXIGENCES)
  @MostListed(MOST_EXIGENCES)
  @FieldResolver(() => [Imputabilite], {
    nullable: true,
    description: `Plusieurs chaînes d’imputabilité à la fois, dans l’ordre demandé, chacune une fois ; ${MOST_EXIGENCES} exigences au plus. FILTRE_INVALIDE nomme celle qui est inconnue.`,
  })
  imputabilites(
    @Root() { code }: TerritoireClsc,
    @Arg('exigences', () => [ID], {
      description: 'Codes des exigences, par exemple « A-P5:AAOR » ; un code répété ne donne qu’une chaîne.',
    })
    exigences: string[],
    @Ctx() context: Context,
  ): Awaitable<Imputabilite[]> {
    const codes = parseCodes(CODE_EXIGENCE, exigences);
    return chain(loadAll(context, 'exigences', exigenceLoader, codes), (found) =>
      chain(territoireLoader.load(context, code), (territoire) =>
        territoire === null ? [] : found.map((exigence) => toImputabilite(territoire, exigence)),
      ),
    );
  }
}

@Resolver(() => FixePar)
export class FixeParResolver {
  @FieldResolver()
  palier(@Ctx() context: Context): Awaitable<Palier | null> {
    return palierCatalogue.byCode.load(context, 'MSSS');
  }

  @FieldResolver()
  mandat(@Ctx() context: Context): Awaitable<Mandat | null> {
    return mandatCatalogue.byCode.load(context, MANDAT_STANDARDS);
  }

  @FieldResolver()
  seuils(@Root() { exigence }: FixePar, @Ctx() context: Context): Awaitable<Seuil[]> {
    return seuilsByExigence.load(context, exigence.code);
  }

  @FieldResolver()
  async ecarts(@Root() { exigence }: FixePar, @Ctx() context: Context): Promise<Ecart[]> {
    const ofCell = ecartsByTouche('Exigence').load(context, exigence.code);
    const ofLink = ecartLoader.loadMany(context, ECARTS_DU_LIEN);
    return [...(await ofCell), ...(await ofLink)].filter((ecart) => ecart !== null);
  }
}

async function loadImputabilite(
  context: Context,
  territoireCode: string,
  exigenceCode: string,
): Promise<Imputabilite | null> {
  const [territoire, exigence] = await Promise.all([
    territoireLoader.load(context, territoireCode),
    exigenceLoader.load(context, exigenceCode),
  ]);
  return territoire === null || exigence === null ? null : toImputabilite(territoire, exigence);
}
