import type { Awaitable } from '@palier/runtime/awaitable';
import { parseCode } from '@palier/runtime/code-format';
import { ListSize } from '@palier/runtime/demand';
import { toProvenance } from '@palier/runtime/provenance';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { refuseUnknown } from '@palier/runtime/unknown-filter';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CODE_DOCUMENT, documentLoader } from '../document/document.loader.ts';
import { ecartsByTouche } from '../ecart/ecart.loader.ts';
import { Ecart } from '../ecart/ecart.type.ts';
import type { Context } from '../tables.ts';
import { CODE_CHIFFRE, chiffreCatalogue, decompteLoader, readChiffres } from './chiffre.loader.ts';
import { Chiffre, type ChiffreValue, ValeurTable } from './chiffre.type.ts';

export const chiffreReference = defineReferenceByCode('Chiffre', chiffreCatalogue.byCode);

const TABLES_OFFICIELLES = toProvenance({
  origine: 'TABLE_OFFICIELLE',
  confiance: 'trouvé',
  note: 'Dénombré dans les tables du découpage. Ministère de la Santé et des Services sociaux, Données Québec, CC BY 4.0',
});

const ecartsOf = ecartsByTouche('Chiffre');

@Resolver(() => Chiffre)
export class ChiffreResolver {
  @ListSize(110)
  @Query(() => [Chiffre], {
    description: 'Les chiffres écrits dans les documents, dans l’ordre ; tous, ou ceux d’un document.',
  })
  async chiffres(
    @Ctx() context: Context,
    @Arg('document', () => ID, { nullable: true, description: 'Code du document, par exemple « 004 ».' })
    document?: string | null,
  ): Promise<Chiffre[]> {
    const chosen = document == null ? null : parseCode(CODE_DOCUMENT, document);
    const chiffres = await readChiffres(context, chosen);
    return refuseUnknown(chiffres, [
      { name: 'document', value: chosen, find: (code) => documentLoader.load(context, code) },
    ]);
  }

  @Query(() => Chiffre, { nullable: true, description: 'Un chiffre ; nul si le code est inconnu.' })
  chiffre(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Chiffre | null> {
    return chiffreCatalogue.byCode.load(context, parseCode(CODE_CHIFFRE, code));
  }

  @FieldResolver(() => ValeurTable, { nullable: true })
  async valeurTable(
    @Root() { decompte, valeur }: ChiffreValue,
    @Ctx() context: Context,
  ): Promise<ValeurTable | null> {
    if (decompte === null) return null;
    const counted = await decompteLoader.load(context, decompte);
    return { valeur: counted, concorde: counted === valeur, provenance: TABLES_OFFICIELLES };
  }

  @FieldResolver(() => [Ecart])
  ecarts(@Root() { code }: ChiffreValue, @Ctx() context: Context): Awaitable<Ecart[]> {
    return ecartsOf.load(context, code);
  }
}
