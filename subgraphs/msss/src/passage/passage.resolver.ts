import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { PASSAGE, toPassage } from '@palier/runtime/provenance';
import { defineReference } from '@palier/runtime/reference';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { documentLoader } from '../document/document.loader.ts';
import { Document, Provenance } from '../document/document.type.ts';
import type { Context } from '../tables.ts';
import { texteByDocument } from '../texte/texte.loader.ts';
import type { TexteDocument } from '../texte/texte.type.ts';
import { lignesByPassage } from './passage.loader.ts';
import { Passage } from './passage.type.ts';
import { type CitedLines, MOST_LINES, parsePassage } from './read-passage.ts';

/** A passage is what its code says: nothing is read to find it. */
export const passageReference = defineReference({
  type: 'Passage',
  load: ({ code }) => toPassageValue(String(code)),
});

/** A passage as its code gives it. */
type PassageValue = CitedLines & Pick<Passage, 'code'>;

function toPassageValue(code: string): PassageValue | null {
  const cited = parsePassage(code);
  return cited === undefined ? null : { code, ...cited };
}

@Resolver(() => Provenance)
export class ProvenancePassageResolver {
  @FieldResolver(() => Passage, PASSAGE)
  passage(@Root() provenance: Provenance): PassageValue | null {
    const passage = toPassage(provenance);
    return passage && toPassageValue(passage.code);
  }
}

@Resolver(() => Passage)
export class PassageResolver {
  @FieldResolver(() => Document, { nullable: true })
  document(@Root() passage: PassageValue, @Ctx() context: Context): Awaitable<Document | null> {
    return documentLoader.load(context, passage.document);
  }

  @FieldResolver()
  texte(@Root() { code }: PassageValue, @Ctx() context: Context): Awaitable<string | null> {
    return chain(lignesByPassage.load(context, code), (lines) =>
      lines.length === 0 ? null : lines.join('\n'),
    );
  }

  @FieldResolver()
  absence(@Root() passage: PassageValue, @Ctx() context: Context): Awaitable<AbsenceValue | null> {
    return chain(texteByDocument.load(context, passage.document), (texte) => sayAbsence(passage, texte));
  }
}

function sayAbsence(passage: PassageValue, texte: TexteDocument | null): AbsenceValue | null {
  const why = whyAbsent(passage, texte);
  return why === undefined ? null : nothingOwed(why);
}

function whyAbsent({ document, lignes, ranges, lignesOmises }: PassageValue, texte: TexteDocument | null) {
  const how = `qui l’a peut l’importer (« npm run import -- texte ${document} FICHIER »).`;
  if (texte === null)
    return `Le document ${document} n’est pas un document cité : aucun texte n’en est attendu.`;
  if (texte.etat === 'ABSENT')
    return `Le texte du document ${document} n’a pas été importé : Palier n’en tient pas les phrases, et ${how}`;
  if (texte.etat === 'PERIME')
    return `Le texte importé du document ${document} n’est plus celui que les citations comptent : ${how}`;
  if (ranges.flat().some((number) => number < 1 || number > texte.nombreLignes))
    return `Le texte du document ${document} a ${texte.nombreLignes} lignes : ${lignes} n’y sont pas toutes.`;
  return lignesOmises > 0
    ? `Ce passage est long : ses ${MOST_LINES} premières lignes sont données, et ${lignesOmises} sont omises.`
    : undefined;
}
