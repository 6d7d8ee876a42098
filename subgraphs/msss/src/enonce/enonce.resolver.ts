import type { Awaitable } from '@palier/runtime/awaitable';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { type ConnectionValue, PageArgs } from '@palier/runtime/connection';
import { parseFreeText } from '@palier/runtime/free-text';
import { PalierError } from '@palier/runtime/errors';
import { defineReferenceByCode } from '@palier/runtime/reference';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CODE_DOCUMENT, documentLoader } from '../document/document.loader.ts';
import { Document } from '../document/document.type.ts';
import { CODE_ORIENTATION_POLITIQUE, orientationPolitiqueCatalogue } from '../politique/politique.loader.ts';
import { OrientationPolitique } from '../politique/politique.type.ts';
import { parseRecherche } from '../recherche/parse-recherche.ts';
import { toRequete } from '../recherche/to-requete.ts';
import { loadReferenceLegale } from '../reference-legale/reference-legale.loader.ts';
import { ReferenceLegale } from '../reference-legale/reference-legale.type.ts';
import { CODE_SECTION, sectionCatalogue } from '../section-document/section-document.loader.ts';
import { SectionDocument } from '../section-document/section-document.type.ts';
import type { Context } from '../tables.ts';
import { CODE_ENONCE, enonceLoader, readEnonces, type EnoncesChoice } from './enonce.loader.ts';
import { Enonce, EnonceConnection, type EnonceValue, EnoncesArgs } from './enonce.type.ts';
import { listCriteria } from './list-criteria.ts';

export const enonceReference = defineReferenceByCode('Enonce', enonceLoader);

@Resolver(() => Enonce)
export class EnonceResolver {
  @Query(() => EnonceConnection, {
    description:
      'Ce que disent les documents, dans leur ordre ; chaque critère donné restreint la liste. `statut` dit ce que vaut chaque énoncé.',
  })
  enonces(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Args(() => EnoncesArgs) args: EnoncesArgs,
  ): Awaitable<ConnectionValue<EnonceValue>> {
    const filtre = parseFiltre(args);
    return readEnonces(context, page, filtre, { criteria: listCriteria(context, filtre) });
  }

  @Query(() => Enonce, { nullable: true, description: 'Un énoncé ; nul si le code est inconnu.' })
  enonce(@Arg('code', () => ID) code: string, @Ctx() context: Context): Awaitable<Enonce | null> {
    return enonceLoader.load(context, parseCode(CODE_ENONCE, code));
  }

  @FieldResolver(() => OrientationPolitique, { nullable: true })
  orientation(
    @Root() { orientationCode }: EnonceValue,
    @Ctx() context: Context,
  ): Awaitable<OrientationPolitique | null> | null {
    return orientationCode === null
      ? null
      : orientationPolitiqueCatalogue.byCode.load(context, orientationCode);
  }

  @FieldResolver(() => ReferenceLegale, { nullable: true })
  referenceLegale(
    @Root() { referenceCode }: EnonceValue,
    @Ctx() context: Context,
  ): Awaitable<ReferenceLegale | null> | null {
    return loadReferenceLegale(context, referenceCode);
  }

  @FieldResolver(() => Document)
  document(@Root() { documentCode }: EnonceValue, @Ctx() context: Context): Awaitable<Document | null> {
    return documentLoader.load(context, documentCode);
  }

  @FieldResolver(() => SectionDocument)
  section(@Root() { sectionCode }: EnonceValue, @Ctx() context: Context): Awaitable<SectionDocument | null> {
    return sectionCatalogue.byCode.load(context, sectionCode);
  }
}

function parseFiltre(args: EnoncesArgs): EnoncesChoice {
  const parse = (format: CodeFormat, code: string | null | undefined): string | null =>
    code == null ? null : parseCode(format, code);
  return {
    document: parse(CODE_DOCUMENT, args.document),
    section: parse(CODE_SECTION, args.section),
    nature: args.nature ?? null,
    statut: args.statut ?? null,
    theme: parseFreeText('theme', args.theme),
    orientation: parse(CODE_ORIENTATION_POLITIQUE, args.orientation),
    porteur: parseFreeText('porteur', args.porteur),
    formes: args.texte == null ? null : parseFormes(args.texte),
  };
}

/** Raises RECHERCHE_INVALIDE where there is nothing to look for: every statement would seem to hold it. */
function parseFormes(texte: string): readonly string[] {
  const { termes } = parseRecherche(texte);
  if (termes.length === 0)
    throw new PalierError(
      'RECHERCHE_INVALIDE',
      'Il faut au moins un mot qui se cherche : « de », « la » et les lettres seules n’en sont pas.',
    );
  return toRequete(termes).formes;
}
